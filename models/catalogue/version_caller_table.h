// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/version.h"
#include "models/catalogue/review_tables.h"

namespace pc::models {

/// Who still calls a version, most calls first.
class VersionCallerTable final : public ReviewTable
{
    Q_OBJECT
public:
    /// ValueRole: name; calls of 30 and of 7 days; QDateTime of the last call; QStringList of credentials and
    /// of routes; name and mail address of the first contact.
    enum Column {
        PartnerColumn,
        CallsColumn,
        WeekColumn,
        LastColumn,
        CredentialsColumn,
        RoutesColumn,
        ContactColumn,
        MailColumn,
        ColumnCount
    };
    using ReviewTable::ReviewTable;
    void setCallers(const QList<VersionCaller> &callers);
    [[nodiscard]] const VersionCaller &callerAt(int row) const { return m_callers.at(row); }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    /// Its name, or its id when the partner is gone.
    [[nodiscard]] static QString nameOfCaller(const VersionCaller &caller);

private:
    [[nodiscard]] int rows() const override { return static_cast<int>(m_callers.size()); }
    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] QVariant value(int row, int column) const override;
    [[nodiscard]] QString id(int row) const override { return m_callers.at(row).partnerId; }
    [[nodiscard]] QString sentence(int row) const override;

    QList<VersionCaller> m_callers;
};

} // namespace pc::models
