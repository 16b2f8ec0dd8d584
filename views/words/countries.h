// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QLocale>
#include <QString>

namespace pc::views {

struct Country
{
    QString code;  ///< ISO 3166-1 alpha-2
    QString name;  ///< in the interface's language
    QString other; ///< in the other languages of the table
};

/// Every country by name, in German when `locale` is German, else in English; sorted as that language sorts.
[[nodiscard]] QList<Country> countries(const QLocale &locale);

} // namespace pc::views
