// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/item_roles.h"
#include "models/imports/legacy_campaign_model.h"

#include <QAbstractTableModel>

namespace pc::models {

/// Which of the imported keys and client ids are shown.
struct LegacyKeyFilter
{
    enum class Show { Left, NearDeadline, WithoutSuccessor, Over, All };
    QString text;                                  ///< in a name, a partner or a contact
    CredentialKind kind = CredentialKind::Unknown; ///< Unknown: both
    Show show = Show::Left;
    bool operator==(const LegacyKeyFilter &) const = default;
};

/// The imported keys and client ids of a campaign, as the platform orders them: the next deadline first.
class LegacyKeyTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// ValueRole: text; text; CredentialKind; Realm; QDateTime; QDateTime; calls; text; text;
    /// CredentialState.
    enum Column {
        PartnerColumn,
        NameColumn,
        KindColumn,
        RealmColumn,
        DeadlineColumn,
        LastUsedColumn,
        CallsColumn,
        SuccessorColumn,
        ContactColumn,
        StateColumn,
        ColumnCount
    };
    enum OwnRole {
        NearRole = FirstOwnRole, ///< left, and its deadline is near
        LeftRole,
        PartnerIdRole
    };
    /// A partner's software has to be changed before it.
    static constexpr int nearDays = 30;

    LegacyKeyTable(const LegacyCampaignModel &campaign, TimerClock &clock, QObject *parent = nullptr);
    ~LegacyKeyTable() override;

    void setFilter(const LegacyKeyFilter &filter);
    [[nodiscard]] const LegacyKeyFilter &filter() const { return m_filter; }
    [[nodiscard]] const LegacyKeyState &key(int row) const { return m_rows.at(row); }
    /// Of all that are left: how many end within nearDays.
    [[nodiscard]] int nearDeadline() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void follow();
    [[nodiscard]] bool isNear(const LegacyKeyState &key) const;
    [[nodiscard]] bool isShown(const LegacyKeyState &key) const;

    const LegacyCampaignModel &m_campaign;
    TimerClock &m_clock;
    LegacyKeyFilter m_filter;
    QList<LegacyKeyState> m_rows;
};

/// It can still be used, or could be resumed.
[[nodiscard]] bool isLeft(const LegacyKeyState &key);

} // namespace pc::models
