// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/unseen.h"

#include "contract/rules/code_points.h"

#include <algorithm>

namespace pc::rules {

namespace {

bool isFromTheRight(char32_t c)
{
    const QChar::Direction direction = QChar::direction(c);
    return direction == QChar::DirR || direction == QChar::DirAL;
}

/// Its letters take other forms beside a joiner (RFC 5892, appendices A.1 and A.2, by script).
bool joins(char32_t letter)
{
    switch (QChar::script(letter)) {
    case QChar::Script_Unknown:
    case QChar::Script_Inherited:
    case QChar::Script_Common:
    case QChar::Script_Latin:
    case QChar::Script_Greek:
    case QChar::Script_Cyrillic:
    case QChar::Script_Armenian:
    case QChar::Script_Georgian:
    case QChar::Script_Hebrew:
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Bopomofo:
    case QChar::Script_Hangul:
        return false;
    default:
        return true;
    }
}

bool breaksUnseen(char32_t letter)
{
    switch (QChar::script(letter)) {
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

bool isPictograph(char32_t c)
{
    return QChar::category(c) == QChar::Symbol_Other || (c >= 0x1f3fb && c <= 0x1f3ff); // a skin tone
}

/// Has another form with a variation selector behind it.
bool hasVariants(char32_t c, char32_t next)
{
    constexpr char32_t keycap = 0x20e3;
    if ((c >= u'0' && c <= u'9') || c == u'#' || c == u'*')
        return next == keycap;
    if (isPictograph(c) || QChar::category(c) == QChar::Symbol_Math || c == 0x203c || c == 0x2049 ||
        c == 0x3030)
        return true;
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Mongolian:
    case QChar::Script_Myanmar:
    case QChar::Script_PhagsPa:
        return true;
    default:
        return false;
    }
}

/// Whether an ignorable character does something between what is kept before it and what comes next. `base`:
/// the last letter or picture before it.
bool works(char32_t c, char32_t before, char32_t base, char32_t next, bool fromTheRight)
{
    constexpr char32_t flag = 0x1f3f4;
    constexpr char32_t emojiVariant = 0xfe0f;
    if (c == 0x200c || c == 0x200d) {
        const bool picture = isPictograph(before) || (before == emojiVariant && isPictograph(base));
        return joins(base) || (c == 0x200d && picture && isPictograph(next));
    }
    if (c == 0x200e || c == 0x200f || c == 0x061c)
        return fromTheRight;
    if ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
        return true; // the rule of directions looks at them (text_rule.h)
    if (c >= 0xfe00 && c <= 0xfe0f)
        return hasVariants(before, next);
    if (c >= 0xe0100 && c <= 0xe01ef)
        return QChar::script(before) == QChar::Script_Han;
    if (c >= 0x180b && c <= 0x180f)
        return QChar::script(base) == QChar::Script_Mongolian;
    if (c >= 0xe0020 && c <= 0xe007f)
        return before == flag || (before >= 0xe0020 && before < 0xe007f);
    return c == 0x200b && breaksUnseen(base);
}

} // namespace

bool isIgnorable(char32_t c)
{
    return c == 0x00ad || c == 0x034f || c == 0x061c || c == 0x115f || c == 0x1160 || c == 0x17b4 ||
           c == 0x17b5 || (c >= 0x180b && c <= 0x180f) || (c >= 0x200b && c <= 0x200f) ||
           (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0x3164 || c == 0xfeff ||
           c == 0xffa0 || (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xfff0 && c <= 0xfff8) ||
           (c >= 0x1bca0 && c <= 0x1bca3) || (c >= 0x1d173 && c <= 0x1d17a) || (c >= 0xe0000 && c <= 0xe0fff);
}

QString withoutIdle(const QString &text)
{
    bool any = false;
    bool fromTheRight = false;
    for (CodePoints at(text); at.more();) {
        const char32_t c = at.next();
        any = any || isIgnorable(c);
        fromTheRight = fromTheRight || (isFromTheRight(c) && !isIgnorable(c)); // a mark is no letter
    }
    if (!any)
        return text;
    QString kept;
    char32_t before = 0;
    char32_t base = 0;
    for (CodePoints at(text); at.more();) {
        const char32_t c = at.next();
        CodePoints ahead(QStringView(text).sliced(at.position()));
        const char32_t next = ahead.more() ? ahead.next() : 0;
        if (isIgnorable(c) && !works(c, before, base, next, fromTheRight))
            continue;
        kept += QChar::fromUcs4(c);
        before = c;
        if (!isIgnorable(c) && !isMark(c))
            base = c;
    }
    return kept;
}

} // namespace pc::rules
