// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/revocation/revocation_scene.h"
#include "tests/platform/store/history/history_fixture.h"

#include "contract/crypto/crc32.h"
#include "platform/admin/maintenance/maintenance.h"
#include "platform/admin/revocation/revocation_backlog.h"
#include "platform/store/history/history_anchor.h"

#include <QtEndian>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

QString journalPath(Scene &scene)
{
    return RevocationJournal::pathIn(scene.fixture.dir.path());
}

/// A service that was killed while its store hung: a revocation was answered, and only the journal has it.
struct Killed
{
    Scene scene;

    Killed()
    {
        AdminContext &context = scene.fixture.administration->context();
        context.settings.storePatience = std::chrono::milliseconds(50);
        const Act wanted = scene.actNamed(u"revoke"_s);
        std::optional<DirectoryCopy> image;
        {
            const StalledStore stalled(context.store);
            const Reply reply = scene.begin(wanted).get();
            QCOMPARE(reply.status, 202);
            QCOMPARE(reply.json.value(u"durable"_s), QJsonValue(false));
            image.emplace(scene.fixture.dir.path());
        }
        scene.fixture.close();
        image->putBack();
    }
    [[nodiscard]] bool isAccepted() const
    {
        return scene.fixture.administration->context().history.isAccepted();
    }
    [[nodiscard]] QString why() const
    {
        return scene.fixture.administration->context().history.verdict().why;
    }
    [[nodiscard]] int count(const QByteArray &act) const
    {
        return static_cast<int>(anchorBytes(scene.fixture.dir.path()).count(QByteArray(' ' + act + ' ')));
    }
};

QByteArray readJournal(Scene &scene)
{
    QFile file(journalPath(scene));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeJournal(Scene &scene, const QByteArray &bytes)
{
    QFile file(journalPath(scene));
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
        killed.scene.fixture.open();
        QVERIFY2(killed.isAccepted(), qPrintable(killed.why()));
        QVERIFY(killed.scene.isDenied(u"revoke"_s));
        killed.scene.fixture.open(); // killed again, before anything was stored
        QVERIFY2(killed.isAccepted(), qPrintable(killed.why()));

        AdminContext &context = killed.scene.fixture.administration->context();
        Maintenance(context).everySecond();
        QTRY_VERIFY_WITH_TIMEOUT(context.backlog.waiting().empty(), 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(killed.count("journal.settled"), 1, 10'000);
        QCOMPARE(killed.count("journal.kept"), 1);

        // From now on it stands in the log, and nobody misses the journal.
        killed.scene.fixture.close();
        QCOMPARE(readJournal(killed.scene).count('\0'), readJournal(killed.scene).size());
        QVERIFY(QFile::remove(journalPath(killed.scene)));
        killed.scene.fixture.open();
        QVERIFY2(killed.isAccepted(), qPrintable(killed.why()));
        QVERIFY(killed.scene.isDenied(u"revoke"_s));
    }

    void whatIsTakenAwayIsRefused_data()
    {
        using Act = std::function<void(Scene &)>;
        QTest::addColumn<Act>("act");
        QTest::newRow("removed") << Act([](Scene &s) { QVERIFY(QFile::remove(journalPath(s))); });
        QTest::newRow("emptied") << Act([](Scene &s) { writeJournal(s, {}); });
        QTest::newRow("zeroed") << Act(
            [](Scene &s) { writeJournal(s, QByteArray(readJournal(s).size(), '\0')); });
        QTest::newRow("cut in the slot") << Act([](Scene &s) { writeJournal(s, readJournal(s).first(100)); });
        for (const int at : {0, 5, 9, 12, 40, 90}) {
            QTest::addRow("byte %d changed", at) << Act([at](Scene &s) {
                QByteArray bytes = readJournal(s);
                bytes[at] = static_cast<char>(bytes.at(at) ^ 1);
                writeJournal(s, bytes);
            });
        }
        QTest::newRow("another credential under a right check sum") << Act([](Scene &s) {
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
        QFETCH(std::function<void(Scene &)>, act);
        Killed killed;
        act(killed.scene);
        for (int start = 0; start < 2; ++start) { // a restart changes nothing
            killed.scene.fixture.open();
            QVERIFY(!killed.isAccepted());
            QVERIFY2(killed.why().contains(u"side journal"_s), qPrintable(killed.why()));
            QVERIFY2(killed.why().contains(killed.scene.made.id), qPrintable(killed.why()));
        }
        // Somebody on the host takes it as it is: then it is so.
        AdminContext &context = killed.scene.fixture.administration->context();
        const auto accepted = context.store.writeNow<bool>([&context](Tx &tx) {
            context.history.accept(tx, u"Test"_s, u"host"_s, context.now());
            return true;
        });
        QVERIFY(accepted);
        killed.scene.fixture.open();
        QVERIFY2(killed.isAccepted(), qPrintable(killed.why()));
    }

    /// What a crash leaves before anybody was answered: a slot without a note, whole or torn.
    void whatNobodyWasToldIsNoTampering()
    {
        Killed killed;
        const QByteArray journal = readJournal(killed.scene);
        QByteArray anchor = anchorBytes(killed.scene.fixture.dir.path());
        anchor.truncate(anchor.lastIndexOf('\n', anchor.size() - 2) + 1);
        writeAnchor(killed.scene.fixture.dir.path(), anchor);
        QCOMPARE(killed.count("journal.kept"), 0);
        killed.scene.fixture.open();
        QVERIFY2(killed.isAccepted(), qPrintable(killed.why()));
        QVERIFY(killed.scene.isDenied(u"revoke"_s)); // closes more, never less
        killed.scene.fixture.close();

        QByteArray torn = journal;
        torn[60] = '\0';
        writeAnchor(killed.scene.fixture.dir.path(), anchor);
        writeJournal(killed.scene, torn);
        killed.scene.fixture.logged.clear();
        killed.scene.fixture.open();
        QVERIFY(killed.scene.fixture.logged.contains("journal_damaged"));
    }

    /// Two requests for the same revocation take one slot and leave one note.
    void theSameCutIsNotedOnce()
    {
        Scene scene;
        AdminContext &context = scene.fixture.administration->context();
        context.settings.storePatience = std::chrono::milliseconds(50);
        const Act wanted = scene.actNamed(u"revoke"_s);
        {
            const StalledStore stalled(context.store);
            QCOMPARE(scene.begin(wanted).get().status, 202);
            QCOMPARE(scene.begin(wanted).get().status, 202);
            QCOMPARE(anchorBytes(scene.fixture.dir.path()).count(" journal.kept "), 1);
        }
        QTRY_VERIFY_WITH_TIMEOUT(context.backlog.waiting().empty(), 10'000);
        scene.fixture.open();
        QVERIFY2(scene.fixture.administration->context().history.isAccepted(),
                 qPrintable(scene.fixture.administration->context().history.verdict().why));
    }

    /// The journal keeps it all the same; the note follows with the next one.
    void aNoteThatCannotBeWrittenIsOwed()
    {
        Scene scene;
        AdminContext &context = scene.fixture.administration->context();
        context.settings.storePatience = std::chrono::milliseconds(50);
        const Act wanted = scene.actNamed(u"revoke"_s);
        const Act second = scene.actNamed(u"freeze"_s);
        {
            const StalledStore stalled(context.store);
            {
                const FullDisk full(AnchorFile::pathIn(scene.fixture.dir.path()));
                QCOMPARE(scene.begin(wanted).get().status, 202);
            }
            QVERIFY(scene.fixture.logged.contains("journal_not_anchored"));
            QCOMPARE(anchorBytes(scene.fixture.dir.path()).count(" journal.kept "), 0);
            (void)scene.begin(second).get();
            QCOMPARE(anchorBytes(scene.fixture.dir.path()).count(" journal.kept "), 2);
        }
        QTRY_VERIFY_WITH_TIMEOUT(context.backlog.waiting().empty(), 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(anchorBytes(scene.fixture.dir.path()).count(" journal.settled "), 2,
                                  10'000);
    }

    /// Operators count by memory: as the store has them, also when the answer had to be that it is not
    /// durable.
    void memoryFollowsWhatHasNoLine()
    {
        AdminFixture fixture;
        const QByteArray staying = fixture.token;
        fixture.signIn(u"ann"_s, {u"admin"_s});
        const QByteArray ann = std::exchange(fixture.token, staying);
        AdminContext &context = fixture.administration->context();
        Maintenance maintenance(context);
        const auto statusOf = [&](const QByteArray &path, const QJsonArray &roles) {
            QJsonObject body{{u"account"_s, u"ann"_s}};
            if (!roles.isEmpty())
                body.insert(u"roles"_s, roles);
            return fixture.local(HttpMethod::Post, "/local/v1/operators" + path, body).status;
        };
        const auto whileNoLineIsWritten = [&](const std::function<void()> &act) {
            {
                const FullDisk full(AnchorFile::pathIn(fixture.dir.path()));
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
        fixture.token = ann;
        QCOMPARE(fixture.get("/session").status, 401); // of before it was disabled
    }
};

QTEST_GUILESS_MAIN(TestHistoryJournal)
#include "tst_history_journal.moc"
