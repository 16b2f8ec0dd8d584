// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/scope_holder_model.h"

#include "models/catalogue/scope_list_model.h"
#include "models/text/enum_names.h"
#include "models/text/figures.h"

#include <QLocale>

namespace pc::models {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

ScopeHolderModel::ScopeHolderModel(client::ScopesClient &scopes, ChangeFeed &feed, QObject *parent)
    : PagedRows<ScopeHolder>(feed.clock(), parent), m_scopes(scopes)
{
    const auto again = [this](std::chrono::milliseconds delay) {
        if (!m_scope.isEmpty())
            refreshWithin(delay);
    };
    connect(&feed, &ChangeFeed::reset, this, [again] { again(0ms); });
    connect(&feed, &ChangeFeed::changed, this, [again](const Change &change) {
        if (change.kind == ChangeKind::Catalogue || change.kind == ChangeKind::Grant ||
            change.kind == ChangeKind::Credential || change.kind == ChangeKind::Partner)
            again(300ms);
    });
}

ScopeHolderModel::~ScopeHolderModel() = default;

void ScopeHolderModel::setScope(const QString &name)
{
    if (name == m_scope)
        return;
    m_scope = name;
    dropRows();
    if (!name.isEmpty())
        startOver();
}

client::Call ScopeHolderModel::fetchPage(const QString &cursor, int limit, PageCallback done)
{
    return m_scopes.holders(m_scope, cursor, limit, this, std::move(done));
}

int ScopeHolderModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString ScopeHolderModel::conflictText(const ScopeHolder &holder)
{
    return conflictText(!holder.basis, holder.uncovered);
}

QString ScopeHolderModel::conflictText(bool basis, const QStringList &categories)
{
    const QString data = categories.join(u", "_s);
    if (basis && !categories.isEmpty())
        return tr("Its lawful basis does not allow it, and its agreement does not name %1").arg(data);
    if (basis)
        return tr("Its lawful basis does not allow it");
    return categories.isEmpty() ? QString() : tr("Its agreement does not name %1").arg(data);
}

QVariant ScopeHolderModel::value(const ScopeHolder &holder, int column)
{
    switch (column) {
    case PartnerColumn:
        return holder.name;
    case StageColumn:
        return static_cast<int>(holder.stage);
    case CallsColumn:
        return holder.calls30d;
    case LastUsedColumn:
        return holder.lastUsedAt.value_or(QDateTime());
    case CredentialsColumn: {
        QStringList names;
        for (const ScopeCaller &each : holder.credentials)
            names.append(each.name);
        return names;
    }
    case GrantColumn:
        return holder.grantUpdatedAt;
    case AllowedColumn:
        return holder.basis && holder.uncovered.isEmpty();
    default:
        return {};
    }
}

QString ScopeHolderModel::text(const ScopeHolder &holder, int column)
{
    switch (column) {
    case StageColumn:
        return nameOf(holder.stage);
    case CallsColumn:
        return QLocale().toString(holder.calls30d);
    case LastUsedColumn:
        return ScopeListModel::lastUsedText(holder.lastUsedAt);
    case CredentialsColumn:
        return holder.credentials.isEmpty() ? tr("None") : value(holder, column).toStringList().join(u", "_s);
    case GrantColumn:
        return utcText(holder.grantUpdatedAt);
    case AllowedColumn: {
        const QString conflict = conflictText(holder);
        return conflict.isEmpty() ? tr("Covered") : conflict;
    }
    default:
        return value(holder, column).toString();
    }
}

QVariant ScopeHolderModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ScopeHolder &holder = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(holder, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == PartnerColumn
                   ? tr("%1, %2", "partner, stage").arg(holder.name, nameOf(holder.stage))
                   : tr("%1: %2").arg(heading(index.column()), text(holder, index.column()));
    case ValueRole:
        return value(holder, index.column());
    case IdRole:
        return holder.partnerId;
    default:
        return {};
    }
}

QString ScopeHolderModel::heading(int column) const
{
    switch (column) {
    case PartnerColumn:
        return tr("Partner");
    case StageColumn:
        return tr("Stage");
    case CallsColumn:
        return tr("Calls in 30 days");
    case LastUsedColumn:
        return tr("Last used");
    case CredentialsColumn:
        return tr("Credentials that have it");
    case GrantColumn:
        return tr("Grant changed");
    case AllowedColumn:
        return tr("Agreement");
    default:
        return {};
    }
}

bool isUnusedFor(const ScopeHolder &holder, int days, const QDateTime &now)
{
    // The day's figures: what was used on a day may have been used at its end.
    return holder.calls30d == 0 && (!holder.lastUsedAt || holder.lastUsedAt->addDays(days + 1) <= now);
}

} // namespace pc::models
