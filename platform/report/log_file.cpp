// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/report/log_file.h"

#include "contract/crypto/hashing.h"
#include "platform/gateway/access_line.h"

#include <QFile>

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pc::platform {

struct LogFile::Descriptor
{
    explicit Descriptor(int descriptor) : number(descriptor) {}
    ~Descriptor() { ::close(number); }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    [[nodiscard]] struct stat status() const
    {
        struct stat info
        {
        };
        (void)::fstat(number, &info);
        return info;
    }
    const int number;
};

std::optional<LogFile> LogFile::open(const QString &path)
{
    // Not to wait for a pipe that has this name.
    const int number = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (number < 0)
        return {};
    LogFile file(std::make_shared<Descriptor>(number));
    const struct stat info = file.m_file->status();
    if (!S_ISREG(info.st_mode))
        return {};
    file.m_id = {info.st_dev, info.st_ino};
    file.restart();
    return file;
}

qint64 LogFile::size() const
{
    return m_file->status().st_size;
}

QDateTime LogFile::writtenAt() const
{
    const timespec at = m_file->status().st_mtim;
    return QDateTime::fromMSecsSinceEpoch(qint64{at.tv_sec} * 1000 + at.tv_nsec / 1'000'000, Qt::UTC);
}

QByteArray LogFile::bytesAt(qint64 place, qint64 most) const
{
    QByteArray bytes(most, Qt::Uninitialized);
    qint64 got = 0;
    while (got < most) {
        const ssize_t count =
            ::pread(m_file->number, bytes.data() + got, static_cast<std::size_t>(most - got), place + got);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        got += count;
    }
    bytes.truncate(got);
    return bytes;
}

/// Behind the NUL bytes that it begins with.
qint64 LogFile::holeEnd() const
{
    constexpr qint64 step = 64 * 1024;
    // What was never written is passed over at once, where the file system can; the rest byte by byte.
    qint64 place = std::max<qint64>(::lseek(m_file->number, 0, SEEK_DATA), 0);
    for (;;) {
        const QByteArray bytes = bytesAt(place, step);
        const auto found = std::find_if(bytes.begin(), bytes.end(), [](char byte) { return byte != '\0'; });
        place += found - bytes.begin();
        if (found != bytes.end() || bytes.isEmpty())
            return place;
    }
}

FileHead LogFile::headAt(qint64 from, qsizetype size) const
{
    const QByteArray bytes = bytesAt(from, size);
    return {from, bytes.size(), sha256({bytes})};
}

bool LogFile::beginsWith(const FileHead &head) const
{
    return headAt(head.from, head.size) == head;
}

bool LogFile::isAnother() const
{
    return size() < m_place || !beginsWith(m_head);
}

void LogFile::restart()
{
    m_place = 0;
    m_isInside = false;
    m_head = headAt(holeEnd(), FileHead::most);
}

void LogFile::setPlace(qint64 place)
{
    m_place = place;
    m_isInside = false;
}

LogFile::Lines LogFile::read(qsizetype mostLines, qint64 mostBytes)
{
    if (m_head.size < FileHead::most && beginsWith(m_head))
        m_head = headAt(m_head.size == 0 ? holeEnd() : m_head.from, FileHead::most);
    const QByteArray bytes = bytesAt(m_place, std::max<qint64>(mostBytes, longestAccessLine + 1));
    Lines found;
    bool isInside = m_isInside;
    qsizetype from = 0;
    while (found.lines.size() < mostLines) {
        // A log that was emptied, and whose writer goes on at its place, begins with a hole.
        while (!isInside && from < bytes.size() && bytes[from] == '\0')
            ++from;
        const qsizetype end = bytes.indexOf('\n', from);
        const qsizetype length = (end < 0 ? bytes.size() : end) - from;
        const bool isTooLong = isInside || length > longestAccessLine;
        if (end < 0) {
            // Of a line that is not complete nothing is taken, unless it will be none.
            if (isTooLong && length > 0)
                from = bytes.size();
            isInside = isTooLong;
            break;
        }
        QByteArray line = bytes.mid(from, length);
        if (line.endsWith('\r'))
            line.chop(1);
        found.tooLong += isTooLong ? 1 : 0;
        if (!isTooLong && !line.isEmpty())
            found.lines.append(line);
        isInside = false;
        from = end + 1;
    }
    found.end = m_place + from;
    found.endsInside = isInside;
    return found;
}

void LogFile::advance(const Lines &lines)
{
    m_place = lines.end;
    m_isInside = lines.endsInside;
}

} // namespace pc::platform
