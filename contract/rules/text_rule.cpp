// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/text_rule.h"

#include "contract/rules/code_points.h"
#include "contract/rules/unseen.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace pc::rules {

using namespace Qt::StringLiterals;

namespace {

/// Zero-width characters that mean nothing at the end of a text. (Joiners may: they shape the letter before.)
bool isEdge(QChar c)
{
    const char16_t code = c.unicode();
    return c.isSpace() || code == 0x200b || code == 0xfeff || code == 0x2060 || code == 0x00ad;
}

/// A symbol or letter by its category, whose picture is empty.
bool isBlank(char32_t c)
{
    return c == 0x2800                        // a Braille cell without dots
           || c == 0xfffc                     // stands for an object that a text does not carry
           || c == 0x1d159                    // a musical notehead that is not drawn
           || (c >= 0x13441 && c <= 0x13442); // Egyptian blanks
}

/// Nothing is seen of it, wherever it stands. White space is, too, but for the space.
bool isHidden(char32_t c)
{
    if (isIgnorable(c) || isBlank(c))
        return true;
    switch (QChar::category(c)) {
    case QChar::Separator_Space:
        return c != u' ';
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_NotAssigned:
    case QChar::Other_PrivateUse: // a picture that every font makes up for itself
        return true;
    default:
        return false;
    }
}

/// Is seen without a letter before it.
bool isVisible(char32_t c)
{
    return !isHidden(c) && c != u' ' && !isMark(c);
}

/// Embeddings and isolates that are open (UAX #9, X1 to X8).
class Directions
{
public:
    /// False when the character may not stand here.
    bool take(char32_t c)
    {
        switch (c) {
        case 0x202a: // embeddings
        case 0x202b:
            m_open.append(u'E');
            return true;
        case 0x2066: // isolates
        case 0x2067:
        case 0x2068:
            m_open.append(u'I');
            return true;
        case 0x202c:
            return close(u'E');
        case 0x2069:
            return close(u'I');
        case 0x202d: // overrides let a text read as another one even when they are closed
        case 0x202e:
            return false;
        default:
            return true;
        }
    }
    [[nodiscard]] bool closed() const { return m_open.isEmpty(); }

private:
    bool close(char16_t kind)
    {
        if (!m_open.endsWith(QChar(kind)))
            return false;
        m_open.chop(1);
        return true;
    }
    QString m_open;
};

/// Without embeddings and isolates that are closed and turn nothing, because no letter runs from the right.
QString withoutIdleDirections(const QString &text)
{
    Directions directions;
    bool any = false;
    for (CodePoints at(text); at.more();) {
        const char32_t c = at.next();
        const QChar::Direction direction = QChar::direction(c);
        const bool fromTheRight = (direction == QChar::DirR || direction == QChar::DirAL) && !isIgnorable(c);
        if (!directions.take(c) || (c == u'\n' && !directions.closed()) || fromTheRight)
            return text;
        any = any || (c >= 0x202a && c <= 0x202c) || (c >= 0x2066 && c <= 0x2069);
    }
    if (!any || !directions.closed())
        return text;
    QString kept = text;
    kept.removeIf([](QChar c) {
        return (c.unicode() >= 0x202a && c.unicode() <= 0x202c) ||
               (c.unicode() >= 0x2066 && c.unicode() <= 0x2069);
    });
    return kept;
}

} // namespace

bool isUnicodeText(QStringView text)
{
    for (CodePoints at(text); at.more();) {
        const char32_t c = at.next();
        if (c == 0 || QChar::isSurrogate(c) || QChar::isNonCharacter(c))
            return false;
    }
    return true;
}

QString beginningOf(const QString &text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    const bool cuts = most > 0 && text[most - 1].isHighSurrogate() && text[most].isLowSurrogate();
    return text.left(cuts ? most - 1 : most);
}

qsizetype codePoints(QStringView text)
{
    qsizetype count = 0;
    for (CodePoints at(text); at.more(); at.next())
        ++count;
    return count;
}

QString settled(const QString &text)
{
    if (!isUnicodeText(text))
        return text;
    static const QRegularExpression lineEnd(u"\\r+\\n"_s);
    QString whole = text;
    whole.replace(lineEnd, u"\n"_s);
    QString plain = withoutIdleDirections(withoutIdle(whole));
    plain.replace(lineEnd, u"\n"_s); // an invisible sign stood between the two
    QStringView view(plain);
    while (!view.isEmpty() && isEdge(view.front()))
        view = view.sliced(1);
    while (!view.isEmpty() && isEdge(view.back()))
        view.chop(1);
    // Not empty, and yet nothing to be seen: that is told, not taken for a field that nobody filled.
    if (view.isEmpty() && !std::all_of(whole.begin(), whole.end(), [](QChar c) { return c.isSpace(); }))
        return whole;
    return view.toString().normalized(QString::NormalizationForm_C);
}

QString plainLine(const QString &text, qsizetype most)
{
    constexpr qsizetype room = 4; // white space may stand between
    const QString line = beginningOf(text, room * most).simplified();
    QString kept;
    for (CodePoints at(line); at.more();) {
        const char32_t c = at.next();
        if (c != 0 && !QChar::isSurrogate(c) && !QChar::isNonCharacter(c) && !isHidden(c))
            kept += QChar::fromUcs4(c);
    }
    kept = beginningOf(kept.normalized(QString::NormalizationForm_C), most).simplified();
    return textFault(kept, Lines::One) == TextFault::None ? kept : QString();
}

TextFault textFault(QStringView text, Lines lines)
{
    if (!isUnicodeText(text))
        return TextFault::NotUnicode;
    bool visible = false;
    bool unassigned = false;
    Directions directions;
    for (CodePoints at(text); at.more();) {
        const char32_t c = at.next();
        const bool lineEnd = c == u'\n' || c == 0x2028 || c == 0x2029;
        if (lineEnd && !directions.closed())
            return TextFault::DirectionOverride;
        if (lineEnd || c == u'\t') {
            if (lines == Lines::One)
                return TextFault::Control;
            continue;
        }
        if (QChar::category(c) == QChar::Other_Control)
            return TextFault::Control;
        if (!directions.take(c))
            return TextFault::DirectionOverride;
        visible = visible || isVisible(c);
        unassigned = unassigned || (QChar::category(c) == QChar::Other_NotAssigned && !isIgnorable(c));
    }
    if (!directions.closed())
        return TextFault::DirectionOverride;
    if (!visible && !text.isEmpty())
        return TextFault::Invisible;
    return unassigned && lines == Lines::One ? TextFault::Unassigned : TextFault::None;
}

bool hasHidden(QStringView text)
{
    for (CodePoints at(text); at.more();) {
        if (isHidden(at.next()))
            return true;
    }
    return false;
}

bool matchesWhole(const QString &pattern, const QString &text)
{
    // Compiling one costs fifty times what matching does, and of a description each part of a path is
    // matched.
    thread_local QHash<QString, QRegularExpression> compiled;
    auto known = compiled.find(pattern);
    if (known == compiled.end())
        known = compiled.insert(pattern, QRegularExpression(QRegularExpression::anchoredPattern(pattern)));
    return known->match(text).hasMatch();
}

} // namespace pc::rules
