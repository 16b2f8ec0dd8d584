// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/staging_directory.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <csignal>
#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

bool rename(const QString &from, const QString &to)
{
    return ::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

} // namespace

StagingDirectory::StagingDirectory(const QString &target)
    : m_target(target), m_path(target + u".seed-"_s + QString::number(::getpid()))
{
}

StagingDirectory::~StagingDirectory()
{
    if (!m_kept)
        QDir(m_path).removeRecursively();
}

bool StagingDirectory::make()
{
    removeStale();
    QDir().mkpath(QFileInfo(m_target).absolutePath());
    return ::mkdir(QFile::encodeName(m_path).constData(), 0700) == 0;
}

void StagingDirectory::sync() const
{
    const QStringList names = QDir(m_path).entryList(QDir::Files | QDir::Hidden);
    for (const QString &name : names + QStringList{QString()}) {
        const int file = ::open(QFile::encodeName(m_path + u'/' + name).constData(), O_RDONLY | O_CLOEXEC);
        if (file >= 0) {
            ::fsync(file);
            ::close(file);
        }
    }
}

bool StagingDirectory::keep()
{
    m_kept = rename(m_path, m_target);
    return m_kept;
}

bool StagingDirectory::keepInsteadOfTheOld()
{
    const QString old = m_path + u".old"_s;
    if (!rename(m_target, old))
        return false;
    if (!keep()) {
        (void)rename(old, m_target);
        return false;
    }
    QDir(old).removeRecursively();
    return true;
}

void StagingDirectory::removeStale() const
{
    const QFileInfo target(m_target);
    const QString prefix = target.fileName() + u".seed-"_s;
    const QStringList left =
        target.absoluteDir().entryList({prefix + u'*'}, QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : left) {
        const int pid = name.mid(prefix.size()).section(u'.', 0, 0).toInt();
        if (pid > 0 && ::kill(pid, 0) != 0 && errno == ESRCH)
            QDir(target.absoluteDir().filePath(name)).removeRecursively();
    }
}

} // namespace pc::platform
