// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/data_dir/data_directory.h"

#include "platform/data_dir/write_all.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

QString systemMessage()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

tl::expected<void, QString> createPrivate(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    if (::mkdir(name.constData(), 0700) == 0)
        return {};
    if (errno == ENOENT && QDir().mkpath(QFileInfo(path).absolutePath()) &&
        ::mkdir(name.constData(), 0700) == 0)
        return {};
    if (errno != EEXIST)
        return tl::make_unexpected(u"cannot create %1: %2"_s.arg(path, systemMessage()));
    struct stat info
    {
    };
    if (::stat(name.constData(), &info) != 0 || !S_ISDIR(info.st_mode))
        return tl::make_unexpected(u"%1 is not a directory"_s.arg(path));
    if (info.st_uid != ::geteuid())
        return tl::make_unexpected(u"%1 belongs to another user"_s.arg(path));
    // Keys and the pepper live in it: others get no look, not even at names.
    if ((info.st_mode & 0077) != 0 && ::chmod(name.constData(), 0700) != 0)
        return tl::make_unexpected(u"%1 is open to other users: %2"_s.arg(path, systemMessage()));
    return {};
}

} // namespace

tl::expected<DataDirectory, DataDirectoryError> DataDirectory::open(const QString &path)
{
    const auto fail = [](const QString &text, bool inUse = false) {
        return tl::make_unexpected(DataDirectoryError{text, inUse});
    };
    if (path.isEmpty())
        return fail(u"a data directory is needed (--data DIR)"_s);
    const QString absolute = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    if (tl::expected<void, QString> created = createPrivate(absolute); !created)
        return fail(created.error());

    const QString lockPath = absolute + u"/lock"_s;
    const int lock =
        ::open(QFile::encodeName(lockPath).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (lock < 0)
        return fail(u"cannot open %1: %2"_s.arg(lockPath, systemMessage()));
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        const bool inUse = errno == EWOULDBLOCK;
        const QString reason = systemMessage();
        QByteArray owner(20, '\0');
        const ssize_t count = ::pread(lock, owner.data(), static_cast<std::size_t>(owner.size()), 0);
        ::close(lock);
        if (!inUse)
            return fail(u"cannot lock %1: %2"_s.arg(lockPath, reason));
        const QString process = QString::fromLatin1(owner.first(std::max<ssize_t>(count, 0)).trimmed());
        return fail(u"%1 is in use by another partner-platform (process %2)"_s.arg(absolute, process), true);
    }
    DataDirectory held(absolute, lock);
    // Only for the message above; the lock itself needs no content.
    if (::ftruncate(lock, 0) != 0 || !writeAll(lock, QByteArray::number(::getpid())))
        return fail(u"cannot write %1: %2"_s.arg(lockPath, systemMessage()));
    return held;
}

DataDirectory::DataDirectory(DataDirectory &&other) noexcept
    : m_path(std::move(other.m_path)), m_lock(std::exchange(other.m_lock, -1))
{
}

DataDirectory &DataDirectory::operator=(DataDirectory &&other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_lock, other.m_lock);
    return *this;
}

DataDirectory::~DataDirectory()
{
    if (m_lock >= 0)
        ::close(m_lock);
}

QString localSocketPath(const QString &dataDirectory)
{
    return QDir::cleanPath(QFileInfo(dataDirectory).absoluteFilePath()) + u"/admin.sock"_s;
}

QString databaseFile(const QString &dataDirectory)
{
    return dataDirectory + u"/platform.db"_s;
}

tl::expected<void, QString> writePrivateFile(const QString &path, QByteArrayView bytes)
{
    const QByteArray name = QFile::encodeName(path);
    const QByteArray temporary = name + ".new";
    const auto failed = [&] {
        const QString reason = systemMessage();
        ::unlink(temporary.constData());
        return tl::make_unexpected(u"cannot write %1: %2"_s.arg(path, reason));
    };
    ::unlink(temporary.constData()); // left by a crash
    const int file =
        ::open(temporary.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0)
        return failed();
    const bool written = writeAll(file, bytes) && ::fsync(file) == 0;
    if (::close(file) != 0 || !written || ::rename(temporary.constData(), name.constData()) != 0)
        return failed();
    return {};
}

} // namespace pc::platform
