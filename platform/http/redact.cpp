// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/redact.h"

#include <QRegularExpression>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr auto option = QRegularExpression::CaseInsensitiveOption;

/// `<brand>_<type>_<realm>_<id16>_<secret43><crc6>`: whatever follows the id goes, even one character of it.
const QRegularExpression &credentialPattern()
{
    static const QRegularExpression pattern(
        u"([a-z]{3,6}(?:_|%5f)(?:ak|cs|ol)(?:_|%5f)(?:sbx|prd)(?:_|%5f)[0-9a-z]{16}(?:_|%5f))[0-9a-z]+"_s,
        option);
    return pattern;
}

const QRegularExpression &jwtPattern()
{
    static const QRegularExpression pattern(u"\\beyJ[A-Za-z0-9_-]{4,}(?:\\.[A-Za-z0-9_-]*){0,4}"_s);
    return pattern;
}

const QRegularExpression &schemePattern()
{
    static const QRegularExpression pattern(u"\\b(bearer|basic|dpop)((?:\\s|%20|\\+)+)[A-Za-z0-9._~+/=%-]+"_s,
                                            option);
    return pattern;
}

const QRegularExpression &parameterPattern()
{
    static const QRegularExpression pattern(
        u"\\b((?:client_secret|client_assertion|access_token|refresh_token|id_token|token|password|"
        u"passphrase|secret|"
        u"api_key|apikey|assertion|code|claim|pepper)\"?(?:=|:|%3d)\\s*\"?)[^&\\s\",;}]+"_s,
        option);
    return pattern;
}

const QRegularExpression &privateKeyPattern()
{
    static const QRegularExpression pattern(
        u"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)"_s,
        QRegularExpression::DotMatchesEverythingOption);
    return pattern;
}

bool isTokenCharacter(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= u'0' && u <= u'9') || (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || u == u'-' ||
           u == u'_';
}

/// The last net: long runs that look random. Written by hand because a pattern with look-aheads would be
/// quadratic.
QString withoutLongRuns(const QString &text)
{
    constexpr qsizetype longest = 40;
    QString clean;
    clean.reserve(text.size());
    qsizetype i = 0;
    while (i < text.size()) {
        qsizetype end = i;
        bool upper = false;
        bool lower = false;
        bool digit = false;
        for (; end < text.size() && isTokenCharacter(text[end]); ++end) {
            const char16_t u = text[end].unicode();
            upper = upper || (u >= u'A' && u <= u'Z');
            lower = lower || (u >= u'a' && u <= u'z');
            digit = digit || (u >= u'0' && u <= u'9');
        }
        if (end - i >= longest && upper && lower && digit)
            clean += u"[redacted]"_s;
        else
            clean += QStringView(text).sliced(i, end - i);
        if (end < text.size())
            clean += text[end++];
        i = end;
    }
    return clean;
}

} // namespace

QString redact(const QString &text)
{
    if (text.size() < 6)
        return text;
    QString clean = text;
    clean.replace(privateKeyPattern(), u"[redacted]"_s);
    clean.replace(credentialPattern(), u"\\1[redacted]"_s);
    clean.replace(jwtPattern(), u"[redacted]"_s);
    clean.replace(schemePattern(), u"\\1\\2[redacted]"_s);
    clean.replace(parameterPattern(), u"\\1[redacted]"_s);
    return withoutLongRuns(clean);
}

} // namespace pc::platform
