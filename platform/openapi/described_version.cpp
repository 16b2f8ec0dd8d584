// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/openapi/described_version.h"

#include "contract/rules/text_rule.h"

namespace pc::platform::openapi {

using namespace Qt::StringLiterals;

std::optional<QString> versionOf(const QString &text)
{
    if (text == u"3.0" || text == u"3.1")
        return QString(text + u".0"_s);
    return pc::rules::matchesWhole(u"3\\.[01]\\.[0-9]{1,4}(-[A-Za-z0-9.]{1,20})?"_s, text)
               ? std::optional(text)
               : std::nullopt;
}

} // namespace pc::platform::openapi
