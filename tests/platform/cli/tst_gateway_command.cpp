// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/command_line.h"
#include "platform/data_dir/tls_files.h"
#include "platform/gateway/gateway_registry.h"
#include "platform/local/stopped_store.h"
#include "platform/service/administration.h"
#include "platform/store/audit/audit_log.h"
#include "tests/platform/cli/redirected.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

using namespace pc;
using namespace pc::platform;
using pc::test::Redirected;
using namespace Qt::StringLiterals;

namespace {

struct Ran
{
    int code = -1;
    QString out;
    QString error;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestGatewayCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// One platform is made; each test has a copy of its own.
    void initTestCase()
    {
        const auto platform = StoppedStore::open(m_made.filePath(u"data"_s), StoppedStore::WhenEmpty::Create);
        QVERIFY(platform);
        QVERIFY(ensureTlsFiles(platform->data, {u"localhost"_s}, {u"127.0.0.1"_s},
                               QDateTime::currentDateTimeUtc()));
    }
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_data = m_dir->filePath(u"data"_s);
        QCOMPARE(QProcess::execute(u"cp"_s, {u"-a"_s, m_made.filePath(u"data"_s), m_data}), 0);
    }

    void usageIsTold_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("why");
        QTest::newRow("nothing") << QStringList{}
                                 << u"a command is missing: add, check, list, remove; see %1"_s;
        QTest::newRow("another verb")
            << QStringList{u"frob"_s} << u"there is no command \"frob\" (add, check, list, remove); see %1"_s;
        QTest::newRow("add without a name") << QStringList{u"add"_s} << u"add needs NAME; see %1 add"_s;
        QTest::newRow("add with two names")
            << QStringList{u"add"_s, u"a"_s, u"b"_s} << u"unexpected: \"b\"; see %1 add"_s;
        QTest::newRow("remove without a name")
            << QStringList{u"remove"_s} << u"remove needs NAME; see %1 remove"_s;
        QTest::newRow("list with a name")
            << QStringList{u"list"_s, u"a"_s} << u"unexpected: \"a\"; see %1 list"_s;
    }
    /// In one line, which also says where more is told.
    void usageIsTold()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, why);
        for (const QStringList &words :
             {arguments + QStringList{u"--data"_s, m_data}, QStringList{u"--data"_s, m_data} + arguments}) {
            const Ran ran = run(words);
            QCOMPARE(ran.code, int(ExitCode::Usage));
            QCOMPARE(ran.error, QString(u"partner-platform gateway: "_s +
                                        why.arg(u"partner-platform gateway"_s) + u" --help\n"_s));
            QVERIFY(ran.out.isEmpty());
        }
    }

    void helpIsNoError()
    {
        const Ran ran = run({u"--help"_s});
        QCOMPARE(ran.code, int(ExitCode::Done));
        QVERIFY(ran.out.contains(u"Usage: partner-platform gateway add NAME"_s));
        QVERIFY(ran.error.isEmpty());
        const Ran unknown = run({u"list"_s, u"--frob"_s});
        QCOMPARE(unknown.code, int(ExitCode::Usage));
        QVERIFY(unknown.error.contains(u"frob"_s));
    }

    void whereThePlatformIsMustBeTold()
    {
        for (const QStringList &verb : {QStringList{u"list"_s},
                                        {u"remove"_s, u"a"_s},
                                        {u"check"_s, u"a"_s},
                                        {u"add"_s, u"a"_s, u"--out"_s, out()}}) {
            const Ran none = run(verb);
            QCOMPARE(none.code, int(ExitCode::Usage));
            QVERIFY(none.error.contains(verb.front() + u" needs --data"_s));
            const Ran missing = run(verb + QStringList{u"--data"_s, m_dir->filePath(u"none"_s)});
            QCOMPARE(missing.code, int(ExitCode::Failed));
            QVERIFY(missing.error.contains(u"none does not exist"_s));
            const Ran empty = run(verb + QStringList{u"--data"_s, m_dir->path()});
            QCOMPARE(empty.code, int(ExitCode::Failed));
            QVERIFY(empty.error.contains(u"holds no platform"_s));
        }
    }

    void whatIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<QString>("why");
        const auto row = [](const QString &name, const QStringList &more, const QString &why) {
            QTest::addRow("%s %s", qPrintable(name), qPrintable(more.join(u' '))) << name << more << why;
        };
        for (const QString &name :
             {u"A"_s, u"-a"_s, u".a"_s, u"a_b"_s, u"a b"_s, u"ä"_s, QString(41, u'a')}) {
            if (!name.startsWith(u'-')) // would be an option
                row(name, {}, u"up to 40 lower-case letters"_s);
        }
        for (const QString &days : {u"0"_s, u"-1"_s, u"398"_s, u"x"_s, u""_s, u"1.5"_s})
            row(u"edge"_s, {u"--days="_s + days}, u"from 1 to 397"_s);
        for (const QString &realm : {u"king"_s, u""_s, u"both"_s, u"PRD"_s})
            row(u"edge"_s, {u"--realm="_s + realm}, u"sbx or prd"_s);
        for (const QString &url : {u"nonsense"_s, u"ftp://h/"_s, u"https://"_s, u"https://u@h/"_s,
                                   u"https://u:p@h/"_s, u"https://h/?q"_s, u"https://h h/"_s, u"//h/"_s})
            row(u"edge"_s, {u"--probe-url"_s, url}, u"not a plain http or https URL"_s);
        row(u"edge"_s, {u"--probe-ca"_s, u"/nonexistent/ca.pem"_s}, u"does not exist"_s);
        row(u"edge"_s, {u"--probe-ca"_s, QString(u"/etc/pco_"_s + QString(43, u'A') + u"/ca.pem"_s)},
            u"looks like a credential"_s);
    }
    void whatIsRefused()
    {
        QFETCH(const QString, name);
        QFETCH(const QStringList, more);
        QFETCH(const QString, why);
        const Ran ran = add(name, more);
        QCOMPARE(ran.code, int(ExitCode::Usage));
        QVERIFY2(ran.error.contains(why), qPrintable(ran.error));
        QVERIFY(ran.error.startsWith(u"partner-platform gateway: "_s));
        QVERIFY(rules().empty());
        QVERIFY(!QDir(out()).exists());
    }

    /// Beside a running service and real gateways: tests/gateway/test_gateway_check.py.
    void aCheckSaysWhatItCannotKnow()
    {
        for (const QString &url : {u"nonsense"_s, u"ftp://h/"_s, u"https://u@h/"_s, u"https://h/?q"_s}) {
            for (const QString &option : {u"--probe-url"_s, u"--upstream-url"_s}) {
                const Ran ran = run({u"check"_s, u"edge"_s, u"--data"_s, m_data, option, url});
                QCOMPARE(ran.code, int(ExitCode::Usage));
                QVERIFY(ran.error.contains(u"not a plain http or https URL"_s));
            }
        }
        const Ran unknown = run({u"check"_s, u"edge"_s, u"--data"_s, m_data});
        QCOMPARE(unknown.code, int(ExitCode::Failed));
        QVERIFY(unknown.out.startsWith(u"fail "_s));
        QVERIFY(unknown.out.contains(u"no gateway of this name is registered"_s));
        QCOMPARE(add(u"edge"_s, {}).code, int(ExitCode::Done));
        const Ran known = run({u"check"_s, u"edge"_s, u"--data"_s, m_data});
        QCOMPARE(known.code, int(ExitCode::Warned)); // nothing is wrong, and next to nothing is known
        QVERIFY(known.out.contains(u"1 ok, 0 to look at, 0 failed"_s));
        const Ran json = run({u"check"_s, u"edge"_s, u"--data"_s, m_data, u"--json"_s});
        QCOMPARE(json.code, int(ExitCode::Warned));
        const QJsonObject told = QJsonDocument::fromJson(json.out.toUtf8()).object();
        QCOMPARE(told.value("gateway"_L1).toString(), u"edge"_s);
        QCOMPARE(told.value("verdict"_L1).toString(), u"warn"_s);
        QVERIFY(told.value("checks"_L1).toArray().size() > 20);
    }

    void addNeedsAPlaceForItsFiles()
    {
        const Ran none = run({u"add"_s, u"edge"_s, u"--data"_s, m_data});
        QCOMPARE(none.code, int(ExitCode::Usage));
        QVERIFY(none.error.contains(u"add needs --out"_s));
        const Ran below =
            run({u"add"_s, u"edge"_s, u"--data"_s, m_data, u"--out"_s, tlsFilesOf(m_data).caFile + u"/x"_s});
        QCOMPARE(below.code, int(ExitCode::Failed));
        QVERIFY(below.error.contains(u"cannot be made"_s));
        QVERIFY(rules().empty());
    }

    void aGatewayGetsItsFilesAndItsLine()
    {
        const QDateTime before = QDateTime::currentDateTimeUtc();
        const Ran ran = add(u"edge-1.a"_s, {});
        QVERIFY2(ran.code == int(ExitCode::Done), qPrintable(ran.error));
        const QString key = out() + u"/edge-1.a.key"_s;
        const QString certificate = out() + u"/edge-1.a.crt"_s;
        const QString ca = out() + u"/platform-ca.crt"_s;
        QCOMPARE(ran.out, certificate + u'\n' + key + u'\n' + ca + u'\n');
        QVERIFY(ran.error.isEmpty());
        QCOMPARE(contentOf(ca), contentOf(tlsFilesOf(m_data).caFile));
        QVERIFY(!(QFile::permissions(key) & (QFile::ReadGroup | QFile::ReadOther)));
        QVERIFY(!QSslKey(contentOf(key), QSsl::Ec).isNull());
        const QSslCertificate issued(contentOf(certificate));
        QVERIFY(!issued.isNull());
        const std::vector<GatewayRule> list = rules();
        QCOMPARE(list.size(), std::size_t(1));
        const GatewayRule &rule = list.front();
        QCOMPARE(rule.name, u"edge-1.a"_s);
        QCOMPARE(rule.thumbprint, issued.digest(QCryptographicHash::Sha256));
        QVERIFY(!rule.realm);
        QVERIFY(rule.probeUrl.isEmpty() && rule.probeCaFile.isEmpty());
        QVERIFY(qAbs(before.secsTo(rule.registeredAt)) <= 60);
        QVERIFY(qAbs(before.addDays(365).secsTo(rule.notAfter)) <= 3600);
        QCOMPARE(rule.notAfter, issued.expiryDate());
        QCOMPARE(run({u"list"_s, u"--data"_s, m_data}).out,
                 u"edge-1.a\tboth\tuntil %1\t\n"_s.arg(rule.notAfter.toUTC().toString(Qt::ISODate)));
        QCOMPARE(acts(), QStringList{u"gateway.add gateway edge-1.a realm=both thumbprint="_s +
                                     QString::fromLatin1(rule.thumbprint.toHex())});
    }

    void whatIsAskedForIsKept()
    {
        const QString ca = tlsFilesOf(m_data).caFile;
        for (const auto &[name, days] : {std::pair(u"a"_s, 1), std::pair(QString(40, u'z'), 397)}) {
            const QDateTime now = QDateTime::currentDateTimeUtc();
            const Ran ran = add(name, {u"--days"_s, QString::number(days), u"--realm"_s, u"sbx"_s,
                                       u"--probe-url"_s, u"http://edge.example:8080/api/v1/probe"_s,
                                       u"--probe-ca"_s, QDir().relativeFilePath(ca)});
            QVERIFY2(ran.code == int(ExitCode::Done), qPrintable(ran.error));
            const GatewayRule rule = rules().back();
            QCOMPARE(rule.realm, std::optional(Realm::Sandbox));
            QCOMPARE(rule.probeUrl, u"http://edge.example:8080/api/v1/probe"_s);
            QVERIFY(QDir::isAbsolutePath(rule.probeCaFile));
            QCOMPARE(QFileInfo(rule.probeCaFile).canonicalFilePath(), QFileInfo(ca).canonicalFilePath());
            QVERIFY(qAbs(now.addDays(days).secsTo(rule.notAfter)) <= 3600);
        }
        const QString list = run({u"list"_s, u"--data"_s, m_data}).out;
        QCOMPARE(list.count(u'\n'), 2);
        QVERIFY(list.startsWith(u"a\tsbx\tuntil "_s));
        QVERIFY(list.endsWith(u"\thttp://edge.example:8080/api/v1/probe\n"_s));
    }

    /// No second one of a name; what was begun for it is taken back, and what is there stays.
    void aNameIsGivenOnce()
    {
        QCOMPARE(add(u"edge"_s, {}).code, int(ExitCode::Done));
        const QByteArray key = contentOf(out() + u"/edge.key"_s);
        const QByteArray certificate = contentOf(out() + u"/edge.crt"_s);
        QCOMPARE(add(u"edge"_s, {}).code, int(ExitCode::Failed));
        QCOMPARE(contentOf(out() + u"/edge.key"_s), key);
        QCOMPARE(contentOf(out() + u"/edge.crt"_s), certificate);
        const QString elsewhere = m_dir->filePath(u"elsewhere"_s);
        const Ran again = run({u"add"_s, u"edge"_s, u"--data"_s, m_data, u"--out"_s, elsewhere});
        QCOMPARE(again.code, int(ExitCode::Failed));
        QVERIFY(again.error.contains(u"already"_s));
        QVERIFY(!QFile::exists(elsewhere + u"/edge.key"_s));
        QVERIFY(!QFile::exists(elsewhere + u"/edge.crt"_s));
        QCOMPARE(rules().size(), std::size_t(1));
        QCOMPARE(acts().size(), 1);
    }

    void whereTheCertificateCannotGoNoKeyStays()
    {
        QVERIFY(QDir().mkpath(out() + u"/edge.crt"_s)); // a folder stands in its place
        const Ran ran = add(u"edge"_s, {});
        QCOMPARE(ran.code, int(ExitCode::Failed));
        QVERIFY(ran.error.contains(u"cannot be written"_s));
        QVERIFY(!QFile::exists(out() + u"/edge.key"_s));
        QVERIFY(QDir().mkpath(out() + u"/platform-ca.crt"_s));
        QVERIFY(QDir().rmdir(out() + u"/edge.crt"_s));
        QCOMPARE(add(u"edge"_s, {}).code, int(ExitCode::Failed));
        QVERIFY(!QFile::exists(out() + u"/edge.key"_s));
        QVERIFY(rules().empty());
    }

    /// What cannot be recorded is not done: no gateway that nobody could be asked about.
    void whatCannotBeRecordedIsTakenBack()
    {
        const auto running = DataDirectory::open(m_data); // somebody holds it, and does not answer
        QVERIFY(running);
        const Ran ran = add(u"edge"_s, {});
        QCOMPARE(ran.code, int(ExitCode::Failed));
        QVERIFY2(ran.error.contains(u"taken back, as it cannot be recorded"_s), qPrintable(ran.error));
        QVERIFY(rules().empty());
        QVERIFY(!QFile::exists(out() + u"/edge.key"_s));
        QVERIFY(!QFile::exists(out() + u"/edge.crt"_s));
    }

    void aRemovalNeverWaitsForItsRecord()
    {
        QCOMPARE(add(u"edge"_s, {}).code, int(ExitCode::Done));
        QCOMPARE(add(u"other"_s, {}).code, int(ExitCode::Done));
        {
            const auto running = DataDirectory::open(m_data);
            QVERIFY(running);
            const Ran ran = run({u"remove"_s, u"edge"_s, u"--data"_s, m_data});
            QCOMPARE(ran.code, int(ExitCode::Failed));
            QVERIFY2(ran.error.contains(u"removed from the list, but not recorded"_s), qPrintable(ran.error));
        }
        QCOMPARE(rules().size(), std::size_t(1));
        QCOMPARE(rules().front().name, u"other"_s);
        const Ran again = run({u"remove"_s, u"edge"_s, u"--data"_s, m_data}); // the log still has it
        QCOMPARE(again.code, int(ExitCode::Done));
        const Ran gone = run({u"remove"_s, u"edge"_s, u"--data"_s, m_data});
        QCOMPARE(gone.code, int(ExitCode::Failed));
        QVERIFY(gone.error.contains(u"no gateway \"edge\""_s));
        const Ran done = run({u"remove"_s, u"other"_s, u"--data"_s, m_data});
        QCOMPARE(done.code, int(ExitCode::Done));
        QCOMPARE(done.out, u"other gets no decision any more\n"_s);
        QVERIFY(done.error.isEmpty());
        QVERIFY(rules().empty());
        QCOMPARE(acts().size(), 4);
        QCOMPARE(acts().back(), u"gateway.remove gateway other"_s);
    }

    void withoutItsAuthorityNothingIsIssued()
    {
        const TlsFiles files = tlsFilesOf(m_data);
        const QByteArray certificate = contentOf(files.caFile);
        overwrite(files.caFile, "no certificate");
        QVERIFY(add(u"edge"_s, {}).error.contains(u"is damaged"_s));
        QVERIFY(QFile::remove(files.caFile));
        QVERIFY(add(u"edge"_s, {}).error.contains(u"has the service been started"_s));
        overwrite(files.caFile, certificate);
        QVERIFY(QFile::remove(files.caKeyFile));
        const Ran ran = add(u"edge"_s, {});
        QCOMPARE(ran.code, int(ExitCode::Failed));
        QVERIFY2(ran.error.contains(files.caKeyFile), qPrintable(ran.error));
        QVERIFY(rules().empty());
    }

    void aDamagedListIsTold()
    {
        overwrite(gatewayRegistryFile(m_data), "[]");
        for (const QStringList &verb : {QStringList{u"list"_s}, {u"remove"_s, u"a"_s}}) {
            const Ran ran = run(verb + QStringList{u"--data"_s, m_data});
            QCOMPARE(ran.code, int(ExitCode::Failed));
            QVERIFY(ran.error.contains(u"damaged"_s));
        }
        QCOMPARE(add(u"edge"_s, {}).code, int(ExitCode::Failed));
        QCOMPARE(contentOf(gatewayRegistryFile(m_data)), QByteArray("[]"));
    }

private:
    [[nodiscard]] QString out() const { return m_dir->filePath(u"out"_s); }
    [[nodiscard]] std::vector<GatewayRule> rules() const
    {
        return GatewayRegistry::read(gatewayRegistryFile(m_data)).value_or(std::vector<GatewayRule>{});
    }
    static void overwrite(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    /// What the audit log says about gateways, oldest first.
    [[nodiscard]] QStringList acts() const
    {
        const auto platform = StoppedStore::open(m_data, StoppedStore::WhenEmpty::Refuse);
        if (!platform)
            return {platform.error().text};
        const auto found = platform->store->writeNow<QStringList>([](Tx &tx) {
            QStringList texts;
            const auto page = audit_log::list(tx, AuditQuery{});
            for (const AuditRecord &record : page ? page->items : QList<AuditRecord>()) {
                if (record.event.targetKind != u"gateway"_s)
                    continue;
                QStringList words{record.event.action, record.event.targetKind, record.event.targetId};
                for (const FieldChange &change : record.event.changes)
                    words.append(change.field + u'=' + change.after);
                texts.prepend(words.join(u' '));
            }
            return texts;
        });
        return found.value_or(QStringList{u"none"_s});
    }
    Ran run(const QStringList &arguments)
    {
        Ran ran;
        Redirected out(stdout, m_dir->filePath(u"stdout"_s));
        Redirected error(stderr, m_dir->filePath(u"stderr"_s));
        ran.code = static_cast<int>(runCommandLine(QStringList{u"gateway"_s} + arguments));
        ran.error = error.text();
        ran.out = out.text();
        return ran;
    }
    Ran add(const QString &name, const QStringList &more)
    {
        return run(QStringList{u"add"_s, name, u"--data"_s, m_data, u"--out"_s, out()} + more);
    }

    QTemporaryDir m_made;
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_data;
};

QTEST_GUILESS_MAIN(TestGatewayCommand)
#include "tst_gateway_command.moc"
