// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/pack/zip_archive.h"

#include <zip.h>

#include <algorithm>
#include <memory>
#include <new>

namespace pc::pack {

namespace {

constexpr zip_uint32_t fileMode = 0100644;
constexpr zip_uint32_t programMode = 0100755;
constexpr zip_uint32_t bestCompression = 9;

/// Memory is all that can be lacking, since nothing here is a file and every name is another.
void orOutOfMemory(bool worked)
{
    if (!worked)
        throw std::bad_alloc();
}

/// Of MS-DOS: from 1980 on, in steps of two seconds. libzip's own conversion takes the time zone of the
/// machine.
struct DosTime
{
    explicit DosTime(const QDateTime &time)
    {
        const QDate day = time.toUTC().date();
        const QTime clock = time.toUTC().time();
        date = static_cast<zip_uint16_t>(std::clamp(day.year() - 1980, 0, 127) << 9 | day.month() << 5 |
                                         day.day());
        timeOfDay = static_cast<zip_uint16_t>(clock.hour() << 11 | clock.minute() << 5 | clock.second() / 2);
    }
    zip_uint16_t date;
    zip_uint16_t timeOfDay;
};

void add(zip_t *archive, const PackFile &file, const DosTime &time)
{
    const auto size = static_cast<zip_uint64_t>(file.bytes.size());
    zip_source_t *bytes = zip_source_buffer(archive, file.bytes.constData(), size, 0);
    orOutOfMemory(bytes != nullptr);
    const zip_int64_t added = zip_file_add(archive, file.name.toUtf8().constData(), bytes, ZIP_FL_ENC_UTF_8);
    if (added < 0)
        zip_source_free(bytes);
    orOutOfMemory(added >= 0);
    const auto index = static_cast<zip_uint64_t>(added);
    const zip_uint32_t mode = file.executable ? programMode : fileMode;
    orOutOfMemory(zip_set_file_compression(archive, index, ZIP_CM_DEFLATE, bestCompression) == 0 &&
                  zip_file_set_dostime(archive, index, time.timeOfDay, time.date, 0) == 0 &&
                  zip_file_set_external_attributes(archive, index, 0, ZIP_OPSYS_UNIX, mode * 0x10000U) == 0);
}

} // namespace

QByteArray zipArchive(const QList<PackFile> &files, const QDateTime &time)
{
    const std::unique_ptr<zip_source_t, decltype(&zip_source_free)> memory(
        zip_source_buffer_create(nullptr, 0, 0, nullptr), &zip_source_free);
    orOutOfMemory(memory != nullptr);
    zip_source_keep(memory.get()); // one for the archive
    std::unique_ptr<zip_t, decltype(&zip_discard)> archive(
        zip_open_from_source(memory.get(), ZIP_TRUNCATE, nullptr), &zip_discard);
    if (!archive)
        zip_source_free(memory.get());
    orOutOfMemory(archive != nullptr);
    for (const PackFile &file : files)
        add(archive.get(), file, DosTime(time));
    orOutOfMemory(zip_close(archive.get()) == 0);
    (void)archive.release();

    zip_stat_t about;
    orOutOfMemory(zip_source_stat(memory.get(), &about) == 0 && zip_source_open(memory.get()) == 0);
    QByteArray bytes(static_cast<qsizetype>(about.size), Qt::Uninitialized);
    const zip_int64_t read = zip_source_read(memory.get(), bytes.data(), about.size);
    zip_source_close(memory.get());
    orOutOfMemory(read == bytes.size());
    return bytes;
}

} // namespace pc::pack
