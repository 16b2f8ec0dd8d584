// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/redaction.h"

#include "contract/crypto/disguise.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <unordered_set>

namespace pc {

using namespace Qt::StringLiterals;

namespace {

constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption;
constexpr qsizetype longRun = 40;
constexpr qsizetype spacedRun = shortestEncodedRun / 2 * 3 - 1;
constexpr qsizetype secretLength = 49; // with its checksum
constexpr qsizetype operatorTokenLength = 43;
constexpr const char *typeNames[]{"ak", "cs", "ol"};

enum class RedactionLevel { Text, Wire };

struct Range
{
    qsizetype from = 0;
    qsizetype to = 0;
};

bool isUpper(char16_t c)
{
    return c >= u'A' && c <= u'Z';
}

bool isLower(char16_t c)
{
    return c >= u'a' && c <= u'z';
}

bool isDigit(char16_t c)
{
    return c >= u'0' && c <= u'9';
}

bool isTokenCharacter(char16_t c)
{
    return isUpper(c) || isLower(c) || isDigit(c) || c == u'-' || c == u'_';
}

bool startsAt(QStringView text, qsizetype at, QStringView word)
{
    return text.size() - at >= word.size() &&
           text.sliced(at, word.size()).compare(word, Qt::CaseInsensitive) == 0;
}

bool isSeparator(char16_t c)
{
    return c == u'_' || c == u'-' || c == u'.';
}

bool isBase62(char16_t c)
{
    return isUpper(c) || isLower(c) || isDigit(c);
}

/// "_ak_", "_cs_" or "_ol_", with any separator, and what a line break leaves behind one.
bool isTypeAt(QStringView text, qsizetype at)
{
    constexpr qsizetype longest = 8;
    QStringView rest = text.sliced(at + 1).first(std::min(text.size() - at - 1, longest));
    while (!rest.isEmpty() && rest.front().isSpace())
        rest = rest.sliced(1);
    // One of quoted-printable or of an entity is seen by its own sign.
    return rest.size() >= 3 && isSeparator(rest[2].unicode()) &&
           std::any_of(std::begin(typeNames), std::end(typeNames), [type = rest.first(2)](const char *name) {
               return type.compare(QLatin1String(name), Qt::CaseInsensitive) == 0;
           });
}

/// Cheap, for every stored text: false only when none of the patterns below can match.
bool mayHoldSecret(QStringView text, RedactionLevel level)
{
    qsizetype encoded = 0;
    qsizetype token = 0;
    qsizetype base32 = 0;
    qsizetype spaced = 0; // hexadecimal, its bytes apart
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        encoded = isEncodedCharacter(c) ? encoded + 1 : 0;
        token = isTokenCharacter(c) ? token + 1 : 0;
        spaced = hexDigit(c) >= 0 || c == u':' || c == u'-' || c == u' ' || c == u',' ? spaced + 1 : 0;
        base32 = isUpper(c) || isLower(c) || (c >= u'2' && c <= u'7') ? base32 + 1 : 0;
        if (encoded >= shortestEncodedRun || base32 >= shortestBase32Run || spaced >= spacedRun ||
            (level == RedactionLevel::Wire && token >= longRun))
            return true;
        switch (c) {
        case u'\\':
        case u'&':
            if (i + 1 < text.size() && QStringView(u"xXuU#lL_-.01").contains(text[i + 1]))
                return true;
            break;
        case u'<':
            if (startsAt(text, i, u"<wbr"))
                return true;
            break;
        case u'.':
            if (isTypeAt(text, i) || (i >= 3 && startsAt(text, i - 3, u"pco")))
                return true;
            break;
        case u'=':
            if (startsAt(text, i, u"=5f"))
                return true;
            [[fallthrough]];
        case u':':
            // Only behind what a name of parameterPattern() ends with.
            if (level == RedactionLevel::Wire && i > 0 &&
                QStringView(u"tTnNdDeEyYrRmM\"").contains(text[i - 1]))
                return true;
            break;
        case u'_':
            if (isTypeAt(text, i) || (i >= 3 && startsAt(text, i - 3, u"pco")))
                return true;
            break;
        case u'e':
            if (text.size() - i > 2 && text[i + 1] == u'y' && text[i + 2] == u'J')
                return true;
            break;
        case u'b':
        case u'B':
            if (startsAt(text, i, u"bearer") || startsAt(text, i, u"basic"))
                return true;
            break;
        case u'd':
        case u'D':
            if (startsAt(text, i, u"dpop"))
                return true;
            break;
        case u'-':
            if (startsAt(text, i, u"-----BEGIN") || isTypeAt(text, i) ||
                (i >= 3 && startsAt(text, i - 3, u"pco")))
                return true;
            break;
        default:
            if (c == u'%' || PlainText::isMark(c))
                return true;
            break;
        }
    }
    return false;
}

/// `…_<type>_<realm>_<id16>_` before `<secret43><crc6>`, also with hyphens or dots, and where a line was
/// broken behind a separator.
const QRegularExpression &credentialPattern()
{
    static const QRegularExpression pattern(
        u"[_.-]\\s*(?:ak|cs|ol)[_.-]\\s*(?:sbx|prd)[_.-]\\s*[0-9a-z]{16}[_.-]\\s*(?=[0-9a-z])"_s, anyCase);
    return pattern;
}

const QRegularExpression &operatorTokenPattern()
{
    static const QRegularExpression pattern(u"pco[_.-]\\s*(?=[0-9a-z]{20})"_s, anyCase);
    return pattern;
}

/// Where a secret of `length` characters ends that begins at `from`: whatever follows goes, even one
/// character of it, and what stands on the next line while it is not complete.
qsizetype endOfSecret(QStringView text, qsizetype from, qsizetype length)
{
    qsizetype end = from;
    qsizetype count = 0;
    for (qsizetype i = from; i < text.size();) {
        if (isBase62(text[i].unicode())) {
            end = ++i;
            ++count;
            continue;
        }
        qsizetype next = i;
        bool broken = false;
        for (; next < text.size() && (text[next].isSpace() || text[next] == u'>' || text[next] == u'=');
             ++next)
            broken = broken || text[next] == u'\n' || text[next] == u'\r';
        if (!broken || count >= length || next >= text.size() || !isBase62(text[next].unicode()))
            break;
        i = next;
    }
    return end;
}

const QRegularExpression &jwtPattern()
{
    static const QRegularExpression pattern(u"\\b(eyJ[A-Za-z0-9_-]{4,}(?:\\.[A-Za-z0-9_-]*){0,4})"_s);
    return pattern;
}

const QRegularExpression &privateKeyPattern()
{
    static const QRegularExpression pattern(
        u"(-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|$))"_s,
        QRegularExpression::DotMatchesEverythingOption);
    return pattern;
}

const QRegularExpression &schemePattern()
{
    static const QRegularExpression pattern(u"\\b(?:bearer|basic|dpop)[\\s+:]+([A-Za-z0-9._~+/=-]+)"_s,
                                            anyCase);
    return pattern;
}

const QRegularExpression &parameterPattern()
{
    static const QRegularExpression pattern(
        u"\\b(?:client[_-]secret|client[_-]assertion|access[_-]token|refresh[_-]token|id[_-]token|token|"
        u"password|passphrase|secret|api[_-]?key|assertion|code|claim|pepper)\"?[=:]\\s*\"?([^&\\s\",;}]+)"_s,
        anyCase);
    return pattern;
}

void collect(const QRegularExpression &pattern, const QString &text, std::vector<Range> *out)
{
    auto found = pattern.globalMatch(text);
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        out->push_back({match.capturedStart(1), match.capturedEnd(1)});
    }
}

/// Secrets of this project's format.
void collectOwn(const QString &text, std::vector<Range> *out)
{
    const auto collectFrom = [&](const QRegularExpression &pattern, qsizetype length) {
        auto found = pattern.globalMatch(text);
        while (found.hasNext()) {
            const qsizetype from = found.next().capturedEnd();
            out->push_back({from, endOfSecret(text, from, length)});
        }
    };
    collectFrom(credentialPattern(), secretLength);
    collectFrom(operatorTokenPattern(), operatorTokenLength);
}

/// Whether what follows a scheme in a person's sentence can be a token, not the next word: "Basic" needs
/// base64 of user and password, the others length and a digit.
bool canBeToken(QStringView scheme, const QString &token)
{
    if (scheme.startsWith(u"basic", Qt::CaseInsensitive) &&
        QByteArray::fromBase64(token.toLatin1()).contains(':'))
        return true;
    constexpr qsizetype shortest = 16;
    return token.size() >= shortest &&
           std::any_of(token.begin(), token.end(), [](QChar c) { return isDigit(c.unicode()); });
}

void collectSchemes(const QString &text, RedactionLevel level, std::vector<Range> *out)
{
    auto found = schemePattern().globalMatch(text);
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        if (level == RedactionLevel::Wire || canBeToken(match.capturedView(0), match.captured(1)))
            out->push_back({match.capturedStart(1), match.capturedEnd(1)});
    }
}

/// The last net: long runs that look random. By hand, because a pattern with look-aheads would be quadratic.
void collectLongRuns(const QString &text, std::vector<Range> *out)
{
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i;
        bool upper = false;
        bool lower = false;
        bool digit = false;
        for (; end < text.size() && isTokenCharacter(text[end].unicode()); ++end) {
            upper = upper || isUpper(text[end].unicode());
            lower = lower || isLower(text[end].unicode());
            digit = digit || isDigit(text[end].unicode());
        }
        if (end - i >= longRun && upper && lower && digit)
            out->push_back({i, end});
        i = std::max(end, i + 1);
    }
}

/// Runs that hold some, encoded.
void collectEncoded(const QString &text, std::vector<Range> *out)
{
    forEachEncodedRun(text, [out](qsizetype from, qsizetype to, const QString &decoded) {
        std::vector<Range> own;
        collectOwn(decoded, &own);
        if (!own.empty())
            out->push_back({from, to});
    });
}

std::vector<Range> secretsIn(const QString &text, RedactionLevel level)
{
    std::vector<Range> ranges;
    collect(privateKeyPattern(), text, &ranges);
    collectOwn(text, &ranges);
    collect(jwtPattern(), text, &ranges);
    collectSchemes(text, level, &ranges);
    if (level == RedactionLevel::Wire)
        collect(parameterPattern(), text, &ranges);
    collectEncoded(text, &ranges);
    return ranges;
}

/// Replaces what the ranges of `plain` came from.
QString without(const QString &text, const PlainText &plain, std::vector<Range> ranges,
                QStringView instead = u"[redacted]")
{
    std::sort(ranges.begin(), ranges.end(), [](const Range &a, const Range &b) { return a.from < b.from; });
    QString clean;
    qsizetype done = 0; // of the original
    qsizetype hiddenTo = -1;
    for (const Range &range : ranges) {
        const qsizetype from = plain.origin(range.from);
        const qsizetype to = plain.origin(range.to);
        if (from > hiddenTo) {
            clean += QStringView(text).sliced(done, from - done);
            clean += instead;
        }
        hiddenTo = std::max(hiddenTo, to);
        done = hiddenTo;
    }
    return clean + QStringView(text).sliced(done);
}

QString redacted(const QString &text, RedactionLevel level)
{
    if (!mayHoldSecret(text, level))
        return text;
    const PlainText plain(text);
    std::vector<Range> ranges = secretsIn(plain.text(), level);
    const QString clean = ranges.empty() ? text : without(text, plain, std::move(ranges));
    if (level == RedactionLevel::Text)
        return clean;
    const PlainText rest(clean);
    std::vector<Range> runs;
    collectLongRuns(rest.text(), &runs);
    return runs.empty() ? clean : without(clean, rest, std::move(runs));
}

/// A found credential as it was written first: with underscores and without breaks; empty when it is of
/// another brand.
QByteArray written(const QString &text, QByteArrayView brand, const QRegularExpressionMatch &match)
{
    const qsizetype begin = match.capturedStart() - brand.size();
    if (begin < 0 || QStringView(text).sliced(begin, brand.size()) != QLatin1StringView(brand))
        return {};
    QString parts = match.captured();
    parts.removeIf([](QChar c) { return c.isSpace(); });
    QByteArray whole = brand.toByteArray() + parts.replace(u'-', u'_').replace(u'.', u'_').toLatin1();
    const qsizetype end = endOfSecret(text, match.capturedEnd(), secretLength);
    for (qsizetype i = match.capturedEnd(), count = 0; i < end && count < secretLength; ++i) {
        if (!isBase62(text[i].unicode()))
            continue;
        whole += static_cast<char>(text[i].unicode());
        ++count;
    }
    return whole;
}

} // namespace

QJsonValue redactTexts(const QJsonValue &value)
{
    if (value.isString())
        return redactText(value.toString());
    if (value.isArray()) {
        QJsonArray list;
        const QJsonArray before = value.toArray();
        for (const QJsonValue &each : before)
            list.append(redactTexts(each));
        return list;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        *it = redactTexts(*it);
    return object;
}

QString redactText(const QString &text)
{
    return redacted(text, RedactionLevel::Text);
}

QString withoutCredentials(const QString &text)
{
    if (!mayHoldCredential(text))
        return text;
    const PlainText plain(text);
    std::vector<Range> ranges;
    collectOwn(plain.text(), &ranges);
    collectEncoded(plain.text(), &ranges);
    return ranges.empty() ? text : without(text, plain, std::move(ranges), u"redacted");
}

QString redactWire(const QString &text)
{
    return redacted(text, RedactionLevel::Wire);
}

bool mayHoldCredential(QStringView text)
{
    return mayHoldSecret(text, RedactionLevel::Text);
}

std::vector<CredentialText> credentialsIn(const QString &text, QByteArrayView brand)
{
    std::vector<CredentialText> found;
    if (!mayHoldCredential(text))
        return found;
    std::unordered_set<std::size_t> known; // under a seed that nobody knows: none can be made to hide another
    const auto look = [&](const QString &where) {
        auto matches = credentialPattern().globalMatch(where);
        while (matches.hasNext()) {
            QByteArray candidate = written(where, brand, matches.next());
            const Secret bytes = Secret::takeFrom(candidate);
            auto parsed = parseCredential(bytes.view(), brand);
            if (parsed && known.insert(qHash(bytes.view(), QHashSeed::globalSeed())).second)
                found.push_back(std::move(*parsed));
        }
    };
    const PlainText plain(text);
    look(plain.text());
    forEachEncodedRun(plain.text(), [&look](qsizetype, qsizetype, const QString &decoded) { look(decoded); });
    return found;
}

} // namespace pc
