// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/enums.h"

#include <QDate>
#include <QString>

namespace pc::platform {

/// One quota counter as the store keeps it.
struct QuotaCount
{
    QString partnerId;
    Realm realm = Realm::Unknown;
    QDate day;            ///< in the partner's time zone
    qint64 used = 0;      ///< by this node
    qint64 elsewhere = 0; ///< by all others
    bool operator==(const QuotaCount &) const = default;
};

} // namespace pc::platform
