// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/history/anchor_file.h"

#include "contract/crypto/merkle.h"
#include "platform/data_dir/open_file.h"
#include "platform/data_dir/write_all.h"

#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <unistd.h>

#include <utility>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 reservedBytes = 128 * 1024;

bool syncDirectoryOf(const QString &path)
{
    const QByteArray directory = QFile::encodeName(QFileInfo(path).absolutePath());
    const int file = ::open(directory.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool synced = ::fsync(file) == 0;
    ::close(file);
    return synced;
}

AnchorReading damaged(AnchorReading reading, const QString &why)
{
    reading.state = AnchorReading::State::Damaged;
    reading.why = why;
    return reading;
}

} // namespace

QString AnchorFile::pathIn(const QString &directory)
{
    return directory + u"/audit-anchor"_s;
}

AnchorReading AnchorFile::read(const QString &path, const QString &origin, const VerifyKey &key,
                               const std::optional<AnchorName> &named)
{
    AnchorReading reading;
    reading.path = path;
    if (!QFile::exists(path))
        return reading;
    AnchorLines lines(path);
    AnchorPlace end;
    QByteArray line;
    QByteArray lineBefore;
    while (lines.next()) {
        const anchor_record::Glance &seen = lines.glance();
        if (named && named->number == seen.number)
            reading.named = {seen.number, lines.place().hash};
        if (seen.act == anchor_record::acceptanceAct)
            reading.binding = end;
        journal_notes::follow(reading.journaled, seen.act, seen.subject);
        end = lines.place();
        lineBefore = std::exchange(line, lines.line());
    }
    reading.end = {end.number, end.number > 0 ? end.hash : QByteArray()};
    reading.wholeBytes = end.offset;
    reading.last = anchor_record::parse(line);
    if (!reading.last)
        reading.last = anchor_record::parse(lineBefore);
    if (!lines.fault().isEmpty())
        return damaged(reading, lines.fault());
    if (end.number == 0)
        return reading;
    if (!reading.last || reading.last->number != end.number)
        return damaged(reading,
                       u"line %1 of the anchor file is not the one that was written"_s.arg(end.number));
    if (!anchor_record::isSigned(line, origin, key))
        return damaged(reading, u"the anchor file was not signed with the key of this log"_s);
    reading.state = AnchorReading::State::Whole;
    return reading;
}

AnchorFile::AnchorFile(QString path, QString origin, const SigningKey &key)
    : m_path(std::move(path)), m_origin(std::move(origin)), m_key(key)
{
}

AnchorFile::~AnchorFile()
{
    if (m_file >= 0)
        ::close(m_file);
}

bool AnchorFile::open(const AnchorReading &reading)
{
    const std::lock_guard lock(m_mutex);
    if (m_file >= 0)
        ::close(m_file);
    const bool isNew = !QFileInfo::exists(m_path);
    m_file = ::open(QFile::encodeName(m_path).constData(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (m_file < 0)
        return false;
    m_size = reading.wholeBytes;
    m_reserved = 0;
    m_last = {};
    m_lastSize = 0;
    m_lastRoot = merkle::Frontier().root();
    if (reading.last) {
        m_last = reading.end;
        m_lastSize = reading.last->size;
        m_lastRoot = reading.last->root;
    }
    if (::ftruncate(m_file, m_size) != 0)
        return false;
    reserve();
    return !isNew || syncDirectoryOf(m_path);
}

bool AnchorFile::beginAnew(const QDateTime &now)
{
    if (QFileInfo::exists(m_path)) {
        const QString aside = m_path + u".refused-"_s + QString::number(now.toMSecsSinceEpoch());
        if (!QFile::rename(m_path, aside))
            return false;
    }
    return open({});
}

AnchorName AnchorFile::last() const
{
    const std::lock_guard lock(m_mutex);
    return m_last;
}

bool AnchorFile::append(std::vector<AnchorRecord> records)
{
    const std::lock_guard lock(m_mutex);
    if (m_file < 0)
        return false;
    AnchorName last = m_last;
    qint64 size = m_lastSize;
    QByteArray root = m_lastRoot;
    QByteArray lines;
    for (AnchorRecord &record : records) {
        record.number = last.number + 1;
        record.previous = last.number == 0 ? anchor_record::noPrevious() : last.hash;
        if (record.root.isEmpty()) {
            record.size = size;
            record.root = root;
        }
        const QByteArray line = anchor_record::line(record, m_origin, m_key);
        last = {record.number, anchor_record::hashOf(line.chopped(1))};
        size = record.size;
        root = record.root;
        lines += line;
    }
    if (!isInPlace())
        return false;
    reserve();
    const bool written =
        ::lseek(m_file, m_size, SEEK_SET) == m_size && writeAll(m_file, lines) && ::fdatasync(m_file) == 0;
    if (!written) {
        m_reserved = 0; // cutting frees what was allocated behind the end
        [[maybe_unused]] const int revocation = ::ftruncate(m_file, m_size);
        return false;
    }
    m_size += lines.size();
    m_last = last;
    m_lastSize = size;
    m_lastRoot = root;
    return true;
}

/// Whether the file under the name is still the one that is written, and nobody else wrote or cut it: a line
/// into a file that was moved away would be remembered nowhere.
bool AnchorFile::isInPlace() const
{
    return sizeWhileNamed(m_file, m_path) == m_size;
}

/// Blocks for later lines; the file does not look longer for it. A failure costs nothing but the reserve.
void AnchorFile::reserve()
{
    if (m_reserved - m_size >= reservedBytes / 2)
        return;
    if (::fallocate(m_file, FALLOC_FL_KEEP_SIZE, m_size, reservedBytes) == 0)
        m_reserved = m_size + reservedBytes;
}

} // namespace pc::platform
