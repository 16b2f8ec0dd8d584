// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/api_rules.h"

namespace pc::rules {

bool isBelow(const QString &basePath, const QString &path)
{
    return path.startsWith(basePath) && (path.size() == basePath.size() || path.at(basePath.size()) == u'/');
}

bool basePathsMeet(const QString &one, const QString &other)
{
    return isBelow(one, other) || isBelow(other, one);
}

QString moved(const QString &path, const QString &from, const QString &to)
{
    return to + path.sliced(from.size());
}

} // namespace pc::rules
