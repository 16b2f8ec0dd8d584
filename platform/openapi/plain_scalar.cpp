// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/openapi/plain_scalar.h"

#include "platform/uri/percent.h"

#include <algorithm>
#include <array>

namespace pc::platform::openapi {

using namespace Qt::StringLiterals;

namespace {

struct PlainWord
{
    const char16_t *written;
    const char16_t *json;
};
constexpr std::array plainWords{
    PlainWord{u"", u"null"},       PlainWord{u"~", u"null"},     PlainWord{u"null", u"null"},
    PlainWord{u"Null", u"null"},   PlainWord{u"NULL", u"null"},  PlainWord{u"true", u"true"},
    PlainWord{u"True", u"true"},   PlainWord{u"TRUE", u"true"},  PlainWord{u"false", u"false"},
    PlainWord{u"False", u"false"}, PlainWord{u"FALSE", u"false"}};

bool isDecimalDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// The digits from `at` on; `at` is behind them afterwards.
QStringView digitsFrom(QStringView text, qsizetype &at)
{
    const qsizetype begin = at;
    while (at < text.size() && isDecimalDigit(text[at]))
        ++at;
    return text.sliced(begin, at - begin);
}

bool isSign(QChar c)
{
    return c == u'+' || c == u'-';
}

/// 0o17, 0x1F: without a sign.
std::optional<QString> basedNumber(QStringView text)
{
    const int base = text.startsWith(u"0o") ? 8 : text.startsWith(u"0x") ? 16 : 0;
    const QStringView digits = base == 0 ? QStringView() : text.sliced(2);
    const auto isDigit = [base](QChar c) {
        const int digit = hexValue(c.toLatin1());
        return digit >= 0 && digit < base;
    };
    if (digits.isEmpty() || !std::all_of(digits.begin(), digits.end(), isDigit))
        return std::nullopt;
    bool fits = false;
    const qulonglong value = digits.toULongLong(&fits, base);
    return fits ? std::optional(QString::number(value)) : std::nullopt;
}

/// Of JSON's form (RFC 8259 section 6): no plus before it, a digit on both sides of a point, and no zero
/// before another digit.
std::optional<QString> decimalNumber(QStringView text)
{
    qsizetype at = !text.isEmpty() && isSign(text.front()) ? 1 : 0;
    QString json = text.startsWith(u'-') ? u"-"_s : QString();
    QStringView whole = digitsFrom(text, at);
    QStringView fraction;
    const bool hasPoint = at < text.size() && text[at] == u'.';
    if (hasPoint) {
        ++at;
        fraction = digitsFrom(text, at);
    }
    if (whole.isEmpty() && fraction.isEmpty())
        return std::nullopt;
    const qsizetype exponent = at;
    if (at < text.size() && (text[at] == u'e' || text[at] == u'E')) {
        ++at;
        if (at < text.size() && isSign(text[at]))
            ++at;
        if (digitsFrom(text, at).isEmpty())
            return std::nullopt;
    }
    if (at != text.size())
        return std::nullopt;
    while (whole.size() > 1 && whole.front() == u'0')
        whole = whole.sliced(1);
    json += whole.isEmpty() ? u"0"_s : whole.toString();
    if (!fraction.isEmpty())
        json += u'.' + fraction.toString();
    json += text.sliced(exponent);
    bool fits = false;
    (void)json.toDouble(&fits);
    return fits ? std::optional(json) : std::nullopt; // else not every reader of JSON takes it
}

} // namespace

std::optional<QString> plainAsJson(QStringView text)
{
    const auto *word = std::find_if(plainWords.begin(), plainWords.end(),
                                    [text](const PlainWord &each) { return text == each.written; });
    if (word != plainWords.end())
        return QString::fromUtf16(word->json);
    if (auto based = basedNumber(text))
        return based;
    return decimalNumber(text);
}

} // namespace pc::platform::openapi
