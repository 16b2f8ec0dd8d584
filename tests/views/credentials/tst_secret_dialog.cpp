// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/secret.h"
#include "contract/pack/code_samples.h"
#include "tests/views/credentials/credential_fixture.h"
#include "tests/views/themed_test.h"
#include "views/credentials/clipboard_countdown.h"
#include "views/credentials/credentials_tab.h"
#include "views/credentials/rotate_dialog.h"
#include "views/credentials/secret_dialog.h"
#include "views/credentials/secret_field.h"
#include "views/widgets/code_block.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/table_view.h"
#include "views/widgets/underline_tabs.h"

#include <QCheckBox>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QProcess>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

using namespace pc;
using namespace pc::pack;
using namespace pc::views;
using namespace Qt::StringLiterals;
using pc::test::CredentialBackend;
using pc::test::CredentialFixture;
using pc::test::MemoryClipboard;

namespace {

/// A rotation that just brought its secret.
struct Shown : CredentialFixture
{
    SecretDialog *secret = nullptr;

    explicit Shown(const std::function<void(CredentialFixture &)> &prepare = {}) : CredentialFixture(prepare)
    {
        if (!select(u"erp-sync"_s) || !pages.commands.run(u"credential.rotate"_s))
            return;
        dialog<RotateDialog>()->findChild<QPushButton *>(u"submitButton"_s)->click();
        pc::test::settle();
        secret = dialog<SecretDialog>();
    }
    template <typename T>
    [[nodiscard]] T *child(const QString &name) const
    {
        return secret->findChild<T *>(name);
    }
    [[nodiscard]] bool asksBeforeClosing() const
    {
        return child<MessageBanner>(u"closingQuestion"_s)->isVisible();
    }
    [[nodiscard]] ClipboardCountdown *countdown() const { return secret->findChild<ClipboardCountdown *>(); }
    [[nodiscard]] QString countdownText() const { return countdown()->findChild<QLabel *>()->text(); }
};

/// Everything a widget and its children say, to the eye or to a screen reader.
QString everyTextOf(const QWidget *root)
{
    QStringList texts;
    QList<const QWidget *> all{root};
    for (const QWidget *child : root->findChildren<QWidget *>())
        all.append(child);
    for (const QWidget *each : std::as_const(all)) {
        texts << each->accessibleName() << each->accessibleDescription() << each->toolTip()
              << each->statusTip() << each->whatsThis() << each->windowTitle() << each->objectName();
        for (const char *name : {"text", "plainText", "placeholderText", "currentText", "html"})
            texts << each->property(name).toString();
    }
    return texts.join(u'\n');
}

QImage drawn(SecretField &field)
{
    field.resize(620, 36);
    return field.grab().toImage();
}

} // namespace

/// The one time a secret is shown.
class SecretDialogTest final : public QObject
{
    Q_OBJECT
public:
    explicit SecretDialogTest(ThemeController &) {}

private Q_SLOTS:
    void theSecretIsMaskedUntilItIsHeld()
    {
        const Shown shown;
        QVERIFY(shown.secret);
        auto *field = shown.child<SecretField>(u"secretField"_s);
        auto *show = shown.child<QToolButton>(u"revealButton"_s);
        QVERIFY(!field->isRevealed());
        QTest::mousePress(show, Qt::LeftButton);
        QVERIFY(field->isRevealed());
        QTest::mouseRelease(show, Qt::LeftButton);
        QVERIFY(!field->isRevealed());
        // With the keyboard too, and it is hidden again when the focus goes while it is held.
        show->setFocus();
        QTest::keyPress(show, Qt::Key_Space);
        QVERIFY(field->isRevealed());
        shown.child<QCheckBox>(u"storedCheck"_s)->setFocus();
        QVERIFY(!field->isRevealed());
    }

    void theMaskSaysNothingOfTheSecret()
    {
        const Secret one = Secret::copyOf("pcx_cs_prd_0123456789abcdefAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA_q7Zt");
        const Secret other =
            Secret::copyOf("pcx_cs_prd_zyxwvutsrqponmlkBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB_q7Zt");
        const Secret longer =
            Secret::copyOf("pcx_cs_prd_zyxwvutsrqponmlkBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB_q7Zt");
        SecretField first(one);
        SecretField second(other);
        SecretField third(longer);
        const QImage masked = drawn(first);
        QVERIFY(masked == drawn(second));
        QVERIFY(masked == drawn(third)); // not even its length
        first.setRevealed(true);
        second.setRevealed(true);
        QVERIFY(drawn(first) != masked);
        QVERIFY(drawn(first) != drawn(second));
        first.setRevealed(false);
        QVERIFY(drawn(first) == masked);
        // A wiped secret draws as nothing, revealed or not.
        const Secret none;
        SecretField wiped(none);
        const QImage empty = drawn(wiped);
        wiped.setRevealed(true);
        QVERIFY(drawn(wiped) == empty);
        QVERIFY(empty != masked);
        QCOMPARE(first.accessibleName(), u"Secret, hidden, ending in q7Zt"_s);
    }

    /// No label, field, tooltip or accessible text holds it, whatever is revealed and copied.
    void theSecretIsInNoText()
    {
        const Shown shown;
        QVERIFY(shown.secret);
        const QString middle = u"MiddleOfTheSecret"_s;
        QVERIFY(CredentialBackend::secretText().contains(middle.toLatin1()));
        QTest::mousePress(shown.child<QToolButton>(u"revealButton"_s), Qt::LeftButton);
        QVERIFY(!everyTextOf(shown.secret).contains(middle));
        shown.child<QPushButton>(u"copySecretButton"_s)->click();
        for (const QString &sample : {u"curl"_s, u"env"_s, u"kubernetes"_s, u"vault"_s}) {
            shown.child<UnderlineTabs>(u"sampleTabs"_s)->setCurrentId(sample);
            QVERIFY(!everyTextOf(shown.secret).contains(middle));
        }
        QVERIFY(!everyTextOf(&shown.pages.window).contains(middle));
        QVERIFY(everyTextOf(shown.secret).contains(CredentialBackend::secretLastFour())); // what may be known
    }

    void copyIsFirstAndMarked()
    {
        Shown shown;
        QVERIFY(shown.secret);
        QCOMPARE(shown.secret->focusWidget()->objectName(), u"copySecretButton"_s);
        QVERIFY(!shown.countdown()->isVisible());
        QTest::keyClick(shown.secret->focusWidget(), Qt::Key_Space);
        QVERIFY(shown.pages.clipboard.secret); // through setSecret(), never as ordinary text
        QCOMPARE(shown.pages.clipboard.text, QString());
        QVERIFY(shown.countdown()->isVisible());
        QCOMPARE(shown.countdownText(), u"Copied. Clipboard clears in 30 s"_s);
        shown.child<QPushButton>(u"clearClipboardButton"_s)->click();
        QVERIFY(!shown.pages.clipboard.secret);
        QCOMPARE(shown.countdownText(), u"Clipboard cleared"_s);
        QVERIFY(!shown.child<QPushButton>(u"clearClipboardButton"_s)->isVisible());
        shown.child<QPushButton>(u"copySecretButton"_s)->click(); // as often as needed
        QVERIFY(shown.pages.clipboard.secret);
        QCOMPARE(shown.countdown()->secondsLeft(), 30);
        // The id is no secret.
        shown.child<QPushButton>(u"copyIdButton"_s)->click();
        QCOMPARE(shown.pages.clipboard.text, shown.backend.credential(u"erp-sync"_s).id);
    }

    void somebodyElsesClipboardIsLeftAlone()
    {
        Shown shown;
        QVERIFY(shown.secret);
        shown.child<QPushButton>(u"copySecretButton"_s)->click();
        shown.pages.clipboard.setText(u"theirs"_s);
        QTRY_COMPARE_WITH_TIMEOUT(shown.countdownText(), u"The clipboard holds something else now"_s, 20000);
        QVERIFY(!shown.countdown()->isRunning());
        QCOMPARE(shown.pages.clipboard.text, u"theirs"_s);
    }

    void closingAsksFirst()
    {
        const Shown shown;
        QVERIFY(shown.secret);
        auto *done = shown.child<QPushButton>(u"doneButton"_s);
        QVERIFY(!done->isEnabled());
        QVERIFY(done->toolTip().contains(u"Tick the box first"_s));
        QVERIFY(!shown.asksBeforeClosing());
        QTest::keyClick(shown.secret, Qt::Key_Escape);
        QVERIFY(shown.secret->isVisible());
        QVERIFY(shown.asksBeforeClosing());
        QCOMPARE(shown.secret->focusWidget()->objectName(), u"storedCheck"_s);
        shown.secret->close();
        QVERIFY(shown.secret->isVisible());
        // Ticking answers the question; taking it back asks again.
        auto *stored = shown.child<QCheckBox>(u"storedCheck"_s);
        stored->click();
        QVERIFY(!shown.asksBeforeClosing());
        QVERIFY(done->isEnabled());
        stored->click();
        QVERIFY(!done->isEnabled());
        QTest::keyClick(shown.secret, Qt::Key_Escape);
        QVERIFY(shown.secret->isVisible());
    }

    void enterDoesNotClose()
    {
        const Shown shown;
        QVERIFY(shown.secret);
        for (const QString &name : {u"clientId"_s, u"storedCheck"_s, u"revealButton"_s}) {
            auto *widget = shown.child<QWidget>(name);
            widget->setFocus();
            QTest::keyClick(widget, Qt::Key_Return);
            QVERIFY2(shown.secret->isVisible(), qPrintable(name));
        }
        QVERIFY(!shown.pages.clipboard.secret);
    }

    void doneWipesTheSecret()
    {
        const Shown shown;
        QVERIFY(shown.secret);
        const QPointer<SecretDialog> dialog(shown.secret);
        auto *stored = shown.child<QCheckBox>(u"storedCheck"_s);
        stored->setFocus();
        QTest::keyClick(stored, Qt::Key_Space);
        QTest::keyClick(stored, Qt::Key_Return); // Done is the default
        QTRY_VERIFY(dialog.isNull());            // and its flow, which held the secret
    }

    void closingAnywayCloses()
    {
        const Shown shown;
        QVERIFY(shown.secret);
        const QPointer<SecretDialog> dialog(shown.secret);
        QTest::keyClick(shown.secret, Qt::Key_Escape);
        Q_EMIT shown.child<MessageBanner>(u"closingQuestion"_s)->actionTriggered();
        QTRY_VERIFY(dialog.isNull());
    }

    /// However many lines the warning has in a language.
    void theWarningIsNotCut()
    {
        const Shown shown;
        QVERIFY(shown.secret);
        auto *warning = shown.child<MessageBanner>(u"closingQuestion"_s);
        warning->setMessage(Severity::Warn, u"Beim Schließen geht das Geheimnis verloren. "_s.repeated(8));
        QTest::keyClick(shown.secret, Qt::Key_Escape);
        QVERIFY(shown.asksBeforeClosing());
        QTRY_VERIFY2(
            warning->height() >= warning->heightForWidth(warning->width()),
            qPrintable(u"%1 of %2"_s.arg(warning->height()).arg(warning->heightForWidth(warning->width()))));
    }

    void theClipboardIsEmptiedAfterClosing()
    {
        Shown shown;
        QVERIFY(shown.secret);
        const QPointer<SecretDialog> dialog(shown.secret);
        shown.child<QPushButton>(u"copySecretButton"_s)->click();
        shown.child<QCheckBox>(u"storedCheck"_s)->click();
        shown.child<QPushButton>(u"doneButton"_s)->click();
        QTRY_VERIFY(dialog.isNull());
        QVERIFY(shown.pages.clipboard.secret); // time to paste it
    }

    void theClipboardIsEmptiedInAnyCase()
    {
        MemoryClipboard clipboard;
        {
            QObject owner;
            clipboard.setSecret("secret");
            clearClipboardLater(clipboard, 1, &owner);
            QVERIFY(clipboard.secret);
            QTRY_VERIFY_WITH_TIMEOUT(!clipboard.secret, 20000);
        }
        {
            QObject window;
            clipboard.setSecret("secret");
            clearClipboardLater(clipboard, 600, &window);
            QVERIFY(clipboard.secret);
        } // the window closes first
        QVERIFY(!clipboard.secret);
        {
            ClipboardCountdown countdown(clipboard, 30);
            clipboard.setSecret("secret");
            countdown.start();
        } // the dialog goes with its window, nobody closed it
        QVERIFY(!clipboard.secret);
        {
            QObject window;
            clipboard.setText(u"theirs"_s);
            clearClipboardLater(clipboard, 600, &window);
        }
        QCOMPARE(clipboard.text, u"theirs"_s);
    }

    /// Each second is said, the last one too, and the secret is there until it is over and not a moment
    /// longer.
    void theCountdownCountsToItsEnd()
    {
        pc::test::MemoryClipboard clipboard;
        ClipboardCountdown countdown(clipboard, 3);
        QSignalSpy cleared(&countdown, &ClipboardCountdown::cleared);
        clipboard.setSecret("secret");
        QElapsedTimer since;
        since.start();
        countdown.start();
        QMap<int, QString> said;
        const auto over = [&] {
            if (!said.contains(countdown.secondsLeft()))
                said.insert(countdown.secondsLeft(), countdown.findChild<QLabel *>()->text());
            return !clipboard.secret;
        };
        QVERIFY(QTest::qWaitFor(over, 8000));
        QVERIFY2(since.elapsed() >= 2900, qPrintable(QString::number(since.elapsed())));
        (void)over();
        QCOMPARE(said.keys(), (QList<int>{0, 1, 2, 3}));
        QVERIFY(said.value(1).endsWith(u"1 s"_s));
        QCOMPARE(said.value(0), u"Clipboard cleared"_s);
        QCOMPARE(cleared.count(), 1);
        QVERIFY(!countdown.isRunning());
    }

    void samplesUseAVariable()
    {
        Credential credential;
        credential.id = u"crd_0123456789abcdef"_s;
        credential.name = u"ERP sync: nightly!"_s;
        credential.kind = CredentialKind::ClientSecret;
        const SampleEndpoints endpoints{u"https://auth.example/token"_s, u"https://api.example/v1"_s};
        const QString curl = curlSample(credential, endpoints);
        QVERIFY(curl.startsWith(u"printf 'user = \"%s:%s\"' crd_0123456789abcdef \"$CLIENT_SECRET\" |"_s));
        SampleEndpoints privately = endpoints;
        privately.caFile = u"/home/me/it's/ca.pem"_s;
        QVERIFY(
            curlSample(credential, privately).contains(u" --cacert '/home/me/it'\\''s/ca.pem' \\\n  -d"_s));
        privately.caFile = u"/srv/ca.pem"_s;
        QVERIFY(curlSample(credential, privately).contains(u" --cacert /srv/ca.pem \\\n  -d"_s));
        QVERIFY(curl.endsWith(endpoints.tokenEndpoint));
        QVERIFY(environmentSample(credential, endpoints).contains(u"CLIENT_ID=crd_0123456789abcdef\n"_s));
        QVERIFY(kubernetesSample(credential).contains(u"generic erp-sync-nightly \\"_s));
        QVERIFY(kubernetesSample(credential).contains(u"client-secret=/dev/stdin"_s));
        QVERIFY(vaultSample(credential).contains(u"client_secret=-"_s));
        credential.name = u"Zürich ERP"_s; // as a slug is made everywhere
        QVERIFY(kubernetesSample(credential).contains(u"generic zurich-erp \\"_s));
        QVERIFY(vaultSample(credential).contains(u"secret/zurich-erp \\"_s));
        credential.kind = CredentialKind::ApiKey;
        credential.name = u"***"_s;
        QVERIFY(curlSample(credential, endpoints).contains(u"Bearer %s\"' \"$API_KEY\" |"_s));
        QVERIFY(!environmentSample(credential, endpoints).contains(u"CLIENT_ID"_s));
        QVERIFY(kubernetesSample(credential).contains(u"generic partner-credential \\"_s));
        QVERIFY(!vaultSample(credential).contains(credential.id));
    }

    /// Run by a real shell, with programs that note what they were called with: the secret is in no argument
    /// and no environment, and arrives on standard input.
    void samplesKeepTheSecretOffTheCommandLine()
    {
        QTemporaryDir dir;
        for (const QString &name : {u"curl"_s, u"kubectl"_s, u"vault"_s}) {
            QFile program(dir.filePath(name));
            QVERIFY(program.open(QIODevice::WriteOnly));
            program.write("#!/bin/sh\n{ echo \"$@\"; env; } >>\"$NOTES.seen\"\ncat >>\"$NOTES.stdin\"\n");
            program.close();
            QVERIFY(program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        }
        const QString secret = u"made%1up"_s.arg(QRandomGenerator::global()->generate64());
        Credential credential;
        credential.id = u"crd_0123456789abcdef"_s;
        credential.name = u"sync"_s;
        const SampleEndpoints endpoints{u"https://auth.example/token"_s, u"https://api.example/v1"_s,
                                        u"/srv/ca.pem"_s};
        int samples = 0;
        for (const CredentialKind kind : {CredentialKind::ClientSecret, CredentialKind::ApiKey}) {
            credential.kind = kind;
            for (const QString &sample :
                 {curlSample(credential, endpoints), kubernetesSample(credential), vaultSample(credential)}) {
                const QString notes = dir.filePath(QString::number(++samples));
                QProcess shell;
                QProcessEnvironment environment;
                environment.insert(u"PATH"_s, dir.path() + u":/usr/bin:/bin"_s);
                environment.insert(u"NOTES"_s, notes);
                shell.setProcessEnvironment(environment);
                shell.start(u"/bin/sh"_s, {u"-s"_s}); // a person types the variable, it is not exported
                QVERIFY(shell.waitForStarted());
                shell.write((u"API_KEY="_s + secret + u"\nCLIENT_SECRET="_s + secret + u'\n' + sample + u'\n')
                                .toUtf8());
                shell.closeWriteChannel();
                QVERIFY(shell.waitForFinished(20'000));
                QCOMPARE(shell.exitCode(), 0);
                QFile seen(notes + u".seen"_s);
                QFile given(notes + u".stdin"_s);
                QVERIFY2(seen.open(QIODevice::ReadOnly) && given.open(QIODevice::ReadOnly),
                         qPrintable(sample));
                const QByteArray arguments = seen.readAll();
                QVERIFY2(!arguments.contains(secret.toUtf8()), qPrintable(sample));
                QVERIFY2(given.readAll().contains(secret.toUtf8()), qPrintable(sample));
            }
        }
        QCOMPARE(samples, 6);
    }

    /// An API key has a key ID, as in the pane beside the table.
    void theIdIsCalledAsItsKindCallsIt()
    {
        const Shown client;
        QVERIFY(client.secret);
        QCOMPARE(client.child<QLineEdit>(u"clientId"_s)->accessibleName(), u"Client ID"_s);
        const Shown key([](CredentialFixture &fixture) {
            fixture.backend.credential(u"erp-sync"_s).kind = CredentialKind::ApiKey;
        });
        QVERIFY(key.secret);
        QCOMPARE(key.child<QLineEdit>(u"clientId"_s)->accessibleName(), u"Key ID"_s);
        const QString texts = everyTextOf(key.secret);
        QVERIFY(texts.contains(u"Key ID"_s));
        QVERIFY2(!texts.contains(u"Client ID"_s), qPrintable(texts));
    }

    void samplesAreCopied()
    {
        const Shown shown;
        QVERIFY(shown.secret);
        auto *sample = shown.secret->findChild<CodeBlock *>();
        QVERIFY(sample->code().contains(u"https://auth.eu-1.example/oauth2/token"_s));
        shown.child<UnderlineTabs>(u"sampleTabs"_s)->setCurrentId(u"vault"_s);
        QVERIFY(sample->code().contains(u"vault kv put secret/erp-sync"_s));
        Q_EMIT sample->copyRequested(sample->code());
        QCOMPARE(shown.pages.clipboard.text, sample->code());
    }
};

PC_THEMED_TEST_MAIN(SecretDialogTest)
#include "tst_secret_dialog.moc"
