// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/data_dir/private_file.h"

#include "platform/data_dir/write_all.h"

#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

/// A file descriptor that closes itself.
class Descriptor
{
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    [[nodiscard]] int get() const { return m_fd; }

private:
    int m_fd;
};

bool readAll(int fd, char *out, qsizetype size)
{
    while (size > 0) {
        const ssize_t got = ::read(fd, out, static_cast<size_t>(size));
        if (got <= 0)
            return false;
        out += got;
        size -= got;
    }
    return true;
}

} // namespace

std::optional<Secret> readPrivateFile(const QString &path, qsizetype most, QString *why)
{
    const Descriptor file(
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct stat info
    {
    };
    if (file.get() < 0 || ::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode)) {
        *why = u"%1 cannot be read."_s.arg(path);
        return std::nullopt;
    }
    if ((info.st_mode & 077) != 0) {
        *why = u"%1 may be read by others; it needs mode 0400."_s.arg(path);
        return std::nullopt;
    }
    if (info.st_size > most) {
        *why = u"%1 is larger than it can be."_s.arg(path);
        return std::nullopt;
    }
    Secret bytes(info.st_size);
    if (!readAll(file.get(), bytes.data(), bytes.size())) {
        *why = u"%1 cannot be read."_s.arg(path);
        return std::nullopt;
    }
    return bytes;
}

namespace {

bool writeSynced(const QByteArray &name, QByteArrayView bytes)
{
    const Descriptor file(
        ::open(name.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0400));
    return file.get() >= 0 && writeAll(file.get(), bytes) && ::fsync(file.get()) == 0;
}

/// `settle(part, name)` gives the written file its name.
bool writeThrough(const QString &path, QByteArrayView bytes, QString *why,
                  int (*settle)(const char *part, const char *name))
{
    const QByteArray name = QFile::encodeName(path);
    const QByteArray part = name + ".part";
    ::unlink(part.constData()); // of an attempt that was cut off; it cannot be opened for writing
    bool written = writeSynced(part, bytes) && settle(part.constData(), name.constData()) == 0;
    ::unlink(part.constData());
    if (written) {
        const QByteArray directory = QFile::encodeName(QFileInfo(path).absolutePath());
        const Descriptor dir(::open(directory.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        written = dir.get() >= 0 && ::fsync(dir.get()) == 0;
    }
    if (!written)
        *why = u"%1 cannot be written."_s.arg(path);
    return written;
}

} // namespace

bool writeNewPrivateFile(const QString &path, QByteArrayView bytes, QString *why)
{
    // Under another name first, then linked: the final name never holds half a secret, and an existing file
    // stays.
    return writeThrough(path, bytes, why, ::link);
}

bool replacePrivateFile(const QString &path, QByteArrayView bytes, QString *why)
{
    return writeThrough(path, bytes, why, ::rename);
}

} // namespace pc::platform
