// SPDX-License-Identifier: GPL-3.0-or-later
// The console against a real service that hangs, and against a session that ended.
#include "app/console_app.h"
#include "app/environment_window.h"
#include "models/base/item_roles.h"
#include "models/base/paged_model.h"
#include "models/session/connection.h"
#include "tests/support/platform_process.h"
#include "tools/tour/console_driver.h"
#include "views/partners/partners_page.h"
#include "views/shell/main_window.h"
#include "views/shell/navigator.h"
#include "views/welcome/connect_form.h"
#include "views/welcome/welcome_window.h"
#include "views/widgets/form_field.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/table_view.h"
#include "views/widgets/toast.h"

#include <QLineEdit>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::app;
using pc::models::ConnectionState;
using pc::test::PlatformProcess;

#define STEP(condition) QVERIFY2((condition), qPrintable(m_driver->failure()))

class TestSickPlatform : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatIsWrongIsNamed();
    void whatWasRightStaysInTheForm();
    void aHungPlatformIsSaidEverywhere();
    void signingInAgainKeepsThePlace();
    void anotherAccountIsAskedAboutStagedEdits();
    void whatCannotBeKeptIsSaid();
    void cleanupTestCase()
    {
        m_driver.reset();
        m_platform.reset();
    }

private:
    QString freshToken(const QString &account = u"ops-1"_s);
    [[nodiscard]] models::Connection &connection() { return m_driver->console().environment()->connection(); }
    /// What the foot of the sidebar says about the connection.
    [[nodiscard]] QString foot()
    {
        for (const QWidget *child : m_driver->window().sidebar()->findChildren<QWidget *>())
            if (child->accessibleName().startsWith(u"Connected"_s) ||
                child->accessibleName().startsWith(u"No answer"_s))
                return child->accessibleName();
        return {};
    }

    /// What is told below a field.
    static QString errorAt(ConsoleDriver &driver, const QString &name)
    {
        const QWidget *widget = driver.find(name);
        while (widget && !qobject_cast<const views::FormField *>(widget))
            widget = widget->parentWidget();
        return widget ? qobject_cast<const views::FormField *>(widget)->error() : QString();
    }

    /// What the window tells in its corner.
    static QStringList toasts(const ConsoleDriver &driver)
    {
        QStringList texts;
        for (const views::Toast *toast : driver.window().toasts()->toasts())
            texts.append(toast->text());
        return texts;
    }

    QTemporaryDir m_home;
    QTemporaryDir m_dir;
    QString m_data;
    std::unique_ptr<PlatformProcess> m_platform;
    std::unique_ptr<ConsoleDriver> m_driver;
};

QString TestSickPlatform::freshToken(const QString &account)
{
    QByteArray out;
    if (PlatformProcess::run({u"operator"_s, u"token"_s, account, u"--data"_s, m_data}, &out) != 0)
        qFatal("no token: %s", out.constData());
    return QString::fromLatin1(out.trimmed());
}

void TestSickPlatform::initTestCase()
{
    QApplication::setQuitOnLastWindowClosed(false);
    m_data = m_dir.filePath(u"data"_s);
    QCOMPARE(PlatformProcess::run({u"seed"_s, u"--data"_s, m_data, u"--events"_s, u"200"_s}), 0);
    QString error;
    m_platform = PlatformProcess::start({}, m_data, &error);
    QVERIFY2(m_platform, qPrintable(error));
    for (const QString &account : {u"ops-1"_s, u"ops-2"_s})
        QCOMPARE(PlatformProcess::run(
                     {u"operator"_s, u"add"_s, account, u"--role"_s, u"admin"_s, u"--data"_s, m_data}),
                 0);
    m_driver = std::make_unique<ConsoleDriver>(*qApp, m_home.path(),
                                               QStringLiteral(PC_BINARY_DIR) + u"/bin/partner-platform"_s);
}

/// Nobody at the address, and a token that the platform does not know: each is told as what it is, and the
/// field that is wrong has the focus.
void TestSickPlatform::whatIsWrongIsNamed()
{
    ConsoleDriver &driver = *m_driver;
    driver.showFirstRun();
    STEP(driver.press(u"connectCardButton"_s));
    const auto told = [&] {
        auto *message = driver.find<views::MessageBanner>(u"connectMessage"_s);
        return message ? message->text() : QString();
    };
    const auto connectTo = [&](const QString &url, const QString &token) {
        return driver.type(u"platformUrl"_s, url) && driver.type(u"caFile"_s, m_platform->caFile()) &&
               driver.type(u"operatorToken"_s, token) && driver.press(u"connectButton"_s);
    };
    QTcpServer nobody; // a port that is closed again
    QVERIFY(nobody.listen(QHostAddress::LocalHost));
    const QString gone = u"https://127.0.0.1:%1"_s.arg(nobody.serverPort());
    nobody.close();
    STEP(connectTo(gone, freshToken()));
    STEP(driver.waitFor([&] { return told().contains(u"could not be reached"_s); },
                        u"the address to be told"_s));
    QVERIFY2(!told().contains(u"token"_s), qPrintable(told()));

    STEP(connectTo(m_platform->url(), u"pco_no-such-token"_s));
    STEP(driver.waitFor(
        [&] { return errorAt(driver, u"operatorToken"_s).contains(u"does not accept this token"_s); },
        u"the token to be told"_s));
    QCOMPARE(told(), QString()); // once is enough
    QVERIFY(driver.find<QLineEdit>(u"operatorToken"_s)->hasFocus());
    QVERIFY(!driver.console().environment());
}

/// The system's authorities do not know this platform: corrected where it stands, and the pasted token is
/// still there.
void TestSickPlatform::whatWasRightStaysInTheForm()
{
    ConsoleDriver &driver = *m_driver;
    driver.showFirstRun();
    STEP(driver.press(u"connectCardButton"_s));
    const QString token = freshToken();
    STEP(driver.type(u"platformUrl"_s, m_platform->url()));
    STEP(driver.type(u"profileName"_s, u"Staging"_s));
    STEP(driver.type(u"operatorToken"_s, token));
    STEP(driver.press(u"connectButton"_s));
    STEP(driver.waitFor([&] { return !errorAt(driver, u"caFile"_s).isEmpty(); },
                        u"the authority to be told"_s));
    QVERIFY(driver.find<QLineEdit>(u"caFile"_s)->hasFocus());
    QCOMPARE(driver.find<QLineEdit>(u"operatorToken"_s)->text(), token);
    QCOMPARE(driver.find<QLineEdit>(u"profileName"_s)->text(), u"Staging"_s);
    STEP(driver.type(u"caFile"_s, m_platform->caFile()));
    STEP(driver.press(u"connectButton"_s));
    STEP(driver.waitFor([&] { return driver.console().environment() != nullptr; }, u"the main window"_s));
    QVERIFY(!driver.console().welcome());
    driver.window().resize(1280, 800);
    STEP(driver.waitFor([&] { return connection().status().state == ConnectionState::Online; },
                        u"the connection"_s));
    QCOMPARE(toasts(driver), QStringList()); // everything could be kept
    STEP(driver.go(u"console://current/partners"_s));
}

/// SIGSTOP: the foot, the strip and the page say the same, and within two seconds of what was asked.
void TestSickPlatform::aHungPlatformIsSaidEverywhere()
{
    ConsoleDriver &driver = *m_driver;
    auto *table = driver.find<views::PcTableView>(u"partnerTable"_s);
    QVERIFY2(table, qPrintable(driver.failure()));
    STEP(driver.waitFor([&] { return table->model()->rowCount() > 10; }, u"the partners"_s));
    STEP(driver.waitFor([this] { return foot().startsWith(u"Connected"_s); },
                        u"the foot to say that it is connected"_s));
    m_platform->sendSignal(SIGSTOP);
    const auto goOn = qScopeGuard([this] { m_platform->sendSignal(SIGCONT); });
    STEP(driver.type(u"partnerFilter"_s, u"zzz"_s)); // another question: its rows cannot come
    QElapsedTimer since;
    since.start();
    STEP(driver.waitFor([&] { return table->model()->rowCount() == 0; },
                        u"the rows of the former question to go"_s, 3000));
    STEP(driver.waitFor([this] { return connection().status().state == ConnectionState::NotAnswering; },
                        u"not answering"_s, 4000));
    QVERIFY2(since.elapsed() < 4000, qPrintable(QString::number(since.elapsed())));
    STEP(driver.waitFor([this] { return foot().startsWith(u"No answer"_s); }, u"the foot to say so"_s, 2000));
    QVERIFY(driver.window().strip()->isVisible());
    QVERIFY(driver.window().strip()->text().contains(u"has not answered"_s));
    STEP(driver.go(u"console://current/audit"_s)); // it can be left
    STEP(driver.waitFor([&] { return driver.window().pages()->currentPage()->objectName() == u"auditPage"; },
                        u"another page"_s, 2000));
    STEP(driver.go(u"console://current/partners"_s));
    m_platform->sendSignal(SIGCONT);
    STEP(driver.waitFor([this] { return connection().status().state == ConnectionState::Online; },
                        u"the platform again"_s, 30000));
    QVERIFY(driver.window().strip()->current() != views::SessionStrip::Notice::Offline);
    STEP(driver.type(u"partnerFilter"_s, u"a"_s));
    // Asked after a pause: only then does the place name it.
    STEP(driver.waitFor(
        [&] {
            return driver.console().environment()->navigator().current().toString().endsWith(u"text=a"_s);
        },
        u"the filter to become part of the place"_s));
    const auto *list = qobject_cast<const models::PagedModel *>(table->model());
    STEP(driver.waitFor([&] { return list->isAnswer() && !list->isBusy() && list->rowCount() > 3; },
                        u"the partners again"_s));
}

/// The window of before is the window of after: page, filter, current row and open pane.
void TestSickPlatform::signingInAgainKeepsThePlace()
{
    ConsoleDriver &driver = *m_driver;
    auto *table = driver.find<views::PcTableView>(u"partnerTable"_s);
    const QString key = table->model()->index(2, 0).data(models::IdRole).toString();
    QVERIFY(table->selectKey(key));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Space);
    QWidget *peek = driver.find(u"partnerPeek"_s);
    QVERIFY2(peek, qPrintable(driver.failure()));
    const EnvironmentWindow *before = driver.console().environment();
    const QString place = driver.console().environment()->navigator().current().toString();

    connection().endSession();
    STEP(driver.waitFor([this] { return connection().status().state == ConnectionState::SessionEnded; },
                        u"the end of the session"_s));
    Q_EMIT driver.window().strip()->actionRequested(views::SessionStrip::Notice::SessionEnded);
    STEP(driver.type(u"operatorToken"_s, freshToken()));
    QCOMPARE(driver.find<QLineEdit>(u"platformUrl"_s)->text(), m_platform->url());
    QCOMPARE(driver.find<QLineEdit>(u"caFile"_s)->text(), m_platform->caFile());
    STEP(driver.press(u"connectButton"_s));
    STEP(driver.waitFor([this] { return connection().status().state == ConnectionState::Online; },
                        u"the connection"_s));
    QCOMPARE(driver.console().environment(), before);
    STEP(driver.waitFor([&] { return driver.console().welcome() == nullptr; }, u"the form to go"_s));
    QCOMPARE(driver.console().environment()->navigator().current().toString(), place);
    QCOMPARE(table->currentKey().toString(), key);
    QVERIFY(peek->isVisible());
    QCOMPARE(connection().blockOf(Op::PartnerEdit), models::ActBlock::None);
    driver.settle();
    QCOMPARE(table->currentKey().toString(), key); // also after what came by itself
}

/// Whoever signs in as somebody else is asked before the first one's staged edits go; keeping them is the
/// safe answer, and leaves everything as it was.
void TestSickPlatform::anotherAccountIsAskedAboutStagedEdits()
{
    ConsoleDriver &driver = *m_driver;
    auto *table = driver.find<views::PcTableView>(u"partnerTable"_s);
    QVERIFY2(table, qPrintable(driver.failure()));
    const QString id = table->model()->index(0, 0).data(models::IdRole).toString();
    STEP(driver.go(u"console://current/partner/%1/access"_s.arg(id)));
    STEP(driver.check(u"overrideBox"_s));
    STEP(driver.type(u"quotaField"_s, u"4711"_s));
    STEP(driver.find(u"editBar"_s) != nullptr);
    const EnvironmentWindow *before = driver.console().environment();

    connection().endSession();
    STEP(driver.waitFor([this] { return connection().status().state == ConnectionState::SessionEnded; },
                        u"the end of the session"_s));
    Q_EMIT driver.window().strip()->actionRequested(views::SessionStrip::Notice::SessionEnded);
    STEP(driver.type(u"operatorToken"_s, freshToken(u"ops-2"_s)));
    STEP(driver.press(u"connectButton"_s));
    STEP(driver.dialog(u"otherSignInDialog"_s) != nullptr);
    STEP(driver.press(u"keepButton"_s));
    STEP(driver.waitForNoDialog());
    QCOMPARE(driver.console().environment(), before);
    QVERIFY(!driver.window().pages()->unsavedWork().isEmpty());
    STEP(driver.find(u"connectButton"_s)->isEnabled());

    STEP(driver.press(u"connectButton"_s));
    STEP(driver.dialog(u"otherSignInDialog"_s) != nullptr);
    STEP(driver.press(u"confirmButton"_s));
    STEP(driver.waitFor([&] { return driver.console().environment() != before; }, u"another window"_s));
    QCOMPARE(connection().session()->account, u"ops-2"_s);
    QVERIFY(!driver.console().welcome());
}

/// The places of the settings and of the environments are folders: what was typed still opens the platform,
/// and each loss is told.
void TestSickPlatform::whatCannotBeKeptIsSaid()
{
    m_driver.reset();
    const QTemporaryDir home;
    for (const QString &name : {u"settings.json"_s, u"profiles.json"_s})
        QVERIFY(QDir().mkpath(ConsolePaths::below(home.path()).config + u'/' + name + u"/in the way"_s));
    m_driver = std::make_unique<ConsoleDriver>(*qApp, home.path(), PlatformProcess::program());
    const auto end = qScopeGuard([this] { m_driver.reset(); }); // before its home
    ConsoleDriver &driver = *m_driver;
    driver.showFirstRun();
    STEP(driver.press(u"connectCardButton"_s));
    STEP(driver.type(u"platformUrl"_s, m_platform->url()));
    STEP(driver.type(u"caFile"_s, m_platform->caFile()));
    STEP(driver.type(u"operatorToken"_s, freshToken()));
    STEP(driver.press(u"connectButton"_s));
    STEP(driver.waitFor([&] { return driver.console().environment() != nullptr; }, u"the main window"_s));
    const QString said = toasts(driver).join(u'\n');
    QVERIFY2(said.contains(u"open last could not be saved"_s), qPrintable(said));
    QVERIFY2(said.contains(u"list of environments could not be saved"_s), qPrintable(said));
}

QTEST_MAIN(TestSickPlatform)
#include "tst_sick_platform.moc"
