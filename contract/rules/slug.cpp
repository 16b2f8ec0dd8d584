// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/slug.h"

#include "contract/rules/field_limits.h"
#include "contract/rules/fold.h"
#include "contract/rules/text_rule.h"

namespace pc::rules {

QString suggestSlug(const QString &name)
{
    const qsizetype longest = limit("PartnerDraft", "slug").maximum;
    constexpr qsizetype looked = 1024; // of a longer one the beginning is enough
    QString slug;
    for (const QChar c : fold(beginningOf(name, looked))) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            slug += c;
        else if (!slug.isEmpty() && !slug.endsWith(u'-'))
            slug += u'-';
        if (slug.size() >= longest)
            break;
    }
    while (slug.endsWith(u'-'))
        slug.chop(1);
    return slug;
}

} // namespace pc::rules
