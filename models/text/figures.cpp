// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/figures.h"

#include "contract/rules/date_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace pc::models {

namespace {

/// Languages whose percent pattern in the CLDR is "#,##0 %"; QLocale has the sign only.
bool hasSpaceBeforeSign(QLocale::Language language)
{
    switch (language) {
    case QLocale::German:
    case QLocale::French:
    case QLocale::Spanish:
    case QLocale::Swedish:
    case QLocale::Danish:
    case QLocale::NorwegianBokmal:
    case QLocale::Finnish:
    case QLocale::Czech:
    case QLocale::Slovak:
    case QLocale::Russian:
        return true;
    default:
        return false;
    }
}

} // namespace

QString percentText(double share, int decimals, const QLocale &locale)
{
    const QString space = hasSpaceBeforeSign(locale.language()) ? QString(QChar(QChar::Nbsp)) : QString();
    if (share == 0)
        decimals = 0;                                // none is none, however fine the others are written
    const double step = std::pow(10, -decimals - 2); // the smallest share that is written
    const QString below = share > 0 && share < step / 2 ? QStringLiteral("<") : QString();
    const double shown = !below.isEmpty() ? step : share < 1 ? std::min(share, 1 - step) : share;
    return below + locale.toString(shown * 100, 'f', decimals) + space + locale.percent();
}

QString shareText(double share, const QLocale &locale)
{
    constexpr double tenth = 0.0995; // from there on it would read "10.0%"
    return percentText(share, share > 0 && share < tenth ? 1 : 0, locale);
}

QString utcText(const QDateTime &when, const QLocale &locale)
{
    return when.isValid()
               ? rules::momentText(when, rules::DateForm::DayOfYear, locale) + QStringLiteral(" UTC")
               : QString();
}

QString tookText(qint64 micros, const QLocale &locale)
{
    if (micros < 1'000'000)
        return QCoreApplication::translate("pc::models::Figures", "%1 ms")
            .arg(locale.toString(double(micros) / 1000.0, 'f', micros < 100'000 ? 1 : 0));
    return QCoreApplication::translate("pc::models::Figures", "%1 s")
        .arg(locale.toString(double(micros) / 1e6, 'f', 1));
}

int forPlural(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

} // namespace pc::models
