// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/pack/zip_archive.h"

#include "contract/crypto/crc32.h"

#include <QtEndian>

#include <algorithm>

namespace pc::pack {

namespace {

constexpr quint16 neededVersion = 20;              // 2.0: deflate and folders
constexpr quint16 madeBy = 3 << 8 | neededVersion; // Unix: the upper half of the attributes is the mode
constexpr quint16 utf8Names = 1 << 11;
constexpr quint16 deflated = 8;

class Bytes
{
public:
    template <typename Number>
    Bytes &operator<<(Number number)
    {
        char place[sizeof(Number)];
        qToLittleEndian(number, place);
        m_bytes.append(place, sizeof(Number));
        return *this;
    }
    Bytes &operator<<(const QByteArray &bytes)
    {
        m_bytes += bytes;
        return *this;
    }
    [[nodiscard]] quint32 size() const { return static_cast<quint32>(m_bytes.size()); }
    [[nodiscard]] QByteArray take() { return std::move(m_bytes); }

private:
    QByteArray m_bytes;
};

/// Of MS-DOS: from 1980 on, in steps of two seconds.
quint32 dosTime(const QDateTime &time)
{
    const QDateTime utc = time.toUTC();
    const QDate date = utc.date();
    const QTime clock = utc.time();
    const int years = std::clamp(date.year() - 1980, 0, 127);
    const auto day = static_cast<quint32>(years << 9 | date.month() << 5 | date.day());
    const auto seconds = static_cast<quint32>(clock.hour() << 11 | clock.minute() << 5 | clock.second() / 2);
    return day << 16 | seconds;
}

/// What qCompress() gives is its own size and a zlib stream: two bytes of header, the deflated data, and a
/// checksum of four bytes.
QByteArray deflate(const QByteArray &bytes)
{
    constexpr int size = 4;
    constexpr int header = 2;
    constexpr int checksum = 4;
    const QByteArray stream = qCompress(bytes, 9);
    if (stream.size() <= size + header + checksum)
        return QByteArrayLiteral("\x03\x00").left(2); // of nothing: one empty block
    return stream.sliced(size + header, stream.size() - size - header - checksum);
}

struct Entry
{
    QByteArray name;
    quint32 crc;
    quint32 size;
    QByteArray data;
    quint32 offset;
    quint32 mode;
};

/// What the local header and the directory have in common.
void describe(Bytes &to, const Entry &entry, quint32 time)
{
    to << neededVersion << utf8Names << deflated << time << entry.crc
       << static_cast<quint32>(entry.data.size()) << entry.size << static_cast<quint16>(entry.name.size())
       << quint16{0};
}

} // namespace

QByteArray zipArchive(const QList<PackFile> &files, const QDateTime &time)
{
    const quint32 stamp = dosTime(time);
    Bytes archive;
    Bytes directory;
    for (const PackFile &file : files) {
        const Entry entry{file.name.toUtf8(),  crc32(file.bytes), static_cast<quint32>(file.bytes.size()),
                          deflate(file.bytes), archive.size(),    file.executable ? 0100755U : 0100644U};
        archive << quint32{0x04034b50};
        describe(archive, entry, stamp);
        archive << entry.name << entry.data;
        directory << quint32{0x02014b50} << madeBy;
        describe(directory, entry, stamp);
        directory << quint16{0} << quint16{0} << quint16{0} << entry.mode * 0x10000U << entry.offset
                  << entry.name;
    }
    const quint32 begin = archive.size();
    const QByteArray entries = directory.take();
    const auto count = static_cast<quint16>(files.size());
    archive << entries << quint32{0x06054b50} << quint16{0} << quint16{0} << count << count
            << static_cast<quint32>(entries.size()) << begin << quint16{0};
    return archive.take();
}

} // namespace pc::pack
