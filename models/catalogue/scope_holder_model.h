// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/scopes_client.h"
#include "models/base/change_feed.h"
#include "models/base/paged_rows.h"

namespace pc::models {

/// The partners that hold one scope, by name.
class ScopeHolderModel final : public PagedRows<ScopeHolder>
{
    Q_OBJECT
public:
    /// ValueRole: name; Stage; calls; QDateTime of the last use (invalid: never); QStringList of credential
    /// names; QDateTime of the grant; whether all is allowed.
    enum Column {
        PartnerColumn,
        StageColumn,
        CallsColumn,
        LastUsedColumn,
        CredentialsColumn,
        GrantColumn,
        AllowedColumn,
        ColumnCount
    };

    ScopeHolderModel(client::ScopesClient &scopes, ChangeFeed &feed, QObject *parent = nullptr);
    ~ScopeHolderModel() override;

    /// Empty: of none.
    void setScope(const QString &name);
    [[nodiscard]] const QString &scope() const { return m_scope; }
    [[nodiscard]] const ScopeHolder &holderAt(int row) const { return at(row); }
    [[nodiscard]] const QList<ScopeHolder> &holders() const { return rows(); }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    /// Why a holder should not have it; empty when it may.
    [[nodiscard]] static QString conflictText(const ScopeHolder &holder);
    [[nodiscard]] static QString conflictText(bool basis, const QStringList &categories);

private:
    [[nodiscard]] client::Call fetchPage(const QString &cursor, int limit, PageCallback done) override;
    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] QString idOf(const ScopeHolder &holder) const override { return holder.partnerId; }
    [[nodiscard]] static QVariant value(const ScopeHolder &holder, int column);
    [[nodiscard]] static QString text(const ScopeHolder &holder, int column);

    client::ScopesClient &m_scopes;
    QString m_scope;
};

/// Whether a holder did not use the scope for so long. `now`: UTC.
[[nodiscard]] bool isUnusedFor(const ScopeHolder &holder, int days, const QDateTime &now);

} // namespace pc::models
