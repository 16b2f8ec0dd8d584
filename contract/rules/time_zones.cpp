// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/time_zones.h"

#include <QDirIterator>
#include <QFile>
#include <QHash>

#include <algorithm>

namespace pc::rules {

using namespace Qt::StringLiterals;

namespace {

struct Database
{
    QStringList names; ///< sorted
    QHash<QString, QString> links;
};

QString directory()
{
    const QString set = qEnvironmentVariable("TZDIR");
    return set.isEmpty() ? u"/usr/share/zoneinfo"_s : set;
}

/// tzdata.zi: lines "Z name …" and "L target name" (zic(8)).
bool readCompact(Database &database)
{
    QFile file(directory() + u"/tzdata.zi"_s);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    while (!file.atEnd()) {
        const QList<QByteArray> fields = file.readLine().simplified().split(' ');
        if (fields.size() >= 2 && fields.at(0) == "Z")
            database.names.append(QString::fromLatin1(fields.at(1)));
        if (fields.size() >= 3 && fields.at(0) == "L") {
            const QString name = QString::fromLatin1(fields.at(2));
            database.names.append(name);
            database.links.insert(name, QString::fromLatin1(fields.at(1)));
        }
    }
    return !database.names.isEmpty();
}

/// Compiled files, by their first bytes (RFC 8536).
void readFiles(Database &database)
{
    const QString root = directory() + u'/';
    QDirIterator files(root, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString name = path.mid(root.size());
        const bool machine = name == "localtime"_L1 || name == "posixrules"_L1 ||
                             name.startsWith("posix/"_L1) || name.startsWith("right/"_L1);
        QFile file(path);
        if (!machine && file.open(QIODevice::ReadOnly) && file.read(4) == "TZif")
            database.names.append(name);
    }
}

const Database &database()
{
    static const Database value = [] {
        Database read;
        if (!readCompact(read))
            readFiles(read);
        read.names.removeAll(u"Factory"_s);
        if (!read.names.contains(u"UTC"_s)) // the default, on a machine without the database too
            read.names.append(u"UTC"_s);
        read.names.sort();
        read.names.removeDuplicates();
        return read;
    }();
    return value;
}

} // namespace

const QStringList &timeZoneNames()
{
    return database().names;
}

bool isTimeZoneName(const QString &name)
{
    const QStringList &names = timeZoneNames();
    return std::binary_search(names.begin(), names.end(), name);
}

QTimeZone timeZoneOf(const QString &name)
{
    QString at = name;
    for (int steps = 0; isTimeZoneName(at) && steps < 4; ++steps) {
        if (const QTimeZone zone(at.toLatin1()); zone.isValid())
            return zone;
        at = database().links.value(at);
    }
    return {};
}

} // namespace pc::rules
