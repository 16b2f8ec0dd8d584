// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/revocation/revocation_fixture.h"
#include "tests/platform/store/history/history_fixture.h"

#include "contract/crypto/crc32.h"
#include "platform/admin/api/revocation_backlog.h"
#include "platform/admin/maintenance/maintenance.h"
#include "platform/store/history/history_anchor.h"

#include <QtEndian>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

QString journalPath(RevocationFixture &fixture)
{
    return RevocationJournal::pathIn(fixture.admin.dir.path());
}

/// A service that was killed while its store hung: a revocation was answered, and only the journal has it.
struct Killed
{
    RevocationFixture fixture;

    Killed()
    {
        AdminContext &context = fixture.admin.administration->context();
        context.settings.storePatience = std::chrono::milliseconds(50);
        const Act wanted = fixture.actNamed(u"revoke"_s);
        std::optional<DirectoryCopy> image;
        {
            const StalledStore stalled(context.store);
            const Reply reply = fixture.begin(wanted).get();
            QCOMPARE(reply.status, 202);
            QCOMPARE(reply.json.value(u"durable"_s), QJsonValue(false));
            image.emplace(fixture.admin.dir.path());
        }
        fixture.admin.close();
        image->putBack();
    }
    [[nodiscard]] bool isAccepted() const
    {
        return fixture.admin.administration->context().history.isAccepted();
    }
    [[nodiscard]] QString why() const
    {
        return fixture.admin.administration->context().history.verdict().why;
    }
    [[nodiscard]] int count(const QByteArray &act) const
    {
        return static_cast<int>(anchorBytes(fixture.admin.dir.path()).count(QByteArray(' ' + act + ' ')));
    }
};

QByteArray readJournal(RevocationFixture &fixture)
{
    QFile file(journalPath(fixture));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeJournal(RevocationFixture &fixture, const QByteArray &bytes)
{
    QFile file(journalPath(fixture));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

/// What the side journal keeps stands in no log and under no tree yet: the anchor file remembers it.
class TestHistoryJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsUntouchedIsCarriedOut()
    {
        Killed killed;
        QCOMPARE(killed.count("journal.kept"), 1);
        QCOMPARE(killed.count("journal.settled"), 0);
        killed.fixture.admin.open();
        QVERIFY2(killed.isAccepted(), qPrintable(killed.why()));
        QVERIFY(killed.fixture.isDenied(u"revoke"_s));
        killed.fixture.admin.open(); // killed again, before anything was stored
        QVERIFY2(killed.isAccepted(), qPrintable(killed.why()));

        AdminContext &context = killed.fixture.admin.administration->context();
        Maintenance(context).everySecond();
        QTRY_VERIFY_WITH_TIMEOUT(context.backlog.waiting().empty(), 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(killed.count("journal.settled"), 1, 10'000);
        QCOMPARE(killed.count("journal.kept"), 1);

        // From now on it stands in the log, and nobody misses the journal.
        killed.fixture.admin.close();
        QCOMPARE(readJournal(killed.fixture).count('\0'), readJournal(killed.fixture).size());
        QVERIFY(QFile::remove(journalPath(killed.fixture)));
        killed.fixture.admin.open();
        QVERIFY2(killed.isAccepted(), qPrintable(killed.why()));
        QVERIFY(killed.fixture.isDenied(u"revoke"_s));
    }

    void whatIsTakenAwayIsRefused_data()
    {
        using Act = std::function<void(RevocationFixture &)>;
        QTest::addColumn<Act>("act");
        QTest::newRow("removed") << Act([](RevocationFixture &s) { QVERIFY(QFile::remove(journalPath(s))); });
        QTest::newRow("emptied") << Act([](RevocationFixture &s) { writeJournal(s, {}); });
        QTest::newRow("zeroed") << Act(
            [](RevocationFixture &s) { writeJournal(s, QByteArray(readJournal(s).size(), '\0')); });
        QTest::newRow("cut in the slot")
            << Act([](RevocationFixture &s) { writeJournal(s, readJournal(s).first(100)); });
        for (const int at : {0, 5, 9, 12, 40, 90}) {
            QTest::addRow("byte %d changed", at) << Act([at](RevocationFixture &s) {
                QByteArray bytes = readJournal(s);
                bytes[at] = static_cast<char>(bytes.at(at) ^ 1);
                writeJournal(s, bytes);
            });
        }
        QTest::newRow("another credential under a right check sum") << Act([](RevocationFixture &s) {
            QByteArray bytes = readJournal(s);
            const qsizetype at = bytes.indexOf(s.made.id.toLatin1());
            QVERIFY(at > 0);
            bytes[at + 4] = bytes.at(at + 4) == 'A' ? 'B' : 'A';
            const auto size = qFromBigEndian<quint32>(bytes.constData() + 4);
            qToBigEndian(crc32(bytes.mid(12, size)), bytes.data() + 8);
            writeJournal(s, bytes);
        });
    }
    void whatIsTakenAwayIsRefused()
    {
        QFETCH(std::function<void(RevocationFixture &)>, act);
        Killed killed;
        act(killed.fixture);
        for (int start = 0; start < 2; ++start) { // a restart changes nothing
            killed.fixture.admin.open();
            QVERIFY(!killed.isAccepted());
            QVERIFY2(killed.why().contains(u"side journal"_s), qPrintable(killed.why()));
            QVERIFY2(killed.why().contains(killed.fixture.made.id), qPrintable(killed.why()));
        }
        // Somebody on the host takes it as it is: then it is so.
        AdminContext &context = killed.fixture.admin.administration->context();
        const auto accepted = context.store.writeNow<bool>([&context](Tx &tx) {
            context.history.accept(tx, u"Test"_s, u"host"_s, context.now());
            return true;
        });
        QVERIFY(accepted);
        killed.fixture.admin.open();
        QVERIFY2(killed.isAccepted(), qPrintable(killed.why()));
    }

    /// What a crash leaves before anybody was answered: a slot without a note, whole or torn.
    void whatNobodyWasToldIsNoTampering()
    {
        Killed killed;
        const QByteArray journal = readJournal(killed.fixture);
        QByteArray anchor = anchorBytes(killed.fixture.admin.dir.path());
        anchor.truncate(anchor.lastIndexOf('\n', anchor.size() - 2) + 1);
        writeAnchor(killed.fixture.admin.dir.path(), anchor);
        QCOMPARE(killed.count("journal.kept"), 0);
        killed.fixture.admin.open();
        QVERIFY2(killed.isAccepted(), qPrintable(killed.why()));
        QVERIFY(killed.fixture.isDenied(u"revoke"_s)); // closes more, never less
        killed.fixture.admin.close();

        QByteArray torn = journal;
        torn[60] = '\0';
        writeAnchor(killed.fixture.admin.dir.path(), anchor);
        writeJournal(killed.fixture, torn);
        killed.fixture.admin.logged.clear();
        killed.fixture.admin.open();
        QVERIFY(killed.fixture.admin.logged.contains("journal_damaged"));
    }

    /// Two requests for the same revocation take one slot and leave one note.
    void theSameCutIsNotedOnce()
    {
        RevocationFixture fixture;
        AdminContext &context = fixture.admin.administration->context();
        context.settings.storePatience = std::chrono::milliseconds(50);
        const Act wanted = fixture.actNamed(u"revoke"_s);
        {
            const StalledStore stalled(context.store);
            QCOMPARE(fixture.begin(wanted).get().status, 202);
            QCOMPARE(fixture.begin(wanted).get().status, 202);
            QCOMPARE(anchorBytes(fixture.admin.dir.path()).count(" journal.kept "), 1);
        }
        QTRY_VERIFY_WITH_TIMEOUT(context.backlog.waiting().empty(), 10'000);
        fixture.admin.open();
        QVERIFY2(fixture.admin.administration->context().history.isAccepted(),
                 qPrintable(fixture.admin.administration->context().history.verdict().why));
    }

    /// The journal keeps it all the same; the note follows with the next one.
    void aNoteThatCannotBeWrittenIsOwed()
    {
        RevocationFixture fixture;
        AdminContext &context = fixture.admin.administration->context();
        context.settings.storePatience = std::chrono::milliseconds(50);
        const Act wanted = fixture.actNamed(u"revoke"_s);
        const Act second = fixture.actNamed(u"freeze"_s);
        {
            const StalledStore stalled(context.store);
            {
                const FullDisk full(AnchorFile::pathIn(fixture.admin.dir.path()));
                QCOMPARE(fixture.begin(wanted).get().status, 202);
            }
            QVERIFY(fixture.admin.logged.contains("journal_not_anchored"));
            QCOMPARE(anchorBytes(fixture.admin.dir.path()).count(" journal.kept "), 0);
            (void)fixture.begin(second).get();
            QCOMPARE(anchorBytes(fixture.admin.dir.path()).count(" journal.kept "), 2);
        }
        QTRY_VERIFY_WITH_TIMEOUT(context.backlog.waiting().empty(), 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(anchorBytes(fixture.admin.dir.path()).count(" journal.settled "), 2,
                                  10'000);
    }

    /// Operators count by memory: as the store has them, also when the answer had to be that it is not
    /// durable.
    void memoryFollowsWhatHasNoLine()
    {
        AdminFixture admin;
        const QByteArray staying = admin.token;
        admin.signIn(u"ann"_s, {u"admin"_s});
        const QByteArray ann = std::exchange(admin.token, staying);
        AdminContext &context = admin.administration->context();
        Maintenance maintenance(context);
        const auto statusOf = [&](const QByteArray &path, const QJsonArray &roles) {
            QJsonObject body{{u"account"_s, u"ann"_s}};
            if (!roles.isEmpty())
                body.insert(u"roles"_s, roles);
            return admin.local(HttpMethod::Post, "/local/v1/operators" + path, body).status;
        };
        const auto whileNoLineIsWritten = [&](const std::function<void()> &act) {
            {
                const FullDisk full(AnchorFile::pathIn(admin.dir.path()));
                act();
                QVERIFY(context.history.owesLine());
            }
            maintenance.everySecond();
            QVERIFY(!context.history.owesLine());
            const auto row = context.store.readNow<std::optional<OperatorRow>>(
                [](Tx &tx) { return operator_rows::find(tx, u"ann"_s); });
            QVERIFY(row);
            QCOMPARE(context.sessions.find(u"ann"_s), *row);
            QCOMPARE(context.sessions.isOwner(u"ann"_s), !(*row)->disabledAt);
        };
        whileNoLineIsWritten([&] { QVERIFY(statusOf({}, {u"support"_s}) >= 500); });
        QCOMPARE(context.sessions.find(u"ann"_s)->roles, QList<Role>{Role::Support});
        whileNoLineIsWritten([&] { QCOMPARE(statusOf("/disable", {}), 202); });
        QVERIFY(context.sessions.find(u"ann"_s)->disabledAt.has_value());
        whileNoLineIsWritten([&] { QVERIFY(statusOf({}, {u"viewer"_s}) >= 500); });
        QVERIFY(context.sessions.isOwner(u"ann"_s));
        admin.token = ann;
        QCOMPARE(admin.get("/session").status, 401); // of before it was disabled
    }
};

QTEST_GUILESS_MAIN(TestHistoryJournal)
#include "tst_history_journal.moc"
