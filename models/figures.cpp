// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/figures.h"

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
    return locale.toString(share * 100, 'f', decimals) + space + locale.percent();
}

} // namespace pc::models
