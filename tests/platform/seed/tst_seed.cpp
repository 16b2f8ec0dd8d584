// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/sample_size.h"
#include "contract/rules/version_life.h"
#include "platform/data_dir/data_directory.h"
#include "platform/domain/credential_life_cycle.h"
#include "platform/seed/sample_room.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/audit/audit_signer.h"
#include "platform/store/history/history_check.h"
#include "platform/store/rows/catalogue_rows.h"
#include "platform/store/rows/credential_rows.h"
#include "platform/store/rows/partner_rows.h"
#include "platform/store/rows/usage_rows.h"
#include "platform/store/rows/version_rows.h"
#include "platform/store/sqlite/disk_reserve.h"
#include "platform/store/sqlite/sql_connection.h"
#include "platform/store/sqlite/sqlite_dialect.h"
#include "platform/verify/verify_log.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;

namespace {

const QString program = QStringLiteral(PC_BINARY_DIR) + u"/bin/partner-platform"_s;
const QString anchorText = u"2026-03-18T14:05:00Z"_s;

int runSeed(const QString &data, const QStringList &more, QByteArray *out = nullptr)
{
    QProcess process;
    process.start(program, QStringList{u"seed"_s, u"--data"_s, data, u"--anchor"_s, anchorText} + more);
    if (!process.waitForFinished(200000))
        return -1;
    if (out)
        *out = process.readAllStandardOutput();
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

/// Every row of the tables that must be alike, as text.
QByteArray contents(const QString &data)
{
    const SqlConnection connection(databaseFile(data), Durability::EachCommit, 0, true);
    Tx tx(connection.database(), sqliteDialect());
    QByteArray all;
    for (const QString &sql :
         {u"SELECT id || doc || version FROM partners ORDER BY id"_s,
          u"SELECT doc FROM grants ORDER BY partner_id"_s, u"SELECT doc FROM api_versions ORDER BY id"_s,
          u"SELECT id || state || expires_at FROM credentials ORDER BY id"_s,
          u"SELECT partner_id || bucket || at || route_id || outcome || calls FROM rollups ORDER BY 1"_s,
          u"SELECT id || at || path FROM calls ORDER BY id"_s,
          u"SELECT canonical FROM audit_events ORDER BY idx"_s,
          u"SELECT partner_id || day || used FROM quota_counters ORDER BY 1"_s}) {
        Statement row = tx.queryOnce(sql);
        while (row.next())
            all += row.bytes(0) + '\n';
    }
    return all;
}

} // namespace

class TestSeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameAnchorSameData();
    void hasEverythingThePagesNeed();
    void progressIsNdjson();
    void cancelLeavesNothing();
    void refusesADirectoryInUse();
    void replacesAStoppedPlatformOnly();
    void takesWhatItSaysOnDisk_data();
    void takesWhatItSaysOnDisk();
    void helpNamesTheSizes();
    void wantsRoomBeforeItBegins();
};

void TestSeed::sameAnchorSameData()
{
    QTemporaryDir dir;
    QCOMPARE(runSeed(dir.path() + u"/a"_s, {}), 0);
    QCOMPARE(runSeed(dir.path() + u"/b"_s, {}), 0);
    const QByteArray a = contents(dir.path() + u"/a"_s);
    QVERIFY(a.size() > 100000);
    QVERIFY(a == contents(dir.path() + u"/b"_s));
}

void TestSeed::hasEverythingThePagesNeed()
{
    QTemporaryDir dir;
    const QString data = dir.path() + u"/data"_s;
    QCOMPARE(runSeed(data, {u"--events"_s, u"3000"_s}), 0);
    const SqlConnection connection(databaseFile(data), Durability::EachCommit, 0, true);
    Tx tx(connection.database(), sqliteDialect());
    const QDateTime now = QDateTime::fromString(anchorText, Qt::ISODate);
    PartnerQuery query;
    query.limit = 100;
    PartnerIndex index;
    const auto page = partner_rows::list(tx, index, query, now);
    QVERIFY(page);
    QCOMPARE(page->items.size(), 24);
    QSet<int> stages;
    QSet<int> healths;
    bool nearQuota = false;
    bool expiring = false;
    for (const Partner &partner : page->items) {
        stages.insert(static_cast<int>(partner.stage));
        healths.insert(static_cast<int>(partner.summary.health));
        const PartnerSummary &summary = partner.summary;
        nearQuota =
            nearQuota || (summary.quotaToday > 0 && summary.quotaUsedToday * 100 >= summary.quotaToday * 90);
        expiring = expiring || summary.credentialsExpiring > 0;
    }
    QCOMPARE(stages.size(), 3);
    QCOMPARE(healths.size(), 4);
    QVERIFY(nearQuota);
    QVERIFY(expiring);
    QSet<int> states;
    for (const CredentialRow &credential : credential_rows::all(tx)) {
        states.insert(static_cast<int>(life_cycle::stateAt(credential, now)));
        QVERIFY(credential.value.expiresAt <= credential.value.createdAt.addDays(366));
        QVERIFY(!credential.value.owner.isEmpty());
        for (const GenerationRow &generation : credential.generations)
            QVERIFY(generation.sealed.isEmpty());
    }
    QCOMPARE(states.size(), 7);
    QCOMPARE(audit_log::frontier(tx).size(), quint64{3000});
    SystemRandom random;
    const auto signer = AuditSigner::open(data, u"partner-platform/audit/sample"_s, random);
    QVERIFY(signer);
    const LogVerdict verdict = verifyLog(tx, signer->origin(), signer->verifyKey(),
                                         AnchorFile::read(AnchorFile::pathIn(data), signer->origin(),
                                                          signer->verifyKey(), history::pointer(tx)),
                                         {});
    QVERIFY2(verdict.ok, qPrintable(verdict.why));
    QCOMPARE(verdict.checkpoints, 1);
    QCOMPARE(verdict.stateWhy, QString());
    UsageQuery usage;
    usage.partnerId = page->items.constFirst().id;
    usage.from = now.addDays(-90);
    usage.to = now;
    usage.bucket = Bucket::Day;
    const UsageSeries series = usage_rows::series(tx, usage);
    QVERIFY(!series.lines.isEmpty());
    QVERIFY(series.lines.constFirst().values.count(0) < 10);
    const QList<ApiVersion> versions = version_rows::all(tx);
    QCOMPARE(versions.size(), 1);
    QSet<QString> callers;
    qint64 others = 0;
    for (const Route &route : catalogue_rows::routes(tx)) {
        Statement row = tx.query(u"SELECT DISTINCT partner_id FROM rollups WHERE route_id = ?"_s);
        row.bind(route.id);
        const bool ends = pc::rules::versionOf(versions, route) != nullptr;
        while (row.next()) {
            if (ends)
                callers.insert(row.text(0));
            else
                ++others;
        }
    }
    QVERIFY(callers.size() > 1 && callers.size() < 10); // it asks to be looked at, and hides nothing else
    QVERIFY(others > callers.size());
    ApiVersion shown = versions.constFirst();
    shown.partners30d = static_cast<int>(callers.size());
    QVERIFY(pc::rules::asksForAttention(shown, now));
}

void TestSeed::progressIsNdjson()
{
    QTemporaryDir dir;
    QByteArray out;
    QCOMPARE(runSeed(dir.path() + u"/data"_s, {u"--events"_s, u"100"_s}, &out), 0);
    QStringList steps;
    for (const QByteArray &line : out.trimmed().split('\n')) {
        const QJsonDocument json = QJsonDocument::fromJson(line);
        QVERIFY2(json.isObject(), line.constData());
        const QString step = json.object().value(u"step"_s).toString();
        if (!steps.contains(step))
            steps.append(step);
    }
    QCOMPARE(steps, (QStringList{u"partners"_s, u"usage"_s, u"audit"_s, u"checkpoint"_s, u"done"_s}));
}

void TestSeed::cancelLeavesNothing()
{
    QTemporaryDir dir;
    QProcess process;
    process.start(program, {u"seed"_s, u"--data"_s, dir.path() + u"/data"_s, u"--events"_s, u"5000000"_s});
    QVERIFY(process.waitForStarted());
    QByteArray out;
    QTRY_VERIFY_WITH_TIMEOUT((out += process.readAllStandardOutput()).contains("\"audit\""), 60000);
    process.terminate();
    QVERIFY(process.waitForFinished(30000));
    QCOMPARE(process.exitCode(), 1);
    QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList());
}

void TestSeed::refusesADirectoryInUse()
{
    QTemporaryDir dir;
    QFile file(dir.path() + u"/mine"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(runSeed(dir.path(), {}), 1);
    QVERIFY(file.exists());
    QCOMPARE(runSeed(dir.path() + u"/x"_s, {u"--events"_s, u"many"_s}), 2);
}

void TestSeed::replacesAStoppedPlatformOnly()
{
    QTemporaryDir dir;
    const QString data = dir.path() + u"/data"_s;
    const auto mark = [&data](const QString &name) {
        QFile file(data + u'/' + name);
        return file.open(QIODevice::WriteOnly);
    };
    QCOMPARE(runSeed(data, {u"--replace"_s}), 0); // nothing there yet: as without
    QVERIFY(mark(u"old"_s));
    QCOMPARE(runSeed(data, {}), 1);
    {
        const auto held = DataDirectory::open(data); // a service runs on it
        QVERIFY(held);
        QCOMPARE(runSeed(data, {u"--replace"_s}), 3);
        QVERIFY(QFile::exists(data + u"/old"_s));
    }
    QCOMPARE(runSeed(data, {u"--replace"_s, u"--events"_s, u"many"_s}), 2);
    QVERIFY(QFile::exists(data + u"/old"_s));
    const QByteArray before = contents(data);
    QCOMPARE(runSeed(data, {u"--replace"_s, u"--events"_s, u"2100"_s}), 0);
    QVERIFY(!QFile::exists(data + u"/old"_s));
    QVERIFY(contents(data) != before);
    QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden),
             QStringList{u"data"_s}); // nothing is left beside it

    QVERIFY(QFile::remove(databaseFile(data))); // no platform any more, somebody's files
    QCOMPARE(runSeed(data, {u"--replace"_s}), 1);
}

void TestSeed::takesWhatItSaysOnDisk_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<qint64>("events");
    QTest::newRow("as it is") << QStringList() << rules::sampleEvents(rules::SampleSize::Small);
    QTest::newRow("small") << QStringList{u"--size"_s, u"small"_s}
                           << rules::sampleEvents(rules::SampleSize::Small);
    QTest::newRow("other") << QStringList{u"--events"_s, u"60000"_s} << qint64(60'000);
}

/// What is said before (the welcome page, --help, the check of the disk) within a tenth of what is written.
void TestSeed::takesWhatItSaysOnDisk()
{
    QFETCH(QStringList, options);
    QFETCH(qint64, events);
    QTemporaryDir dir;
    const QString data = dir.path() + u"/data"_s;
    QCOMPARE(runSeed(data, options), 0);
    const SqlConnection connection(databaseFile(data), Durability::EachCommit, 0, true);
    Tx tx(connection.database(), sqliteDialect());
    QCOMPARE(audit_log::frontier(tx).size(), static_cast<quint64>(events));
    qint64 written = DiskReserve::defaultSize; // made by the service when it starts
    const QFileInfoList files = QDir(data).entryInfoList(QDir::Files | QDir::Hidden);
    for (const QFileInfo &file : files)
        written += file.size();
    const qint64 said = rules::sampleBytes(events);
    QVERIFY2(written <= said * 11 / 10 && written >= said * 9 / 10,
             qPrintable(u"%1 said, %2 written"_s.arg(said).arg(written)));
    QVERIFY(rules::sampleRoom(events) >= written);
}

void TestSeed::helpNamesTheSizes()
{
    QProcess process;
    process.start(program, {u"seed"_s, u"--help"_s});
    QVERIFY(process.waitForFinished(30000));
    const QString help = QString::fromUtf8(process.readAllStandardOutput());
    for (const rules::SampleSize size : {rules::SampleSize::Small, rules::SampleSize::Full}) {
        const qint64 events = rules::sampleEvents(size);
        QVERIFY(help.contains(QLocale(QLocale::English).toString(events)));
        QVERIFY2(help.contains(u"about %1 MB"_s.arg((rules::sampleBytes(events) + 500'000) / 1'000'000)),
                 qPrintable(help));
    }
    QTemporaryDir dir;
    QCOMPARE(runSeed(dir.path() + u"/x"_s, {u"--size"_s, u"huge"_s}), 2);
    QCOMPARE(runSeed(dir.path() + u"/x"_s, {u"--size"_s, u"full"_s, u"--events"_s, u"5"_s}), 2);
}

void TestSeed::wantsRoomBeforeItBegins()
{
    using seed::noRoom;
    const qint64 needed = rules::sampleRoom(20'000);
    QVERIFY(noRoom(20'000, {}).isEmpty()); // not known
    QVERIFY(noRoom(20'000, needed).isEmpty());
    const QString why = noRoom(20'000, needed - 1);
    QVERIFY(why.contains(QString::number((needed + 999'999) / 1'000'000)));
    QVERIFY(noRoom(20'000, 0).contains(u"0 MB"_s));
    QTemporaryDir dir;
    const auto free = seed::freeBytesAt(dir.path() + u"/not/yet/there"_s);
    QVERIFY(free && *free > 0);
    if (*free >= rules::sampleRoom(20'000'000))
        QSKIP("this disk has room for the largest sample");
    QProcess process;
    process.start(program, {u"seed"_s, u"--data"_s, dir.path() + u"/data"_s, u"--events"_s, u"20000000"_s});
    QVERIFY(process.waitForFinished(30000));
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().contains("MB are free"));
    QVERIFY(process.readAllStandardOutput().isEmpty());
    QVERIFY(QDir(dir.path()).isEmpty());
}

QTEST_GUILESS_MAIN(TestSeed)
#include "tst_seed.moc"
