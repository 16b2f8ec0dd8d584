// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/enums.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace pc::platform {

/// The demo API's data: made up, the same at every start, and different for each partner and realm.
/// Everything is derived from the partner id that a decision proved, so an id of another partner's object
/// simply does not exist here.
class DemoData
{
public:
    DemoData(QString partnerId, Realm realm);

    [[nodiscard]] QJsonArray products() const;
    [[nodiscard]] QJsonArray orders() const;
    [[nodiscard]] QJsonArray invoices() const;
    [[nodiscard]] QJsonArray customers() const;

    [[nodiscard]] QJsonObject balance(const QString &accountId) const;
    [[nodiscard]] QJsonArray movements(const QString &accountId) const;

private:
    /// Repeatable number for the n-th thing of a kind.
    [[nodiscard]] quint64 number(const QString &kind, const QString &key) const;
    [[nodiscard]] QString id(const QString &prefix, int n) const;
    [[nodiscard]] QJsonObject order(int n) const;

    QString m_partnerId;
    Realm m_realm;
};

} // namespace pc::platform
