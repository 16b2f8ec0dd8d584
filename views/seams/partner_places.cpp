// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/seams/partner_places.h"

namespace pc::views::places {

using namespace Qt::StringLiterals;

QString tabForFix(const QString &fixAt)
{
    if (fixAt == "credentials"_L1)
        return u"credentials"_s;
    if (fixAt == "access"_L1)
        return u"access"_s;
    if (fixAt == "networks"_L1)
        return u"networks"_s;
    if (fixAt == "usage"_L1)
        return u"usage"_s;
    return u"overview"_s;
}

} // namespace pc::views::places
