// SPDX-License-Identifier: GPL-3.0-or-later
// `import` as a person types it, against a service that runs; the key is then used at its demo API.
#include <QCryptographicHash>
#include <QDate>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace {

const QString program = QStringLiteral(PC_BINARY_DIR) + u"/bin/partner-platform"_s;

struct Ran
{
    int code = -1;
    QString out;
    QString error;
};

Ran run(const QString &what, const QStringList &arguments)
{
    QProcess process;
    process.start(what, arguments);
    if (!process.waitForFinished(60000))
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

constexpr char partners[] =
    "slug,name,legal_name,country,owner,plan,time_zone,lawful_basis,data_categories,scopes\n"
    "acme,Acme,Acme Ltd,DE,anna,%1,Europe/Berlin,contract,orders,orders:read\n";

} // namespace

class TestImportCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_service.start(program, {u"serve"_s, u"--data"_s, data(), u"--log"_s, u"none"_s});
        QVERIFY(m_service.waitForStarted() && m_service.waitForReadyRead(20000));
        const QJsonObject ready = QJsonDocument::fromJson(m_service.readLine()).object();
        m_url = ready.value("url"_L1).toString();
        m_ca = ready.value("ca_file"_L1).toString();
        QCOMPARE(
            run(program, {u"operator"_s, u"add"_s, u"anna"_s, u"--role"_s, u"admin"_s, u"--data"_s, data()})
                .code,
            0);
        for (int i = 0; i < 40; ++i)
            m_key.append(QChar(u'a' + QRandomGenerator::system()->bounded(26)));
    }

    void cleanupTestCase()
    {
        m_service.terminate();
        QVERIFY(m_service.waitForFinished(20000));
        // What was imported stands in the log as it does in the tables.
        const Ran verified = run(program, {u"verify"_s, u"--data"_s, data()});
        QVERIFY2(verified.code == 0, qPrintable(verified.error + verified.out));
    }

    void partnersAreToldAndThenMade()
    {
        QVERIFY(write(u"partners.csv"_s, QByteArray(partners).replace("%1", "Standard")));
        Ran ran = import(u"partners"_s, u"partners.csv"_s);
        QVERIFY2(ran.code == 0, qPrintable(ran.error + ran.out));
        QVERIFY2(ran.out.contains(u"1 new, 0 changed, 0 unchanged, 0 refused"_s), qPrintable(ran.out));
        QVERIFY(ran.out.contains(u"Nothing was changed"_s));
        ran = import(u"partners"_s, u"partners.csv"_s, {u"--apply"_s, u"--reason"_s, u"moved & gone"_s});
        QVERIFY2(ran.code == 0 && ran.out.contains(u"Applied"_s), qPrintable(ran.error + ran.out));
        ran = import(u"partners"_s, u"partners.csv"_s);
        QVERIFY2(ran.out.contains(u"0 new, 0 changed, 1 unchanged"_s), qPrintable(ran.out));
    }

    void aKeyGoesOnWorking()
    {
        QVERIFY(write(u"keys.json"_s,
                      keyFile(u"%1"_s.arg(QString::fromLatin1(
                          QCryptographicHash::hash(m_key.toLatin1(), QCryptographicHash::Sha256).toHex())))));
        QCOMPARE(call(), 401);
        const Ran ran = import(u"keys"_s, u"keys.json"_s, {u"--apply"_s, u"--reason"_s, u"moved"_s});
        QVERIFY2(ran.code == 0, qPrintable(ran.error + ran.out));
        QCOMPARE(call(), 200);
    }

    void plansAndClientIdsLikewise()
    {
        QVERIFY(write(u"plans.csv"_s, "name;sandbox_rate;sandbox_burst;limited_rate;limited_burst;"
                                      "production_rate;production_burst\nGold;5;10;20;40;200;400\n"));
        QVERIFY(write(u"ids.csv"_s, "partner,client_id,realm,owner,expires_at\nacme,acme-backend,sbx,anna," +
                                        QDate::currentDate().addDays(60).toString(Qt::ISODate).toLatin1()));
        const QStringList apply{u"--apply"_s, u"--reason"_s, u"moved"_s};
        for (const auto &[what, file] :
             {std::pair(u"plans"_s, u"plans.csv"_s), std::pair(u"client-ids"_s, u"ids.csv"_s)}) {
            Ran ran = import(what, file);
            QVERIFY2(ran.code == 0 && ran.out.contains(u"1 new, 0 changed"_s),
                     qPrintable(ran.error + ran.out));
            ran = import(what, file, apply);
            QVERIFY2(ran.code == 0 && ran.out.contains(u"Applied"_s), qPrintable(ran.error + ran.out));
            ran = import(what, file, apply);
            QVERIFY2(ran.out.contains(u"0 new, 0 changed, 1 unchanged"_s), qPrintable(ran.error + ran.out));
        }
    }

    void aKeyInClearIsRefused()
    {
        QVERIFY(write(u"clear.json"_s, keyFile(m_key)));
        const Ran ran = import(u"keys"_s, u"clear.json"_s, {u"--apply"_s, u"--reason"_s, u"moved"_s});
        QVERIFY(ran.code != 0);
        QVERIFY2(ran.out.contains(u"hash"_s), qPrintable(ran.out));
        QVERIFY(!ran.out.contains(m_key) && !ran.error.contains(m_key));
    }

    void whatContradictsItselfIsUsage()
    {
        QVERIFY(import(u"partners"_s, u"partners.csv"_s, {u"--apply"_s}).error.contains(u"--reason"_s));
        QVERIFY(
            import(u"partners"_s, u"partners.csv"_s, {u"--apply"_s, u"--dry-run"_s, u"--reason"_s, u"x"_s})
                .error.contains(u"contradict"_s));
        QVERIFY(import(u"partners"_s, u"partners.csv"_s, {u"--format"_s, u"xml"_s}).code != 0);
    }

private:
    [[nodiscard]] QString data() const { return m_dir.filePath(u"data"_s); }
    [[nodiscard]] QByteArray keyFile(const QString &hash) const
    {
        return QJsonDocument(
                   QJsonObject{{u"keys"_s, QJsonArray{QJsonObject{
                                               {u"partner"_s, u"acme"_s},
                                               {u"name"_s, u"warehouse"_s},
                                               {u"scheme"_s, u"sha256"_s},
                                               {u"hash"_s, hash},
                                               {u"header"_s, u"X-Partner-Key"_s},
                                               {u"scopes"_s, QJsonArray{u"orders:read"_s}},
                                               {u"realm"_s, u"sbx"_s},
                                               {u"owner"_s, u"anna"_s},
                                               {u"expires_at"_s,
                                                QDate::currentDate().addDays(60).toString(Qt::ISODate)}}}}})
            .toJson();
    }
    [[nodiscard]] int call() const
    {
        const Ran ran =
            run(u"curl"_s, {u"-s"_s, u"-o"_s, u"/dev/null"_s, u"-w"_s, u"%{http_code}"_s, u"--cacert"_s, m_ca,
                            u"-H"_s, u"X-Partner-Key: "_s + m_key, m_url + u"/api/v1/orders"_s});
        return ran.out.toInt();
    }
    bool write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_dir.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }
    [[nodiscard]] Ran import(const QString &what, const QString &file, const QStringList &more = {}) const
    {
        return run(program, QStringList{u"import"_s, what, m_dir.filePath(file), u"--data"_s, data(),
                                        u"--as"_s, u"anna"_s} +
                                more);
    }

    QTemporaryDir m_dir;
    QProcess m_service;
    QString m_url;
    QString m_ca;
    QString m_key;
};

QTEST_GUILESS_MAIN(TestImportCommand)
#include "tst_import_command.moc"
