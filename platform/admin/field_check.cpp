// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/field_check.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

bool isClean(const QString &text, bool multiline)
{
    return std::none_of(text.begin(), text.end(), [multiline](QChar c) {
        if (multiline && (c == u'\n' || c == u'\t'))
            return false;
        // Bidirectional overrides could make a name read as another one.
        const char16_t code = c.unicode();
        return c.category() == QChar::Other_Control || (code >= 0x202a && code <= 0x202e) ||
               (code >= 0x2066 && code <= 0x2069);
    });
}

} // namespace

void FieldCheck::fail(const QString &pointer, const QString &code, const QString &detail)
{
    m_errors.append({pointer, code, detail});
}

void FieldCheck::required(const QString &pointer, const QString &text, int maxLength)
{
    if (text.trimmed().isEmpty())
        fail(pointer, u"required"_s, u"Required."_s);
    else
        optional(pointer, text, maxLength);
}

void FieldCheck::optional(const QString &pointer, const QString &text, int maxLength, bool multiline)
{
    if (text.size() > maxLength)
        fail(pointer, u"too_long"_s, u"At most %1 characters."_s.arg(maxLength));
    else if (!isClean(text, multiline))
        fail(pointer, u"bad_characters"_s, u"Control characters are not allowed."_s);
    else if (text != text.trimmed())
        fail(pointer, u"bad_spaces"_s, u"No spaces at the beginning or the end."_s);
}

void checkReason(FieldCheck &check, const QString &reason, const QString &ticket, bool required)
{
    if (required)
        check.required(u"/reason"_s, reason, 500);
    else
        check.optional(u"/reason"_s, reason, 500);
    check.optional(u"/ticket"_s, ticket, 60);
}

} // namespace pc::platform
