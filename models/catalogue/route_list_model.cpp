// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/route_list_model.h"

#include "contract/rules/fold.h"
#include "models/text/figures.h"

#include <algorithm>

namespace pc::models {

using namespace Qt::StringLiterals;

namespace {

QStringList scopesOf(const Route &route)
{
    QStringList scopes = route.alsoScopes;
    if (!route.scope.isEmpty())
        scopes.prepend(route.scope);
    return scopes;
}

QString searchedText(const Route &route)
{
    return rules::fold(QStringList{route.method, route.pathTemplate, scopesOf(route).join(u' '), route.title,
                                   route.operationId}
                           .join(u' '));
}

} // namespace

RouteListModel::RouteListModel(CatalogueModel &catalogue, QObject *parent)
    : QAbstractTableModel(parent), m_catalogue(catalogue)
{
    connect(&catalogue, &ObjectModel::changed, this, &RouteListModel::take);
}

RouteListModel::~RouteListModel() = default;

void RouteListModel::setApi(const QString &apiId)
{
    if (apiId == m_apiId)
        return;
    m_apiId = apiId;
    take();
}

void RouteListModel::setFilter(const QString &text)
{
    QStringList words = rules::fold(text).split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = std::move(words);
    fill();
}

/// The catalogue is others' as well: what of it is not of this API stays untouched, and so do the rows.
void RouteListModel::take()
{
    QList<Route> mine;
    if (!m_apiId.isEmpty())
        for (const Route &route : m_catalogue.routes())
            if (route.apiId == m_apiId)
                mine.append(route);
    if (mine == m_all)
        return;
    m_all = std::move(mine);
    m_searched.clear();
    m_searched.reserve(m_all.size());
    for (const Route &route : std::as_const(m_all))
        m_searched.append(searchedText(route));
    fill();
}

void RouteListModel::fill()
{
    beginResetModel();
    m_routes.clear();
    for (qsizetype i = 0; i < m_all.size(); ++i) {
        const QString &searched = m_searched.at(i);
        if (std::all_of(m_words.cbegin(), m_words.cend(),
                        [&searched](const QString &word) { return searched.contains(word); }))
            m_routes.append(m_all.at(i));
    }
    endResetModel();
    Q_EMIT rowsReplaced();
}

int RouteListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_routes.size());
}

int RouteListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString RouteListModel::text(const Route &route, int column)
{
    switch (column) {
    case MethodColumn:
        return route.method;
    case PathColumn:
        return route.pathTemplate;
    case ScopeColumn:
        return scopesOf(route).join(u", "_s);
    case TitleColumn:
        return route.title;
    default:
        return {};
    }
}

QVariant RouteListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Route &route = m_routes.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(route, index.column());
    case Qt::ToolTipRole:
        if (index.column() == PathColumn && route.sunsetAt)
            return tr("%1, ends %2", "path, when").arg(route.pathTemplate, utcText(*route.sunsetAt));
        return text(route, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == MethodColumn
                   ? tr("%1 %2, scopes %3", "method, path")
                         .arg(route.method, route.pathTemplate, scopesOf(route).join(u", "_s))
                   : tr("%1: %2").arg(heading(index.column()), text(route, index.column()));
    case ValueRole:
        return index.column() == ScopeColumn ? QVariant(scopesOf(route))
                                             : QVariant(text(route, index.column()));
    case IdRole:
        return route.id;
    case EndsRole:
        return route.sunsetAt.value_or(QDateTime());
    default:
        return {};
    }
}

QString RouteListModel::heading(int column)
{
    switch (column) {
    case MethodColumn:
        return tr("Method");
    case PathColumn:
        return tr("Path");
    case ScopeColumn:
        return tr("Scopes");
    case TitleColumn:
        return tr("What it does");
    default:
        return {};
    }
}

QVariant RouteListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    return heading(section);
}

} // namespace pc::models
