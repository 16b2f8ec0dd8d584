// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/revocation_journal.h"

#include "contract/crypto/crc32.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr char magic[] = "PCRJ";
constexpr int headerSize = 12;

QByteArray encode(const JournalEntry &entry)
{
    const QJsonObject json{{u"cut"_s, static_cast<int>(entry.cut)},
                           {u"id"_s, entry.id},
                           {u"generation"_s, entry.generation},
                           {u"at"_s, entry.at.toMSecsSinceEpoch()},
                           {u"actor"_s, entry.actor},
                           {u"role"_s, entry.actorRole},
                           {u"reason"_s, entry.reason.left(120)},
                           {u"ticket"_s, entry.ticket.left(60)},
                           {u"request"_s, entry.requestId}};
    const QByteArray body = QJsonDocument(json).toJson(QJsonDocument::Compact);
    if (body.size() > RevocationJournal::slotSize - headerSize)
        return {};
    QByteArray slot(RevocationJournal::slotSize, '\0');
    std::copy_n(magic, 4, slot.data());
    qToBigEndian(static_cast<quint32>(body.size()), slot.data() + 4);
    qToBigEndian(crc32(body), slot.data() + 8);
    std::copy(body.begin(), body.end(), slot.data() + headerSize);
    return slot;
}

std::optional<JournalEntry> decode(const QByteArray &slot)
{
    if (!slot.startsWith(magic))
        return {};
    const auto size = qFromBigEndian<quint32>(slot.constData() + 4);
    if (size > RevocationJournal::slotSize - headerSize)
        return {};
    const QByteArray body = slot.mid(headerSize, static_cast<qsizetype>(size));
    if (crc32(body) != qFromBigEndian<quint32>(slot.constData() + 8))
        return {};
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    const int cut = json.value(u"cut"_s).toInt(-1);
    if (cut < 0 || cut > static_cast<int>(JournalEntry::Cut::Freeze))
        return {};
    JournalEntry entry;
    entry.cut = static_cast<JournalEntry::Cut>(cut);
    entry.id = json.value(u"id"_s).toString();
    entry.generation = json.value(u"generation"_s).toInt();
    entry.at = QDateTime::fromMSecsSinceEpoch(json.value(u"at"_s).toInteger(), Qt::UTC);
    entry.actor = json.value(u"actor"_s).toString();
    entry.actorRole = json.value(u"role"_s).toString();
    entry.reason = json.value(u"reason"_s).toString();
    entry.ticket = json.value(u"ticket"_s).toString();
    entry.requestId = json.value(u"request"_s).toString();
    return entry;
}

bool sameCut(const JournalEntry &a, const JournalEntry &b)
{
    return a.cut == b.cut && a.id == b.id && a.generation == b.generation;
}

} // namespace

RevocationJournal::~RevocationJournal()
{
    if (m_file >= 0)
        ::close(m_file);
}

bool RevocationJournal::open(const QString &path)
{
    const std::lock_guard lock(m_mutex);
    m_file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_file < 0)
        return false;
    const bool allocated = ::posix_fallocate(m_file, 0, off_t{slotCount} * slotSize) == 0;
    for (int slot = 0; slot < slotCount; ++slot) {
        QByteArray bytes(slotSize, '\0');
        if (::pread(m_file, bytes.data(), slotSize, off_t{slot} * slotSize) == slotSize)
            m_slots[slot] = decode(bytes);
    }
    return allocated;
}

bool RevocationJournal::writeSlot(int slot, const QByteArray &bytes)
{
    return ::pwrite(m_file, bytes.constData(), static_cast<size_t>(bytes.size()), off_t{slot} * slotSize) ==
               bytes.size() &&
           ::fdatasync(m_file) == 0;
}

bool RevocationJournal::add(const JournalEntry &entry)
{
    const std::lock_guard lock(m_mutex);
    const auto keepInMemory = [this, &entry] {
        const bool known = std::any_of(m_inMemory.cbegin(), m_inMemory.cend(),
                                       [&entry](const JournalEntry &kept) { return sameCut(kept, entry); });
        if (!known)
            m_inMemory.append(entry);
        return false;
    };
    if (m_file < 0)
        return keepInMemory();
    int free = -1;
    for (int slot = 0; slot < slotCount; ++slot) {
        if (m_slots[slot] && sameCut(*m_slots[slot], entry))
            return true;
        if (!m_slots[slot] && free < 0)
            free = slot;
    }
    const QByteArray bytes = encode(entry);
    if (free < 0 || bytes.isEmpty() || !writeSlot(free, bytes))
        return keepInMemory();
    m_slots[free] = entry;
    return true;
}

void RevocationJournal::remove(const JournalEntry &entry)
{
    const std::lock_guard lock(m_mutex);
    m_inMemory.removeIf([&entry](const JournalEntry &kept) { return sameCut(kept, entry); });
    for (int slot = 0; slot < slotCount; ++slot) {
        if (m_slots[slot] && sameCut(*m_slots[slot], entry) && writeSlot(slot, QByteArray(slotSize, '\0')))
            m_slots[slot].reset();
    }
}

QList<JournalEntry> RevocationJournal::entries() const
{
    const std::lock_guard lock(m_mutex);
    QList<JournalEntry> list;
    for (const auto &slot : m_slots) {
        if (slot)
            list.append(*slot);
    }
    return list + m_inMemory;
}

} // namespace pc::platform
