// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/number_text.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar arabicDecimal(0x066B);
constexpr QChar arabicGroup(0x066C);

/// ASCII digits, '.' and ',' as they are, 'd' for a mark that can only be a decimal one, 'g' for one that can
/// only stand between groups; a leading '-' for a negative one. Empty when there is something else.
QString plainNumber(const QString &text)
{
    QString out;
    const QList<uint> points = text.trimmed().toUcs4();
    for (const uint point : points) {
        const QChar c = point <= 0xFFFF ? QChar(static_cast<char16_t>(point)) : QChar();
        if (QChar::category(point) == QChar::Number_DecimalDigit)
            out += QChar(u'0' + QChar::digitValue(point));
        else if (c == u'.' || c == u',')
            out += c;
        else if (c == arabicDecimal)
            out += u'd';
        else if (c == arabicGroup || c == u'\'' || c == u'\u2019' || QChar::isSpace(point))
            out += u'g';
        else if ((c == u'-' || c == u'\u2212') && out.isEmpty())
            out += u'-';
        else if (c == u'+' && out.isEmpty())
            continue;
        else if (QChar::category(point) == QChar::Other_Format)
            continue; // direction marks that come along with a paste
        else
            return {};
    }
    return out;
}

/// "1 234 567" cut at its marks: complete groups only.
bool groupsAreComplete(const QStringList &groups)
{
    if (groups.first().isEmpty() || groups.first().size() > 3 || groups.last().size() != 3)
        return groups.size() == 1;
    for (qsizetype i = 1; i + 1 < groups.size(); ++i)
        if (groups[i].size() != 3 && groups[i].size() != 2)
            return false;
    return groups.size() == 1 || groups.first() != u"0"_s;
}

/// Digits with group marks, without them; nothing when the groups are not complete or of several kinds.
QString ungrouped(const QString &text)
{
    QChar mark;
    for (const QChar c : text) {
        if (c.isDigit())
            continue;
        if (!mark.isNull() && c != mark)
            return {};
        mark = c;
    }
    if (mark.isNull())
        return text;
    const QStringList groups = text.split(mark);
    return groupsAreComplete(groups) ? groups.join(QString()) : QString();
}

/// Where the decimal mark stands, -1 when there is none.
qsizetype decimalMark(const QString &text, bool whole, const QLocale &locale)
{
    const qsizetype sure = text.lastIndexOf(u'd');
    const qsizetype dot = text.lastIndexOf(u'.');
    const qsizetype comma = text.lastIndexOf(u',');
    if (sure >= 0)
        return sure;
    if (dot >= 0 && comma >= 0)
        return std::max(dot, comma);
    const qsizetype only = std::max(dot, comma);
    if (only < 0 || text.count(text[only]) > 1)
        return -1;
    const bool mayGroup = text.contains(u'g') ? false : !ungrouped(text).isEmpty();
    const bool groups = mayGroup && (whole || locale.groupSeparator() == QString(text[only]));
    return groups ? -1 : only;
}

} // namespace

NumberText readNumber(const QString &text, bool whole, const QLocale &locale)
{
    using State = NumberText::State;
    if (text.trimmed().isEmpty())
        return {};
    QString rest = plainNumber(text);
    const bool negative = rest.startsWith(u'-');
    if (negative)
        rest.remove(0, 1);
    const qsizetype mark = decimalMark(rest, whole, locale);
    const QString fraction = mark < 0 ? QString() : rest.mid(mark + 1);
    const QString front = mark < 0 ? rest : rest.left(mark);
    const QString digits = front.isEmpty() && !fraction.isEmpty() ? u"0"_s : ungrouped(front);
    for (const QChar c : fraction)
        if (!c.isDigit())
            return {State::NotANumber, 0};
    if (digits.isEmpty())
        return {State::NotANumber, 0};
    const double value = (negative ? -1 : 1) * QString(digits + u'.' + fraction).toDouble();
    if (!std::isfinite(value))
        return {State::NotANumber, 0};
    return {whole && value != std::floor(value) ? State::NotWhole : State::Number, value};
}

QString writeNumber(double value, const QLocale &locale)
{
    QLocale plainLocale = locale;
    plainLocale.setNumberOptions(QLocale::OmitGroupSeparator);
    return value == std::floor(value) && std::abs(value) < 1e15
               ? plainLocale.toString(static_cast<qlonglong>(value))
               : plainLocale.toString(value, 'f', QLocale::FloatingPointShortest);
}

} // namespace pc::views
