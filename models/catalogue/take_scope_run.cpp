// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/take_scope_run.h"

#include "client/http/idempotency_key.h"
#include "models/access/grant_changes.h"
#include "models/base/item_roles.h"

#include <algorithm>

namespace pc::models {

using client::ErrorKind;

TakeScopeRun::TakeScopeRun(client::AccessClient &access, const QString &scope, const QList<Item> &items,
                           QObject *parent)
    : QAbstractTableModel(parent), m_access(access), m_scope(scope), m_items(items)
{
    for (const Item &each : items)
        m_chosen.append(each.partnerId);
}

TakeScopeRun::~TakeScopeRun() = default;

void TakeScopeRun::choose(const QStringList &partnerIds)
{
    if (m_at >= 0 || partnerIds == m_chosen)
        return;
    m_chosen = partnerIds;
    if (!m_items.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT stateChanged();
}

void TakeScopeRun::start(const QString &reason, const QString &ticket)
{
    if (m_at >= 0)
        return;
    m_reason = reason;
    m_ticket = ticket;
    next();
}

void TakeScopeRun::stop()
{
    m_stopped = true;
}

int TakeScopeRun::count(State state) const
{
    return static_cast<int>(std::count_if(m_items.begin(), m_items.end(),
                                          [state](const Item &each) { return each.state == state; }));
}

void TakeScopeRun::next()
{
    for (++m_at; m_at < m_items.size(); ++m_at) {
        Item &item = m_items[m_at];
        const bool isWanted = m_chosen.contains(item.partnerId) && !m_stopped;
        item.state = isWanted ? State::Working : State::LeftOut;
        const int row = static_cast<int>(m_at);
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        if (isWanted) {
            Q_EMIT stateChanged();
            return read(false);
        }
    }
    Q_EMIT stateChanged();
}

void TakeScopeRun::read(bool isRetry)
{
    m_call = m_access.grant(m_items.at(m_at).partnerId, this,
                            [this, isRetry](const client::Result<Versioned<Grant>> &result) {
                                if (!result)
                                    return settle(State::Refused, result.error());
                                if (!result->value.scopes.contains(m_scope))
                                    return settle(State::NotHeld);
                                write(*result, isRetry);
                            });
}

void TakeScopeRun::write(const Versioned<Grant> &grant, bool isRetry)
{
    GrantEdit edit = editOf(grant.value);
    edit.scopes.removeAll(m_scope);
    edit.reason = m_reason;
    edit.ticket = m_ticket;
    m_call = m_access.editGrant(grant.value.partnerId, edit, grant.etag, client::IdempotencyKey::make(), this,
                                [this, isRetry](const client::Result<Versioned<Grant>> &result) {
                                    if (result)
                                        return settle(State::Taken);
                                    const client::ApiError &error = result.error();
                                    if (error.status == 412 && !isRetry)
                                        return read(true);
                                    if (error.status > 0)
                                        return settle(State::Refused, error);
                                    lookUp(error);
                                });
}

/// No answer came: what the grant says now is what became of it.
void TakeScopeRun::lookUp(const client::ApiError &error)
{
    m_call = m_access.grant(
        m_items.at(m_at).partnerId, this, [this, error](const client::Result<Versioned<Grant>> &result) {
            const bool isGone = result && !result->value.scopes.contains(m_scope);
            settle(isGone ? State::Taken : State::Unknown, isGone ? std::nullopt : std::optional(error));
        });
}

void TakeScopeRun::settle(State state, const std::optional<client::ApiError> &error)
{
    Item &item = m_items[m_at];
    item.state = state;
    item.error = error;
    const int row = static_cast<int>(m_at);
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    next();
}

int TakeScopeRun::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

int TakeScopeRun::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString TakeScopeRun::stateText(State state)
{
    switch (state) {
    case State::Waiting:
        return {};
    case State::Working:
        return tr("Under way…");
    case State::Taken:
        return tr("Taken away");
    case State::NotHeld:
        return tr("Not held any more");
    case State::Refused:
        return tr("Not taken away");
    case State::Unknown:
        return tr("Not known: look at its grant");
    case State::LeftOut:
        return tr("Left as it is");
    }
    return {};
}

QVariant TakeScopeRun::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Item &item = m_items.at(index.row());
    const QString text = index.column() == PartnerColumn  ? item.name
                         : index.column() == RemarkColumn ? item.remark
                                                          : stateText(item.state);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text;
    case Qt::CheckStateRole:
        if (index.column() != PartnerColumn)
            return {};
        return isChosen(index.row()) ? Qt::Checked : Qt::Unchecked;
    case Qt::AccessibleTextRole:
        if (index.column() == PartnerColumn && m_at < 0)
            return isChosen(index.row()) ? tr("%1, chosen", "partner").arg(text)
                                         : tr("%1, not chosen", "partner").arg(text);
        return text;
    case ValueRole:
        return index.column() == StateColumn ? QVariant(static_cast<int>(item.state)) : QVariant(text);
    case IdRole:
        return item.partnerId;
    default:
        return {};
    }
}

QVariant TakeScopeRun::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    switch (section) {
    case PartnerColumn:
        return tr("Partner");
    case RemarkColumn:
        return tr("Last used");
    default:
        return tr("Outcome");
    }
}

} // namespace pc::models
