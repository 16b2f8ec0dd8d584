// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/kept_lines.h"

#include <QFile>

namespace pc::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostLines = 25;

/// Lines of `a` that `b` has not, or not as often.
QStringList beyond(QStringList a, const QStringList &b)
{
    for (const QString &line : b)
        a.removeOne(line);
    return a;
}

} // namespace

QString differenceFromKept(const QString &folder, const QString &name, const QStringList &lines)
{
    QFile file(folder + u'/' + name + u".txt"_s);
    if (qEnvironmentVariableIsSet("PC_KEEP_SCENES")) {
        if (!file.open(QIODevice::WriteOnly))
            return file.fileName() + u": "_s + file.errorString();
        file.write(lines.join(u'\n').toUtf8() + '\n');
        return u"written anew: "_s + file.fileName();
    }
    if (!file.open(QIODevice::ReadOnly))
        return file.fileName() + u": "_s + file.errorString();
    const QStringList kept = QString::fromUtf8(file.readAll()).chopped(1).split(u'\n');
    const QStringList gone = beyond(kept, lines);
    const QStringList come = beyond(lines, kept);
    if (!gone.isEmpty() || !come.isEmpty())
        return u"gone:\n"_s + gone.mid(0, mostLines).join(u'\n') + u"\ncome:\n"_s +
               come.mid(0, mostLines).join(u'\n');
    return kept == lines ? QString() : u"in another order than in "_s + file.fileName();
}

} // namespace pc::test
