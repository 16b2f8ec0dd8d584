// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/date_text.h"

#include <QRegularExpression>

namespace pc::rules {

using namespace Qt::StringLiterals;

namespace {

/// Digits of every script as ASCII, without the direction marks that come along with a paste.
QString plainDate(const QString &text)
{
    QString out;
    for (const QChar c : text.trimmed()) {
        if (c.category() == QChar::Number_DecimalDigit)
            out += QChar(u'0' + c.digitValue());
        else if (c.category() != QChar::Other_Format)
            out += c;
    }
    return out;
}

bool dayComesFirst(const QLocale &locale)
{
    const QString format = locale.dateFormat(QLocale::ShortFormat);
    return format.indexOf(u'd') < format.indexOf(u'M');
}

DateText dateOf(int year, int month, int day)
{
    const QDate date(year, month, day);
    return {date.isValid() ? DateText::State::Read : DateText::State::NoSuchDay, date, {}};
}

/// Three numbers with one kind of mark between them.
DateText fromNumbers(const QRegularExpressionMatch &match, const QLocale &locale)
{
    const QString mark = match.captured(2);
    const int first = match.captured(1).toInt();
    const int middle = match.captured(3).toInt();
    const int last = match.captured(4).toInt();
    if (match.captured(1).size() == 4 && match.captured(4).size() <= 2)
        return dateOf(first, middle, last);
    if (match.captured(1).size() > 2 || match.captured(4).size() != 4)
        return {DateText::State::NotADate, {}, {}};
    bool dayFirst = mark == u"." || dayComesFirst(locale);
    if (mark != u"." && (dayFirst ? middle : first) > 12)
        dayFirst = !dayFirst; // the other order is the only one that can be meant
    return dayFirst ? dateOf(last, middle, first) : dateOf(last, first, middle);
}

DateText fromNames(const QString &text, const QLocale &locale)
{
    const QString simple = text.simplified();
    for (const QLocale &each : {locale, QLocale(QLocale::English)}) {
        for (const auto &format : {u"d MMM yyyy"_s, u"d MMMM yyyy"_s, u"d. MMM yyyy"_s, u"d. MMMM yyyy"_s,
                                   u"MMM d, yyyy"_s, u"MMMM d, yyyy"_s}) {
            const QDate date = each.toDate(simple, format);
            if (date.isValid())
                return {DateText::State::Read, date, {}};
        }
    }
    return {DateText::State::NotADate, {}, {}};
}

} // namespace

DateText readDate(const QString &text, bool withTime, const QLocale &locale)
{
    static const QRegularExpression numbers(
        u"\\A([0-9]{1,4})\\s*([-./])\\s*([0-9]{1,2})\\s*\\2\\s*([0-9]{1,4})\\z"_s);
    static const QRegularExpression clock(
        u"[T\\s]\\s*([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?\\s*(?:Z|UTC)?\\z"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString rest = plainDate(text);
    if (rest.isEmpty())
        return {};
    QTime time(0, 0);
    if (const QRegularExpressionMatch match = clock.match(rest); withTime && match.hasMatch()) {
        time = QTime(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
        rest = rest.left(match.capturedStart()).trimmed();
        if (!time.isValid())
            return {DateText::State::NotADate, {}, {}};
    }
    const QRegularExpressionMatch match = numbers.match(rest);
    DateText read = match.hasMatch() ? fromNumbers(match, locale) : fromNames(rest, locale);
    read.time = time;
    return read;
}

} // namespace pc::rules
