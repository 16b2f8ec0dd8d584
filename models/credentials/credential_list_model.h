// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/credentials_client.h"
#include "contract/types/credential.h"
#include "models/base/change_feed.h"
#include "models/base/paged_rows.h"

namespace pc::models {

/// Credentials of one partner, or of all. Expiry and end of grace are known beforehand: the model sets its
/// own timer and fetches again when the next one passes.
class CredentialListModel final : public PagedRows<Credential>
{
    Q_OBJECT
public:
    /// ValueRole: name; kind, state as int; QStringList of scopes; QDateTime or invalid; QDateTime; last four
    /// of the newest generation; owner; partner id; realm as int.
    enum Column {
        NameColumn,
        KindColumn,
        StateColumn,
        ScopesColumn,
        LastUsedColumn,
        ExpiresColumn,
        LastFourColumn,
        OwnerColumn,
        PartnerColumn,
        RealmColumn,
        ColumnCount
    };
    enum OwnRole {
        GraceUntilRole =
            FirstOwnRole, ///< QDateTime of the older generation's end, invalid when none is in grace
        ExpiringRole      ///< bool: it expires soon (contract/rules/expiring.h)
    };

    CredentialListModel(client::CredentialsClient &credentials, ChangeFeed &feed, QObject *parent = nullptr);
    ~CredentialListModel() override;

    void setQuery(const CredentialQuery &query);
    [[nodiscard]] const CredentialQuery &query() const { return m_query; }
    [[nodiscard]] const Credential &credentialAt(int row) const { return at(row); }
    [[nodiscard]] static bool canSort(int column);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    [[nodiscard]] client::Call fetchPage(const QString &cursor, int limit, PageCallback done) override;
    [[nodiscard]] static QVariant value(const Credential &credential, int column);
    [[nodiscard]] static QString text(const Credential &credential, int column);
    [[nodiscard]] QString accessibleText(const Credential &credential, int column) const;
    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] QString idOf(const Credential &credential) const override { return credential.id; }
    void rowsChanged() override;
    [[nodiscard]] bool showsUseOf(const Change &change) const;

    client::CredentialsClient &m_credentials;
    CredentialQuery m_query;
    Alarm m_alarm;
};

} // namespace pc::models
