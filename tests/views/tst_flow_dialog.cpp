// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/api_caller.h"
#include "models/partner_flows.h"
#include "tests/views/pages_world.h"
#include "tests/views/themed_test.h"
#include "views/partners/promote_dialog.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/patience.h"

#include <QComboBox>
#include <QPushButton>

using namespace pc;
using namespace pc::views;
using namespace Qt::StringLiterals;
using pc::test::PagesWorld;
using Mood = pc::test::SampleService::Mood;

namespace {

/// A dialog that freezes a partner, over a platform that may hang.
struct Shown
{
    PagesWorld world;
    QPointer<FreezeDialog> dialog;

    Shown()
    {
        world.show(new QWidget);
        const Versioned<Partner> partner{world.service->partners.first(), u"\"1\""_s};
        auto *flow = new models::FreezeFlow(world.connection->partners(), world.connection->feed(), partner,
                                            models::FreezeFlow::Act::Freeze);
        dialog = new FreezeDialog(world.context, flow, &world.window);
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
        shown.world.service->mood = Mood::Silent;
        shown.submit();
        QVERIFY(shown.message().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(shown.message().startsWith(Patience::text(2)), 4000);
        QVERIFY(shown.button(u"cancelButton"_s)->isEnabled());
        shown.world.clock.advance(client::ApiCaller::writeLimit);
        QTRY_VERIFY(shown.message().contains(u"not known"_s));
        QVERIFY2(!shown.message().contains(u"was not frozen"_s), qPrintable(shown.message()));
        QVERIFY(!shown.message().contains(u"Nothing was changed"_s));
        QCOMPARE(shown.button(u"cancelButton"_s)->text(), u"Close"_s); // no promise that access is kept
        // What was sent can be asked for again; it is the same act.
        shown.world.service->mood = Mood::Well;
        shown.dialog->findChild<MessageBanner *>(u"dialogMessage"_s)->findChild<QPushButton *>()->click();
        QTRY_VERIFY(!shown.dialog);
        QByteArrayList keys;
        for (const auto &asked : shown.world.service->requests)
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
        const QString name = shown.world.service->partners.first().name;
        if (!answers)
            shown.world.service->mood = Mood::Silent;
        shown.submit(); // the answer comes from the event loop
        if (byKey)
            QTest::keyClick(shown.dialog, Qt::Key_Escape);
        else
            shown.button(u"cancelButton"_s)->click();
        QVERIFY(!shown.dialog || !shown.dialog->isVisible());
        QTRY_VERIFY(!shown.dialog);
        if (!answers) {
            QVERIFY(shown.world.toastText().isEmpty());
            shown.world.clock.advance(client::ApiCaller::writeLimit);
        }
        QTRY_VERIFY2(shown.world.toastText().contains(name), qPrintable(shown.world.toastText()));
        QCOMPARE(shown.world.toastText().contains(u"not known"_s), !answers);
        QCOMPARE(shown.world.toastText().contains(u"done"_s), answers);
        // What says "ask again" has a button for it.
        auto *again = shown.world.toasts.toasts().last()->findChild<QPushButton *>(u"toastAction"_s);
        QCOMPARE(again != nullptr, !answers);
        if (!again)
            return;
        shown.world.service->mood = Mood::Well;
        again->click();
        QTRY_VERIFY2(shown.world.toastText().contains(u"done"_s), qPrintable(shown.world.toastText()));
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
        shown.world.service->mood = Mood::Silent;
        shown.submit();
        if (leftEarly)
            QTest::keyClick(shown.dialog, Qt::Key_Escape);
        shown.world.clock.advance(client::ApiCaller::writeLimit);
        if (!leftEarly) {
            QTRY_VERIFY(shown.message().contains(u"not known"_s));
            QVERIFY(shown.world.toasts.toasts().isEmpty());
            QTest::keyClick(shown.dialog, Qt::Key_Escape);
        }
        QTRY_VERIFY(shown.world.toastText().contains(u"not known"_s));
        QVERIFY(shown.world.toasts.toasts().last()->staysUntilDismissed());
        QVERIFY(!shown.world.toasts.triggerLatest()); // Ctrl+Z sends nothing
        shown.world.service->mood = Mood::Well;
        shown.world.toasts.toasts().last()->trigger(); // "Ask again"
        QTRY_VERIFY(shown.world.toastText().contains(u"done"_s));
        QCOMPARE(shown.world.toasts.toasts().size(), 1);
    }

    void closingWithoutActingSaysNothing()
    {
        Shown shown;
        QTest::keyClick(shown.dialog, Qt::Key_Escape);
        QTRY_VERIFY(!shown.dialog);
        QVERIFY(shown.world.toastText().isEmpty());
        QCOMPARE(shown.world.service->asked(
                     "POST", u"/partners/%1/freeze"_s.arg(shown.world.service->partners.first().id)),
                 0);
    }
};

PC_THEMED_TEST_MAIN(FlowDialogTest)
#include "tst_flow_dialog.moc"
