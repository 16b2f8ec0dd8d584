// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/themed_test.h"
#include "tests/views/typing.h"
#include "views/seams/file_dialogs.h"
#include "views/welcome/connect_form.h"
#include "views/welcome/welcome_window.h"
#include "views/widgets/message_banner.h"

#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace pc;
using namespace pc::views;
using namespace Qt::StringLiterals;
using pc::test::typeOver;

namespace {

class FixedFile final : public FileDialogs
{
public:
    void askSave(QWidget *, const QString &, const QString &, const QString &,
                 std::function<void(QString)> done) override
    {
        done(path);
    }
    void askOpen(QWidget *, const QString &, const QString &, std::function<void(QString)> done) override
    {
        done(path);
    }
    QString path;
};

enum class Said { Nothing, TypeIt, NoAddress, OnlyHttps, HostOnly };

/// The sentences are for people; which one of them it is, a word tells.
Said saidBy(const QString &problem)
{
    return problem.isEmpty()                   ? Said::Nothing
           : problem.startsWith(u"Type the"_s) ? Said::TypeIt
           : problem.contains(u"in clear"_s)   ? Said::OnlyHttps
           : problem.contains(u"without a"_s)  ? Said::HostOnly
                                               : Said::NoAddress;
}

} // namespace

class ConnectFormTest final : public QObject
{
    Q_OBJECT
public:
    explicit ConnectFormTest(ThemeController &) {}

private Q_SLOTS:
    void addresses_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("url");
        const auto fine = [](const QString &typed, const QString &url) {
            QTest::newRow(qPrintable(typed.simplified())) << typed << url;
        };
        fine(u"https://platform.example:8443"_s, u"https://platform.example:8443"_s);
        fine(u"https://platform.example"_s, u"https://platform.example"_s);
        fine(u"https://platform.example/"_s, u"https://platform.example"_s);
        fine(u"HTTPS://Platform.Example:8443/"_s, u"https://platform.example:8443"_s);
        fine(u"platform.example"_s, u"https://platform.example"_s);
        fine(u"platform.example:8443"_s, u"https://platform.example:8443"_s);
        fine(u"localhost:8443"_s, u"https://localhost:8443"_s);
        fine(u"  https://platform.example:8443\n"_s, u"https://platform.example:8443"_s);
        fine(u"https://127.0.0.1:41234"_s, u"https://127.0.0.1:41234"_s);
        fine(u"https://[::1]:8443"_s, u"https://[::1]:8443"_s);
        fine(u"[2001:db8::1]:8443"_s, u"https://[2001:db8::1]:8443"_s);
        fine(u"https://[2001:DB8::1]"_s, u"https://[2001:db8::1]"_s);
        fine(u"https://platform.example:65535"_s, u"https://platform.example:65535"_s);
        fine(u"https://xn--mnchen-3ya.example"_s, u"https://xn--mnchen-3ya.example"_s);
        fine(u"münchen.example"_s, u"https://xn--mnchen-3ya.example"_s);
        fine(u"https://platform.example:443"_s, u"https://platform.example:443"_s);
        fine(u"https://platform.example:"_s, u"https://platform.example"_s); // RFC 3986: a port may be empty
    }
    void addresses()
    {
        QFETCH(QString, typed);
        QFETCH(QString, url);
        QString problem;
        const QUrl parsed = ConnectForm::parseAddress(typed, &problem);
        QCOMPARE(problem, QString());
        QCOMPARE(QString::fromLatin1(parsed.toEncoded()), url);
    }

    void noAddresses_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("said");
        const auto row = [](const QString &typed, Said said) {
            QTest::newRow(qPrintable(typed.isEmpty() ? u"empty"_s : typed.simplified()))
                << typed << int(said);
        };
        row({}, Said::TypeIt);
        row(u" \t "_s, Said::TypeIt);
        // A token sent there would be readable on the way.
        row(u"http://platform.example"_s, Said::OnlyHttps);
        row(u"HTTP://platform.example:8443"_s, Said::OnlyHttps);
        row(u"http://127.0.0.1:8443"_s, Said::OnlyHttps);
        row(u"ftp://platform.example"_s, Said::OnlyHttps);
        row(u"wss://platform.example"_s, Said::OnlyHttps);
        row(u"file://platform.example/etc/passwd"_s, Said::OnlyHttps);
        row(u"file:///etc/passwd"_s, Said::NoAddress);
        row(u"javascript:alert(1)"_s, Said::NoAddress);
        row(u"https://"_s, Said::NoAddress);
        row(u"https://:8443"_s, Said::NoAddress);
        row(u"://platform.example"_s, Said::NoAddress);
        row(u"https://platform.example:0"_s, Said::NoAddress);
        row(u"https://platform.example:65536"_s, Said::NoAddress);
        row(u"https://platform.example:-1"_s, Said::NoAddress);
        row(u"https://platform.example:https"_s, Said::NoAddress);
        row(u"https://2001:db8::1:8443"_s, Said::NoAddress);
        row(u"https://[2001:db8::1"_s, Said::NoAddress);
        row(u"https://[platform.example]"_s, Said::NoAddress);
        row(u"https://platform example"_s, Said::NoAddress);
        row(u"https://platform.example :8443"_s, Said::NoAddress);
        row(u"https://platform\n.example"_s, Said::NoAddress);
        row(u"https://platform.example\\@other.example"_s, Said::NoAddress);
        row(u"https://%platform.example"_s, Said::NoAddress);
        row(u"two words"_s, Said::NoAddress);
        row(u"https://platform.example/admin/v1"_s, Said::HostOnly);
        row(u"platform.example/admin"_s, Said::HostOnly);
        row(u"https://platform.example//"_s, Said::HostOnly);
        row(u"https://platform.example?x=1"_s, Said::HostOnly);
        row(u"https://platform.example#top"_s, Said::HostOnly);
        row(u"https://user@platform.example"_s, Said::HostOnly);
        row(u"https://user:word@platform.example:8443"_s, Said::HostOnly);
        row(u"https://:word@platform.example"_s, Said::HostOnly);
        // What looks like the host is the user, and the host is somebody else's.
        row(u"https://platform.example@other.example"_s, Said::HostOnly);
    }
    void noAddresses()
    {
        QFETCH(QString, typed);
        QFETCH(int, said);
        QString problem;
        const QUrl parsed = ConnectForm::parseAddress(typed, &problem);
        QVERIFY2(parsed.isEmpty(), qPrintable(parsed.toString()));
        QVERIFY2(saidBy(problem) == Said(said), qPrintable(problem));
    }

    void nothingIsAskedForWhileAFieldIsWrong()
    {
        FixedFile files;
        ConnectForm form(files);
        form.show();
        QSignalSpy asked(&form, &ConnectForm::connectRequested);
        auto *address = form.findChild<QLineEdit *>(u"platformUrl"_s);
        auto *token = form.findChild<QLineEdit *>(u"operatorToken"_s);
        auto *button = form.findChild<QPushButton *>(u"connectButton"_s);
        button->click();
        QCOMPARE(asked.count(), 0);
        QCOMPARE(typeOver(address, u"http://platform.example"_s), QString());
        QCOMPARE(typeOver(token, u"pcx_op_1"_s), QString());
        button->click();
        QCOMPARE(asked.count(), 0);
        QCOMPARE(typeOver(address, u"platform.example:8443"_s), QString());
        QCOMPARE(typeOver(token, u"   "_s), QString());
        button->click();
        QCOMPARE(asked.count(), 0);
        QCOMPARE(typeOver(token, u"pcx_op_1"_s), QString());
        button->click();
        QCOMPARE(asked.count(), 1);
        QCOMPARE(form.request().url, QUrl(u"https://platform.example:8443"_s));
        QCOMPARE(form.request().name, u"platform.example"_s);
        QCOMPARE(typeOver(form.findChild<QLineEdit *>(u"profileName"_s), u" Staging "_s), QString());
        QCOMPARE(form.request().name, u"Staging"_s);
    }

    void theTokenStaysForAnotherTryAndIsNeverShown()
    {
        FixedFile files;
        ConnectForm form(files);
        auto *token = form.findChild<QLineEdit *>(u"operatorToken"_s);
        QCOMPARE(token->echoMode(), QLineEdit::Password);
        token->setText(u" pcx_op_1\n"_s);
        QVERIFY(form.token() == Secret::copyOf("pcx_op_1"));
        form.setBusy(true);
        form.setFailure(u"The platform's certificate could not be trusted."_s);
        form.setBusy(false);
        QVERIFY(form.token() == Secret::copyOf("pcx_op_1")); // another try needs it
        form.forgetToken();
        QVERIFY(token->text().isEmpty());
        QVERIFY(form.token().isEmpty());
        token->setText(u"pcx_op_2"_s);
        form.prefill({u"Staging"_s, QUrl(u"https://platform.example"_s), u"/etc/ca.pem"_s});
        QVERIFY(token->text().isEmpty()); // another profile's token must not go there
        QCOMPARE(form.request().name, u"Staging"_s);
        QCOMPARE(form.request().caFile, u"/etc/ca.pem"_s);
        QCOMPARE(form.request().url, QUrl(u"https://platform.example"_s));
    }

    void anAuthorityThatCannotBeReadIsToldAtItsField()
    {
        QTemporaryDir dir;
        FixedFile files;
        ConnectForm form(files);
        form.show();
        QSignalSpy asked(&form, &ConnectForm::connectRequested);
        QCOMPARE(typeOver(form.findChild<QLineEdit *>(u"platformUrl"_s), u"platform.example"_s), QString());
        QCOMPARE(typeOver(form.findChild<QLineEdit *>(u"operatorToken"_s), u"pcx_op_1"_s), QString());
        auto *authority = form.findChild<QLineEdit *>(u"caFile"_s);
        auto *browse = form.findChild<QPushButton *>(u"browseCaButton"_s);
        files.path = dir.filePath(u"ca.pem"_s);
        browse->click();
        QCOMPARE(authority->text(), files.path);
        form.findChild<QPushButton *>(u"connectButton"_s)->click();
        QCOMPARE(asked.count(), 0);
        QFile file(files.path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        files.path.clear();
        browse->click(); // cancelled: what was there stays
        QCOMPARE(authority->text(), file.fileName());
        form.findChild<QPushButton *>(u"connectButton"_s)->click();
        QCOMPARE(asked.count(), 1);
    }

    /// Every line submits; what was refused has the focus again, selected, with a message at its field.
    void theKeysLeadToAnotherTry_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line : {"platformUrl", "profileName", "caFile", "operatorToken"})
            QTest::newRow(line) << QString::fromLatin1(line);
    }
    void theKeysLeadToAnotherTry()
    {
        QFETCH(const QString, line);
        QTemporaryDir dir;
        models::Profiles profiles(dir.filePath(u"profiles.json"_s));
        FixedFile files;
        WelcomeWindow window(profiles, files, false);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.showConnect({u"Staging"_s, QUrl(u"https://platform.example"_s), {}});
        ConnectForm *form = window.connectForm();
        QSignalSpy asked(form, &ConnectForm::connectRequested);
        connect(form, &ConnectForm::connectRequested, form, [form] { form->setBusy(true); });
        auto *token = form->findChild<QLineEdit *>(u"operatorToken"_s);
        auto *authority = form->findChild<QLineEdit *>(u"caFile"_s);
        QCOMPARE(typeOver(token, u"pcx_op_1"_s), QString());
        auto *typed = form->findChild<QLineEdit *>(line);
        typed->setFocus();
        QTest::keyClick(typed, Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QVERIFY(window.isConnecting()); // not the button that took the focus meanwhile
        form->setBusy(false);
        QVERIFY(typed->hasFocus());
        window.showFailure({}, ConnectForm::Wrong::Token);
        form->setFailure(u"The platform does not accept this token."_s, ConnectForm::Wrong::Token);
        QVERIFY(token->hasFocus());
        QCOMPARE(token->selectedText().size(), token->text().size());
        QVERIFY(token->property("invalid").toBool());
        QCOMPARE(token->accessibleDescription(), u"The platform does not accept this token."_s);
        QVERIFY(!form->findChild<MessageBanner *>(u"connectMessage"_s)->isVisible()); // said once
        form->setFailure(u"Not an authority."_s, ConnectForm::Wrong::Authority);
        QVERIFY(authority->hasFocus());
        QVERIFY(authority->parentWidget()->property("invalid").toBool());
        QTest::keyClick(authority, Qt::Key_Escape);
        QVERIFY(!window.isConnecting());
        QVERIFY(token->text().isEmpty());
    }

    /// Esc leads back to the button that led here; what was typed is there again, except for the token.
    void whatWasLeftIsThereAgain()
    {
        QTemporaryDir dir;
        models::Profiles profiles(dir.filePath(u"profiles.json"_s));
        FixedFile files;
        WelcomeWindow window(profiles, files, false);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QVERIFY(!window.windowIcon().isNull());
        auto *open = window.findChild<QPushButton *>(u"connectCardButton"_s);
        open->setFocus();
        QTest::keyClick(open, Qt::Key_Space);
        ConnectForm *form = window.connectForm();
        QVERIFY(window.isConnecting());
        auto *address = form->findChild<QLineEdit *>(u"platformUrl"_s);
        auto *token = form->findChild<QLineEdit *>(u"operatorToken"_s);
        QVERIFY(address->hasFocus());
        QTest::keyClicks(address, u"platform.example"_s);
        QTest::keyClick(address, Qt::Key_Return);
        QVERIFY(token->property("invalid").toBool());
        QCOMPARE(typeOver(token, u"pcx_op_1"_s), QString());
        form->setFailure(u"The platform does not accept this token."_s, ConnectForm::Wrong::Token);
        QTest::keyClick(token, Qt::Key_Escape);
        QVERIFY(open->hasFocus());
        QTest::keyClick(open, Qt::Key_Space);
        QCOMPARE(address->text(), u"platform.example"_s);
        QVERIFY(token->text().isEmpty());
        QVERIFY(!token->property("invalid").toBool()); // that was the last time
        QVERIFY(!form->findChild<MessageBanner *>(u"connectMessage"_s)->isVisible());
        // What is known of a profile does not mix with it.
        window.showConnect({u"Staging"_s, QUrl(u"https://staging.example"_s), {}});
        QCOMPARE(form->request().url, QUrl(u"https://staging.example"_s));
        window.showChoices();
        window.showConnect({});
        QVERIFY(address->text().isEmpty());
        QTest::keyClick(&window, Qt::Key_Q, Qt::ControlModifier); // as in the main window
        QTRY_VERIFY(!window.isVisible());
    }

    /// A message in the place of a hint that has two lines.
    void nothingMovesWithAMessage()
    {
        FixedFile files;
        ConnectForm form(files);
        form.resize(640, 700);
        form.show();
        QVERIFY(QTest::qWaitForWindowExposed(&form));
        auto *button = form.findChild<QPushButton *>(u"connectButton"_s);
        auto *token = form.findChild<QLineEdit *>(u"operatorToken"_s);
        QTest::qWait(20); // the first layout
        const auto places = [&] {
            return std::pair(button->mapTo(&form, QPoint()), token->mapTo(&form, QPoint()));
        };
        const auto before = places();
        form.findChild<QLineEdit *>(u"platformUrl"_s)->setText(u"platform.example"_s);
        button->click();
        QVERIFY(token->property("invalid").toBool());
        QTest::qWait(20); // what would move
        QCOMPARE(places(), before);
    }

    void aFailureIsShownAndGoesWithTheNextTry()
    {
        FixedFile files;
        ConnectForm form(files);
        form.show();
        auto *message = form.findChild<MessageBanner *>(u"connectMessage"_s);
        form.setFailure(u"The platform did not answer."_s);
        QVERIFY(message->isVisible());
        form.setBusy(true);
        auto *button = form.findChild<QPushButton *>(u"connectButton"_s);
        QVERIFY(!button->isEnabled());
        form.setBusy(false);
        button->click();
        QVERIFY(!message->isVisible());
    }
};

PC_THEMED_TEST_MAIN(ConnectFormTest)
#include "tst_connect_form.moc"
