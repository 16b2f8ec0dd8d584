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

QList<ApiClash> apiClashes(const ApiDraft &draft, const QString &id, const QList<Api> &apis)
{
    using namespace Qt::StringLiterals;
    QList<ApiClash> clashes;
    for (const Api &other : apis) {
        if (other.id == id)
            continue;
        if (other.name == draft.name)
            clashes.append({u"/name"_s, other.name});
        if (other.audience == draft.audience)
            clashes.append({u"/audience"_s, other.name});
        if (other.host == draft.host && basePathsMeet(other.basePath, draft.basePath))
            clashes.append({u"/base_path"_s, other.name});
    }
    return clashes;
}

QString moved(const QString &path, const QString &from, const QString &to)
{
    return isBelow(from, path) ? to + path.sliced(from.size()) : path;
}

} // namespace pc::rules
