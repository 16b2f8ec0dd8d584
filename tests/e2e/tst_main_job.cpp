// SPDX-License-Identifier: GPL-3.0-or-later
// The main job, end to end: the real main window against the real service, and the partner's own calls.
#include "app/console_app.h"
#include "app/environment_window.h"
#include "models/audit/audit_integrity.h"
#include "models/audit/audit_list_model.h"
#include "models/base/item_roles.h"
#include "tools/tour/console_driver.h"
#include "tools/tour/main_job.h"
#include "views/shell/main_window.h"
#include "views/widgets/badge.h"
#include "views/widgets/dialog_frame.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/table_view.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QProcess>
#include <QSslConfiguration>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::app;

namespace {

/// The partner: standard HTTPS calls, nothing of ours but the service's certificate authority.
class PartnerClient
{
public:
    explicit PartnerClient(const QString &caFile) : m_ca(QSslCertificate::fromPath(caFile)) {}

    struct Answer
    {
        int status = 0;
        QByteArray body;
    };

    Answer send(QNetworkRequest request, const QByteArray *form)
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(m_ca);
        request.setSslConfiguration(tls);
        QNetworkReply *reply = form ? m_network.post(request, *form) : m_network.get(request);
        Answer answer;
        if (QTest::qWaitFor([reply] { return reply->isFinished(); }, 10000)) {
            answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
            answer.body = reply->readAll();
        }
        reply->deleteLater();
        return answer;
    }

    QByteArray token(const QString &endpoint, const QByteArray &id, const QByteArray &secret)
    {
        QNetworkRequest request{QUrl(endpoint)};
        request.setRawHeader("Content-Type", "application/x-www-form-urlencoded");
        request.setRawHeader("Authorization", "Basic " + QByteArray(id + ':' + secret).toBase64());
        const QByteArray form("grant_type=client_credentials");
        const Answer answer = send(request, &form);
        lastStatus = answer.status;
        return QJsonDocument::fromJson(answer.body).object().value(u"access_token"_s).toString().toUtf8();
    }

    int orders(const QString &apiBase, const QByteArray &token)
    {
        QNetworkRequest request{QUrl(apiBase + u"/orders"_s)};
        request.setRawHeader("Authorization", "Bearer " + token);
        return send(request, nullptr).status;
    }

    int lastStatus = 0;

private:
    QList<QSslCertificate> m_ca;
    QNetworkAccessManager m_network;
};

} // namespace

#define STEP(condition) QVERIFY2((condition), qPrintable(m_driver->failure()))

class TestMainJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void onboardIssueRotateRevoke();
    void logVerifiesOffline();
    void secretsAreNowhereOnDisk();
    void cleanupTestCase() { m_driver.reset(); }

private:
    QTemporaryDir m_home;
    std::unique_ptr<ConsoleDriver> m_driver;
    QList<QByteArray> m_secrets;
};

void TestMainJob::initTestCase()
{
    QVERIFY(m_home.isValid());
    QApplication::setQuitOnLastWindowClosed(false);
    m_driver = std::make_unique<ConsoleDriver>(*qApp, m_home.path(),
                                               QStringLiteral(PC_BINARY_DIR) + u"/bin/partner-platform"_s);
    STEP(m_driver->openSample(300));
    m_driver->window().resize(1440, 900);
}

void TestMainJob::onboardIssueRotateRevoke()
{
    ConsoleDriver &driver = *m_driver;
    const auto &session = driver.console().environment()->connection().session();
    QVERIFY(session);
    PartnerClient partner(driver.console().localPlatform().endpoint()->caFile);

    // Onboard, with the first sandbox credential.
    STEP(job::onboard(driver, u"Borealis Parts"_s, u"erp-sync"_s));
    QByteArray id;
    QByteArray first;
    STEP(job::takeSecret(driver, &id, &first));
    m_secrets.append(first);
    QVERIFY(id.startsWith("crd_"));
    QVERIFY(first.startsWith("pcx_cs_sbx_"));
    QVERIFY(driver.clipboard().secret().isEmpty() || driver.clipboard().holdsOurSecret());

    // The partner calls.
    const QByteArray firstToken = partner.token(session->tokenEndpoint, id, first);
    QCOMPARE(partner.lastStatus, 200);
    QCOMPARE(partner.orders(session->apiBase, firstToken), 200);

    // Rotate: both secrets work during the grace.
    STEP(job::selectCredential(driver, u"erp-sync"_s));
    STEP(driver.run(u"credential.rotate"_s));
    STEP(driver.dialog(u"rotateDialog"_s) && driver.press(u"submitButton"_s));
    QByteArray second;
    STEP(job::takeSecret(driver, nullptr, &second));
    m_secrets.append(second);
    QVERIFY(second != first);
    const QByteArray secondToken = partner.token(session->tokenEndpoint, id, second);
    QCOMPARE(partner.lastStatus, 200);
    QCOMPARE(partner.orders(session->apiBase, secondToken), 200);
    QVERIFY(!partner.token(session->tokenEndpoint, id, first).isEmpty());
    QCOMPARE(partner.orders(session->apiBase, firstToken), 200);

    // Revoke: with proof, and the very next call is refused, with old tokens too.
    STEP(driver.run(u"credential.revoke"_s));
    STEP(driver.dialog(u"revokeDialog"_s) && driver.type(u"reason"_s, u"No longer used"_s));
    STEP(job::gatewaysAnswered(driver));
    STEP(driver.press(u"submitButton"_s) && driver.find(u"closeButton"_s));
    QCOMPARE(partner.orders(session->apiBase, firstToken), 401);
    QCOMPARE(partner.orders(session->apiBase, secondToken), 401);
    QVERIFY(partner.token(session->tokenEndpoint, id, second).isEmpty());
    QCOMPARE(partner.lastStatus, 401);
    auto *proof = driver.find<views::MessageBanner>(u"proofState"_s);
    QVERIFY(proof);
    QTRY_VERIFY2_WITH_TIMEOUT(proof->text().startsWith(u"Proven"_s), qPrintable(proof->text()), 15000);
    STEP(driver.find(u"revocationProof"_s) && driver.press(u"closeButton"_s) && driver.waitForNoDialog());

    // All of it is in the audit page.
    STEP(driver.go(u"console://env/audit?q=target:"_s + QString::fromLatin1(id)));
    auto *table = driver.find<views::PcTableView>(u"auditTable"_s);
    QVERIFY(table);
    const auto actions = [table] {
        QStringList list;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            list.append(table->model()->index(row, 0).data(models::AuditListModel::ActionRole).toString());
        return list;
    };
    QTRY_VERIFY_WITH_TIMEOUT(actions().contains(u"credential.revoke"_s), 10000);
    for (const QString &action : {u"credential.issue"_s, u"credential.ack"_s, u"credential.rotate"_s})
        QVERIFY2(actions().contains(action),
                 qPrintable(action + u" is missing among "_s + actions().join(QLatin1Char(' '))));

    // The console itself verifies the log.
    STEP(driver.press(u"verifyLogButton"_s));
    auto *badge = driver.find<views::Badge>(u"integrityBadge"_s);
    QVERIFY(badge);
    QTRY_COMPARE_WITH_TIMEOUT(badge->severity(), views::Severity::Ok, 10000);
}

void TestMainJob::logVerifiesOffline()
{
    m_driver->close();
    QProcess verify;
    verify.start(QStringLiteral(PC_BINARY_DIR) + u"/bin/partner-platform"_s,
                 {u"verify"_s, u"--data"_s, m_driver->paths().localData});
    QVERIFY(verify.waitForFinished(60000));
    const QByteArray said = verify.readAll() + verify.readAllStandardError();
    QVERIFY2(verify.exitCode() == 0, said.constData());
}

void TestMainJob::secretsAreNowhereOnDisk()
{
    QCOMPARE(m_secrets.size(), 2);
    QProcess grep;
    for (const QByteArray &secret : std::as_const(m_secrets)) {
        grep.start(u"grep"_s, {u"-rlaF"_s, QString::fromLatin1(secret.mid(28, 40)), m_home.path()});
        QVERIFY(grep.waitForFinished(30000));
        QCOMPARE(grep.readAllStandardOutput(), QByteArray());
    }
}

QTEST_MAIN(TestMainJob)
#include "tst_main_job.moc"
