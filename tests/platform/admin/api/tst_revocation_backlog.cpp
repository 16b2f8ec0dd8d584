// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/revocation_backlog.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <future>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;

namespace {

/// An anchor file that cannot be written for a while.
class Witness final : public JournalWitness
{
public:
    void noteJournaled(const QList<JournaledRevocation> &) override {}
    [[nodiscard]] bool noteSettled(const QList<JournaledRevocation> &revocations) override
    {
        if (!revocations.isEmpty())
            ++asked;
        return isWell || revocations.isEmpty();
    }

    std::atomic<bool> isWell{true};
    std::atomic<int> asked{0};
};

/// A backlog over a journal of its own.
struct Opened
{
    const QTemporaryDir dir;
    const QString file = RevocationJournal::pathIn(dir.path());
    PolicyHolder policy;
    Witness witness;
    RevocationBacklog backlog{policy, witness};
    const bool isOpen = backlog.open(file);
};

RevocationBacklog::Waiting suspension(qint64 at)
{
    JournalEntry entry;
    entry.kind = JournalEntry::Kind::Suspend;
    entry.id = u"crd_0000000000000001"_s;
    entry.at = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC);
    return {entry, 0};
}

bool note(RevocationBacklog &backlog, const RevocationBacklog::Waiting &revocation)
{
    auto done = std::make_shared<std::promise<bool>>();
    backlog.note(revocation, [done](bool journaled) { done->set_value(journaled); });
    auto answer = done->get_future();
    return answer.wait_for(std::chrono::seconds(10)) == std::future_status::ready && answer.get();
}

} // namespace

class TestRevocationBacklog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What could not be removed is tried again; meanwhile the same revocation, asked anew, has a place of
    /// its own.
    void whatIsSettledGoesInTheEnd()
    {
        Opened opened;
        const QString &file = opened.file;
        Witness &witness = opened.witness;
        RevocationBacklog &backlog = opened.backlog;
        QVERIFY(opened.isOpen);
        const auto standing = [&file] {
            QList<qint64> at;
            const QList<JournaledRevocation> revocations = RevocationJournal::read(file).revocations;
            for (const JournaledRevocation &revocation : revocations)
                at.append(revocation.entry.at.toMSecsSinceEpoch());
            return at;
        };
        QVERIFY(note(backlog, suspension(1000)));
        witness.isWell = false;
        backlog.settle(suspension(1000));
        QTRY_VERIFY_WITH_TIMEOUT(witness.asked > 0, 10'000);
        QVERIFY(backlog.waiting().empty());
        QCOMPARE(standing(), QList<qint64>{1000});

        QVERIFY(note(backlog, suspension(2000)));
        QCOMPARE(standing(), (QList<qint64>{1000, 2000}));
        witness.isWell = true; // the second still waits, so both stay
        const int before = witness.asked;
        backlog.settle(suspension(2000));
        QTRY_VERIFY_WITH_TIMEOUT(standing().isEmpty(), 10'000);
        QVERIFY(witness.asked > before);
    }

    /// The slot of what was settled, and is still to be removed, keeps nothing else: at the next start it
    /// would be taken for what the store has.
    void aSettledSlotKeepsNobodyElse()
    {
        Opened opened;
        const QString &file = opened.file;
        RevocationBacklog &backlog = opened.backlog;
        QVERIFY(opened.isOpen);
        QVERIFY(note(backlog, suspension(1000)));
        RevocationBacklog::Waiting other = suspension(0);
        other.entry.id = u"crd_0000000000000002"_s;
        std::promise<void> release;
        std::promise<void> held;
        backlog.note(other, [&](bool) {
            held.set_value();
            release.get_future().wait_for(std::chrono::seconds(10));
        });
        held.get_future().wait_for(std::chrono::seconds(10));
        backlog.settle(suspension(1000)); // both of one batch
        auto done = std::make_shared<std::promise<bool>>();
        backlog.note(suspension(2000), [done](bool journaled) { done->set_value(journaled); });
        release.set_value();
        auto answer = done->get_future();
        QCOMPARE(answer.wait_for(std::chrono::seconds(10)), std::future_status::ready);
        QVERIFY(answer.get());
        const QList<JournaledRevocation> standing = RevocationJournal::read(file).revocations;
        QVERIFY(std::any_of(standing.begin(), standing.end(), [](const JournaledRevocation &each) {
            return each.entry == suspension(2000).entry;
        }));
    }

    /// Nor does the slot of what the log has, though it waits for a line that is owed about it.
    void aLoggedOneKeepsNobodyElse()
    {
        Opened opened;
        const QString &file = opened.file;
        RevocationBacklog &backlog = opened.backlog;
        QVERIFY(opened.isOpen);
        QVERIFY(note(backlog, suspension(1000)));
        QVERIFY(note(backlog, suspension(1500))); // shares its slot
        QCOMPARE(RevocationJournal::read(file).revocations.size(), 1);
        backlog.noteLogged(suspension(1000));
        QVERIFY(note(backlog, suspension(2000)));
        const QList<JournaledRevocation> standing = RevocationJournal::read(file).revocations;
        QCOMPARE(standing.size(), 2);
        QCOMPARE(standing.at(1).entry, suspension(2000).entry);
    }

    /// Without anybody asking for it.
    void itIsTriedAgainByItself()
    {
        Opened opened;
        const QString &file = opened.file;
        Witness &witness = opened.witness;
        RevocationBacklog &backlog = opened.backlog;
        QVERIFY(opened.isOpen);
        QVERIFY(note(backlog, suspension(1000)));
        witness.isWell = false;
        backlog.settle(suspension(1000));
        QTRY_VERIFY_WITH_TIMEOUT(witness.asked > 1, 10'000);
        witness.isWell = true;
        QTRY_VERIFY_WITH_TIMEOUT(RevocationJournal::read(file).revocations.isEmpty(), 10'000);
    }

    /// A file that was moved away or replaced is written anew with all that is kept.
    void theFileIsWhereItsNameIs_data()
    {
        QTest::addColumn<bool>("replaced");
        QTest::newRow("gone") << false;
        QTest::newRow("another file") << true;
    }
    void theFileIsWhereItsNameIs()
    {
        QFETCH(bool, replaced);
        const QTemporaryDir dir;
        const QString file = RevocationJournal::pathIn(dir.path());
        RevocationJournal journal;
        QVERIFY(journal.open(file));
        JournalEntry first = suspension(1000).entry;
        JournalEntry second = first;
        second.id = u"crd_0000000000000002"_s;
        QCOMPARE(journal.add({first}), QList<bool>{true});
        const QList<JournaledRevocation> kept = journal.kept();
        QVERIFY(QFile::rename(file, dir.filePath(u"away"_s)));
        if (replaced) {
            QFile other(file);
            QVERIFY(other.open(QIODevice::WriteOnly));
            other.write(QByteArray(RevocationJournal::slotSize, 'x'));
        }
        QCOMPARE(journal.add({second}), QList<bool>{true});
        const RevocationJournal::Reading found = RevocationJournal::read(file);
        QCOMPARE(found.damaged, 0);
        QCOMPARE(found.revocations.size(), 2);
        QCOMPARE(found.revocations.at(0), kept.at(0)); // the same bytes, so the same digest
        QCOMPARE(found.revocations.at(1).entry, second);
        // Where nothing can be written it is not told as lasting.
        QVERIFY(QDir(dir.path()).removeRecursively());
        second.generation = 1;
        QCOMPARE(journal.add({second}), QList<bool>{false});
    }

    /// Told while it lasts, and over as soon as the place is well again: without a restart, without a
    /// revocation.
    void aPlaceThatWasBadIsTriedAgain()
    {
        const QTemporaryDir dir;
        const QString file = RevocationJournal::pathIn(dir.path());
        QVERIFY(QDir().mkdir(file)); // a directory in its place
        PolicyHolder policy;
        Witness witness;
        RevocationBacklog backlog(policy, witness);
        QVERIFY(!backlog.open(file));
        QVERIFY(!backlog.hasPlace());
        QVERIFY(!note(backlog, suspension(1000)));
        QVERIFY(QDir().rmdir(file));
        QTRY_VERIFY_WITH_TIMEOUT(backlog.hasPlace(), 10'000);
        RevocationBacklog::Waiting other = suspension(2000);
        other.entry.generation = 1;
        QVERIFY(note(backlog, other));
        QCOMPARE(RevocationJournal::read(file).revocations.size(), 2); // the one before was written then
    }

    void whatTheStoreHasIsNotWaitedFor()
    {
        const QTemporaryDir dir;
        const QString file = RevocationJournal::pathIn(dir.path());
        {
            RevocationJournal journal;
            QVERIFY(journal.open(file));
            QCOMPARE(journal.add({suspension(1000).entry}), QList<bool>{true});
        }
        PolicyHolder policy;
        Witness witness;
        RevocationBacklog backlog(policy, witness);
        QVERIFY(backlog.open(file));
        backlog.restore([](const JournalEntry &) { return Narrowing(); }, {suspension(1000).entry});
        QVERIFY(backlog.waiting().empty());
        QTRY_VERIFY_WITH_TIMEOUT(RevocationJournal::read(file).revocations.isEmpty(), 10'000);
    }
};

QTEST_GUILESS_MAIN(TestRevocationBacklog)
#include "tst_revocation_backlog.moc"
