// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/permission.h"
#include "tests/views/pages_fixture.h"
#include "tests/views/scrolled_down.h"
#include "tests/views/themed_test.h"
#include "views/access/access_tab.h"
#include "views/partner/gates_card.h"
#include "views/partner/partner_page.h"
#include "views/partner/promote_dialog.h"
#include "views/seams/partner_places.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/underline_tabs.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>

using namespace pc;
using namespace pc::views;
using namespace Qt::StringLiterals;
using pc::test::PagesFixture;
using Mood = pc::test::SampleService::Mood;

namespace {

struct Shown
{
    PagesFixture pages;
    PartnerPage *page;
    QString id;

    explicit Shown(const QString &name = u"Cardinal Payroll"_s, const QString &tab = {})
        : page(new PartnerPage(pages.context, pages.parts)), id(pages.idOf(name))
    {
        page->open(places::partnerPage(id, tab));
        pages.show(page);
        pc::test::settle();
    }
    template <typename T>
    [[nodiscard]] T *dialog() const
    {
        return pages.window.findChild<T *>();
    }
    [[nodiscard]] StateStack *states() const
    {
        return page->findChild<StateStack *>(QString(), Qt::FindDirectChildrenOnly);
    }
};

} // namespace

class PartnerPageTest final : public QObject
{
    Q_OBJECT
public:
    explicit PartnerPageTest(ThemeController &) {}

private Q_SLOTS:
    void showsWhoItIs()
    {
        Shown shown;
        QTRY_COMPARE(shown.page->title(), u"Cardinal Payroll"_s);
        QCOMPARE(shown.page->findChild<QLabel *>(u"partnerName"_s)->text(), u"Cardinal Payroll"_s);
        QCOMPARE(shown.page->breadcrumb().size(), 2);
        QCOMPARE(shown.page->breadcrumb()[0].location, places::partnersPage());
    }

    /// Gates are asked for with every change of the partner; what is the same stays under the keyboard.
    void gatesStayUnderTheKeyboard()
    {
        Gate gate{u"g"_s, u"Agreement"_s, false, u"None"_s, u"agreement"_s};
        GatesCard card;
        card.setGates({Stage::Limited, {gate}});
        const QPointer<QPushButton> fix = card.findChild<QPushButton *>(u"fix_g"_s);
        QVERIFY(fix);
        card.setGates({Stage::Limited, {gate}});
        QVERIFY(fix);
        gate.passed = true;
        card.setGates({Stage::Limited, {gate}});
        QVERIFY(!fix);
    }

    /// Without an agreement there is nothing that has a version.
    void noAgreementHasNoVersion()
    {
        Shown shown;
        const auto rows = [&shown] {
            QStringList texts;
            for (const QLabel *label :
                 shown.page->findChild<QWidget *>(u"agreementCard"_s)->findChildren<QLabel *>())
                texts.append(label->text());
            return texts;
        };
        QTRY_VERIFY(rows().contains(u"Version"_s));
        const auto agreement = shown.pages.service->partner(shown.id).agreement;
        shown.pages.service->partner(shown.id).agreement.reset();
        shown.page->refresh();
        QTRY_VERIFY(rows().contains(u"No agreement recorded"_s));
        QVERIFY(!rows().contains(u"Version"_s));
        shown.pages.service->partner(shown.id).agreement = agreement;
        shown.page->refresh();
        QTRY_VERIFY(rows().contains(u"Version"_s));
        QVERIFY(rows().indexOf(u"Version"_s) < rows().indexOf(u"Signed"_s));
    }

    void namesAreNeverMarkup()
    {
        Shown shown;
        shown.pages.service->partner(shown.id).name = u"<b>Bold</b> & Co"_s;
        shown.page->refresh();
        auto *name = shown.page->findChild<QLabel *>(u"partnerName"_s);
        QTRY_COMPARE(name->text(), u"<b>Bold</b> & Co"_s);
        for (const QLabel *label : shown.page->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    void altNumbersSwitchTabs()
    {
        Shown shown;
        shown.pages.commands.attachToWindow(&shown.pages.window);
        QSignalSpy place(shown.page, &views::Page::locationChanged);
        QVERIFY(shown.pages.commands.run(u"partner.tab.access"_s));
        QCOMPARE(shown.page->currentTab(), u"access"_s);
        QCOMPARE(place.last().first().value<Location>(), places::partnerPage(shown.id, u"access"_s));
        QCOMPARE(shown.pages.commands.find(u"partner.tab.access"_s)->shortcut, QKeySequence(u"Alt+3"_s));
        QVERIFY(shown.pages.commands.conflicts().isEmpty());
        QCOMPARE(shown.page->breadcrumb().size(), 3);
    }

    void hiddenTabsAskNothing()
    {
        Shown shown;
        QTRY_VERIFY(shown.pages.service->asked("GET", u"/partners/%1/gates"_s.arg(shown.id)) > 0);
        QCOMPARE(shown.pages.service->asked("GET", u"/partners/%1/usage"_s.arg(shown.id)), 0);
        QCOMPARE(shown.pages.service->asked("GET", u"/partners/%1/scope-use"_s.arg(shown.id)), 0);
        shown.page->showTab(u"usage"_s);
        QTRY_VERIFY(shown.pages.service->asked("GET", u"/partners/%1/usage"_s.arg(shown.id)) > 0);
    }

    void freezeIsOneDialogWithReasonAndWithoutTyping()
    {
        Shown shown;
        QVERIFY(!shown.pages.commands.state(u"partner.unfreeze"_s).enabled);
        QVERIFY(shown.pages.commands.run(u"partner.freeze"_s));
        auto *dialog = shown.dialog<FreezeDialog>();
        QVERIFY(dialog && dialog->isVisible());
        auto *submit = dialog->findChild<QPushButton *>(u"submitButton"_s);
        submit->click(); // the reason is needed
        QCOMPARE(shown.pages.service->asked("POST", u"/partners/%1/freeze"_s.arg(shown.id)), 0);
        dialog->findChild<QComboBox *>(u"reason"_s)->setCurrentText(u"Suspected key leak"_s);
        submit->click();
        QTRY_COMPARE(shown.pages.service->asked("POST", u"/partners/%1/freeze"_s.arg(shown.id)), 1);
        QTRY_VERIFY(shown.pages.commands.state(u"partner.unfreeze"_s).enabled);
        QVERIFY(!shown.pages.commands.state(u"partner.freeze"_s).enabled);
        QVERIFY(shown.pages.toastText().contains(u"is frozen"_s));
        const auto &asked = shown.pages.service->requests;
        const auto freeze = std::find_if(asked.cbegin(), asked.cend(),
                                         [](const auto &each) { return each.method == "POST"; });
        QCOMPARE(freeze->body.value(u"reason"_s).toString(), u"Suspected key leak"_s);
    }

    void enterDoesNotFreeze()
    {
        Shown shown;
        QVERIFY(shown.pages.commands.run(u"partner.freeze"_s));
        auto *dialog = shown.dialog<FreezeDialog>();
        QVERIFY(dialog);
        dialog->findChild<QComboBox *>(u"reason"_s)->setCurrentText(u"x"_s);
        QTest::keyClick(dialog, Qt::Key_Return);
        pc::test::settle(3);
        QCOMPARE(shown.pages.service->asked("POST", u"/partners/%1/freeze"_s.arg(shown.id)), 0);
        if (shown.dialog<FreezeDialog>())
            QTest::keyClick(dialog, Qt::Key_Escape);
    }

    void promotionNeedsEveryGateAndLeadsToTheFix()
    {
        Shown shown;
        QVERIFY(shown.pages.commands.run(u"partner.promote"_s));
        auto *dialog = shown.dialog<PromoteDialog>();
        QVERIFY(dialog);
        QVERIFY(!dialog->findChild<QPushButton *>(u"submitButton"_s)->isEnabled());
        auto *fix = dialog->findChild<QPushButton *>(u"fix_security_contact"_s);
        QVERIFY(fix);
        shown.page->showTab(u"usage"_s);
        fix->click();
        QCOMPARE(shown.page->currentTab(), u"overview"_s);
        QTRY_VERIFY(!shown.dialog<PromoteDialog>());
    }

    /// What can be put right has its button, and the tab where it is.
    void everyGateLeadsToItsPlace()
    {
        Shown shown;
        for (const GateRow &row : gateKinds()) {
            const QString fixAt = QString::fromLatin1(row.fixAt);
            GatesCard card;
            card.setGates({Stage::Limited, {{QString::fromLatin1(row.id), {}, false, {}, fixAt, row.kind}}});
            QCOMPARE(card.findChild<QPushButton *>() != nullptr, fixAt != u"overview");
            const bool onCard = fixAt == u"overview" || fixAt == u"contacts" || fixAt == u"agreement";
            QCOMPARE(places::tabForFix(fixAt), onCard ? u"overview"_s : fixAt);
            QVERIFY(shown.page->findChild<UnderlineTabs *>()->indexOfId(places::tabForFix(fixAt)) >= 0);
        }
    }

    /// What only time passes has no place where it is put right.
    void aGateThatCannotBeFixedOffersNoFix()
    {
        GatesCard card;
        StageGates gates;
        gates.next = Stage::Production;
        gates.gates = {
            {u"limited_days"_s, {}, false, {}, u"overview"_s, GateKind::LimitedDays, GateFault::TooFewDays},
            {u"limited_traffic"_s,
             {},
             false,
             {},
             u"usage"_s,
             GateKind::LimitedTraffic,
             GateFault::TooFewCalls},
            {u"agreement"_s, {}, true, {}, u"agreement"_s, GateKind::Agreement}};
        card.setGates(gates);
        QVERIFY(!card.findChild<QPushButton *>(u"fix_limited_days"_s));
        QVERIFY(card.findChild<QPushButton *>(u"fix_limited_traffic"_s));
        QVERIFY(!card.findChild<QPushButton *>(u"fix_agreement"_s));
        QCOMPARE(card.accessibleName(), u"2 of 3 gate(s) not passed yet for Production"_s);
    }

    void promotesWhenTheGatesAreOpen()
    {
        PagesFixture pages;
        const QString id = pages.idOf(u"Cardinal Payroll"_s);
        pages.service->partner(id).contacts[2].verifiedAt = pages.clock.now();
        auto *page = new PartnerPage(pages.context, pages.parts);
        page->open(places::partnerPage(id));
        pages.show(page);
        QTRY_VERIFY(pages.commands.state(u"partner.promote"_s).enabled);
        QVERIFY(pages.commands.run(u"partner.promote"_s));
        auto *dialog = pages.window.findChild<PromoteDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QComboBox *>(u"reason"_s)->setCurrentText(u"Pilot finished"_s);
        dialog->findChild<QPushButton *>(u"submitButton"_s)->click();
        QTRY_COMPARE(pages.service->partner(id).stage, Stage::Production);
        QTRY_COMPARE(pages.toastText(), u"Cardinal Payroll promoted to Production"_s);
    }

    /// What deviates from the plan stays in force; what is over, or not yet in force, does not.
    void promotionSaysWhichLimitsHold_data()
    {
        QTest::addColumn<int>("fromDays"); // from now
        QTest::addColumn<bool>("deviates");
        QTest::newRow("in force") << -1 << true;
        QTest::newRow("later") << 1 << false;
    }
    void promotionSaysWhichLimitsHold()
    {
        QFETCH(const int, fromDays);
        QFETCH(const bool, deviates);
        PagesFixture pages;
        const QString id = pages.idOf(u"Cardinal Payroll"_s);
        Grant &grant = pages.service->grants[id];
        grant.limitOverride = LimitOverride{{4, 9, 777}, pages.clock.now().addDays(fromDays), {}, u"Pilot"_s};
        if (deviates)
            grant.effective = grant.limitOverride->limits;
        auto *page = new PartnerPage(pages.context, pages.parts);
        page->open(places::partnerPage(id));
        pages.show(page);
        QTRY_VERIFY(pages.commands.state(u"partner.promote"_s).enabled);
        pc::test::settle();
        QVERIFY(pages.commands.run(u"partner.promote"_s));
        const auto *dialog = pages.window.findChild<PromoteDialog *>();
        QVERIFY(dialog);
        const QString text = dialog->findChild<QLabel *>(u"promotionEffect"_s)->text();
        QCOMPARE(text.contains(u"stay in force"_s), deviates);
        QCOMPARE(text.contains(u"777"_s), deviates);
        QCOMPARE(text.contains(u"apply at once"_s), !deviates);
    }

    void contactsAreEditedWhereTheyStand()
    {
        Shown shown;
        shown.page->findChild<QPushButton *>(u"edit_contactsCard"_s)->click();
        auto *dialog = shown.pages.window.findChild<QDialog *>(u"editPartnerDialog"_s);
        QVERIFY(dialog);
        auto *email = dialog->findChild<QLineEdit *>(u"security_email"_s);
        QVERIFY(email);
        email->setText(u"no address"_s);
        auto *save = dialog->findChild<QPushButton *>(u"submitButton"_s);
        save->click();
        QCOMPARE(shown.pages.service->asked("PUT", u"/partners/%1"_s.arg(shown.id)), 0);
        email->setText(u"cert@partner.example"_s);
        save->click();
        QTRY_COMPARE(shown.pages.service->partner(shown.id).contacts[2].email, u"cert@partner.example"_s);
        QTRY_VERIFY(shown.pages.toastText().contains(u"saved"_s));
    }

    void withoutPermissionTheButtonsSayWhy()
    {
        PagesFixture pages;
        pages.service->session.permissions = {u"partner.list"_s, u"partner.get"_s, u"grant.get"_s};
        pages.connection->keeper().start();
        pc::test::settle();
        auto *page = new PartnerPage(pages.context, pages.parts);
        page->open(places::partnerPage(pages.idOf(u"Cardinal Payroll"_s)));
        pages.show(page);
        auto *promote = page->findChild<QPushButton *>(u"promoteButton"_s);
        QTRY_VERIFY(!promote->isEnabled());
        QVERIFY(promote->toolTip().contains(u"partner.promote"_s));
        QVERIFY(!pages.commands.run(u"partner.freeze"_s));
    }

    /// Before the session is known nobody lacks a permission: every command of the pages says that it loads,
    /// and is ready or names the permission once it is known.
    void beforeTheSessionIsLoadedActsSayLoading()
    {
        PagesFixture pages;
        auto *page = new PartnerPage(pages.context, pages.parts);
        page->open(places::partnerPage(pages.idOf(u"Cardinal Payroll"_s)));
        pages.show(page);
        views::CommandRegistry commands;
        std::optional<Session> session;
        commands.setGuard([&session](Op op) {
            const rules::Permit permit = rules::permitOf(session, op);
            return permit == rules::Permit::Granted   ? QString()
                   : permit == rules::Permit::Loading ? u"loading"_s
                                                      : u"missing"_s;
        });
        int acts = 0;
        for (const QString &id : pages.commands.ids()) {
            const Command *command = pages.commands.find(id);
            if (!command->op)
                continue;
            commands.add(*command);
            QCOMPARE(commands.state(id).reason, u"loading"_s);
            ++acts;
        }
        QVERIFY(acts >= 6);
        session = Session();
        for (const QString &id : commands.ids())
            QCOMPARE(commands.state(id).reason, u"missing"_s);
    }

    /// The guard is the one that judges permission: what it lets through no command refuses for lack of one,
    /// and it is asked once.
    void permissionIsAskedOncePerCommand()
    {
        PagesFixture pages;
        pages.service->session.permissions = {u"partner.list"_s, u"partner.get"_s, u"grant.get"_s};
        pages.connection->keeper().start();
        pc::test::settle();
        auto *page = new PartnerPage(pages.context, pages.parts);
        page->open(places::partnerPage(pages.idOf(u"Cardinal Payroll"_s)));
        pages.show(page);
        const QStringList free{u"partner.issue"_s, u"partner.editDetails"_s, u"partner.freeze"_s};
        QTRY_VERIFY(page->title() == u"Cardinal Payroll"_s);
        for (const QString &id : free)
            QVERIFY(!pages.commands.state(id).enabled);
        int asked = 0;
        pages.commands.setGuard([&asked](Op) {
            ++asked;
            return QString();
        });
        for (const QString &id : free) {
            asked = 0;
            QVERIFY2(pages.commands.state(id).enabled, qPrintable(pages.commands.state(id).reason));
            asked = 0;
            QVERIFY(pages.commands.state(id).enabled);
            QCOMPARE(asked, 1);
        }
    }

    void offlineActingIsOffAndReadingGoesOn()
    {
        Shown shown;
        QTRY_COMPARE(shown.page->title(), u"Cardinal Payroll"_s);
        shown.pages.service->mood = Mood::Away;
        shown.page->refresh();
        QTRY_COMPARE(shown.states()->state(), ViewState::Offline);
        QCOMPARE(shown.page->title(), u"Cardinal Payroll"_s);
        QTRY_VERIFY(!shown.pages.commands.state(u"partner.freeze"_s).enabled);
    }

    void anUnknownPartnerIsAnErrorPage()
    {
        PagesFixture pages;
        auto *page = new PartnerPage(pages.context, pages.parts);
        page->open(places::partnerPage(u"prt_none"_s));
        pages.show(page);
        auto *states = page->findChild<StateStack *>(QString(), Qt::FindDirectChildrenOnly);
        QTRY_COMPARE(states->state(), ViewState::Error);
    }

    void anotherPartnerAsksAboutUnsavedEdits()
    {
        Shown shown(u"Cardinal Payroll"_s, u"access"_s);
        auto *tab = shown.page->findChild<AccessTab *>();
        QTRY_VERIFY(tab && tab->editor().isReady());
        tab->editor().setScope(u"orders:write"_s, false);
        QVERIFY(shown.page->hasUnsavedEdits());
        const QString other = shown.pages.idOf(u"Marlow Bank"_s);
        shown.page->open(places::partnerPage(other));
        auto *dialog = shown.pages.window.findChild<QDialog *>(u"unsavedDialog"_s);
        QVERIFY(dialog);
        dialog->findChild<QPushButton *>(u"keepButton"_s)->click();
        QCOMPARE(shown.page->partner().partnerId(), shown.id);
        QVERIFY(shown.page->hasUnsavedEdits());
        QTRY_VERIFY(!shown.pages.window.findChild<QDialog *>(u"unsavedDialog"_s));
        shown.page->open(places::partnerPage(other));
        dialog = shown.pages.window.findChild<QDialog *>(u"unsavedDialog"_s);
        QVERIFY(dialog);
        dialog->findChild<QPushButton *>(u"confirmButton"_s)->click();
        QCOMPARE(shown.page->partner().partnerId(), other);
        QVERIFY(!shown.page->hasUnsavedEdits());
    }

    /// Nobody has read anything of it yet.
    void anotherPartnerBeginsAtTheTop()
    {
        Shown shown;
        shown.pages.window.resize(900, 360);
        QScrollBar *bar = nullptr;
        QTRY_VERIFY((bar = pc::test::scrolledDown(*shown.page)) != nullptr);
        shown.page->open(places::partnerPage(shown.id));
        QCOMPARE(bar->value(), bar->maximum()); // the same one: where it was
        shown.page->open(places::partnerPage(shown.pages.idOf(u"Marlow Bank"_s)));
        pc::test::settle();
        QCOMPARE(bar->value(), 0);
    }

    /// A tab is named in one place: title, address, command and shortcut follow from it.
    void everyTabOfTheTableIsReached()
    {
        Shown shown;
        auto *tabs = shown.page->findChild<UnderlineTabs *>(u"partnerPageTabs"_s);
        const QList<PartnerTabEntry> entries = partnerTabs();
        QCOMPARE(tabs->count(), static_cast<int>(entries.size()));
        for (int i = 0; i < tabs->count(); ++i) {
            const PartnerTabEntry &entry = entries.at(i);
            QCOMPARE(tabs->tabId(i), entry.id);
            const Command *command = shown.pages.commands.find(u"partner.tab."_s + entry.id);
            QVERIFY2(command, qPrintable(entry.id));
            QCOMPARE(command->shortcut, QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + i)));
            shown.page->open(places::partnerPage(shown.id, entry.id));
            QCOMPARE(shown.page->currentTab(), entry.id);
            QCOMPARE(shown.page->breadcrumb().size(), i == 0 ? 2 : 3);
        }
        QCOMPARE(shown.page->findChildren<PartnerTab *>().size(), entries.size());
        shown.page->open(places::partnerPage(shown.id));
        QCOMPARE(shown.page->currentTab(), entries.first().id);
    }

    /// A place can name where a gate's matter is put right: the tab, and the card in it.
    void aPlaceCanAskForAFix()
    {
        Shown shown(u"Cardinal Payroll"_s, u"usage"_s);
        Location place = places::partnerPage(shown.id);
        place.query.insert(u"fix"_s, u"contacts"_s);
        shown.page->open(place);
        QCOMPARE(shown.page->currentTab(), u"overview"_s);
        QTRY_COMPARE(shown.pages.window.focusWidget(),
                     shown.page->findChild<QPushButton *>(u"edit_contactsCard"_s));
        place.query.insert(u"fix"_s, u"access"_s);
        shown.page->open(place);
        QCOMPARE(shown.page->currentTab(), u"access"_s);
    }

    /// The number at a tab is that of its rows: ended credentials stand there too.
    void theTabCountsItsRows()
    {
        Shown shown(u"Cardinal Payroll"_s, u"credentials"_s);
        auto *tabs = shown.page->findChild<UnderlineTabs *>(u"partnerPageTabs"_s);
        auto *table = shown.page->findChild<QAbstractItemView *>(u"credentialsTable"_s);
        QVERIFY(tabs && table);
        QTRY_COMPARE(tabs->countAt(tabs->indexOfId(u"credentials"_s)), table->model()->rowCount());
    }
};

PC_THEMED_TEST_MAIN(PartnerPageTest)
#include "tst_partner_page.moc"
