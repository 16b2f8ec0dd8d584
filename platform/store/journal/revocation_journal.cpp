// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/journal/revocation_journal.h"

#include "contract/audit_actions/audit_action.h"
#include "contract/codec/base64url.h"
#include "contract/crypto/crc32.h"
#include "contract/crypto/hashing.h"
#include "contract/rules/name_rules.h"
#include "contract/rules/text_rule.h"
#include "platform/data_dir/open_file.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr char magic[] = "PCRJ";
constexpr int headerSize = 12;
constexpr qsizetype sealAt = RevocationJournal::slotSize - JournalSeal::size;
constexpr qsizetype bodyRoom = sealAt - headerSize;

QByteArray bodyWith(const JournalEntry &entry, const QString &reason)
{
    QJsonObject json{{u"cut"_s, static_cast<int>(entry.kind)},
                     {u"id"_s, entry.id},
                     {u"generation"_s, entry.generation},
                     {u"at"_s, entry.at.toMSecsSinceEpoch()},
                     {u"actor"_s, entry.actor},
                     {u"role"_s, entry.actorRole},
                     {u"reason"_s, reason},
                     {u"ticket"_s, entry.ticket},
                     {u"request"_s, entry.requestId}};
    if (entry.until)
        json.insert(u"until"_s, entry.until->toMSecsSinceEpoch());
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

/// What a slot holds of an entry: of a reason that is too long as much as fits, with the sign that it was
/// cut.
QByteArray bodyOf(const JournalEntry &entry)
{
    QByteArray body = bodyWith(entry, entry.reason);
    for (qsizetype keep = entry.reason.size(); body.size() > bodyRoom && keep > 0;) {
        --keep;
        if (entry.reason.at(keep).isLowSurrogate() && keep > 0)
            --keep; // never half a character
        body = bodyWith(entry, QString(pc::rules::beginningOf(entry.reason, keep) + u'…'));
    }
    return body;
}

QByteArray encode(const JournalEntry &entry, const std::optional<JournalSeal> &seal)
{
    const QByteArray body = bodyOf(entry);
    if (body.size() > bodyRoom)
        return {};
    QByteArray slot(RevocationJournal::slotSize, '\0');
    std::copy_n(magic, 4, slot.data());
    qToBigEndian(static_cast<quint32>(body.size()), slot.data() + 4);
    qToBigEndian(crc32(body), slot.data() + 8);
    std::copy(body.begin(), body.end(), slot.data() + headerSize);
    if (seal) {
        const QByteArray mac = seal->of(body);
        std::copy(mac.begin(), mac.end(), slot.data() + sealAt);
    }
    return slot;
}

std::optional<JournalEntry> entryOf(const QByteArray &body)
{
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    const int revocation = json.value(u"cut"_s).toInt(-1);
    if (revocation < 0 || revocation > static_cast<int>(JournalEntry::Kind::Token))
        return {};
    JournalEntry entry;
    entry.kind = static_cast<JournalEntry::Kind>(revocation);
    entry.id = json.value(u"id"_s).toString();
    entry.generation = json.value(u"generation"_s).toInt();
    entry.at = QDateTime::fromMSecsSinceEpoch(json.value(u"at"_s).toInteger(), Qt::UTC);
    entry.actor = json.value(u"actor"_s).toString();
    entry.actorRole = json.value(u"role"_s).toString();
    entry.reason = json.value(u"reason"_s).toString();
    entry.ticket = json.value(u"ticket"_s).toString();
    entry.requestId = json.value(u"request"_s).toString();
    if (json.contains(u"until"_s))
        entry.until = QDateTime::fromMSecsSinceEpoch(json.value(u"until"_s).toInteger(), Qt::UTC);
    return entry;
}

/// What an object of this kind can be called: a name that nobody gave closes nothing, and must not stand in
/// the log.
bool canExist(const JournalEntry &entry)
{
    switch (entry.kind) {
    case JournalEntry::Kind::Operator:
        return pc::rules::isAccountName(entry.id);
    case JournalEntry::Kind::Gateway:
        return pc::rules::isGatewayName(entry.id);
    default:
        return pc::rules::matchesWhole(u"[A-Za-z0-9_.-]{1,64}"_s, entry.id);
    }
}

int openFile(const QString &path)
{
    return ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
}

bool allocate(int file)
{
    return ::posix_fallocate(file, 0, off_t{RevocationJournal::slotCount} * RevocationJournal::slotSize) == 0;
}

} // namespace

bool isSameRevocation(const JournalEntry &a, const JournalEntry &b)
{
    return a.kind == b.kind && a.id == b.id && a.generation == b.generation;
}

std::optional<JournalEntry> asCarriedOut(const JournaledRevocation &found, bool isVouched)
{
    if (isVouched)
        return found.entry;
    if (!canExist(found.entry))
        return {};
    JournalEntry entry;
    entry.kind = found.entry.kind;
    entry.id = found.entry.id;
    entry.generation = found.entry.generation;
    entry.at = found.entry.at;
    entry.until = found.entry.until;
    // Of a token it is no name but what hangs on it: its credential.
    const bool namesCredential = entry.kind == JournalEntry::Kind::Token &&
                                 pc::rules::matchesWhole(u"crd_[A-Za-z0-9]{1,60}"_s, found.entry.actor);
    entry.actor = namesCredential ? found.entry.actor : u"platform"_s;
    entry.actorRole = toText(ActorKind::Platform);
    entry.isVouched = false;
    return entry;
}

QString RevocationJournal::pathIn(const QString &directory)
{
    return directory + u"/revocations.journal"_s;
}

std::optional<RevocationJournal::Slot> RevocationJournal::decode(const QByteArray &bytes,
                                                                 const std::optional<JournalSeal> &seal)
{
    if (!bytes.startsWith(magic))
        return {};
    const auto size = qFromBigEndian<quint32>(bytes.constData() + 4);
    if (size > slotSize - headerSize) // of a former version up to the end
        return {};
    const QByteArray body = bytes.mid(headerSize, static_cast<qsizetype>(size));
    if (crc32(body) != qFromBigEndian<quint32>(bytes.constData() + 8))
        return {};
    const std::optional<JournalEntry> entry = entryOf(body);
    if (!entry)
        return {};
    const bool isSealed =
        seal && body.size() <= bodyRoom && seal->holds(body, QByteArrayView(bytes).sliced(sealAt));
    const QString digest = QString::fromLatin1(toBase64Url(sha256({QByteArrayView(body)})));
    return Slot{{*entry, digest, isSealed}, bytes};
}

std::pair<RevocationJournal::Slots, int> RevocationJournal::walk(int file,
                                                                 const std::optional<JournalSeal> &seal)
{
    Slots taken(slotCount);
    int damaged = 0;
    for (int slot = 0; slot < slotCount; ++slot) {
        QByteArray bytes(slotSize, '\0'); // of a file that was cut the rest is nothing
        if (::pread(file, bytes.data(), slotSize, off_t{slot} * slotSize) <= 0)
            break;
        std::optional<Slot> &found = taken[static_cast<std::size_t>(slot)];
        found = decode(bytes, seal);
        if (!found && bytes.count('\0') != bytes.size())
            ++damaged;
    }
    return {std::move(taken), damaged};
}

QList<JournaledRevocation> RevocationJournal::revocationsIn(const Slots &taken)
{
    QList<JournaledRevocation> revocations;
    for (const std::optional<Slot> &slot : taken) {
        if (slot)
            revocations.append(slot->revocation);
    }
    return revocations;
}

RevocationJournal::Reading RevocationJournal::read(const QString &path,
                                                   const std::optional<JournalSeal> &seal)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return {};
    const auto [taken, damaged] = walk(file, seal);
    ::close(file);
    return {revocationsIn(taken), damaged};
}

RevocationJournal::Reading RevocationJournal::found() const
{
    const std::lock_guard lock(m_mutex);
    return {revocationsIn(m_slots), m_damaged};
}

RevocationJournal::~RevocationJournal()
{
    if (m_file >= 0)
        ::close(m_file);
}

bool RevocationJournal::open(const QString &path, std::optional<JournalSeal> seal)
{
    const std::lock_guard lock(m_mutex);
    m_path = path;
    m_seal = std::move(seal);
    m_file = openFile(m_path);
    m_hasPlace = m_file >= 0;
    if (m_file < 0)
        return false;
    const bool allocated = allocate(m_file);
    std::tie(m_slots, m_damaged) = walk(m_file, m_seal);
    m_wasRead = true;
    return allocated;
}

void RevocationJournal::findPlace()
{
    const std::lock_guard lock(m_mutex);
    settlePlace();
    if (m_file >= 0 && !m_inMemory.isEmpty())
        (void)write(std::exchange(m_inMemory, {}), revocationsIn(m_slots)); // each to a slot of its own
}

void RevocationJournal::settlePlace()
{
    if (m_path.isEmpty() || (m_file >= 0 && sizeWhileNamed(m_file, m_path)))
        return;
    if (m_file >= 0)
        ::close(m_file);
    m_file = openFile(m_path);
    m_hasPlace = m_file >= 0;
    if (m_file < 0)
        return;
    (void)allocate(m_file);
    if (!std::exchange(m_wasRead, true)) // what could not be opened at the start stays what it is
        std::tie(m_slots, m_damaged) = walk(m_file, m_seal);
    if (writeAllSlots() && sync())
        return;
    ::close(m_file);
    m_hasPlace = false;
    m_file = -1; // what cannot be kept there is not told as lasting
}

bool RevocationJournal::writeAllSlots()
{
    bool whole = true;
    for (int slot = 0; slot < slotCount; ++slot) {
        const std::optional<Slot> &taken = m_slots[static_cast<std::size_t>(slot)];
        whole = writeSlot(slot, taken ? taken->bytes : QByteArray(slotSize, '\0')) && whole;
    }
    return whole;
}

bool RevocationJournal::writeSlot(int slot, const QByteArray &bytes)
{
    return ::pwrite(m_file, bytes.constData(), static_cast<size_t>(bytes.size()), off_t{slot} * slotSize) ==
           bytes.size();
}

bool RevocationJournal::sync()
{
    return ::fdatasync(m_file) == 0;
}

template <typename Ignored>
int RevocationJournal::slotOf(const JournalEntry &entry, const Ignored &isIgnored) const
{
    const auto found = std::find_if(std::begin(m_slots), std::end(m_slots), [&](const auto &slot) {
        return slot && isSameRevocation(slot->revocation.entry, entry) && !isIgnored(slot->revocation);
    });
    return found == std::end(m_slots) ? -1 : static_cast<int>(found - std::begin(m_slots));
}

QList<bool> RevocationJournal::add(const QList<JournalEntry> &entries,
                                   const QList<JournaledRevocation> &settled)
{
    if (entries.isEmpty())
        return {};
    const std::lock_guard lock(m_mutex);
    settlePlace();
    return write(entries, settled);
}

QList<bool> RevocationJournal::write(const QList<JournalEntry> &entries,
                                     const QList<JournaledRevocation> &settled)
{
    QList<bool> results(entries.size(), false);
    // What nobody vouches for keeps nothing of what is asked for now.
    const auto isIgnored = [&](const JournaledRevocation &kept) {
        return settled.contains(kept) || (m_seal && !kept.isSealed);
    };
    QList<int> taken; // slots written now
    for (qsizetype i = 0; i < entries.size() && m_file >= 0; ++i) {
        if (slotOf(entries.at(i), isIgnored) >= 0) {
            results[i] = true;
            continue;
        }
        const auto free = std::find(std::begin(m_slots), std::end(m_slots), std::nullopt);
        const QByteArray bytes = encode(entries.at(i), m_seal);
        const int slot = static_cast<int>(free - std::begin(m_slots));
        if (free == std::end(m_slots) || bytes.isEmpty() || !writeSlot(slot, bytes))
            continue;
        *free =
            decode(bytes, m_seal); // as the file has it, with its digest: no later write computes that again
        taken.append(slot);
        results[i] = true;
    }
    if (!taken.isEmpty() && !sync()) {
        for (const int slot : std::as_const(taken)) {
            const JournalEntry lost =
                std::exchange(m_slots[static_cast<std::size_t>(slot)], std::nullopt)->revocation.entry;
            for (qsizetype i = 0; i < entries.size(); ++i) {
                if (isSameRevocation(entries.at(i), lost))
                    results[i] = false;
            }
        }
    }
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const bool known = std::any_of(m_inMemory.cbegin(), m_inMemory.cend(), [&](const JournalEntry &kept) {
            return isSameRevocation(kept, entries.at(i));
        });
        if (!results.at(i) && !known)
            m_inMemory.append(entries.at(i));
    }
    m_isOwing = !m_inMemory.isEmpty();
    return results;
}

bool RevocationJournal::remove(const QList<JournalEntry> &entries)
{
    const std::lock_guard lock(m_mutex);
    bool written = false;
    bool gone = true;
    for (const JournalEntry &entry : entries) {
        m_inMemory.removeIf([&entry](const JournalEntry &kept) { return isSameRevocation(kept, entry); });
        const auto none = [](const JournaledRevocation &) { return false; };
        for (int slot = slotOf(entry, none); slot >= 0; slot = slotOf(entry, none)) {
            if (!writeSlot(slot, QByteArray(slotSize, '\0'))) {
                gone = false;
                break;
            }
            m_slots[static_cast<std::size_t>(slot)].reset();
            written = true;
        }
    }
    m_isOwing = !m_inMemory.isEmpty();
    if (written)
        (void)sync(); // what comes back after a crash is known to the store, and dropped at the start
    return gone;
}

QList<JournaledRevocation> RevocationJournal::kept() const
{
    const std::lock_guard lock(m_mutex);
    return revocationsIn(m_slots);
}

QList<JournalEntry> RevocationJournal::entries() const
{
    const std::lock_guard lock(m_mutex);
    QList<JournalEntry> list;
    for (const std::optional<Slot> &slot : m_slots) {
        if (slot)
            list.append(slot->revocation.entry);
    }
    return list + m_inMemory;
}

} // namespace pc::platform
