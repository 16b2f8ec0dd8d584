// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/pack/page.h"

#include <algorithm>

namespace pc::pack {

using namespace Qt::StringLiterals;

namespace {

using Kind = PageBlock::Kind;

// Follows the reader's system; on paper it is black on white, and no table row is cut in two.
constexpr char16_t style[] = uR"css(
:root { color-scheme: light dark; --text: #1c2330; --soft: #5a6475; --line: #d5dae3; --raised: #f3f5f9; --accent: #1f5fbf; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6eaf2; --soft: #9aa5b8; --line: #343c4b; --raised: #1c222d; --accent: #7fb0ff; }
  body { background: #12161d; }
}
body { color: var(--text); font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1.25rem; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { border-top: 1px solid var(--line); font-size: 1.15rem; margin-top: 2rem; padding-top: 1rem; }
code, pre { background: var(--raised); border-radius: 4px; font: 0.9em/1.45 ui-monospace, monospace; }
code { overflow-wrap: anywhere; padding: 0.1em 0.3em; } pre { overflow-x: auto; padding: 0.75rem 1rem; }
td:last-child code { overflow-wrap: break-word; } @media (max-width: 40rem) { td:last-child code { overflow-wrap: anywhere; } }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: 0.4rem 0.75rem 0.4rem 0; text-align: start; vertical-align: top; }
th { color: var(--soft); font-weight: 600; } .note { border-inline-start: 3px solid var(--accent); padding-inline-start: 0.75rem; }
@media print {
  :root { --text: #000; --soft: #333; --line: #999; --raised: #fff; } body { background: #fff; font-size: 10.5pt; margin: 0; max-width: none; }
  tr, pre, .note { break-inside: avoid; } h2 { break-after: avoid; } pre { white-space: pre-wrap; }
}
)css";

/// Stands for a backtick of a value, as backticks mark code. For private use: no value has it.
constexpr QChar valueTick(0xe060);

/// As it is shown.
QString shown(QString text)
{
    return text.replace(valueTick, u'`');
}

/// Every second part of a text between backticks is code.
template <typename Text, typename Code>
QString inParts(const QString &text, Text asText, Code asCode)
{
    QString out;
    const QStringList parts = text.split(u'`');
    for (qsizetype i = 0; i < parts.size(); ++i)
        out += i % 2 == 1 ? asCode(parts.at(i)) : asText(parts.at(i));
    return out;
}

QString html(const QString &text)
{
    return inParts(
        text, [](const QString &part) { return shown(part.toHtmlEscaped()); },
        [](const QString &part) -> QString {
            return u"<code>"_s + shown(part.toHtmlEscaped()) + u"</code>"_s;
        });
}

/// Between more backticks than it holds, apart from them by a space that belongs to the marks (CommonMark,
/// section 6.1).
QString codeSpan(const QString &code)
{
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar each : code) {
        run = each == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const QString mark(longest + 1, u'`');
    const QString space = longest > 0 ? u" "_s : QString();
    return mark + space + code + space + mark;
}

QString marked(const QString &text)
{
    return inParts(
        text,
        [](const QString &part) {
            QString out;
            for (const QChar each : part) {
                if (u"\\*_[]<>|#~&!"_s.contains(each) || each == valueTick)
                    out += u'\\';
                out += each;
            }
            return shown(out);
        },
        [](const QString &part) { return codeSpan(shown(part)); });
}

/// A bar ends the cell, also one in code: there it is escaped for the table alone (GFM, section 4.10).
QString markedCell(const QString &text)
{
    return inParts(
        text, [](const QString &part) { return marked(part); },
        [](const QString &part) { return codeSpan(shown(part)).replace(u'|', u"\\|"_s); });
}

QString bare(const QString &text)
{
    return shown(QString(text).remove(u'`'));
}

QString htmlRow(const QStringList &cells, const QString &tag)
{
    QString row = u"<tr>"_s;
    for (const QString &cell : cells)
        row += u'<' + tag + u'>' + html(cell) + u"</"_s + tag + u'>';
    return row + u"</tr>\n"_s;
}

QString htmlBlock(const PageBlock &block)
{
    const auto items = [&block](const QString &tag) -> QString {
        QString list = u'<' + tag + u">\n"_s;
        for (const QString &item : block.items)
            list += u"<li>"_s + html(item) + u"</li>\n"_s;
        return list + u"</"_s + tag + u">\n"_s;
    };
    switch (block.kind) {
    case Kind::Title:
        return u"<h1>"_s + html(block.text) + u"</h1>\n"_s;
    case Kind::Heading:
        return u"<h2>"_s + html(block.text) + u"</h2>\n"_s;
    case Kind::Text:
        return u"<p>"_s + html(block.text) + u"</p>\n"_s;
    case Kind::Note:
        return u"<p class=\"note\">"_s + html(block.text) + u"</p>\n"_s;
    case Kind::Steps:
        return items(u"ol"_s);
    case Kind::List:
        return items(u"ul"_s);
    case Kind::Code:
        return u"<pre>"_s + shown(block.text.toHtmlEscaped()) + u"</pre>\n"_s;
    case Kind::Table:
        break;
    }
    QString table = u"<div class=\"wide\"><table>\n"_s + htmlRow(block.rows.constFirst(), u"th"_s);
    for (const QStringList &row : block.rows.mid(1))
        table += htmlRow(row, u"td"_s);
    return table + u"</table></div>\n"_s;
}

QString markdownBlock(const PageBlock &block)
{
    QString out;
    switch (block.kind) {
    case Kind::Title:
        return u"# "_s + marked(block.text) + u'\n';
    case Kind::Heading:
        return u"## "_s + marked(block.text) + u'\n';
    case Kind::Text:
        return marked(block.text) + u'\n';
    case Kind::Note:
        return u"> "_s + marked(block.text) + u'\n';
    case Kind::Code:
        return u"```\n"_s + shown(block.text) + u"\n```\n"_s;
    case Kind::Steps:
        for (qsizetype i = 0; i < block.items.size(); ++i)
            out += QString::number(i + 1) + u". "_s + marked(block.items.at(i)) + u'\n';
        return out;
    case Kind::List:
        for (const QString &item : block.items)
            out += u"- "_s + marked(item) + u'\n';
        return out;
    case Kind::Table:
        break;
    }
    for (qsizetype i = 0; i < block.rows.size(); ++i) {
        QStringList cells;
        for (const QString &cell : block.rows.at(i))
            cells.append(markedCell(cell));
        out += u"| "_s + cells.join(u" | "_s) + u" |\n"_s;
        if (i == 0)
            out += u'|' + QString(u" --- |"_s).repeated(cells.size()) + u'\n';
    }
    return out;
}

QString textBlock(const PageBlock &block)
{
    QString out;
    switch (block.kind) {
    case Kind::Title:
        return bare(block.text) + u'\n' + QString(bare(block.text).size(), u'=') + u'\n';
    case Kind::Heading:
        return bare(block.text) + u'\n' + QString(bare(block.text).size(), u'-') + u'\n';
    case Kind::Text:
    case Kind::Note:
        return bare(block.text) + u'\n';
    case Kind::Code:
        return u"    "_s + shown(block.text).replace(u'\n', u"\n    "_s) + u'\n';
    case Kind::Steps:
        for (qsizetype i = 0; i < block.items.size(); ++i)
            out += QString::number(i + 1) + u". "_s + bare(block.items.at(i)) + u'\n';
        return out;
    case Kind::List:
        for (const QString &item : block.items)
            out += u"- "_s + bare(item) + u'\n';
        return out;
    case Kind::Table:
        break;
    }
    for (const QStringList &row : block.rows.mid(1)) {
        QStringList cells;
        std::copy_if(row.begin(), row.end(), std::back_inserter(cells),
                     [](const QString &cell) { return !cell.isEmpty(); });
        out += u"- "_s + bare(cells.join(u" · "_s)) + u'\n';
    }
    return out;
}

} // namespace

QString plain(const QString &text)
{
    return text.simplified().replace(u'`', valueTick);
}

QString code(const QString &text)
{
    return text.isEmpty() ? QString() : u'`' + plain(text) + u'`';
}

QString bodyOf(const Page &page)
{
    QString body;
    for (const PageBlock &block : page)
        body += htmlBlock(block);
    return body;
}

QString htmlOf(const Page &page, const QString &language)
{
    const QString title = page.isEmpty() ? QString() : bare(page.constFirst().text).toHtmlEscaped();
    return u"<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
           "'unsafe-inline'\">\n<title>"_s.arg(language) +
           title + u"</title>\n<style>"_s + QString::fromUtf16(style) + u"</style>\n</head>\n<body>\n"_s +
           bodyOf(page) + u"</body>\n</html>\n"_s;
}

QString markdownOf(const Page &page)
{
    QStringList blocks;
    for (const PageBlock &block : page)
        blocks.append(markdownBlock(block));
    return blocks.join(u'\n');
}

QString textOf(const Page &page)
{
    QStringList blocks;
    for (const PageBlock &block : page)
        blocks.append(textBlock(block));
    return blocks.join(u'\n');
}

} // namespace pc::pack
