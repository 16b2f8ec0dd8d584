// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/list_line.h"

#include <algorithm>

namespace pc::rules {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar quote = u'"';

bool isComma(QChar c)
{
    return c == u',' || c == QChar(0x060C);
}

/// Where the next comma is, or the end.
qsizetype commaAfter(const QString &line, qsizetype from)
{
    return std::find_if(line.begin() + from, line.end(), isComma) - line.begin();
}

qsizetype blanksAfter(const QString &line, qsizetype from)
{
    while (from < line.size() && line.at(from).isSpace())
        ++from;
    return from;
}

} // namespace

std::optional<QuotedItem> quotedItem(const QString &line, qsizetype from)
{
    QuotedItem item;
    for (qsizetype i = from + 1; i < line.size(); ++i) {
        if (line.at(i) != quote) {
            item.value += line.at(i);
        } else if (i + 1 < line.size() && line.at(i + 1) == quote) {
            item.value += line.at(i++);
        } else {
            item.end = blanksAfter(line, i + 1);
            if (item.end < line.size() && !isComma(line.at(item.end)))
                return std::nullopt;
            return item;
        }
    }
    return std::nullopt;
}

QString listItem(const QString &value)
{
    const bool plain = !value.isEmpty() && !value.startsWith(quote) &&
                       std::none_of(value.begin(), value.end(), isComma) && !value.front().isSpace() &&
                       !value.back().isSpace();
    return plain ? value : quote + QString(value).replace(quote, u"\"\""_s) + quote;
}

QString listLine(const QStringList &values)
{
    QStringList items;
    for (const QString &value : values)
        items.append(listItem(value));
    return items.join(u", "_s);
}

std::optional<QStringList> listOf(const QString &line)
{
    QStringList values;
    for (qsizetype at = blanksAfter(line, 0); at < line.size(); at = blanksAfter(line, at + 1)) {
        const bool marked = line.at(at) == quote;
        if (const std::optional<QuotedItem> item = marked ? quotedItem(line, at) : std::nullopt) {
            values.append(item->value);
            at = item->end;
            continue;
        }
        const qsizetype end = commaAfter(line, at);
        const QString plain = line.mid(at, end - at).trimmed();
        if (marked && plain.count(quote) % 2 != 0)
            return std::nullopt;
        if (!plain.isEmpty())
            values.append(plain);
        at = end;
    }
    return values;
}

} // namespace pc::rules
