// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/scope_list_model.h"

#include "contract/rules/date_words.h"
#include "contract/rules/fold.h"

#include <QLocale>

#include <algorithm>

namespace pc::models {

using namespace Qt::StringLiterals;

ScopeListModel::ScopeListModel(CatalogueModel &catalogue, ScopeFiguresModel &figures, ApiListModel &apis,
                               QObject *parent)
    : QAbstractTableModel(parent), m_catalogue(catalogue), m_figures(figures), m_apis(apis)
{
    connect(&catalogue, &ObjectModel::changed, this, &ScopeListModel::fill);
    connect(&figures, &ObjectModel::changed, this, &ScopeListModel::figuresChanged);
    connect(&apis, &PagedModel::stateChanged, this, &ScopeListModel::figuresChanged);
    fill();
}

ScopeListModel::~ScopeListModel() = default;

void ScopeListModel::setFilter(const QString &text)
{
    QStringList words = rules::fold(text).split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = std::move(words);
    fill();
}

void ScopeListModel::setShow(Show show)
{
    if (show == m_show)
        return;
    m_show = show;
    fill();
}

QString ScopeListModel::apiName(const QString &apiId) const
{
    const Api *api = m_apis.api(apiId);
    return api ? api->name : QString();
}

bool ScopeListModel::isShown(const Scope &scope) const
{
    const ScopeFigures *figures = m_figures.of(scope.name);
    if (m_show == Show::Unused && (!figures || figures->holders == 0 || figures->calls30d > 0))
        return false;
    if (m_show == Show::Conflicts && (!figures || figures->conflicts == 0))
        return false;
    if (m_words.isEmpty())
        return true;
    const QString searched = rules::fold(QStringList{scope.name, scope.title, scope.sentence,
                                                     scope.dataCategories.join(u' '), apiName(scope.apiId)}
                                             .join(u' '));
    return std::all_of(m_words.cbegin(), m_words.cend(),
                       [&searched](const QString &word) { return searched.contains(word); });
}

void ScopeListModel::fill()
{
    QList<Scope> shown;
    for (const Scope &scope : m_catalogue.scopes())
        if (isShown(scope))
            shown.append(scope);
    if (shown == m_scopes)
        return Q_EMIT rowsReplaced();
    beginResetModel();
    m_scopes = std::move(shown);
    endResetModel();
    Q_EMIT rowsReplaced();
}

void ScopeListModel::figuresChanged()
{
    if (m_show != Show::All || !m_words.isEmpty())
        fill();
    if (!m_scopes.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT rowsReplaced();
}

int ScopeListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_scopes.size());
}

int ScopeListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString ScopeListModel::lastUsedText(const std::optional<QDateTime> &day)
{
    return day ? rules::dateText(*day, rules::DateForm::DayOfYear) : tr("Never");
}

QVariant ScopeListModel::value(const Scope &scope, int column) const
{
    const ScopeFigures *figures = m_figures.of(scope.name);
    switch (column) {
    case ScopeColumn:
        return scope.name;
    case TitleColumn:
        return scope.title;
    case ApiColumn:
        return apiName(scope.apiId);
    case SensitiveColumn:
        return scope.sensitive;
    case CategoriesColumn:
        return scope.dataCategories;
    case RoutesColumn:
        return figures ? QVariant(qint64(figures->routes)) : QVariant();
    case HoldersColumn:
        return figures ? QVariant(qint64(figures->holders)) : QVariant();
    case UsersColumn:
        return figures ? QVariant(qint64(figures->users30d)) : QVariant();
    case LastUsedColumn:
        return figures && figures->lastUsedAt ? QVariant(*figures->lastUsedAt) : QVariant();
    default:
        return {};
    }
}

QString ScopeListModel::text(const Scope &scope, int column) const
{
    switch (column) {
    case SensitiveColumn:
        return scope.sensitive ? tr("Sensitive") : QString();
    case CategoriesColumn:
        return scope.dataCategories.isEmpty() ? tr("None named") : scope.dataCategories.join(u", "_s);
    case RoutesColumn:
    case HoldersColumn:
    case UsersColumn: {
        const QVariant number = value(scope, column);
        return number.isValid() ? QLocale().toString(number.toLongLong()) : QString();
    }
    case LastUsedColumn: {
        const ScopeFigures *figures = m_figures.of(scope.name);
        return figures ? lastUsedText(figures->lastUsedAt) : QString();
    }
    default:
        return value(scope, column).toString();
    }
}

QVariant ScopeListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Scope &scope = m_scopes.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(scope, index.column());
    case Qt::ToolTipRole:
        return index.column() == ScopeColumn ? scope.sentence : text(scope, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == ScopeColumn
                   ? tr("%1, %2", "scope, title").arg(scope.name, scope.title)
                   : tr("%1: %2").arg(heading(index.column()), text(scope, index.column()));
    case ValueRole:
        return value(scope, index.column());
    case IdRole:
        return scope.name;
    case ConflictsRole: {
        const ScopeFigures *figures = m_figures.of(scope.name);
        return figures ? figures->conflicts : 0;
    }
    default:
        return {};
    }
}

QString ScopeListModel::heading(int column)
{
    switch (column) {
    case ScopeColumn:
        return tr("Scope");
    case TitleColumn:
        return tr("What it gives");
    case ApiColumn:
        return tr("API");
    case SensitiveColumn:
        return tr("Sensitivity");
    case CategoriesColumn:
        return tr("Data categories");
    case RoutesColumn:
        return tr("Routes");
    case HoldersColumn:
        return tr("Held by");
    case UsersColumn:
        return tr("Used by");
    case LastUsedColumn:
        return tr("Last used");
    default:
        return {};
    }
}

QVariant ScopeListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    return heading(section);
}

} // namespace pc::models
