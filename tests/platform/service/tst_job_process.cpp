// SPDX-License-Identifier: GPL-3.0-or-later
// The real service, killed in the middle of its work.
#include "tests/platform/http/raw_client.h"

#include "contract/codec/base64url.h"
#include "platform/data_dir/data_directory.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/factory/open_store.h"
#include "tests/support/platform_process.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace pc::platform;
using pc::test::PlatformProcess;
using pc::test::RawClient;
using pc::test::RawResponse;

namespace {

constexpr int manyEvents = 40'000;

struct Answer
{
    int status = 0;
    QJsonObject json;
};

Answer ask(const PlatformProcess &platform, const QByteArray &what, const QByteArray &body = {})
{
    pc::test::TlsClientOptions options;
    options.caFile = platform.caFile();
    const auto client = RawClient::tls(platform.port(), options);
    static int keys = 0;
    const QByteArray head =
        what + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + platform.token() +
        "\r\nIdempotency-Key: k" + QByteArray::number(++keys) +
        (body.isEmpty() ? QByteArray() : QByteArray("\r\nContent-Type: application/json")) +
        "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n";
    if (!client || !client->send(head + body))
        return {};
    const auto response = client->response();
    return response ? Answer{response->status, QJsonDocument::fromJson(response->body).object()} : Answer{};
}

QByteArray start(const PlatformProcess &platform)
{
    return ask(platform, "POST /admin/v1/jobs", R"({"kind":"audit.verify"})")
        .json.value(u"id"_s)
        .toString()
        .toLatin1();
}

QJsonObject job(const PlatformProcess &platform, const QByteArray &id)
{
    return ask(platform, "GET /admin/v1/jobs/" + id).json;
}

qint64 doneOf(const QJsonObject &job)
{
    return job.value(u"done"_s).toInteger();
}

/// As it stands once it satisfies this; empty after a minute.
template <typename Wanted>
QJsonObject waitFor(const PlatformProcess &platform, const QByteArray &id, const Wanted &wanted)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 60'000) {
        const QJsonObject now = job(platform, id);
        if (wanted(now))
            return now;
        QTest::qSleep(2);
    }
    return {};
}

bool hasEnded(const QJsonObject &job)
{
    return job.contains(u"ended_at"_s);
}

} // namespace

class TestJobProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_data = m_dir.filePath(u"d"_s);
        QByteArray error;
        QVERIFY2(
            PlatformProcess::run({u"seed"_s, u"--data"_s, m_data, u"--events"_s, QString::number(manyEvents)},
                                 nullptr, &error) == 0,
            error.constData());
    }

    /// A job whose process is killed again and again goes on by itself, never from the beginning, and ends as
    /// one that goes on undisturbed.
    void killsCostOneStep()
    {
        const QString copied = m_dir.filePath(u"copy"_s);
        QByteArray id;
        qint64 before = 0;
        for (int kills = 0; kills < 3; ++kills) {
            QString error;
            const auto platform = PlatformProcess::start({}, m_data, &error);
            QVERIFY2(platform, qPrintable(error));
            if (id.isEmpty())
                id = start(*platform);
            const QJsonObject seen =
                waitFor(*platform, id, [before](const QJsonObject &now) { return doneOf(now) > before; });
            QVERIFY2(!seen.isEmpty(), "no progress");
            QVERIFY2(!hasEnded(seen), "too quick to be killed in the middle: more events");
            before = doneOf(seen);
            platform->sendSignal(SIGKILL);
            QCOMPARE(platform->exitCodeWithin(10'000), -1);
            if (kills == 0)
                QCOMPARE(QProcess::execute(u"cp"_s, {u"-a"_s, m_data, copied}), 0);
        }
        const QJsonObject killed = resultOf(m_data, id, before);
        const QJsonObject undisturbed = resultOf(copied, id, 1);
        QCOMPARE(killed, undisturbed);
        QCOMPARE(killed.value(u"finding"_s).toString(), u"nothing"_s);
        const qint64 size = killed.value(u"size"_s).toInteger();
        QVERIFY(size >= manyEvents);
        QCOMPARE(killed.value(u"events"_s).toInteger(), size);
        QVERIFY(killed.value(u"checkpoints"_s).toInteger() > 0 &&
                killed.value(u"anchored"_s).toInteger() > 0);
        QCOMPARE(killed.value(u"root"_s).toString().toLatin1(), pc::toBase64Url(rootOf(m_data, size)));
    }

    /// A cancel is in force within a step; stopping the service in order is no cancel.
    void cancelAndResumeOverARestart()
    {
        QByteArray id;
        {
            const auto platform = PlatformProcess::start({}, m_data);
            QVERIFY(platform);
            id = start(*platform);
            QVERIFY(
                !waitFor(*platform, id, [](const QJsonObject &now) { return doneOf(now) > 0; }).isEmpty());
            QCOMPARE(ask(*platform, "POST /admin/v1/jobs/" + id + "/cancel").status, 202);
            QElapsedTimer timer;
            timer.start();
            const QJsonObject ended = waitFor(*platform, id, hasEnded);
            QCOMPARE(ended.value(u"state"_s).toString(), u"cancelled"_s);
            QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
            platform->closeStdin();
            QCOMPARE(platform->exitCodeWithin(20'000), 0);
        }
        qint64 done = 0;
        {
            const auto platform = PlatformProcess::start({}, m_data);
            QVERIFY(platform);
            done = doneOf(job(*platform, id));
            QTest::qSleep(100);
            QCOMPARE(job(*platform, id).value(u"state"_s).toString(),
                     u"cancelled"_s); // it does not go on by itself
            QCOMPARE(ask(*platform, "POST /admin/v1/jobs/" + id + "/resume").status, 202);
            platform->closeStdin();
            QCOMPARE(platform->exitCodeWithin(20'000), 0);
        }
        QCOMPARE(resultOf(m_data, id, done).value(u"finding"_s).toString(), u"nothing"_s);
    }

private:
    /// What a service that is left alone makes of it; it does not begin before `least`.
    static QJsonObject resultOf(const QString &data, const QByteArray &id, qint64 least)
    {
        const auto platform = PlatformProcess::start({}, data);
        if (!platform || doneOf(job(*platform, id)) < least)
            return {};
        const QJsonObject ended = waitFor(*platform, id, hasEnded);
        platform->closeStdin();
        if (platform->exitCodeWithin(20'000) != 0 || ended.value(u"state"_s) != u"done"_s)
            return {};
        return ended.value(u"result"_s).toObject().value(u"history"_s).toObject();
    }

    /// Of the first events, made of nothing but their bytes.
    static QByteArray rootOf(const QString &data, qint64 size)
    {
        const auto session = openSession(databaseFile(data));
        Tx &tx = session->tx();
        pc::merkle::Frontier frontier;
        const QList<QByteArray> events = audit_log::canonicalRange(tx, 0, static_cast<int>(size));
        for (const QByteArray &event : events)
            frontier.append(pc::merkle::leafHash(event));
        return frontier.root();
    }

    QTemporaryDir m_dir;
    QString m_data;
};

QTEST_GUILESS_MAIN(TestJobProcess)
#include "tst_job_process.moc"
