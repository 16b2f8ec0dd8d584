// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/redaction.h"

#include <QRegularExpression>

#include <algorithm>

namespace pc {

using namespace Qt::StringLiterals;

namespace {

constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption;
constexpr qsizetype longRun = 40;
constexpr qsizetype encodedRun = 56; // a credential has 77 bytes or more, its recognisable part 28

enum class Level { Text, Wire };

struct Range
{
    qsizetype from = 0;
    qsizetype to = 0;
};

int hexDigit(char16_t c)
{
    if (c >= u'0' && c <= u'9')
        return c - u'0';
    const char16_t lower = c | 0x20;
    return lower >= u'a' && lower <= u'f' ? lower - u'a' + 10 : -1;
}

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

bool isEncodedCharacter(char16_t c)
{
    return isTokenCharacter(c) || c == u'+' || c == u'/';
}

bool startsAt(QStringView text, qsizetype at, QStringView word)
{
    return text.size() - at >= word.size() &&
           text.sliced(at, word.size()).compare(word, Qt::CaseInsensitive) == 0;
}

/// A text without its percent-encoding, and where each character came from.
class Plain
{
public:
    explicit Plain(const QString &text) : m_text(text)
    {
        if (!text.contains(u'%'))
            return;
        m_from.resize(static_cast<std::size_t>(text.size()) + 1);
        for (std::size_t i = 0; i < m_from.size(); ++i)
            m_from[i] = static_cast<qsizetype>(i);
        for (int times = 0; times < 3 && decodeOnce(); ++times) {
        }
    }
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] qsizetype origin(qsizetype at) const
    {
        return m_from.empty() ? at : m_from[static_cast<std::size_t>(at)];
    }

private:
    bool decodeOnce()
    {
        QString out;
        out.reserve(m_text.size());
        std::vector<qsizetype> from;
        from.reserve(m_from.size());
        bool changed = false;
        for (qsizetype i = 0; i < m_text.size(); ++i) {
            from.push_back(origin(i));
            const int high =
                m_text[i] == u'%' && i + 2 < m_text.size() ? hexDigit(m_text[i + 1].unicode()) : -1;
            const int low = high < 0 ? -1 : hexDigit(m_text[i + 2].unicode());
            if (low < 0) {
                out += m_text[i];
                continue;
            }
            out += QChar(static_cast<char16_t>(high * 16 + low));
            i += 2;
            changed = true;
        }
        from.push_back(origin(m_text.size()));
        m_text = out;
        m_from = std::move(from);
        return changed;
    }

    QString m_text;
    std::vector<qsizetype> m_from; ///< empty: one to one
};

/// Cheap, for every stored text: false only when none of the patterns below can match.
bool mayHoldSecret(QStringView text, Level level)
{
    qsizetype encoded = 0;
    qsizetype token = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        encoded = isEncodedCharacter(c) ? encoded + 1 : 0;
        token = isTokenCharacter(c) ? token + 1 : 0;
        if (encoded >= encodedRun || (level == Level::Wire && token >= longRun))
            return true;
        switch (c) {
        case u'%':
            return true;
        case u'=':
        case u':':
            // Only behind what a name of parameterPattern() ends with.
            if (level == Level::Wire && i > 0 && QStringView(u"tTnNdDeEyYrRmM\"").contains(text[i - 1]))
                return true;
            break;
        case u'_':
            if (startsAt(text, i, u"_ak_") || startsAt(text, i, u"_cs_") || startsAt(text, i, u"_ol_") ||
                (i >= 3 && startsAt(text, i - 3, u"pco_")))
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
            if (startsAt(text, i, u"-----BEGIN"))
                return true;
            break;
        default:
            break;
        }
    }
    return false;
}

/// `…_<type>_<realm>_<id16>_<secret43><crc6>`: whatever follows the id goes, even one character of it.
const QRegularExpression &credentialPattern()
{
    static const QRegularExpression pattern(u"_(?:ak|cs|ol)_(?:sbx|prd)_[0-9a-z]{16}_([0-9a-z]+)"_s, anyCase);
    return pattern;
}

const QRegularExpression &operatorTokenPattern()
{
    static const QRegularExpression pattern(u"pco_([0-9a-z]{20,})"_s, anyCase);
    return pattern;
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
        u"\\b(?:client_secret|client_assertion|access_token|refresh_token|id_token|token|password|"
        u"passphrase|secret|api_key|apikey|assertion|code|claim|pepper)\"?[=:]\\s*\"?([^&\\s\",;}]+)"_s,
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

void collectSchemes(const QString &text, Level level, std::vector<Range> *out)
{
    auto found = schemePattern().globalMatch(text);
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        if (level == Level::Wire || canBeToken(match.capturedView(0), match.captured(1)))
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

/// Calls `act(from, to, decoded)` for each run that can be base64, once for each of the four ways in which
/// its characters can be grouped: such a run may begin inside a longer one.
template <typename Act>
void forEachEncodedRun(const QString &text, Act act)
{
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i;
        while (end < text.size() && isEncodedCharacter(text[end].unicode()))
            ++end;
        if (end - i >= encodedRun) {
            QByteArray run = QStringView(text).sliced(i, end - i).toLatin1();
            run.replace('-', '+').replace('_', '/');
            for (qsizetype shift = 0; shift < 4; ++shift)
                act(i, end, QByteArray::fromBase64(run.mid(shift)));
        }
        i = std::max(end, i + 1);
    }
}

std::vector<Range> secretsIn(const QString &text, Level level)
{
    std::vector<Range> ranges;
    collect(privateKeyPattern(), text, &ranges);
    collect(credentialPattern(), text, &ranges);
    collect(operatorTokenPattern(), text, &ranges);
    collect(jwtPattern(), text, &ranges);
    collectSchemes(text, level, &ranges);
    if (level == Level::Wire)
        collect(parameterPattern(), text, &ranges);
    forEachEncodedRun(text, [&ranges](qsizetype from, qsizetype to, const QByteArray &decoded) {
        if (credentialPattern().match(QString::fromLatin1(decoded)).hasMatch())
            ranges.push_back({from, to});
    });
    return ranges;
}

/// Replaces what the ranges of `plain` came from.
QString without(const QString &text, const Plain &plain, std::vector<Range> ranges)
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
            clean += u"[redacted]"_s;
        }
        hiddenTo = std::max(hiddenTo, to);
        done = hiddenTo;
    }
    return clean + QStringView(text).sliced(done);
}

QString redacted(const QString &text, Level level)
{
    if (!mayHoldSecret(text, level))
        return text;
    const Plain plain(text);
    std::vector<Range> ranges = secretsIn(plain.text(), level);
    const QString clean = ranges.empty() ? text : without(text, plain, std::move(ranges));
    if (level == Level::Text)
        return clean;
    const Plain rest(clean);
    std::vector<Range> runs;
    collectLongRuns(rest.text(), &runs);
    return runs.empty() ? clean : without(clean, rest, std::move(runs));
}

} // namespace

QString redactText(const QString &text)
{
    return redacted(text, Level::Text);
}

QString redactWire(const QString &text)
{
    return redacted(text, Level::Wire);
}

std::vector<CredentialText> credentialsIn(const QString &text, QByteArrayView brand, std::size_t most)
{
    std::vector<CredentialText> found;
    if (!mayHoldSecret(text, Level::Text))
        return found;
    const QRegularExpression whole(QString::fromLatin1(brand) +
                                   u"_(?:ak|cs|ol)_(?:sbx|prd)_[0-9A-Za-z]{16}_[0-9A-Za-z]{49}"_s);
    const auto look = [&](const QString &where) {
        auto matches = whole.globalMatch(where);
        while (matches.hasNext() && found.size() < most) {
            QByteArray candidate = matches.next().captured().toLatin1();
            const Secret bytes = Secret::takeFrom(candidate);
            auto parsed = parseCredential(bytes.view(), brand);
            const bool known =
                parsed && std::any_of(found.begin(), found.end(), [&](const CredentialText &each) {
                    return each.id == parsed->id && each.secret == parsed->secret;
                });
            if (parsed && !known)
                found.push_back(std::move(*parsed));
        }
    };
    const Plain plain(text);
    look(plain.text());
    forEachEncodedRun(plain.text(), [&look](qsizetype, qsizetype, const QByteArray &decoded) {
        look(QString::fromLatin1(decoded));
    });
    return found;
}

} // namespace pc
