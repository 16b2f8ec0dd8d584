// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/disguise.h"

#include <algorithm>
#include <optional>

namespace pc {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostLayers = 8;
constexpr int mostEncodings = 2;

/// Cannot be seen, and may stand between any two characters.
bool isUnseen(char16_t c)
{
    return c == 0 || c == 0xad || (c >= 0x200b && c <= 0x200f) || (c >= 0x2060 && c <= 0x2064) || c == 0xfeff;
}

struct Escape
{
    char16_t character = 0;
    qsizetype length = 0; ///< of its notation
};

/// `count` hexadecimal digits at `at`.
std::optional<int> hexAt(QStringView text, qsizetype at, int count)
{
    if (at + count > text.size())
        return {};
    int value = 0;
    for (qsizetype i = at; i < at + count; ++i) {
        const int digit = hexDigit(text[i].unicode());
        if (digit < 0)
            return {};
        value = value * 16 + digit;
    }
    return value;
}

/// `&#N;` or `&#xH;` behind its ampersand and hash; browsers take it without the semicolon, too.
std::optional<Escape> characterReference(QStringView text)
{
    constexpr qsizetype longest = 9;
    if (text[1] != u'#')
        return {};
    const bool hex = text[2] == u'x' || text[2] == u'X';
    const qsizetype begin = hex ? 3 : 2;
    qsizetype end = begin;
    while (end < std::min(text.size(), longest) && hexDigit(text[end].unicode()) >= 0 &&
           (hex || hexDigit(text[end].unicode()) < 10))
        ++end;
    bool ok = false;
    const int value = text.sliced(begin, end - begin).toInt(&ok, hex ? 16 : 10);
    if (!ok || value > 0xffff)
        return {};
    const bool closed = end < text.size() && text[end] == u';';
    return Escape{static_cast<char16_t>(value), end + (closed ? 1 : 0)};
}

/// `\u{H}` behind its `\u`.
std::optional<Escape> bracedCodePoint(QStringView text)
{
    constexpr qsizetype longest = 10;
    const qsizetype end = text.first(std::min(text.size(), longest)).indexOf(u'}');
    if (end < 4 || text[2] != u'{')
        return {};
    bool ok = false;
    const int value = text.sliced(3, end - 3).toInt(&ok, 16);
    return ok && value >= 0 && value <= 0xffff ? std::optional(Escape{static_cast<char16_t>(value), end + 1})
                                               : std::nullopt;
}

/// `\ooo`, as C and shells write it.
std::optional<Escape> octal(QStringView text)
{
    if (text.size() < 4)
        return {};
    bool ok = false;
    const int value = text.sliced(1, 3).toInt(&ok, 8);
    return ok && value >= 0 && value <= 0xff && text[1].isDigit()
               ? std::optional(Escape{static_cast<char16_t>(value), 4})
               : std::nullopt;
}

/// What Markdown writes before a character that would mean something else; what HTML puts where a word may be
/// broken.
std::optional<Escape> markup(QStringView text)
{
    if (text.startsWith(u"<wbr>", Qt::CaseInsensitive))
        return Escape{u'\0', 5};
    if (text.startsWith(u"<wbr/>", Qt::CaseInsensitive))
        return Escape{u'\0', 6};
    const bool escaped = text[0] == u'\\' && QStringView(u"_-.").contains(text[1]);
    return escaped ? std::optional(Escape{text[1].unicode(), 2}) : std::nullopt;
}

bool beginsWithOne(QStringView text, std::initializer_list<const char *> words)
{
    return std::any_of(words.begin(), words.end(), [text](const char *word) {
        return text.startsWith(QLatin1String(word), Qt::CaseInsensitive);
    });
}

/// Quoted-printable writes an underscore so; where it stands between the parts of a credential only, as "=5f"
/// begins the value of many a parameter.
bool isQuotedUnderscore(QStringView whole, qsizetype at)
{
    constexpr qsizetype longestPart = 16;
    if (!beginsWithOne(whole.sliced(at), {"=5f"}))
        return false;
    const QStringView word =
        whole.sliced(std::max(qsizetype(0), at - longestPart), std::min(at, longestPart));
    const bool behindId = word.size() == longestPart && std::all_of(word.begin(), word.end(), [](QChar c) {
                              return c.unicode() < 0x80 && c.isLetterOrNumber();
                          });
    return behindId || beginsWithOne(whole.sliced(at + 3), {"ak", "cs", "ol", "sbx", "prd"}) ||
           beginsWithOne(word.last(std::min(word.size(), qsizetype(3))), {"sbx", "prd"});
}

std::optional<Escape> escapeAt(const QString &whole, qsizetype at)
{
    const char16_t c = whole[at].unicode();
    if (c == u'=')
        return isQuotedUnderscore(whole, at) ? std::optional(Escape{u'_', 3}) : std::nullopt;
    if (c == u'&' && beginsWithOne(QStringView(whole).sliced(at), {"&lowbar;"}))
        return Escape{u'_', 8};
    if (c == u'&' && beginsWithOne(QStringView(whole).sliced(at), {"&underbar;"}))
        return Escape{u'_', 10};
    if (c != u'%' && c != u'\\' && c != u'&' && c != u'<')
        return {};
    const QStringView text = QStringView(whole).sliced(at);
    if (text.size() < 3)
        return {};
    if (const auto marked = markup(text); marked || c == u'<')
        return marked;
    if (c == u'&')
        return characterReference(text);
    const auto value = [&](qsizetype from, int count) -> std::optional<Escape> {
        const auto number = hexAt(text, from, count);
        return number ? std::optional(Escape{static_cast<char16_t>(*number), from + count}) : std::nullopt;
    };
    if (text[1] == u'u' || text[1] == u'U')
        return text[2] == u'{' ? bracedCodePoint(text) : value(2, 4);
    if (c == u'%')
        return value(1, 2);
    return text[1] == u'x' || text[1] == u'X' ? value(2, 2) : octal(text);
}

/// What decoding gives of a text, and not of random bytes: some characters of ASCII in a row (of UTF-16, with
/// its NULs). Everything else would be looked through for nothing, and that costs the most.
bool mayBeText(const QByteArray &bytes)
{
    constexpr int shortestText = 16;
    int count = 0;
    for (const char each : bytes) {
        const auto byte = static_cast<unsigned char>(each);
        if (byte == 0 || byte == 0xad) // neither is seen; nothing but them is no text
            continue;
        const bool isText = (byte >= 0x20 && byte < 0x7f) || byte == '\t' || byte == '\n' || byte == '\r';
        count = isText ? count + 1 : 0;
        if (count >= shortestText)
            return true;
    }
    return false;
}

QString latin(const QByteArray &bytes)
{
    return PlainText(QString::fromLatin1(bytes)).text();
}

bool isCombining(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
}

/// The one character of ASCII that it is another form of; else itself.
char32_t inAscii(char32_t c)
{
    constexpr char32_t firstOfOthers = 0x100;
    if (c < firstOfOthers)
        return c;
    const QString form = QChar::decomposition(c);
    const QChar::Decomposition tag = QChar::decompositionTag(c);
    const bool other = tag != QChar::NoDecomposition && tag != QChar::Canonical;
    return other && form.size() == 1 && form[0].unicode() < 0x80 ? form[0].unicode() : c;
}

/// RFC 4648, section 6, in either case; -1 for other characters.
int base32Digit(char16_t c)
{
    if (c >= u'2' && c <= u'7')
        return c - u'2' + 26;
    const char16_t lower = c | 0x20;
    return lower >= u'a' && lower <= u'z' ? lower - u'a' : -1;
}

QByteArray fromBase32(QStringView run)
{
    QByteArray bytes(run.size() * 5 / 8, Qt::Uninitialized);
    char *at = bytes.data();
    quint32 bits = 0;
    int count = 0;
    for (const QChar c : run) {
        bits = (bits << 5) | static_cast<quint32>(base32Digit(c.unicode()));
        count += 5;
        if (count >= 8) {
            count -= 8;
            *at++ = static_cast<char>((bits >> count) & 0xff);
        }
    }
    return bytes;
}

bool isHexSeparator(char16_t c)
{
    return c == u':' || c == u'-' || c == u' ' || c == u',';
}

/// The digits of the hexadecimal run at `from` (with the same separator, or none, between all bytes), and its
/// end.
struct HexRun
{
    QByteArray digits;
    qsizetype to = 0;
};
HexRun hexRunAt(QStringView text, qsizetype from)
{
    HexRun run{{}, from};
    const char16_t separator =
        from + 2 < text.size() && isHexSeparator(text[from + 2].unicode()) ? text[from + 2].unicode() : u'\0';
    qsizetype i = from;
    while (i < text.size() && hexDigit(text[i].unicode()) >= 0) {
        run.digits.append(static_cast<char>(text[i].unicode()));
        run.to = ++i;
        const bool byteEnds = run.digits.size() % 2 == 0;
        if (separator != 0 && byteEnds && i < text.size() && text[i] == separator)
            ++i;
        else if (separator != 0 && byteEnds)
            break;
    }
    return run;
}

} // namespace

int hexDigit(char16_t c)
{
    if (c >= u'0' && c <= u'9')
        return c - u'0';
    const char16_t lower = c | 0x20;
    return lower >= u'a' && lower <= u'f' ? lower - u'a' + 10 : -1;
}

bool isEncodedCharacter(char16_t c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'-' ||
           c == u'_' || c == u'+' || c == u'/';
}

bool PlainText::isMark(char16_t c)
{
    if (c < 0x80)
        return c == u'%' || c == u'\\' || c == u'&' || c == 0;
    const bool combining = (c >= 0x300 && c <= 0x36f) || (c >= 0x1ab0 && c <= 0x1aff) ||
                           (c >= 0x1dc0 && c <= 0x1dff) || (c >= 0x20d0 && c <= 0x20ff) ||
                           (c >= 0xfe20 && c <= 0xfe2f);
    constexpr char16_t mathematical = 0xd835; // the first half of each
    const bool otherForm = (c >= 0xff01 && c <= 0xff5e) || (c >= 0x2070 && c <= 0x209c) ||
                           (c >= 0x2100 && c <= 0x214f) || (c >= 0x2460 && c <= 0x24e9) ||
                           (c >= 0xfe33 && c <= 0xfe4f) || c == mathematical;
    return isUnseen(c) || combining || otherForm;
}

PlainText::PlainText(const QString &text) : m_text(text)
{
    const bool marked = std::any_of(text.begin(), text.end(),
                                    [](QChar c) { return c == u'=' || c == u'<' || isMark(c.unicode()); });
    if (!marked)
        return;
    m_from.resize(static_cast<std::size_t>(text.size()) + 1);
    for (std::size_t i = 0; i < m_from.size(); ++i)
        m_from[i] = static_cast<qsizetype>(i);
    for (int times = 0; times < mostLayers && decodeOnce(); ++times) {
    }
    simplify();
}

bool PlainText::decodeOnce()
{
    QString out;
    out.reserve(m_text.size());
    std::vector<qsizetype> from;
    from.reserve(m_from.size());
    bool changed = false;
    for (qsizetype i = 0; i < m_text.size(); ++i) {
        from.push_back(origin(i));
        const auto escape = escapeAt(m_text, i);
        out += escape ? QChar(escape->character) : m_text[i];
        if (escape)
            i += escape->length - 1;
        changed = changed || escape;
    }
    from.push_back(origin(m_text.size()));
    m_text = out;
    m_from = std::move(from);
    return changed;
}

void PlainText::simplify()
{
    QString out;
    std::vector<qsizetype> from;
    for (qsizetype i = 0; i < m_text.size(); ++i) {
        const bool pair =
            m_text[i].isHighSurrogate() && i + 1 < m_text.size() && m_text[i + 1].isLowSurrogate();
        const char32_t c = pair ? QChar::surrogateToUcs4(m_text[i], m_text[i + 1]) : m_text[i].unicode();
        const qsizetype at = i;
        i += pair ? 1 : 0;
        if ((!pair && isUnseen(m_text[at].unicode())) || (c >= 0x300 && isCombining(c)))
            continue;
        const char32_t simple = inAscii(c);
        from.push_back(origin(at));
        if (simple < 0x10000) {
            out += QChar(static_cast<char16_t>(simple));
        } else {
            from.push_back(origin(at + 1));
            out += QStringView(m_text).sliced(at, 2);
        }
    }
    from.push_back(origin(m_text.size()));
    m_text = out;
    m_from = std::move(from);
}

namespace {

using Act = std::function<void(qsizetype, qsizetype, const QString &)>;

void forEachRun(const QString &text, int depth, const Act &act)
{
    const QStringView view(text);
    const auto decoded = [&](qsizetype from, qsizetype to, const QByteArray &bytes) {
        if (!mayBeText(bytes))
            return;
        const QString plain = latin(bytes);
        act(from, to, plain);
        if (depth < mostEncodings)
            forEachRun(plain, depth + 1,
                       [&](qsizetype, qsizetype, const QString &inner) { act(from, to, inner); });
    };
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i;
        while (end < text.size() && isEncodedCharacter(text[end].unicode()))
            ++end;
        if (end - i >= shortestEncodedRun) {
            const QByteArray run = view.sliced(i, end - i).toLatin1();
            QByteArray asUrl = run;
            asUrl.replace('-', '+').replace('_', '/');
            QByteArray dashes = run;
            dashes.replace('-', '+').replace('_', '+');
            QByteArray strokes = run;
            strokes.replace('-', '/').replace('_', '/');
            for (const QByteArray &each : {asUrl, dashes, strokes}) {
                for (qsizetype shift = 0; shift < 4; ++shift)
                    decoded(i, end, QByteArray::fromBase64(each.mid(shift)));
                if (dashes == asUrl && strokes == asUrl)
                    break; // nothing to confuse
            }
        }
        i = std::max(end, i + 1);
    }
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i;
        while (end < text.size() && base32Digit(text[end].unicode()) >= 0)
            ++end;
        if (end - i >= shortestBase32Run) {
            for (qsizetype shift = 0; shift < 8; ++shift)
                decoded(i, end, fromBase32(view.sliced(i + shift, end - i - shift)));
        }
        i = std::max(end, i + 1);
    }
    for (qsizetype i = 0; i < text.size();) {
        const HexRun run = hexRunAt(view, i);
        if (run.digits.size() >= shortestEncodedRun) {
            for (qsizetype shift = 0; shift < 2; ++shift)
                decoded(i, run.to, QByteArray::fromHex(run.digits.mid(shift)));
        }
        i = std::max(run.to, i + 1);
    }
}

} // namespace

void forEachEncodedRun(const QString &text,
                       const std::function<void(qsizetype, qsizetype, const QString &)> &act)
{
    forEachRun(text, 1, act);
}

} // namespace pc
