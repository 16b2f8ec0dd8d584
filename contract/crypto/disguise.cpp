// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/disguise.h"

#include <algorithm>
#include <optional>

namespace pc {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostLayers = 3;

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

/// `&#N;` or `&#xH;` behind its ampersand and hash.
std::optional<Escape> characterReference(QStringView text)
{
    constexpr qsizetype longest = 9;
    const qsizetype end = text.first(std::min(text.size(), longest)).indexOf(u';');
    if (end < 3 || text[1] != u'#')
        return {};
    const bool hex = text[2] == u'x' || text[2] == u'X';
    bool ok = false;
    const int value = text.sliced(hex ? 3 : 2, end - (hex ? 3 : 2)).toInt(&ok, hex ? 16 : 10);
    return ok && value >= 0 && value <= 0xffff ? std::optional(Escape{static_cast<char16_t>(value), end + 1})
                                               : std::nullopt;
}

std::optional<Escape> escapeAt(const QString &whole, qsizetype at)
{
    const char16_t c = whole[at].unicode();
    if (c != u'%' && c != u'\\' && c != u'&')
        return {};
    const QStringView text = QStringView(whole).sliced(at);
    if (text.size() < 3)
        return {};
    if (c == u'&')
        return characterReference(text);
    const auto value = [&](qsizetype from, int count) -> std::optional<Escape> {
        const auto number = hexAt(text, from, count);
        return number ? std::optional(Escape{static_cast<char16_t>(*number), from + count}) : std::nullopt;
    };
    if (text[1] == u'u' || text[1] == u'U')
        return value(2, 4);
    if (c == u'%')
        return value(1, 2);
    return text[1] == u'x' || text[1] == u'X' ? value(2, 2) : std::nullopt;
}

QString latin(const QByteArray &bytes)
{
    return PlainText(QString::fromLatin1(bytes)).text();
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
    return c == u'%' || c == u'\\' || c == u'&' || isUnseen(c);
}

PlainText::PlainText(const QString &text) : m_text(text)
{
    const bool marked = std::any_of(text.begin(), text.end(), [](QChar c) { return isMark(c.unicode()); });
    if (!marked)
        return;
    m_from.resize(static_cast<std::size_t>(text.size()) + 1);
    for (std::size_t i = 0; i < m_from.size(); ++i)
        m_from[i] = static_cast<qsizetype>(i);
    for (int times = 0; times < mostLayers && decodeOnce(); ++times) {
    }
    dropUnseen();
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

void PlainText::dropUnseen()
{
    QString out;
    std::vector<qsizetype> from;
    for (qsizetype i = 0; i < m_text.size(); ++i) {
        if (isUnseen(m_text[i].unicode()))
            continue;
        from.push_back(origin(i));
        out += m_text[i];
    }
    from.push_back(origin(m_text.size()));
    m_text = out;
    m_from = std::move(from);
}

void forEachEncodedRun(const QString &text,
                       const std::function<void(qsizetype, qsizetype, const QString &)> &act)
{
    const QStringView view(text);
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
                    act(i, end, latin(QByteArray::fromBase64(each.mid(shift))));
                if (dashes == asUrl && strokes == asUrl)
                    break; // nothing to confuse
            }
        }
        i = std::max(end, i + 1);
    }
    for (qsizetype i = 0; i < text.size();) {
        const HexRun run = hexRunAt(view, i);
        if (run.digits.size() >= shortestEncodedRun) {
            for (qsizetype shift = 0; shift < 2; ++shift)
                act(i, run.to, latin(QByteArray::fromHex(run.digits.mid(shift))));
        }
        i = std::max(run.to, i + 1);
    }
}

} // namespace pc
