// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/spreadsheet_text.h"

namespace pc::rules {

namespace {

/// The signs that begin a formula, and their full-width forms, which East Asian settings take for the same.
bool beginsFormula(QChar c)
{
    switch (c.unicode()) {
    case u'=':
    case u'+':
    case u'-':
    case u'@':
    case 0xFF1D:
    case 0xFF0B:
    case 0xFF0D:
    case 0xFF20:
        return true;
    default:
        return false;
    }
}

bool mayCut(QChar c)
{
    return c == u',' || c == u';' || c == u'\t' || c == u'|' || c == u'\n' || c == u'\r';
}

} // namespace

QString spreadsheetSafe(const QString &text)
{
    QString safe;
    safe.reserve(text.size() + 4);
    bool atStart = true; // of what may become a cell; blanks and quotes in front of it do not matter
    for (const QChar c : text) {
        if (atStart && beginsFormula(c))
            safe += u'\'';
        safe += c;
        atStart = mayCut(c) || (atStart && (c.isSpace() || c == u'"' || !c.isPrint()));
    }
    if (!text.isEmpty() && (text.front() == u'\t' || text.front() == u'\r'))
        safe.prepend(u'\'');
    return safe;
}

QString csvField(const QString &text)
{
    return u'"' + spreadsheetSafe(text).replace(u'"', QStringLiteral("\"\"")) + u'"';
}

} // namespace pc::rules
