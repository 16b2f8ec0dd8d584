// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/data_dir/data_directory.h"
#include "platform/local/local_client.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/factory/open_store.h"
#include "tests/contract/crypto/made_credential.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace pc::platform;

namespace {

const QString program = QStringLiteral(PC_BINARY_DIR) + u"/bin/partner-platform"_s;

struct Ran
{
    int code = -1;
    QString out;
    QString error;
};

Ran run(const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60000))
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

/// A service on a directory; ready when the constructor is done.
class Service
{
public:
    explicit Service(const QString &data)
    {
        QElapsedTimer timer;
        timer.start();
        m_process.start(program, {u"serve"_s, u"--data"_s, data, u"--log"_s, u"none"_s});
        if (!m_process.waitForStarted() || !m_process.waitForReadyRead(20000))
            qFatal("the service did not start: %s", m_process.readAllStandardError().constData());
        startMs = timer.elapsed();
        ready = QJsonDocument::fromJson(m_process.readLine()).object();
    }
    ~Service() { end(); }
    void end()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.terminate();
        m_process.waitForFinished(20000);
    }
    void kill()
    {
        m_process.kill(); // SIGKILL
        m_process.waitForFinished(20000);
    }

    qint64 startMs = 0;
    QJsonObject ready;

private:
    QProcess m_process;
};

} // namespace

class TestOperatorProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void worksStoppedAndRunning();
    void aQuestionMakesNoPlatform_data();
    void aQuestionMakesNoPlatform();
    void gatewaysAreRecorded();
    void everyNameIsReached();
    void socketIsOnlyOurs();
    void killsLoseNothingAcknowledged();
};

void TestOperatorProcess::worksStoppedAndRunning()
{
    QTemporaryDir dir;
    const QString data = dir.path() + u"/data"_s;
    QCOMPARE(run({u"operator"_s, u"list"_s, u"--data"_s, data}).code, 1);
    QVERIFY(QDir().mkdir(data));
    QFile::setPermissions(data, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const auto both = [&](const QString &suffix) {
        const QString name = u"ops-"_s + suffix;
        QCOMPARE(run({u"operator"_s, u"add"_s, name, u"--role"_s, u"partner_ops"_s, u"--role"_s, u"support"_s,
                      u"--data"_s, data})
                     .code,
                 0);
        const Ran list = run({u"operator"_s, u"list"_s, u"--data"_s, data});
        const QString line = name + u"\tpartner_ops,support\t"_s + name;
        QVERIFY(list.out.contains(line + u'\n'));
        const Ran token = run({u"operator"_s, u"token"_s, name, u"--data"_s, data});
        QCOMPARE(token.code, 0);
        QVERIFY(token.out.startsWith(u"pco_"_s));
        QCOMPARE(token.out.trimmed().size(), 47);
        QCOMPARE(run({u"operator"_s, u"disable"_s, name, u"--data"_s, data}).code, 0);
        QVERIFY(run({u"operator"_s, u"list"_s, u"--data"_s, data}).out.contains(line + u"\t(disabled)\n"_s));
        const Ran refused = run({u"operator"_s, u"token"_s, name, u"--data"_s, data});
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.error.contains(u"disabled"_s), qPrintable(refused.error));
        QCOMPARE(run({u"operator"_s, u"token"_s, u"nobody"_s, u"--data"_s, data}).code, 1);
        QCOMPARE(
            run({u"operator"_s, u"add"_s, u"Bad Name"_s, u"--role"_s, u"admin"_s, u"--data"_s, data}).code,
            1);
        QCOMPARE(run({u"operator"_s, u"add"_s, u"x"_s, u"--role"_s, u"king"_s, u"--data"_s, data}).code, 1);
        QCOMPARE(run({u"operator"_s, u"add"_s, u"x"_s, u"--data"_s, data}).code, 1);
        for (const QString &taken : {u"platform"_s, u"command"_s, u"uid-0"_s}) // names of others in the log
            QCOMPARE(run({u"operator"_s, u"add"_s, taken, u"--role"_s, u"admin"_s, u"--data"_s, data}).code,
                     1);
    };
    both(u"stopped"_s);
    {
        Service service(data);
        QVERIFY(!service.ready.contains(u"token"_s)); // nobody holds its standard input
        both(u"running"_s);
        const auto attached = askLocally(localSocketPath(data), "POST", "/local/v1/attach");
        QVERIFY(attached);
        const QJsonObject json = QJsonDocument::fromJson(attached->body).object();
        QCOMPARE(json.value(u"url"_s), service.ready.value(u"url"_s));
        QVERIFY(json.value(u"token"_s).toString().startsWith(u"pco_"_s));
    }
    QCOMPARE(run({u"operator"_s}).code, 2);
    const Ran verified = run({u"verify"_s, u"--data"_s, data});
    QVERIFY2(verified.code == 0, qPrintable(verified.out + verified.error));
}

/// A command that asks about a platform, or changes what must be there, leaves an empty directory empty.
void TestOperatorProcess::aQuestionMakesNoPlatform_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::newRow("history show") << QStringList{u"history"_s, u"show"_s};
    QTest::newRow("history accept") << QStringList{u"history"_s, u"accept"_s, u"--reason"_s, u"Test"_s};
    QTest::newRow("operator list") << QStringList{u"operator"_s, u"list"_s};
    QTest::newRow("operator disable") << QStringList{u"operator"_s, u"disable"_s, u"ops-1"_s};
    QTest::newRow("operator token") << QStringList{u"operator"_s, u"token"_s, u"ops-1"_s};
    QTest::newRow("gateway list") << QStringList{u"gateway"_s, u"list"_s};
    QTest::newRow("gateway remove") << QStringList{u"gateway"_s, u"remove"_s, u"edge"_s};
    QTest::newRow("verify") << QStringList{u"verify"_s};
}

void TestOperatorProcess::aQuestionMakesNoPlatform()
{
    QFETCH(QStringList, command);
    const QTemporaryDir dir;
    const Ran ran = run(command + QStringList{u"--data"_s, dir.path()});
    QVERIFY(ran.code > 0);
    QVERIFY2(ran.out.isEmpty(), qPrintable(ran.out));
    QVERIFY2(ran.error.contains(u"holds no platform"_s), qPrintable(ran.error));
    QVERIFY(QDir(dir.path()).isEmpty());
}

void TestOperatorProcess::gatewaysAreRecorded()
{
    QTemporaryDir dir;
    const QString data = dir.path() + u"/data"_s;
    {
        const Service service(data); // makes the certificate authority
        const Ran running = run({u"gateway"_s, u"add"_s, u"edge-1"_s, u"--realm"_s, u"sbx"_s, u"--data"_s,
                                 data, u"--out"_s, dir.filePath(u"edge-1"_s)});
        QVERIFY2(running.code == 0, qPrintable(running.error));
        const auto other = askLocally(localSocketPath(data), "POST", "/local/v1/acts",
                                      R"({"action":"credential.issue","target_id":"x","changes":[]})");
        QVERIFY(other);
        QCOMPARE(other->status, 422);
    }
    pc::SystemRandom random;
    const Ran leaking =
        run({u"gateway"_s, u"add"_s, u"edge-2"_s, u"--data"_s, data, u"--out"_s, dir.filePath(u"edge-2"_s),
             u"--probe-url"_s,
             u"https://edge.example/"_s +
                 pc::test::make(random, pc::CredentialTextType::ApiKey, pc::Realm::Sandbox, "pcx").text});
    QCOMPARE(leaking.code, 2);
    QVERIFY2(leaking.error.contains(u"looks like a credential"_s), qPrintable(leaking.error));
    const Ran stopped =
        run({u"gateway"_s, u"add"_s, u"edge-2"_s, u"--data"_s, data, u"--out"_s, dir.filePath(u"edge-2"_s)});
    QVERIFY2(stopped.code == 0, qPrintable(stopped.error));
    QCOMPARE(run({u"gateway"_s, u"remove"_s, u"edge-1"_s, u"--data"_s, data}).code, 0);
    QCOMPARE(run({u"gateway"_s, u"remove"_s, u"edge-1"_s, u"--data"_s, data}).code, 1); // not there: no event

    StoreOptions options;
    options.node = u"nod_test"_s;
    options.file = databaseFile(data);
    options.readers = 0;
    const auto store = openStore(options);
    QVERIFY(store);
    const auto acts = (*store)->writeNow<QStringList>([](Tx &tx) {
        QStringList found;
        const auto page = audit_log::list(tx, pc::AuditQuery{});
        for (const pc::AuditRecord &record : page ? page->items : QList<pc::AuditRecord>()) {
            const pc::AuditEvent &event = record.event;
            if (event.targetKind == u"gateway"_s)
                found.prepend(event.action + u' ' + event.targetId + u' ' + event.changes.value(0).after);
        }
        return found;
    });
    QVERIFY(acts);
    QCOMPARE(*acts, (QStringList{u"gateway.add edge-1 sbx"_s, u"gateway.add edge-2 both"_s,
                                 u"gateway.remove edge-1 "_s}));
    const Ran verified = run({u"verify"_s, u"--data"_s, data});
    QVERIFY2(verified.code == 0, qPrintable(verified.out + verified.error));
}

/// Whatever name an account may have, the socket of a running service knows it.
void TestOperatorProcess::everyNameIsReached()
{
    const QTemporaryDir dir;
    const QString data = dir.filePath(u"d"_s);
    const Service service(data);
    for (const QString &name : {u"a."_s, u"a.."_s, u"a.b."_s, u"a-"_s, u"a_"_s, u"0"_s, u"disable"_s,
                                u"token"_s, u"a.-_."_s, QString(40, u'z')}) {
        const auto operate = [&](const QString &act) {
            return run({u"operator"_s, act, name, u"--data"_s, data});
        };
        QCOMPARE(run({u"operator"_s, u"add"_s, name, u"--role"_s, u"viewer"_s, u"--data"_s, data}).code, 0);
        const Ran token = operate(u"token"_s);
        QVERIFY2(token.code == 0 && token.out.startsWith(u"pco_"_s), qPrintable(name));
        QVERIFY2(operate(u"disable"_s).code == 0, qPrintable(name));
        QVERIFY2(operate(u"token"_s).code == 1, qPrintable(name));
    }
}

void TestOperatorProcess::socketIsOnlyOurs()
{
    QTemporaryDir dir;
    const QString data = dir.path() + u"/data"_s;
    Service service(data);
    const QFileDevice::Permissions others =
        QFile::permissions(localSocketPath(data)) &
        (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther);
    QCOMPARE(others, QFileDevice::Permissions());
}

void TestOperatorProcess::killsLoseNothingAcknowledged()
{
    QTemporaryDir dir;
    const QString data = dir.path() + u"/data"_s;
    QStringList acknowledged;
    for (int round = 0; round < 6; ++round) {
        Service service(data);
        QVERIFY2(service.startMs <= 5000, qPrintable(QString::number(service.startMs)));
        const auto list = askLocally(localSocketPath(data), "GET", "/local/v1/operators");
        QVERIFY(list);
        QStringList stored;
        const QJsonArray items = QJsonDocument::fromJson(list->body).object().value(u"items"_s).toArray();
        for (const QJsonValue &item : items)
            stored.append(item.toObject().value(u"account"_s).toString());
        for (const QString &account : std::as_const(acknowledged))
            QVERIFY2(stored.contains(account), qPrintable(account));
        // One thread writes until the process is gone from under it.
        std::atomic<bool> stop{false};
        QStringList here;
        std::thread writer([&] {
            for (int i = 0; !stop; ++i) {
                const QString account = u"op-%1-%2"_s.arg(round).arg(i);
                const QJsonObject body{{u"account"_s, account}, {u"roles"_s, QJsonArray{u"viewer"_s}}};
                const auto reply = askLocally(localSocketPath(data), "POST", "/local/v1/operators",
                                              QJsonDocument(body).toJson(QJsonDocument::Compact));
                if (!reply || reply->status != 204)
                    return;
                here.append(account);
            }
        });
        QTest::qWait(150 + round * 70);
        service.kill();
        stop = true;
        writer.join();
        QVERIFY(!here.isEmpty());
        acknowledged += here;
    }
    const Ran verified = run({u"verify"_s, u"--data"_s, data});
    QVERIFY2(verified.code == 0, qPrintable(verified.out + verified.error));
}

QTEST_GUILESS_MAIN(TestOperatorProcess)
#include "tst_operator_process.moc"
