// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/dump_difference.h"

namespace pc::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostLines = 12;
constexpr int mostGone = 3;
constexpr int mostLetters = 200;

QStringList beyond(QStringList of, const QStringList &without)
{
    for (const QString &each : without)
        of.removeOne(each);
    return of;
}

/// At spaces that are not inside of quotation marks.
QStringList words(const QString &line)
{
    QStringList found{{}};
    bool quoted = false;
    for (const QChar letter : line.trimmed()) {
        quoted = quoted != (letter == u'"');
        if (letter == u' ' && !quoted)
            found.append(QString());
        else
            found.last().append(letter);
    }
    return found;
}

/// A row of a table is itself, whatever stands in it.
QString nameOf(const QString &line)
{
    const QString trimmed = line.trimmed();
    return trimmed.startsWith(u"row "_s) ? trimmed.section(u' ', 0, 1) : words(line).first();
}

QString changeOf(const QString &old, const QString &now)
{
    QString line = u"  ~ "_s + nameOf(old);
    if (line.startsWith(u"  ~ row "_s))
        return line + now.trimmed().section(u' ', 2).left(mostLetters).prepend(u' ');
    for (const QString &word : beyond(words(old), words(now)))
        line += u" -"_s + word.left(mostLetters);
    for (const QString &word : beyond(words(now), words(old)))
        line += u" +"_s + word.left(mostLetters);
    return line;
}

QStringList marked(const QString &mark, const QStringList &each, int most)
{
    QStringList lines;
    for (const QString &one : each.mid(0, most))
        lines.append(mark + one.trimmed().left(mostLetters));
    if (each.size() > most)
        lines.append(mark + u"and %1 more"_s.arg(each.size() - most));
    return lines;
}

} // namespace

DumpDifference::DumpDifference(const QStringList &before, const QStringList &after)
    : m_gone(beyond(before, after)), m_come(beyond(after, before))
{
    for (qsizetype at = 0; at < m_gone.size();) {
        qsizetype same = 0;
        while (same < m_come.size() && nameOf(m_come[same]) != nameOf(m_gone[at]))
            ++same;
        if (same == m_come.size()) {
            ++at;
            continue;
        }
        m_changed.append(changeOf(m_gone.takeAt(at), m_come.takeAt(same)));
    }
}

QStringList DumpDifference::lines() const
{
    return m_changed.mid(0, 2 * mostLines) + marked(u"  - "_s, m_gone, mostGone) +
           marked(u"  + "_s, m_come, mostLines);
}

} // namespace pc::test
