// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/date_words.h"

namespace pc::rules {

using namespace Qt::StringLiterals;

QString dateText(const QDate &date, DateForm form, const QLocale &locale)
{
    if (!date.isValid())
        return {};
    const bool ordinal = locale.dateFormat(QLocale::LongFormat).contains(u"d."_s);
    const QString day = ordinal ? u"d. MMM"_s : u"d MMM"_s;
    switch (form) {
    case DateForm::Day:
        return locale.toString(date, day);
    case DateForm::DayOfYear:
        return locale.toString(date, day + u" yyyy"_s);
    case DateForm::WeekdayDay:
        return locale.toString(date, u"ddd "_s + day);
    case DateForm::WeekdayDayOfYear:
        return locale.toString(date, u"ddd "_s + day + u" yyyy"_s);
    }
    return {};
}

QString dateText(const QDateTime &when, DateForm form, const QLocale &locale)
{
    return dateText(when.toUTC().date(), form, locale);
}

QString lastDayText(const QDateTime &end, DateForm form, const QLocale &locale)
{
    return dateText(end.addSecs(-1), form, locale);
}

QString momentText(const QDateTime &when, DateForm form, const QLocale &locale)
{
    if (!when.isValid())
        return {};
    return dateText(when, form, locale) + (form == DateForm::DayOfYear ? u", "_s : u" "_s) +
           locale.toString(when.toUTC().time(), u"HH:mm"_s);
}

} // namespace pc::rules
