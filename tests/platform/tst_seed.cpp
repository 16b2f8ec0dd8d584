// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/administration.h"
#include "platform/admin/audit_signer.h"
#include "platform/admin/credential_life_cycle.h"
#include "platform/serve/data_directory.h"
#include "platform/store/audit_log.h"
#include "platform/store/partner_rows.h"
#include "platform/store/sql_connection.h"
#include "platform/store/usage_rows.h"
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

int seed(const QString &data, const QStringList &more, QByteArray *out = nullptr)
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
    const SqlConnection connection(databaseFile(data), false, 0, true);
    Tx tx(connection.database());
    QByteArray all;
    for (const QString &sql :
         {u"SELECT id || doc || version FROM partners ORDER BY id"_s,
          u"SELECT doc FROM grants ORDER BY partner_id"_s,
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
};

void TestSeed::sameAnchorSameData()
{
    QTemporaryDir dir;
    QCOMPARE(seed(dir.path() + u"/a"_s, {}), 0);
    QCOMPARE(seed(dir.path() + u"/b"_s, {}), 0);
    const QByteArray a = contents(dir.path() + u"/a"_s);
    QVERIFY(a.size() > 100000);
    QVERIFY(a == contents(dir.path() + u"/b"_s));
}

void TestSeed::hasEverythingThePagesNeed()
{
    QTemporaryDir dir;
    const QString data = dir.path() + u"/data"_s;
    QCOMPARE(seed(data, {u"--events"_s, u"3000"_s}), 0);
    const SqlConnection connection(databaseFile(data), false, 0, true);
    Tx tx(connection.database());
    const QDateTime now = QDateTime::fromString(anchorText, Qt::ISODate);
    PartnerQuery query;
    query.limit = 100;
    const auto page = partner_rows::list(tx, query, now);
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
    const LogVerdict verdict =
        verifyLog(tx, signer->origin(), signer->verifyKey(),
                  AnchorFile::read(AnchorFile::pathIn(data), signer->origin(), signer->verifyKey()));
    QVERIFY2(verdict.ok, qPrintable(verdict.why));
    QCOMPARE(verdict.checkpoints, 1);
    UsageQuery usage;
    usage.partnerId = page->items.constFirst().id;
    usage.from = now.addDays(-90);
    usage.to = now;
    usage.bucket = Bucket::Day;
    const UsageSeries series = usage_rows::series(tx, usage);
    QVERIFY(!series.lines.isEmpty());
    QVERIFY(series.lines.constFirst().values.count(0) < 10);
}

void TestSeed::progressIsNdjson()
{
    QTemporaryDir dir;
    QByteArray out;
    QCOMPARE(seed(dir.path() + u"/data"_s, {u"--events"_s, u"100"_s}, &out), 0);
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
    QCOMPARE(seed(dir.path(), {}), 1);
    QVERIFY(file.exists());
    QCOMPARE(seed(dir.path() + u"/x"_s, {u"--events"_s, u"many"_s}), 2);
}

void TestSeed::replacesAStoppedPlatformOnly()
{
    QTemporaryDir dir;
    const QString data = dir.path() + u"/data"_s;
    const auto mark = [&data](const QString &name) {
        QFile file(data + u'/' + name);
        return file.open(QIODevice::WriteOnly);
    };
    QCOMPARE(seed(data, {u"--replace"_s}), 0); // nothing there yet: as without
    QVERIFY(mark(u"old"_s));
    QCOMPARE(seed(data, {}), 1);
    {
        const auto held = DataDirectory::open(data); // a service runs on it
        QVERIFY(held);
        QCOMPARE(seed(data, {u"--replace"_s}), 1);
        QVERIFY(QFile::exists(data + u"/old"_s));
    }
    QCOMPARE(seed(data, {u"--replace"_s, u"--events"_s, u"many"_s}), 2);
    QVERIFY(QFile::exists(data + u"/old"_s));
    const QByteArray before = contents(data);
    QCOMPARE(seed(data, {u"--replace"_s, u"--events"_s, u"2100"_s}), 0);
    QVERIFY(!QFile::exists(data + u"/old"_s));
    QVERIFY(contents(data) != before);
    QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden),
             QStringList{u"data"_s}); // nothing is left beside it

    QVERIFY(QFile::remove(databaseFile(data))); // no platform any more, somebody's files
    QCOMPARE(seed(data, {u"--replace"_s}), 1);
}

QTEST_GUILESS_MAIN(TestSeed)
#include "tst_seed.moc"
