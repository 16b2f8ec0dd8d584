// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/page_line.h"

#include "tests/views/dump_line.h"
#include "views/shell/page.h"

namespace pc::test {

using namespace Qt::StringLiterals;

QString pageLine(const views::Page &page)
{
    Line line;
    line.add(u"page"_s);
    line.text(u"title"_s, page.title());
    QStringList path;
    for (const views::Crumb &crumb : page.breadcrumb())
        path.append(crumb.location.isValid() ? crumb.text + u" ("_s + crumb.location.toString() + u')'
                                             : crumb.text);
    line.text(u"path"_s, path.join(u" > "_s));
    const views::StatusText status = page.statusText();
    line.text(u"counts"_s, status.counts);
    line.text(u"selection"_s, status.selection);
    line.text(u"freshness"_s, status.freshness);
    QStringList hints;
    for (const views::KeyHint &hint : status.hints)
        hints.append(hint.text);
    line.text(u"hints"_s, hints.join(u" | "_s));
    line.text(u"commands"_s, page.contextCommands().join(u' '));
    line.text(u"unsaved"_s, page.unsavedWork());
    line.addIf(page.canUndo(), u"can undo"_s);
    return line.joined();
}

} // namespace pc::test
