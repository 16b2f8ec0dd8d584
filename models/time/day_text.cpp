// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/time/day_text.h"

#include "contract/rules/date_text.h"
#include "models/time/calendar_units.h"
#include "models/time/time_vocabulary.h"

#include <QRegularExpression>

namespace pc::models {

using namespace Qt::StringLiterals;

namespace {

constexpr int yearsBack = 40; ///< in which every weekday falls on every 29 Feb once
constexpr int firstYear = 1970;
constexpr int lastYear = 9999;

struct DayToken
{
    QString text;
    TimeWord word = TimeWord::None;
    int number = -1; ///< none
};

DayText noDay()
{
    return {DayText::Kind::NoDay, {}, {}};
}

DayText asDay(const QDate &day)
{
    return day.isValid() && day.year() >= firstYear ? DayText{DayText::Kind::Day, day, {}} : noDay();
}

DayText asSpan(const TimeSpan &span)
{
    return {DayText::Kind::Span, {}, span};
}

/// The latest such day that has begun; `weekday` 0: on any.
DayText latestDay(int month, int day, int weekday, const QDate &today)
{
    if (month < 1 || month > 12)
        return noDay();
    for (int year = today.year(); year > today.year() - yearsBack; --year) {
        const QDate date(year, month, day);
        if (date.isValid() && date <= today && (weekday == 0 || date.dayOfWeek() == weekday))
            return asDay(date);
    }
    return noDay();
}

DayText monthText(int year, int month, const TimeFrame &frame)
{
    const QDate first(year, month, 1);
    return first.isValid() ? asSpan(unitAround(first, TimeUnit::Month, frame)) : noDay();
}

bool isYear(int number)
{
    return number >= firstYear && number <= lastYear;
}

bool monthComesFirst(const QLocale &locale)
{
    const QString format = locale.dateFormat(QLocale::ShortFormat);
    return format.indexOf(u'M') < format.indexOf(u'd');
}

/// "2026-11-27", "27.11.", "11/27", "2026-11", "2026".
DayText fromDigits(const QString &text, const QDate &today, const TimeFrame &frame)
{
    static const QRegularExpression year(u"\\A(\\d{4})\\z"_s);
    static const QRegularExpression yearMonth(u"\\A(\\d{4})[-/](\\d{1,2})\\z"_s);
    static const QRegularExpression dayMonth(u"\\A(\\d{1,2})\\s*([./])\\s*(\\d{1,2})\\s*\\.?\\z"_s);
    if (const auto match = year.match(text); match.hasMatch()) {
        const int number = match.captured(1).toInt();
        return isYear(number) ? asSpan(unitAround(QDate(number, 1, 1), TimeUnit::Year, frame)) : DayText{};
    }
    if (const auto match = yearMonth.match(text); match.hasMatch())
        return monthText(match.captured(1).toInt(), match.captured(2).toInt(), frame);
    if (const auto match = dayMonth.match(text); match.hasMatch()) {
        int day = match.captured(1).toInt();
        int month = match.captured(3).toInt();
        const bool swapped = match.captured(2) == u"/" && monthComesFirst(frame.locale);
        if (swapped || (match.captured(2) == u"/" && month > 12))
            std::swap(day, month);
        if (month > 12 && day <= 12 && match.captured(2) == u"/")
            std::swap(day, month); // the other order is the only one that can be meant
        return latestDay(month, day, 0, today);
    }
    const rules::DateText read = rules::readDate(text, false, frame.locale);
    switch (read.state) {
    case rules::DateText::State::Read:
        return asDay(read.date);
    case rules::DateText::State::NoSuchDay:
        return noDay();
    default:
        return {};
    }
}

QList<DayToken> tokensOf(const QString &text)
{
    static const QRegularExpression part(
        u"\\d+(?:st|nd|rd|th)?\\b|\\d+|[\\p{L}\\p{M}]+(?:['’-][\\p{L}\\p{M}]+)*|\\S"_s);
    QList<DayToken> tokens;
    for (auto it = part.globalMatch(text); it.hasNext();) {
        DayToken token{it.next().captured(), TimeWord::None, -1};
        if (token.text == u"." || token.text == u",")
            continue; // "27. Nov.", "Nov 27, 2026"
        if (token.text.at(0).isDigit()) {
            static const QRegularExpression ordinal(u"\\D+\\z"_s);
            bool whole = false;
            token.number = token.text.remove(ordinal).toInt(&whole);
            if (!whole)
                token.number = -1;
        } else {
            token.word = timeWordOf(token.text.replace(u'’', u'\''));
        }
        if (token.word != TimeWord::Filler)
            tokens.append(token);
    }
    return tokens;
}

/// Day month [year], in each order that is written; month [year]. `weekday`: what the day must be; 0: any.
DayText fromNames(QList<DayToken> tokens, int weekday, const QDate &today, const TimeFrame &frame)
{
    int month = 0;
    qsizetype at = 0;
    for (; at < tokens.size() && month == 0; ++at)
        month = tokens.at(at).number < 0 ? monthOf(tokens.at(at).text, frame.locale) : 0;
    if (month == 0)
        return {};
    tokens.removeAt(at - 1);
    for (const DayToken &token : std::as_const(tokens))
        if (token.number < 0)
            return {};
    const bool yearLast =
        !tokens.isEmpty() && tokens.constLast().text.size() == 4 && isYear(tokens.constLast().number);
    switch (tokens.size()) {
    case 0: // "March"
        return weekday != 0
                   ? DayText{}
                   : monthText(month <= today.month() ? today.year() : today.year() - 1, month, frame);
    case 1:
        if (yearLast)
            return weekday != 0 ? DayText{} : monthText(tokens.constLast().number, month, frame);
        return tokens.constFirst().text.size() > 2
                   ? DayText{}
                   : latestDay(month, tokens.constFirst().number, weekday, today);
    case 2: {
        if (!yearLast || tokens.constFirst().text.size() > 2)
            return {};
        const QDate date(tokens.constLast().number, month, tokens.constFirst().number);
        return date.isValid() && (weekday == 0 || date.dayOfWeek() == weekday) ? asDay(date) : noDay();
    }
    default:
        return {};
    }
}

/// "today", "Tuesday", "Q3 2026": one word, with a year at most.
DayText fromOneWord(const QList<DayToken> &tokens, const QDate &today, const TimeFrame &frame)
{
    static const QRegularExpression quarter(u"\\Aq([1-4])\\z"_s);
    const auto beside = [&today](int days) { return asDay(today.addDays(days)); };
    if (tokens.size() == 1) {
        switch (tokens.constFirst().word) {
        case TimeWord::Now:
            return {DayText::Kind::Instant, {}, {frame.now.toUTC(), {}}};
        case TimeWord::Today:
            return beside(0);
        case TimeWord::Yesterday:
            return beside(-1);
        case TimeWord::DayBefore:
            return beside(-2);
        case TimeWord::Tomorrow:
            return beside(1);
        case TimeWord::All:
            return asSpan({});
        default:
            break;
        }
        if (const int weekday = weekdayOf(tokens.constFirst().text, frame.locale); weekday > 0)
            return {DayText::Kind::Weekday, today.addDays(-((today.dayOfWeek() - weekday + 7) % 7)), {}};
    }
    // The tokens part letters from digits: "q3" are two.
    QString joined;
    for (const DayToken &token : tokens.mid(0, 2))
        joined += token.text;
    if (const auto match = quarter.match(joined); match.hasMatch() && tokens.size() <= 3) {
        const int month = 3 * match.captured(1).toInt() - 2;
        const int year = tokens.size() == 3      ? tokens.at(2).number
                         : month > today.month() ? today.year() - 1
                                                 : today.year();
        if (isYear(year))
            return asSpan(unitAround(QDate(year, month, 1), TimeUnit::Quarter, frame));
    }
    return {};
}

/// "last 7 days", "last week", "this quarter", "3 days ago".
DayText fromUnits(const QList<DayToken> &tokens, const QDate &today, const TimeFrame &frame)
{
    bool last = false;
    bool current = false;
    bool ago = false;
    int count = -1;
    std::optional<TimeUnit> unit;
    for (const DayToken &token : tokens) {
        if (token.word == TimeWord::Last && !last)
            last = true;
        else if (token.word == TimeWord::This && !current)
            current = true;
        else if ((token.word == TimeWord::Ago || token.word == TimeWord::Before) && !ago)
            ago = true;
        else if (token.number >= 0 && count < 0)
            count = token.number;
        else if (const auto read = unitWordOf(token.text); read && !unit)
            unit = read;
        else if (const auto letter = count >= 0 ? unitLetterOf(token.text) : std::nullopt; letter && !unit)
            unit = letter;
        else
            return {};
    }
    if (!unit || int(last) + int(current) + int(ago) != 1 || (ago && count < 0) || (current && count >= 0))
        return {};
    if (current && *unit < TimeUnit::Day)
        return {};
    if (current)
        return asSpan(unitAround(today, *unit, frame));
    const bool calendar = *unit >= TimeUnit::Week;
    if (last && count < 0 && calendar) // "last week" is the one before this
        return asSpan(unitAround(dayBefore(today, 1, *unit), *unit, frame));
    const QDateTime from = before(frame.now, count < 0 ? 1 : count, *unit, frame.zone);
    if (!from.isValid() || from.date().year() < firstYear)
        return {};
    return {ago ? DayText::Kind::Instant : DayText::Kind::Span, {}, {from, {}}};
}

/// "last Tuesday": not today.
DayText fromLastWeekday(const QList<DayToken> &tokens, const QDate &today, const TimeFrame &frame)
{
    if (tokens.size() != 2 || tokens.constFirst().word != TimeWord::Last)
        return {};
    const int weekday = weekdayOf(tokens.constLast().text, frame.locale);
    return weekday == 0 ? DayText{} : asDay(today.addDays(-((today.dayOfWeek() - weekday + 6) % 7 + 1)));
}

} // namespace

DayText readDay(const QString &plain, const QDate &today, const TimeFrame &frame)
{
    static const QRegularExpression digits(u"\\A[\\d\\s./-]+\\z"_s);
    if (digits.match(plain).hasMatch())
        return fromDigits(plain.trimmed(), today, frame);
    const QList<DayToken> tokens = tokensOf(plain);
    if (tokens.isEmpty())
        return {};
    for (const DayText &read : {fromOneWord(tokens, today, frame), fromUnits(tokens, today, frame),
                                fromLastWeekday(tokens, today, frame)})
        if (read.kind != DayText::Kind::None)
            return read;
    // A first word that names a weekday in one language may be a month in another ("mar").
    const int weekday = weekdayOf(tokens.constFirst().text, frame.locale);
    const DayText read = weekday == 0 ? DayText{} : fromNames(tokens.mid(1), weekday, today, frame);
    return read.kind == DayText::Kind::None ? fromNames(tokens, 0, today, frame) : read;
}

} // namespace pc::models
