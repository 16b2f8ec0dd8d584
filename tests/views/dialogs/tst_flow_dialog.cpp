// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/http/api_caller.h"
#include "models/partners/partner_flows.h"
#include "tests/support/scripted_transport.h"
#include "tests/views/credentials/dialog_fixture.h"
#include "tests/views/pages_fixture.h"
#include "tests/views/themed_test.h"
#include "views/partner/promote_dialog.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/patience.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

using namespace pc;
using namespace pc::views;
using namespace Qt::StringLiterals;
using pc::test::PagesFixture;
using Mood = pc::test::SampleService::Mood;

namespace {

/// A dialog that freezes a partner, over a platform that may hang.
struct Shown
{
    PagesFixture pages;
    QPointer<FreezeDialog> dialog;

    explicit Shown(const QSize &size = {1180, 800})
    {
        pages.show(new QWidget, size);
        open();
    }
    /// The dialog for this partner of the list.
    void open(qsizetype partner = 0)
    {
        const Versioned<Partner> of{pages.service->partners[partner], u"\"1\""_s};
        auto *flow = new models::FreezeFlow(pages.connection->partners(), pages.connection->feed(), of,
                                            models::FreezeFlow::Act::Freeze);
        dialog = new FreezeDialog(pages.context, flow, &pages.window);
        dialog->open();
        pc::test::settle();
    }
    void submit()
    {
        dialog->findChild<QComboBox *>(u"reason"_s)->setCurrentText(u"Suspected key leak"_s);
        button(u"submitButton"_s)->click();
    }
    [[nodiscard]] QPushButton *button(const QString &name) const
    {
        return dialog->findChild<QPushButton *>(name);
    }
    [[nodiscard]] QString message() const
    {
        auto *banner = dialog->findChild<MessageBanner *>(u"dialogMessage"_s);
        return banner->isVisible() ? banner->text() : QString();
    }
};

} // namespace

/// An act on a platform that hangs: words after two seconds, a way out at any time, "not known" at the limit,
/// and the outcome told to whoever left.
class FlowDialogTest final : public QObject
{
    Q_OBJECT
public:
    explicit FlowDialogTest(ThemeController &) {}

private Q_SLOTS:
    void aHungActIsSaidAndEndsAtItsLimit()
    {
        Shown shown;
        shown.pages.service->mood = Mood::Silent;
        shown.submit();
        QVERIFY(shown.message().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(shown.message().startsWith(Patience::text(2)), 4000);
        QVERIFY(shown.button(u"cancelButton"_s)->isEnabled());
        shown.pages.clock.advance(client::ApiCaller::writeLimit);
        QTRY_VERIFY(shown.message().contains(u"not known"_s));
        QVERIFY2(!shown.message().contains(u"was not frozen"_s), qPrintable(shown.message()));
        QVERIFY(!shown.message().contains(u"Nothing was changed"_s));
        QCOMPARE(shown.button(u"cancelButton"_s)->text(), u"Close"_s); // no promise that access is kept
        // What was sent can be asked for again; it is the same act.
        shown.pages.service->mood = Mood::Well;
        shown.dialog->findChild<MessageBanner *>(u"dialogMessage"_s)->findChild<QPushButton *>()->click();
        QTRY_VERIFY(!shown.dialog);
        QByteArrayList keys;
        for (const auto &asked : shown.pages.service->requests)
            if (asked.path.endsWith(u"/freeze"_s))
                keys.append(asked.key);
        QVERIFY(keys.size() >= 2);
        QCOMPARE(keys.count(keys.first()), keys.size());
    }

    void leavingIsPossibleAndTheOutcomeIsTold_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::addColumn<bool>("answers");
        QTest::newRow("Esc, answered later") << true << true;
        QTest::newRow("Close, never answered") << false << false;
        QTest::newRow("Esc, never answered") << true << false;
        QTest::newRow("Close, answered later") << false << true;
    }
    void leavingIsPossibleAndTheOutcomeIsTold()
    {
        QFETCH(bool, byKey);
        QFETCH(bool, answers);
        Shown shown;
        const QString name = shown.pages.service->partners.first().name;
        if (!answers)
            shown.pages.service->mood = Mood::Silent;
        shown.submit(); // the answer comes from the event loop
        if (byKey)
            QTest::keyClick(shown.dialog, Qt::Key_Escape);
        else
            shown.button(u"cancelButton"_s)->click();
        QVERIFY(!shown.dialog || !shown.dialog->isVisible());
        QTRY_VERIFY(!shown.dialog);
        if (!answers) {
            QVERIFY(shown.pages.toastText().contains(u"under way"_s));
            shown.pages.clock.advance(client::ApiCaller::writeLimit);
        }
        QTRY_VERIFY2(shown.pages.toastText().contains(name) &&
                         !shown.pages.toastText().contains(u"under way"_s),
                     qPrintable(shown.pages.toastText()));
        QCOMPARE(shown.pages.toastText().contains(u"not known"_s), !answers);
        QCOMPARE(shown.pages.toastText().contains(u"done"_s), answers);
        // What says "ask again" has a button for it.
        auto *again = shown.pages.toasts.toasts().last()->findChild<QPushButton *>(u"toastAction"_s);
        QCOMPARE(again != nullptr, !answers);
        if (!again)
            return;
        shown.pages.service->mood = Mood::Well;
        again->click();
        QTRY_VERIFY2(shown.pages.toastText().contains(u"done"_s), qPrintable(shown.pages.toastText()));
    }

    /// "Not known" stays on whatever page until it is known, and only then goes.
    void whatIsNotKnownStaysUntilItIs_data()
    {
        QTest::addColumn<bool>("leftEarly");
        QTest::newRow("left while it works") << true;
        QTest::newRow("closed over the unknown outcome") << false;
    }
    void whatIsNotKnownStaysUntilItIs()
    {
        QFETCH(const bool, leftEarly);
        Shown shown;
        shown.pages.service->mood = Mood::Silent;
        shown.submit();
        if (leftEarly) {
            QTest::keyClick(shown.dialog, Qt::Key_Escape);
            QVERIFY2(shown.pages.toastText().contains(u": under way."_s),
                     qPrintable(shown.pages.toastText()));
            QVERIFY(shown.pages.toasts.toasts().last()->staysUntilDismissed());
        }
        shown.pages.clock.advance(client::ApiCaller::writeLimit);
        if (!leftEarly) {
            QTRY_VERIFY(shown.message().contains(u"not known"_s));
            QVERIFY(shown.pages.toasts.toasts().isEmpty());
            QTest::keyClick(shown.dialog, Qt::Key_Escape);
        }
        QTRY_VERIFY(shown.pages.toastText().contains(u"not known"_s));
        QCOMPARE(shown.pages.toasts.toasts().size(), 1); // "under way" is not so any more
        QVERIFY(shown.pages.toasts.toasts().last()->staysUntilDismissed());
        QVERIFY(!shown.pages.toasts.triggerLatest()); // Ctrl+Z sends nothing
        shown.pages.service->mood = Mood::Well;
        shown.pages.toasts.toasts().last()->trigger(); // "Ask again"
        QTRY_VERIFY(shown.pages.toastText().contains(u"done"_s));
        QCOMPARE(shown.pages.toasts.toasts().size(), 1);
    }

    /// In the smallest window too: what is waited for stands above the buttons, whatever scrolls.
    void whatIsWaitedForIsInSight()
    {
        Shown shown({800, 560});
        shown.pages.service->mood = Mood::Silent;
        shown.submit();
        QCOMPARE(shown.button(u"submitButton"_s)->text(), u"Freezing…"_s);
        auto *banner = shown.dialog->findChild<MessageBanner *>(u"dialogMessage"_s);
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), 20000);
        QVERIFY(pc::test::isInSight(banner));
        for (const QString &name : {u"submitButton"_s, u"cancelButton"_s})
            QVERIFY2(pc::test::isInSight(shown.button(name)), qPrintable(name));
        shown.pages.clock.advance(client::ApiCaller::writeLimit);
        QTRY_VERIFY(shown.message().contains(u"not known"_s));
        QVERIFY(pc::test::isInSight(banner));
        QVERIFY(pc::test::isInSight(banner->findChild<QPushButton *>(u"bannerAction"_s)));
    }

    /// Who left the dialog of an act that hangs finds what was typed when it is opened again, for the same
    /// object only, and until the act is known to be done.
    void whatWasTypedIsThereAgain_data()
    {
        QTest::addColumn<bool>("refused");
        QTest::newRow("not known") << false;
        QTest::newRow("refused") << true;
    }
    void whatWasTypedIsThereAgain()
    {
        QFETCH(const bool, refused);
        Shown shown;
        const auto reason = [&shown] {
            return shown.dialog->findChild<QComboBox *>(u"reason"_s)->currentText();
        };
        const auto ticket = [&shown] { return shown.dialog->findChild<QLineEdit *>(u"ticket"_s); };
        QCOMPARE(reason(), QString());
        ticket()->setText(u"SEC-4711"_s);
        if (refused)
            shown.pages.service->first = [](const pc::test::SampleService::Asked &asked) {
                using Answer = std::optional<client::TransportResult>;
                return asked.path.endsWith(u"/freeze"_s)
                           ? Answer(pc::test::ScriptedTransport::problemResponse(409, u"conflict"_s, {}))
                           : std::nullopt;
            };
        else
            shown.pages.service->mood = Mood::Silent;
        shown.submit();
        QTest::keyClick(shown.dialog, Qt::Key_Escape);
        QTRY_VERIFY(!shown.dialog);
        if (!refused)
            shown.pages.clock.advance(client::ApiCaller::writeLimit);
        QTRY_VERIFY(shown.pages.toastText().contains(u"not"_s));
        shown.pages.service->mood = Mood::Well;
        shown.pages.service->first = {};

        shown.open(1); // another partner
        QCOMPARE(reason(), QString());
        QTest::keyClick(shown.dialog, Qt::Key_Escape);
        QTRY_VERIFY(!shown.dialog);
        shown.open();
        QCOMPARE(reason(), u"Suspected key leak"_s);
        QCOMPARE(ticket()->text(), u"SEC-4711"_s);
        shown.button(u"submitButton"_s)->click();
        QTRY_VERIFY(!shown.dialog); // done
        shown.open();
        QCOMPARE(reason(), QString());
    }

    void closingWithoutActingSaysNothing()
    {
        Shown shown;
        QTest::keyClick(shown.dialog, Qt::Key_Escape);
        QTRY_VERIFY(!shown.dialog);
        QVERIFY(shown.pages.toastText().isEmpty());
        QCOMPARE(shown.pages.service->asked(
                     "POST", u"/partners/%1/freeze"_s.arg(shown.pages.service->partners.first().id)),
                 0);
    }
};

PC_THEMED_TEST_MAIN(FlowDialogTest)
#include "tst_flow_dialog.moc"
