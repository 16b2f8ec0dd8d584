// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/credentials_client.h"
#include "models/base/change_feed.h"
#include "models/base/item_roles.h"
#include "models/base/object_model.h"

#include <QAbstractTableModel>

namespace pc::models {

/// How many sources use which generation; for "3 of 4 sources still use the old key".
struct GenerationUse
{
    int generation = 0;
    int sources = 0;
    qint64 calls = 0;
    std::optional<QDateTime> lastSeenAt;
    bool operator==(const GenerationUse &) const = default;
};

/// Rows: generation × source address × user agent.
class SourceUseTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// ValueRole: int; text; text; QDateTime; QDateTime; calls.
    enum Column {
        GenerationColumn,
        SourceColumn,
        UserAgentColumn,
        FirstSeenColumn,
        LastSeenColumn,
        CallsColumn,
        ColumnCount
    };
    explicit SourceUseTable(QObject *parent = nullptr);
    ~SourceUseTable() override;
    void setRows(const QList<SourceUse> &rows);
    [[nodiscard]] const QList<SourceUse> &rows() const { return m_rows; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<SourceUse> m_rows;
};

/// Facts about the use of one credential: shown beside a rotation and before access is taken away. Follows
/// the feed.
class CredentialUseModel final : public ObjectModel
{
    Q_OBJECT
public:
    CredentialUseModel(client::CredentialsClient &credentials, ChangeFeed &feed, QObject *parent = nullptr);
    ~CredentialUseModel() override;
    void setCredential(const QString &credentialId, const QString &partnerId);
    [[nodiscard]] const QString &credentialId() const { return m_credentialId; }
    [[nodiscard]] bool hasValue() const override { return m_use.has_value(); }
    [[nodiscard]] const std::optional<pc::CredentialUse> &use() const { return m_use; }
    /// Newest generation first.
    [[nodiscard]] QList<GenerationUse> perGeneration() const;
    /// Distinct source addresses over all generations.
    [[nodiscard]] int sourceCount() const;
    [[nodiscard]] SourceUseTable &table() { return m_table; }
    void refresh() override;

private:
    void dropValue() override;

    client::CredentialsClient &m_credentials;
    ChangeFeed &m_feed;
    QString m_credentialId;
    QString m_partnerId;
    std::optional<pc::CredentialUse> m_use;
    SourceUseTable m_table;
    client::Call m_call;
};

} // namespace pc::models
