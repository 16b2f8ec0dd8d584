// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/journal/revocation_journal.h"

#include "contract/crypto/crc32.h"
#include "contract/crypto/random_source.h"
#include "tests/support/full_disk.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;

class TestRevocationJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void journalSurvives();
    void journalKeepsLongReasons();
    void journalIsReadAlikeByAll();
    void journalKeepsEveryMember();
    void journalTakesWhatFits();
    void journalIsFullAtItsEnd();
    void journalOnAFullDisk();
    void aSealIsOfOneKeyAndOneSlot();
    void whatIsNotSealedStaysSo();
    void aPlaceThatWasBadIsTriedAgain();
    void whatIsCarriedOut();
};

void TestRevocationJournal::journalSurvives()
{
    QTemporaryDir dir;
    const QString path = dir.path() + u"/journal"_s;
    JournalEntry entry;
    entry.id = u"crd_abc"_s;
    entry.at = QDateTime::fromMSecsSinceEpoch(1700000000123, Qt::UTC);
    entry.actor = u"ops-1"_s;
    entry.reason = u"a reason"_s;
    JournalEntry freeze = entry;
    freeze.kind = JournalEntry::Kind::Freeze;
    freeze.id = u"prt_x"_s;
    {
        RevocationJournal journal;
        QCOMPARE(journal.add({entry}), QList<bool>{false}); // not open: in memory only
        QCOMPARE(journal.add({entry, entry}), (QList<bool>{false, false}));
        QCOMPARE(journal.entries(), QList<JournalEntry>{entry});
        QVERIFY(journal.remove({entry}));
        QVERIFY(journal.entries().isEmpty());
        QVERIFY(journal.open(path));
        QCOMPARE(journal.add({entry}), QList<bool>{true});
        QCOMPARE(journal.add({entry, freeze}), (QList<bool>{true, true})); // the same once
    }
    QFile file(path);
    const qint64 size = file.size();
    const auto descriptors = [] {
        return QDir(u"/proc/self/fd"_s).entryList(QDir::Files | QDir::System).size();
    };
    const auto open = descriptors();
    {
        RevocationJournal journal;
        QVERIFY(journal.open(path));
        QCOMPARE(journal.entries(), (QList<JournalEntry>{entry, freeze}));
        QVERIFY(journal.remove({entry}));
    }
    QCOMPARE(descriptors(), open);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(RevocationJournal::slotSize + 100); // a damaged slot is dropped, not guessed
    file.write("X");
    file.close();
    RevocationJournal journal;
    QVERIFY(journal.open(path));
    QVERIFY(journal.entries().isEmpty());
    QCOMPARE(file.size(), size); // never grows
}

void TestRevocationJournal::journalKeepsLongReasons()
{
    QTemporaryDir dir;
    const auto kept = [&dir](const QString &reason, const QString &ticket) {
        const QString path =
            dir.path() + u"/journal-"_s + QString::number(QRandomGenerator::global()->generate());
        JournalEntry entry;
        entry.id = u"crd_abc"_s;
        entry.at = QDateTime::fromMSecsSinceEpoch(1700000000123, Qt::UTC);
        entry.actor = QString(60, u'a');
        entry.reason = reason;
        entry.ticket = ticket;
        RevocationJournal journal;
        if (!journal.open(path) || journal.add({entry}) != QList<bool>{true})
            return JournalEntry{};
        RevocationJournal again;
        if (!again.open(path) || again.entries().size() != 1)
            return JournalEntry{};
        // What a restart reads is what was noted.
        if (again.kept() != journal.kept())
            return JournalEntry{};
        return again.entries().constFirst();
    };
    const QString ticket(80, u't');
    const QString fits(500, u'r');
    QCOMPARE(kept(fits, ticket).reason, fits);
    QCOMPARE(kept(fits, ticket).ticket, ticket);
    const QString wide = QString(u"\U0001F511"_s).repeated(250); // 1,000 bytes
    const QString revocation = kept(wide, ticket).reason;
    QVERIFY(revocation.endsWith(u"\U0001F511…"_s) || revocation == u"…"_s);
    QVERIFY(revocation.size() > 200);
    QCOMPARE(revocation.toUtf8().count('?'), 0);
}

/// Opened to be written or only read, whole or cut anywhere: the same cuts, and the same number of slots that
/// are damaged.
void TestRevocationJournal::journalIsReadAlikeByAll()
{
    QTemporaryDir dir;
    const QString path = dir.path() + u"/journal"_s;
    {
        RevocationJournal journal;
        QVERIFY(journal.open(path));
        for (int i = 0; i < 3; ++i) {
            JournalEntry entry;
            entry.id = u"crd_%1"_s.arg(i);
            entry.at = QDateTime::fromMSecsSinceEpoch(1700000000123, Qt::UTC);
            QVERIFY(journal.add({entry}).constFirst());
        }
        const RevocationJournal::Reading written = RevocationJournal::read(path);
        QCOMPARE(written.revocations, journal.kept());
        QCOMPARE(written.damaged, 0);
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    file.close();
    for (const qsizetype size : {0, 1, 4, 8, 11, 12, 100, 1024, 1030, 2048, 3000, 4096}) {
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(whole.first(size)), size);
        file.close();
        const RevocationJournal::Reading read = RevocationJournal::read(path);
        RevocationJournal journal;
        QVERIFY(journal.open(path));
        QCOMPARE(journal.found().revocations, read.revocations);
        QCOMPARE(journal.found().damaged, read.damaged);
        // A slot of which a part is missing is no revocation; one whose end is nothing but zeros is whole.
        QVERIFY(read.revocations.size() >= size / RevocationJournal::slotSize || size > 3072);
        QVERIFY(read.revocations.size() + read.damaged <= 3);
        QVERIFY(size > 0 || read.damaged == 0);
    }
}

/// Every kind of revocation, with every member set, and with what may be missing missing.
void TestRevocationJournal::journalKeepsEveryMember()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"journal"_s);
    QList<JournalEntry> entries;
    for (int revocation = 0; revocation <= static_cast<int>(JournalEntry::Kind::Token); ++revocation) {
        JournalEntry entry;
        entry.kind = static_cast<JournalEntry::Kind>(revocation);
        entry.id = u"id-%1"_s.arg(revocation);
        entry.generation = revocation + 1;
        entry.at = QDateTime::fromMSecsSinceEpoch(1700000000123 + revocation, Qt::UTC);
        entry.actor = u"actor"_s;
        entry.actorRole = u"role"_s;
        entry.reason = u"reason"_s;
        entry.ticket = u"ticket"_s;
        entry.requestId = u"request"_s;
        if (revocation % 2 == 0)
            entry.until = entry.at.addSecs(60);
        entries.append(entry);
    }
    RevocationJournal journal;
    QVERIFY(journal.open(path));
    QCOMPARE(journal.add({}), QList<bool>());
    QCOMPARE(journal.add(entries), QList<bool>(entries.size(), true));
    RevocationJournal again;
    QVERIFY(again.open(path));
    QCOMPARE(again.entries(), entries);
    QCOMPARE(again.found().damaged, 0);
    const QList<JournaledRevocation> kept = journal.kept();
    QCOMPARE(kept.size(), entries.size());
    QCOMPARE(QSet<QString>({kept.at(0).digest, kept.at(1).digest, QString()}).size(), 3);
    QCOMPARE(QFile::permissions(path) &
                 (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
    // Another of the same is another in each of these, and in nothing else.
    JournalEntry other = entries.at(1);
    other.reason = u"another"_s;
    other.at = other.at.addSecs(1);
    QVERIFY(isSameRevocation(other, entries.at(1)));
    other.generation += 1;
    QVERIFY(!isSameRevocation(other, entries.at(1)));
    other = entries.at(1);
    other.id += u'x';
    QVERIFY(!isSameRevocation(other, entries.at(1)));
    other = entries.at(1);
    other.kind = JournalEntry::Kind::Gateway;
    QVERIFY(!isSameRevocation(other, entries.at(1)));
    // What is removed leaves the others; what is not there is no fault.
    other.kind = JournalEntry::Kind::Credential;
    QVERIFY(journal.remove({other, entries.at(1), entries.at(4), entries.at(0)}));
    QList<JournalEntry> left = entries;
    for (const int gone : {4, 1, 0})
        left.removeAt(gone);
    QCOMPARE(journal.entries(), left);
    QCOMPARE(RevocationJournal::read(path).revocations.size(), left.size());
    QCOMPARE(journal.add({entries.at(4)}), QList<bool>{true}); // into the first slot that is free
    QCOMPARE(journal.entries().constFirst(), entries.at(4));
}

/// A slot holds 980 bytes: a reason that fills it stays whole, one more is cut with its sign; what cannot
/// be cut is kept in memory.
void TestRevocationJournal::journalTakesWhatFits()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"journal"_s);
    RevocationJournal journal;
    QVERIFY(journal.open(path));
    const auto reasonKept = [&](const QString &reason) {
        JournalEntry entry;
        entry.id = u"crd_abc"_s;
        entry.reason = reason;
        entry.at = QDateTime::fromMSecsSinceEpoch(1700000000123, Qt::UTC);
        if (journal.add({entry}) != QList<bool>{true})
            return QString();
        const QString kept = RevocationJournal::read(path).revocations.value(0).entry.reason;
        return journal.remove({entry}) ? kept : QString();
    };
    qsizetype longest = 0;
    for (qsizetype size = 700; size < 981; ++size) {
        if (reasonKept(QString(size, u'r')).endsWith(u'…'))
            break;
        longest = size;
    }
    QVERIFY(longest > 818 && longest < 980);
    QFile file(path);
    QCOMPARE(reasonKept(QString(longest, u'r')), QString(longest, u'r'));
    QCOMPARE(reasonKept(QString(longest + 1, u'r')),
             QString(QString(longest - 3, u'r') + u'…')); // three bytes
    // The fullest slot is full to its seal.
    JournalEntry full;
    full.id = u"crd_abc"_s;
    full.reason = QString(longest, u'r');
    full.at = QDateTime::fromMSecsSinceEpoch(1700000000123, Qt::UTC);
    QVERIFY(journal.add({full}).constFirst());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray slot = file.read(RevocationJournal::slotSize);
    QCOMPARE(slot.at(slot.size() - JournalSeal::size - 1), '}');
    QCOMPARE(file.read(1), QByteArray(1, '\0'));
    full.id = QString(2000, u'i');
    QCOMPARE(journal.add({full}), QList<bool>{false});
    QCOMPARE(journal.entries().size(), 2);
    QCOMPARE(journal.kept().size(), 1);
}

void TestRevocationJournal::journalIsFullAtItsEnd()
{
    QTemporaryDir dir;
    RevocationJournal journal;
    QVERIFY(journal.open(dir.filePath(u"journal"_s)));
    QList<JournalEntry> entries;
    for (int i = 0; i <= RevocationJournal::slotCount; ++i) {
        JournalEntry entry;
        entry.id = QString::number(i);
        entry.at = QDateTime::fromMSecsSinceEpoch(1700000000123, Qt::UTC);
        entries.append(entry);
    }
    const QList<bool> taken = journal.add(entries);
    QCOMPARE(taken.count(true), RevocationJournal::slotCount);
    QVERIFY(!taken.constLast());
    QCOMPARE(journal.entries(), entries); // the last in memory
    QCOMPARE(journal.kept().size(), RevocationJournal::slotCount);
    const auto read = RevocationJournal::read(dir.filePath(u"journal"_s));
    QCOMPARE(read.revocations.size(), RevocationJournal::slotCount);
    QVERIFY(journal.remove(entries));
    QVERIFY(journal.entries().isEmpty());
}

/// Its blocks are there: it takes what comes while nothing else can be written. A file that cannot be made is
/// told.
void TestRevocationJournal::journalOnAFullDisk()
{
    QTemporaryDir dir;
    RevocationJournal nowhere;
    QVERIFY(!nowhere.open(dir.filePath(u"nowhere/journal"_s)));
    JournalEntry entry;
    entry.id = u"crd_1"_s;
    QCOMPARE(nowhere.add({entry}), QList<bool>{false});
    QCOMPARE(RevocationJournal::read(dir.filePath(u"nowhere/journal"_s)).revocations,
             QList<JournaledRevocation>());
    const pc::test::FullDisk full;
    RevocationJournal none;
    QVERIFY(!none.open(dir.filePath(u"none"_s)));
    QCOMPARE(none.add({entry}), QList<bool>{false});
    QCOMPARE(none.entries(), QList<JournalEntry>{entry});
    QVERIFY(none.remove({entry}));
    QVERIFY(none.entries().isEmpty());
}

namespace {

JournalSeal freshSeal()
{
    SystemRandom random;
    return JournalSeal(SigningKey::generate(SignatureAlgorithm::Ed25519, random));
}

JournalEntry revocationOf(const QString &id)
{
    JournalEntry entry;
    entry.id = id;
    entry.at = QDateTime::fromMSecsSinceEpoch(1700000000123, Qt::UTC);
    entry.actor = u"ann"_s;
    entry.actorRole = u"security"_s;
    entry.reason = u"leaked"_s;
    return entry;
}

void overwrite(const QString &path, const std::function<void(QByteArray &)> &change)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    change(bytes);
    QVERIFY(file.seek(0));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

/// Whole for everybody, sealed only for the key that wrote it, and only as long as nothing of it was changed.
void TestRevocationJournal::aSealIsOfOneKeyAndOneSlot()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"journal"_s);
    SystemRandom random;
    const SigningKey key = SigningKey::generate(SignatureAlgorithm::Ed25519, random);
    const JournalSeal seal(key);
    {
        RevocationJournal journal;
        QVERIFY(journal.open(path, seal));
        QCOMPARE(journal.add({revocationOf(u"crd_1"_s), revocationOf(u"crd_2"_s)}), QList<bool>(2, true));
        QVERIFY(journal.kept().at(0).isSealed);
    }
    const auto sealed = [&path](const std::optional<JournalSeal> &with) {
        QList<bool> list;
        for (const JournaledRevocation &each : RevocationJournal::read(path, with).revocations)
            list.append(each.isSealed);
        return list;
    };
    QCOMPARE(sealed(seal), QList<bool>(2, true));
    QCOMPARE(sealed(JournalSeal(key)), QList<bool>(2, true)); // the same key, later
    QCOMPARE(sealed(freshSeal()), QList<bool>(2, false));
    QCOMPARE(sealed({}), QList<bool>(2, false));
    overwrite(path, [](QByteArray &bytes) { // the seal of another slot
        const qsizetype end = RevocationJournal::slotSize;
        bytes.replace(end - JournalSeal::size, JournalSeal::size, bytes.mid(2 * end - JournalSeal::size, 32));
    });
    QCOMPARE(sealed(seal), (QList<bool>{false, true}));
    overwrite(path, [](QByteArray &bytes) { // another name under a right check sum
        const qsizetype start = RevocationJournal::slotSize;
        bytes.replace(bytes.indexOf("ann", start), 3, "eve");
        const auto size = qFromBigEndian<quint32>(bytes.constData() + start + 4);
        qToBigEndian(crc32(bytes.mid(start + 12, size)), bytes.data() + start + 8);
    });
    QCOMPARE(sealed(seal), QList<bool>(2, false));
    const auto found = RevocationJournal::read(path, seal);
    QCOMPARE(found.damaged, 0);
    QCOMPARE(found.revocations.at(1).entry.actor, u"eve"_s);
}

/// It is not sealed by being written again, and does not stand for what is asked now.
void TestRevocationJournal::whatIsNotSealedStaysSo()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"journal"_s);
    const JournalEntry entry = revocationOf(u"crd_1"_s);
    {
        RevocationJournal former;
        QVERIFY(former.open(path));
        QVERIFY(former.add({entry}).constFirst());
    }
    const JournalSeal seal = freshSeal();
    RevocationJournal journal;
    QVERIFY(journal.open(path, seal));
    const JournaledRevocation before = journal.kept().constFirst();
    QVERIFY(QFile::rename(path, dir.filePath(u"away"_s)));
    QCOMPARE(journal.add({entry}), QList<bool>{true});
    const QList<JournaledRevocation> found = RevocationJournal::read(path, seal).revocations;
    QCOMPARE(found.size(), 2);
    QCOMPARE(found.at(0), before);
    QVERIFY(!found.at(0).isSealed);
    QVERIFY(found.at(1).isSealed);
    QVERIFY(journal.remove({entry})); // both
    QVERIFY(journal.entries().isEmpty());
}

/// A directory in its place, or nowhere to write: told so, and tried again with the next revocation.
void TestRevocationJournal::aPlaceThatWasBadIsTriedAgain()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"sub/journal"_s);
    RevocationJournal late;
    QVERIFY(!late.open(path));
    QCOMPARE(late.add({revocationOf(u"crd_0"_s)}), QList<bool>{false});
    QVERIFY(QDir(dir.path()).mkdir(u"sub"_s));
    {
        RevocationJournal former; // what is there by then is no less worth than what comes
        QVERIFY(former.open(path));
        QVERIFY(former.add({revocationOf(u"crd_1"_s)}).constFirst());
    }
    QCOMPARE(late.add({revocationOf(u"crd_2"_s)}), QList<bool>{true});
    QCOMPARE(RevocationJournal::read(path).revocations.size(), 2);

    QVERIFY(QFile::remove(path));
    QVERIFY(QDir(dir.path()).mkpath(path)); // of the same name
    QCOMPARE(late.add({revocationOf(u"crd_3"_s)}), QList<bool>{false});
    QCOMPARE(late.add({revocationOf(u"crd_4"_s)}), QList<bool>{false});
    QVERIFY(QDir(path).removeRecursively());
    QCOMPARE(late.add({revocationOf(u"crd_5"_s)}), QList<bool>{true});
    QStringList ids;
    for (const JournaledRevocation &each : RevocationJournal::read(path).revocations)
        ids.append(each.entry.id);
    QCOMPARE(ids, (QStringList{u"crd_1"_s, u"crd_2"_s, u"crd_5"_s}));

    // What had no place gets one, and only then it is well.
    QVERIFY(!late.hasPlace());
    late.findPlace();
    QVERIFY(late.hasPlace());
    QCOMPARE(RevocationJournal::read(path).revocations.size(), 6);
    QVERIFY(late.remove({revocationOf(u"crd_0"_s), revocationOf(u"crd_3"_s), revocationOf(u"crd_4"_s)}));
    QCOMPARE(RevocationJournal::read(path).revocations.size(), 3);
}

/// Vouched for, it is what it is; else it closes the same and says nothing of whoever wrote it.
void TestRevocationJournal::whatIsCarriedOut()
{
    JournalEntry entry = revocationOf(u"crd_1"_s);
    entry.generation = 3;
    entry.ticket = u"OPS-1"_s;
    entry.requestId = u"req_1"_s;
    entry.until = entry.at.addSecs(60);
    const auto carriedOut = [&entry](bool isVouched) {
        return asCarriedOut({entry, u"digest"_s, false}, isVouched);
    };
    QCOMPARE(*carriedOut(true), entry);
    JournalEntry bare = *carriedOut(false);
    QVERIFY(!bare.isVouched);
    QVERIFY(isSameRevocation(bare, entry));
    QCOMPARE(bare.until, entry.until);
    QCOMPARE(bare.actor, u"platform"_s);
    QCOMPARE(bare.actorRole, u"platform"_s);
    QCOMPARE(bare.reason + bare.ticket + bare.requestId, QString());
    entry.kind = JournalEntry::Kind::Token;
    QCOMPARE(carriedOut(false)->actor, u"platform"_s);
    entry.actor = u"crd_0000000000000001"_s; // what hangs on it
    QCOMPARE(carriedOut(false)->actor, entry.actor);
    using Named = std::pair<JournalEntry::Kind, QString>;
    const QList<Named> impossible{{JournalEntry::Kind::Gateway, u"edge\u202e"_s},
                                  {JournalEntry::Kind::Gateway, QString()},
                                  {JournalEntry::Kind::Operator, u"Ann"_s},
                                  {JournalEntry::Kind::Freeze, u"<b>"_s}};
    for (const auto &[kind, id] : impossible) {
        entry.kind = kind;
        entry.id = id;
        QVERIFY(!carriedOut(false));
        QVERIFY(carriedOut(true));
    }
}

QTEST_GUILESS_MAIN(TestRevocationJournal)
#include "tst_revocation_journal.moc"
