// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace pc::pack {

/// One part of a page. In its texts what stands between two backticks is code; what others wrote goes through
/// plain() or code() first.
struct PageBlock
{
    enum class Kind { Title, Heading, Text, Note, Steps, List, Table, Code };
    Kind kind = Kind::Text;
    QString text = {};            ///< of Code: as it is
    QStringList items = {};       ///< of Steps and List
    QList<QStringList> rows = {}; ///< of Table; the first are its headings
    bool operator==(const PageBlock &) const = default;
};
using Page = QList<PageBlock>;

/// A text of others as it may stand in a block.
[[nodiscard]] QString plain(const QString &text);
[[nodiscard]] QString code(const QString &text);

/// One HTML document that needs nothing beside it, light or dark as its reader is, and prints. `language`:
/// "en", "de". No script, nothing that is fetched, no text of others as markup.
[[nodiscard]] QString htmlOf(const Page &page, const QString &language);
/// Its body alone, for a widget that knows little of styles.
[[nodiscard]] QString bodyOf(const Page &page);
/// CommonMark with tables.
[[nodiscard]] QString markdownOf(const Page &page);
/// To read in a mail as it is: no marks but those of lists.
[[nodiscard]] QString textOf(const Page &page);

} // namespace pc::pack
