// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console_paths.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>

namespace pc::app {

using namespace Qt::StringLiterals;

namespace {

QString findPlatform()
{
    const QString beside = QCoreApplication::applicationDirPath() + u"/partner-platform"_s;
    return QFile::exists(beside) ? beside : QStandardPaths::findExecutable(u"partner-platform"_s);
}

} // namespace

ConsolePaths ConsolePaths::standard()
{
    ConsolePaths paths;
    paths.config = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    paths.state = data + u"/state"_s;
    paths.localData = data + u"/local-platform"_s;
    paths.platformProgram = findPlatform();
    return paths;
}

ConsolePaths ConsolePaths::below(const QString &directory)
{
    ConsolePaths paths;
    paths.config = directory + u"/config"_s;
    paths.state = directory + u"/state"_s;
    paths.localData = directory + u"/local-platform"_s;
    paths.platformProgram = findPlatform();
    return paths;
}

QString ConsolePaths::environmentDir(const QString &profileId) const
{
    static const QRegularExpression unsafe(u"[^A-Za-z0-9_-]"_s);
    const QString directory = state + u'/' + QString(profileId).replace(unsafe, u"_"_s);
    QDir().mkpath(directory);
    return directory;
}

} // namespace pc::app
