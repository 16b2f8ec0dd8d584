// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words/countries.h"

#include <QCollator>
#include <QFile>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;

QList<Country> countries(const QLocale &locale)
{
    QFile file(u":/pc/countries.tsv"_s); // code, English, German
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the table of countries is not compiled in");
    const bool german = locale.language() == QLocale::German;
    QList<Country> list;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList cells = line.split(u'\t');
        list.append({cells.value(0), cells.value(german ? 2 : 1), cells.value(german ? 1 : 2)});
    }
    const QCollator collator(locale);
    std::sort(list.begin(), list.end(), [&collator](const Country &a, const Country &b) {
        return collator.compare(a.name, b.name) < 0;
    });
    return list;
}

} // namespace pc::views
