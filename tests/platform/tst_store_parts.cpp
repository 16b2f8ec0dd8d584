// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/dialect.h"
#include "platform/store/keyset.h"
#include "platform/store/latency_histogram.h"
#include "platform/store/revocation_journal.h"

#include <rapidcheck.h>

#include <QRandomGenerator>
#include <QSqlError>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;

class TestStoreParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cursorsAreStrict();
    void theEnginesFaultsAreTold();
    void journalSurvives();
    void journalKeepsLongReasons();
    void journalIsReadAlikeByAll();
    void histogramsAddUp();
};

void TestStoreParts::cursorsAreStrict()
{
    const QString text = KeysetCursor{u"o"_s, u"käse"_s, u"id"_s}.encode();
    QCOMPARE(KeysetCursor::decode(text, u"o"_s, false)->key.toString(), u"käse"_s);
    QVERIFY(!KeysetCursor::decode(text, u"other"_s, false));
    QVERIFY(!KeysetCursor::decode(text, u"o"_s, true));
    QVERIFY(!KeysetCursor::decode(u"!!"_s, u"o"_s, false));
    QVERIFY(!KeysetCursor::decode(QString(3000, u'A'), u"o"_s, false));
    QCOMPARE(KeysetCursor::decode(KeysetCursor{u"o"_s, 0.125, u"i"_s}.encode(), u"o"_s, true)->key.toDouble(),
             0.125);
}

/// sqlite.org/rescode.html, primary and extended codes.
void TestStoreParts::theEnginesFaultsAreTold()
{
    using Kind = StoreError::Kind;
    const QList<std::pair<int, Kind>> kinds{{1, Kind::Other},
                                            {5, Kind::Busy},
                                            {6, Kind::Busy},
                                            {7, Kind::Other},
                                            {8, Kind::Gone},
                                            {9, Kind::Interrupted},
                                            {10, Kind::Gone},
                                            {11, Kind::Corrupt},
                                            {12, Kind::Other},
                                            {13, Kind::Full},
                                            {14, Kind::Gone},
                                            {19, Kind::Constraint},
                                            {20, Kind::Other},
                                            {26, Kind::Corrupt},
                                            {5 | 1 << 8, Kind::Busy},
                                            {10 | 4 << 8, Kind::Gone},
                                            {19 | 8 << 8, Kind::Constraint}};
    for (const auto &[code, kind] : kinds) {
        const StoreError error = dialect::errorOf(
            QSqlError(u"driver"_s, u"database"_s, QSqlError::StatementError, QString::number(code)));
        QVERIFY2(error.kind == kind, qPrintable(QString::number(code)));
        QCOMPARE(error.text, u"driver / database (%1)"_s.arg(code));
    }
}

void TestStoreParts::journalSurvives()
{
    QTemporaryDir dir;
    const QString path = dir.path() + u"/journal"_s;
    JournalEntry entry;
    entry.id = u"crd_abc"_s;
    entry.at = QDateTime::fromMSecsSinceEpoch(1700000000123, Qt::UTC);
    entry.actor = u"ops-1"_s;
    entry.reason = u"a reason"_s;
    JournalEntry freeze = entry;
    freeze.cut = JournalEntry::Cut::Freeze;
    freeze.id = u"prt_x"_s;
    {
        RevocationJournal journal;
        QCOMPARE(journal.add({entry}), QList<bool>{false}); // not open: in memory only
        QCOMPARE(journal.add({entry, entry}), (QList<bool>{false, false}));
        QCOMPARE(journal.entries(), QList<JournalEntry>{entry});
        journal.remove({entry});
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
        journal.remove({entry});
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

void TestStoreParts::journalKeepsLongReasons()
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
    const QString cut = kept(wide, ticket).reason;
    QVERIFY(cut.endsWith(u"\U0001F511…"_s) || cut == u"…"_s);
    QVERIFY(cut.size() > 200);
    QCOMPARE(cut.toUtf8().count('?'), 0);
}

/// Opened to be written or only read, whole or cut anywhere: the same cuts, and the same number of slots that
/// are damaged.
void TestStoreParts::journalIsReadAlikeByAll()
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
        QCOMPARE(written.cuts, journal.kept());
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
        QCOMPARE(journal.found().cuts, read.cuts);
        QCOMPARE(journal.found().damaged, read.damaged);
        // A slot of which a part is missing is no cut; one whose end is nothing but zeros is whole.
        QVERIFY(read.cuts.size() >= size / RevocationJournal::slotSize || size > 3072);
        QVERIFY(read.cuts.size() + read.damaged <= 3);
        QVERIFY(size > 0 || read.damaged == 0);
    }
}

void TestStoreParts::histogramsAddUp()
{
    const bool held = rc::check("merged equals added, and survives its bytes",
                                [](const std::vector<unsigned> &a, const std::vector<unsigned> &b) {
                                    LatencyHistogram first;
                                    LatencyHistogram second;
                                    LatencyHistogram both;
                                    for (const unsigned micros : a) {
                                        first.add(micros);
                                        both.add(micros);
                                    }
                                    for (const unsigned micros : b) {
                                        second.add(micros);
                                        both.add(micros);
                                    }
                                    first.merge(second);
                                    RC_ASSERT(first == both);
                                    RC_ASSERT(LatencyHistogram::parse(both.serialise()) == both);
                                    RC_ASSERT(both.total() == static_cast<qint64>(a.size() + b.size()));
                                });
    QVERIFY(held);
    LatencyHistogram histogram;
    for (int i = 1; i <= 1000; ++i)
        histogram.add(i);
    QVERIFY(histogram.quantileMs(0.5) >= 0.5 && histogram.quantileMs(0.5) < 0.65);
    QVERIFY(histogram.quantileMs(0.99) >= 0.99 && histogram.quantileMs(0.99) < 1.3);
}

QTEST_GUILESS_MAIN(TestStoreParts)
#include "tst_store_parts.moc"
