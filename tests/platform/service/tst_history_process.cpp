// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/http/raw_client.h"
#include "tests/platform/store/history/history_fixture.h"

#include "platform/data_dir/data_directory.h"
#include "platform/local/local_client.h"
#include "platform/store/history/anchor_file.h"
#include "tests/support/platform_process.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <csignal>
#include <thread>

using namespace Qt::StringLiterals;
using namespace pc::platform;
using namespace pc::platform::test;
using pc::test::PlatformProcess;
using pc::test::RawClient;
using pc::test::RawResponse;

namespace {

RawResponse ask(const PlatformProcess &platform, const QByteArray &head, const QByteArray &body = {})
{
    pc::test::TlsClientOptions options;
    options.caFile = platform.caFile();
    const auto client = RawClient::tls(platform.port(), options);
    if (!client || !client->send(head + "\r\nHost: localhost\r\nContent-Length: " +
                                 QByteArray::number(body.size()) + "\r\n\r\n" + body))
        return {};
    return client->response().value_or(RawResponse());
}

struct Ran
{
    int code = -1;
    QByteArray out;
    QByteArray error;
};

Ran run(const QStringList &arguments)
{
    Ran ran;
    ran.code = PlatformProcess::run(arguments, &ran.out, &ran.error);
    return ran;
}

Ran verify(const QString &data)
{
    return run({u"verify"_s, u"--data"_s, data});
}

/// Events over the socket, one after the other.
int addOperators(const QString &data, const QString &prefix, int count)
{
    int done = 0;
    for (int i = 0; i < count; ++i) {
        const QJsonObject body{{u"account"_s, QString(prefix + QString::number(i))},
                               {u"roles"_s, QJsonArray{u"viewer"_s}}};
        const auto reply =
            askLocally(localSocketPath(data), "POST", "/local/v1/operators", QJsonDocument(body).toJson());
        if (!reply || reply->status != 204)
            break;
        ++done;
    }
    return done;
}

void endNow(PlatformProcess &platform)
{
    platform.closeStdin();
    QCOMPARE(platform.exitCodeWithin(20'000), 0);
}

} // namespace

class TestHistoryProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOlderDatabaseIsRefusedUntilSomebodyAcceptsIt();
    void verifyFindsWhatWasPutBack();
    void verifySaysWhatNoSignatureCovers();
    void killsAreNeverTakenForTampering();
    void aNewSampleBeginsANewAnchor();
};

void TestHistoryProcess::anOlderDatabaseIsRefusedUntilSomebodyAcceptsIt()
{
    const QTemporaryDir dir;
    const QString data = dir.filePath(u"d"_s);
    {
        const auto first = PlatformProcess::start({}, data);
        QVERIFY(first);
        QCOMPARE(addOperators(data, u"a"_s, 3), 3);
        endNow(*first);
    }
    const DatabaseCopy copy(data);
    {
        const auto second = PlatformProcess::start({}, data);
        QVERIFY(second);
        QCOMPARE(addOperators(data, u"b"_s, 2), 2);
        endNow(*second);
    }
    QCOMPARE(verify(data).code, 0);
    copy.putBack();
    const Ran verified = verify(data);
    QCOMPARE(verified.code, 1);
    QVERIFY2(verified.out.contains("events were anchored"), verified.out.constData());
    QCOMPARE(run({u"history"_s, u"show"_s, u"--data"_s, data}).code, 1);

    QString error;
    const auto third = PlatformProcess::start({}, data, &error);
    QVERIFY2(third, qPrintable(error)); // it runs, so that people can look
    const RawResponse ready = ask(*third, "GET /health/ready HTTP/1.1");
    QCOMPARE(ready.status, 503);
    QVERIFY2(ready.body.contains("\"history\""), ready.body.constData());
    QTRY_VERIFY(third->standardError().contains("history_not_accepted"));
    const RawResponse demo = ask(*third, "GET /api/v1/orders HTTP/1.1\r\nX-Api-Key: whatever");
    QCOMPARE(demo.status, 403);
    QVERIFY(demo.body.contains("history_not_accepted"));
    const RawResponse token =
        ask(*third, "POST /oauth2/token HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded",
            "grant_type=client_credentials&client_id=a&client_secret=b");
    QCOMPARE(token.status, 403);
    QVERIFY(token.body.contains("history_not_accepted"));
    const QByteArray signedIn = "Authorization: Bearer " + third->token();
    QCOMPARE(ask(*third, "GET /admin/v1/partners HTTP/1.1\r\n" + signedIn).status, 200);
    QCOMPARE(
        ask(*third, "POST /admin/v1/audit/checkpoint HTTP/1.1\r\nIdempotency-Key: k1\r\n" + signedIn).status,
        403);

    const Ran shown = run({u"history"_s, u"show"_s, u"--data"_s, data});
    QCOMPARE(shown.code, 1);
    QVERIFY2(shown.out.contains("not accepted"), shown.out.constData());
    QCOMPARE(run({u"history"_s, u"accept"_s, u"--data"_s, data}).code, 2); // a reason is needed
    const Ran accepted =
        run({u"history"_s, u"accept"_s, u"--reason"_s, u"Restored after a lost disk"_s, u"--data"_s, data});
    QVERIFY2(accepted.code == 0, accepted.error.constData());
    QCOMPARE(ask(*third, "GET /health/ready HTTP/1.1").status, 200);
    QCOMPARE(ask(*third, "GET /api/v1/orders HTTP/1.1\r\nX-Api-Key: whatever").status, 401);
    QCOMPARE(run({u"history"_s, u"show"_s, u"--data"_s, data}).code, 0);
    endNow(*third);
    const Ran after = verify(data);
    QVERIFY2(after.code == 0, after.out.constData());

    // The same without a service.
    copy.putBack();
    QCOMPARE(run({u"history"_s, u"accept"_s, u"--reason"_s, u"Once more"_s, u"--data"_s, data}).code, 0);
    const auto fourth = PlatformProcess::start({}, data);
    QVERIFY(fourth);
    QCOMPARE(ask(*fourth, "GET /health/ready HTTP/1.1").status, 200);
}

void TestHistoryProcess::verifyFindsWhatWasPutBack()
{
    const QTemporaryDir dir;
    const QString data = dir.filePath(u"d"_s);
    {
        const auto platform = PlatformProcess::start({}, data);
        QVERIFY(platform);
        QCOMPARE(addOperators(data, u"a"_s, 8), 8);
        endNow(*platform);
    }
    const DatabaseCopy whole(data);
    const QByteArray anchor = anchorBytes(data);
    const Ran good = verify(data);
    QVERIFY2(good.code == 0, good.out.constData());
    QVERIFY2(good.out.contains("\n0 events since the last signature."), good.out.constData());
    const auto refused = [&](const char *says) {
        const Ran ran = verify(data);
        const bool found =
            ran.code == 1 && ran.out.contains(says) && ran.out.contains("since the last signature");
        whole.putBack();
        writeAnchor(data, anchor);
        return found ? QByteArray() : QByteArray(says) + " / " + ran.out + ran.error;
    };
    forgeLog(data, 5);
    QCOMPARE(refused("is not the one that was anchored"), QByteArray());
    tamper(data, [](Tx &tx) { tx.exec(u"DELETE FROM checkpoints"_s); });
    QCOMPARE(verify(data).code, 0); // the anchor vouches for it as well
    whole.putBack();
    QVERIFY(QFile::remove(AnchorFile::pathIn(data)));
    QCOMPARE(refused("anchor file is missing"), QByteArray());
    writeAnchor(data, anchor.first(anchor.indexOf('\n') + 1));
    QCOMPARE(refused("anchor file was cut"), QByteArray());
    QByteArray changed = anchor;
    changed[10] = changed.at(10) == '1' ? '2' : '1';
    writeAnchor(data, changed);
    QCOMPARE(refused("anchor file"), QByteArray());
    // Neither a memory nor a signature: refused, also as what an older release left.
    tamper(data, [](Tx &tx) {
        tx.exec(u"DELETE FROM checkpoints"_s);
        tx.exec(u"DELETE FROM meta WHERE name = 'history_anchor'"_s);
    });
    QVERIFY(QFile::remove(AnchorFile::pathIn(data)));
    QCOMPARE(refused("anchor file is missing"), QByteArray());
    tamper(data, [](Tx &tx) {
        tx.exec(u"DELETE FROM checkpoints"_s);
        tx.exec(u"DELETE FROM meta WHERE name = 'history_anchor'"_s);
        tx.exec(u"DELETE FROM schema_migrations WHERE name = 'history anchor'"_s);
    });
    QVERIFY(QFile::remove(AnchorFile::pathIn(data)));
    QCOMPARE(verify(data).code, 1);
    forgetAnchor(data); // which takes the key itself
    QCOMPARE(refused("no signature covers any"), QByteArray());
    QCOMPARE(verify(data).code, 0);
}

void TestHistoryProcess::verifySaysWhatNoSignatureCovers()
{
    // A line of the anchor that did not get to the disk leaves one event without a signature.
    const QTemporaryDir dir;
    const QString data = dir.filePath(u"d"_s);
    {
        const auto platform = PlatformProcess::start({}, data);
        QVERIFY(platform);
        QCOMPARE(addOperators(data, u"a"_s, 5), 5);
        platform->sendSignal(SIGKILL);
        (void)platform->exitCodeWithin(20'000);
    }
    QByteArray anchor = anchorBytes(data);
    anchor.truncate(anchor.lastIndexOf('\n', anchor.size() - 2) + 1);
    writeAnchor(data, anchor);
    const Ran ran = verify(data);
    QVERIFY2(ran.code == 0, ran.out.constData());
    QVERIFY2(ran.out.contains("\n1 event since the last signature."), ran.out.constData());
}

void TestHistoryProcess::killsAreNeverTakenForTampering()
{
    constexpr int kills = 30;
    const QTemporaryDir dir;
    const QString data = dir.filePath(u"d"_s);
    int written = 0;
    for (int round = 0; round < kills; ++round) {
        QString error;
        const auto platform = PlatformProcess::start({}, data, &error);
        QVERIFY2(platform, qPrintable(error));
        const RawResponse ready = ask(*platform, "GET /health/ready HTTP/1.1");
        QVERIFY2(ready.status == 200, QByteArray(QByteArray::number(round) + ' ' + ready.body).constData());
        int here = 0;
        std::thread writer([&] { here = addOperators(data, u"r%1-"_s.arg(round), 100'000); });
        QTest::qWait(20 + round * 11);
        platform->sendSignal(SIGKILL);
        (void)platform->exitCodeWithin(20'000);
        writer.join();
        written += here;
    }
    QVERIFY(written > kills);
    const Ran ran = verify(data);
    QVERIFY2(ran.code == 0, QByteArray(ran.out + ran.error).constData());
    qInfo("%d kills under %d acknowledged writes: 0 refused", kills, written);
}

void TestHistoryProcess::aNewSampleBeginsANewAnchor()
{
    const QTemporaryDir dir;
    const QString data = dir.filePath(u"d"_s);
    QCOMPARE(run({u"seed"_s, u"--data"_s, data, u"--events"_s, u"200"_s}).code, 0);
    const QByteArray first = anchorBytes(data);
    QVERIFY(first.contains(" seed - "));
    {
        const auto platform = PlatformProcess::start({}, data);
        QVERIFY(platform);
        QCOMPARE(ask(*platform, "GET /health/ready HTTP/1.1").status, 200);
        QCOMPARE(addOperators(data, u"a"_s, 2), 2);
        endNow(*platform);
    }
    QCOMPARE(run({u"seed"_s, u"--data"_s, data, u"--events"_s, u"200"_s, u"--replace"_s}).code, 0);
    QCOMPARE(anchorBytes(data).count('\n'), 1);
    QCOMPARE(verify(data).code, 0);
    const auto platform = PlatformProcess::start({}, data);
    QVERIFY(platform);
    QCOMPARE(ask(*platform, "GET /health/ready HTTP/1.1").status, 200);
}

QTEST_GUILESS_MAIN(TestHistoryProcess)
#include "tst_history_process.moc"
