// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/item_roles.h"
#include "models/catalogue/plan_list_model.h"
#include "tests/support/scripted_transport.h"
#include "tests/views/scopes/scopes_fixture.h"
#include "tests/views/themed_test.h"
#include "views/scopes/plan_dialogs.h"
#include "views/scopes/scope_dialogs.h"
#include "views/scopes/take_scope_dialog.h"
#include "views/seams/scopes_places.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/table_view.h"
#include "views/widgets/underline_tabs.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>

using namespace pc;
using namespace pc::test;
using namespace pc::views;
using namespace Qt::StringLiterals;

namespace {

template <typename T>
T *named(const QWidget *in, const QString &name)
{
    return in->findChild<T *>(name);
}

void giveReason(const QWidget *dialog)
{
    named<QComboBox>(dialog, u"reason"_s)->setCurrentText(u"Reviewed"_s);
}

} // namespace

/// The page of scopes and plans: what it shows, where the keyboard goes, and what can be done by whom.
class TestScopesPage final : public QObject
{
    Q_OBJECT
public:
    explicit TestScopesPage(ThemeController &) {}

private Q_SLOTS:
    void scopesAboveAndWhoHoldsThemBelow()
    {
        ScopesFixture fixture;
        fixture.open();
        auto *scopes = named<PcTableView>(fixture.page, u"scopesTable"_s);
        QCOMPARE(scopes->model()->rowCount(), 6);
        auto *holders = named<PcTableView>(fixture.page, u"holdersTable"_s);
        QCOMPARE(holders->model()->rowCount(), 3);
        QVERIFY(named<QLabel>(fixture.page, u"scopeTitle"_s)->text().startsWith(u"orders:read"_s));
        QVERIFY(named<QLabel>(fixture.page, u"scopeFacts"_s)->text().contains(u"Demo API"_s));
        fixture.page->focusContent();
        QTRY_VERIFY(scopes->hasFocus());
        QTest::keyClick(scopes, Qt::Key_Return); // into the holders
        QVERIFY(holders->hasFocus());
        QTest::keyClick(holders, Qt::Key_Return);
        QCOMPARE(fixture.pages.navigator.current().args.value(1), u"access"_s);
        scopes->setFocus();
        QTest::keyClick(scopes, Qt::Key_Slash);
        auto *filter = named<QLineEdit>(fixture.page, u"scopeFilter"_s);
        QVERIFY(filter->hasFocus());
        QTest::keyClicks(filter, u"health"_s);
        QTRY_COMPARE(scopes->model()->rowCount(), 1);
        filter->clear();
        QTRY_COMPARE(scopes->model()->rowCount(), 6);
        auto *show = named<QComboBox>(fixture.page, u"scopeShow"_s);
        show->setCurrentIndex(1); // held, not used
        QCOMPARE(scopes->model()->rowCount(), 1);
        show->setCurrentIndex(2); // against basis or agreement
        QCOMPARE(scopes->model()->rowCount(), 1);
    }

    void aPlaceNamesTabAndObject()
    {
        ScopesFixture fixture;
        fixture.open(places::scopesTab, u"invoices:read"_s);
        QVERIFY(named<QLabel>(fixture.page, u"scopeTitle"_s)->text().startsWith(u"invoices:read"_s));
        QVERIFY(!named<PcTableView>(fixture.page, u"holdersTable"_s)->isVisible()); // nobody
        named<UnderlineTabs>(fixture.page, u"scopesTabs"_s)->setCurrentId(places::plansTab);
        QCOMPARE(fixture.page->saveState().value(u"current"_s).toString(), u"pln_standard"_s);
        fixture.page->open(places::scopesPage(places::plansTab, u"pln_large"_s));
        settle();
        QCOMPARE(fixture.page->saveState().value(u"current"_s).toString(), u"pln_large"_s);
    }

    /// Whose grants do not fit any more is said before it is saved, and again with the answer.
    void aScopeIsEditedWithItsEffectInSight()
    {
        ScopesFixture fixture;
        fixture.open(places::scopesTab, u"orders:read"_s);
        fixture.scopeEffect.newConflicts = 2;
        fixture.scopeEffect.conflictCount = 2;
        for (const QString &name : {u"Acme"_s, u"Zeta"_s}) {
            ScopeMisfit misfit;
            misfit.partnerId = u"prt_"_s + name;
            misfit.name = name;
            misfit.stage = Stage::Limited;
            misfit.categories = {u"Health data"_s};
            misfit.isNew = true;
            fixture.scopeEffect.conflicts.append(misfit);
        }
        fixture.run(ScopesActs::edit());
        auto *dialog = fixture.dialog<ScopeDialog>();
        QVERIFY(dialog);
        QVERIFY(named<MessageBanner>(dialog, u"scopeEffect"_s)->text().contains(u"Acme, Zeta"_s));
        auto *title = named<QLineEdit>(dialog, u"scopeTitle"_s);
        title->clear();
        giveReason(dialog);
        named<QPushButton>(dialog, u"submitButton"_s)->click(); // without a title
        QCOMPARE(dialog->focusWidget(), title);
        title->setText(u"Orders, all of them"_s);
        named<QLineEdit>(dialog, u"scopeCategories"_s)->setText(u"Orders, Health data"_s);
        named<QCheckBox>(dialog, u"basis_contract"_s)->click();
        named<QPushButton>(dialog, u"submitButton"_s)->click();
        settle();
        const SampleService::Asked sent = [&] {
            for (auto each = fixture.pages.service->requests.crbegin();
                 each != fixture.pages.service->requests.crend(); ++each)
                if (each->method == "PUT")
                    return *each;
            return SampleService::Asked();
        }();
        QCOMPARE(sent.etag, QByteArray("\"1\""));
        QCOMPARE(sent.body["data_categories"_L1].toArray(), (QJsonArray{u"Orders"_s, u"Health data"_s}));
        QCOMPARE(sent.body["lawful_bases"_L1].toArray(), QJsonArray{u"contract"_s});
        QVERIFY(fixture.pages.toastText().contains(u"2 partner(s)"_s));
    }

    void aPlanIsEditedWithItsEffectInSight()
    {
        ScopesFixture fixture;
        fixture.open(places::plansTab, u"pln_standard"_s);
        auto *plans = named<PcTableView>(fixture.page, u"plansTable"_s);
        QCOMPARE(plans->model()->rowCount(), 2);
        plans->setFocus();
        QTest::keyClick(plans, Qt::Key_Return);
        fixture.pages.clock.advance(std::chrono::milliseconds(400));
        settle();
        auto *dialog = fixture.dialog<PlanDialog>();
        QVERIFY(dialog);
        const auto *effect = named<PcTableView>(dialog, u"planEffectTable"_s);
        QCOMPARE(effect->model()->rowCount(), 2);
        QVERIFY(named<QLabel>(dialog, u"planEffectSummary"_s)->text().contains(u"14 partner(s)"_s));
        auto *rate = named<QLineEdit>(dialog, u"production_rate"_s);
        giveReason(dialog);
        const QString wasTyped = rate->text();
        rate->setText(u"fast"_s);
        named<QPushButton>(dialog, u"submitButton"_s)->click();
        QCOMPARE(dialog->focusWidget(), rate);
        const double was = fixture.pages.service->plans.first().production.rate;
        rate->setText(u"12.5"_s);
        fixture.pages.clock.advance(std::chrono::milliseconds(400));
        settle();
        auto *submit = named<QPushButton>(dialog, u"submitButton"_s);
        auto *although = named<QCheckBox>(dialog, u"althoughBox"_s);
        QVERIFY2(although->text().contains(u"14 partner(s)"_s), qPrintable(although->text()));
        QVERIFY(!submit->isEnabled());
        although->click();
        QVERIFY(submit->isEnabled());
        fixture.planEffect.partners = 15; // that was not agreed to
        rate->setText(u"12.25"_s);
        fixture.pages.clock.advance(std::chrono::milliseconds(400));
        settle();
        QVERIFY(!submit->isEnabled());
        although->click();
        QVERIFY(submit->isEnabled());
        rate->setText(u"12.75"_s); // nor other limits of as many
        QVERIFY(!although->isChecked());
        rate->setText(u"12.25"_s);
        fixture.pages.clock.advance(std::chrono::milliseconds(400));
        settle();
        although->click();
        std::swap(fixture.planEffect.lines[0].partnerId, fixture.planEffect.lines[1].partnerId);
        named<QLineEdit>(dialog, u"planName"_s)->setText(u"Standard plan"_s); // another one is throttled
        fixture.pages.clock.advance(std::chrono::milliseconds(400));
        settle();
        QVERIFY(!although->isChecked());
        although->click();
        const QString typed = rate->text();
        rate->setText(wasTyped); // nothing is asked
        QVERIFY(!although->isVisible());
        QVERIFY(!although->isChecked());
        rate->setText(typed);
        fixture.pages.clock.advance(std::chrono::milliseconds(400));
        settle();
        QVERIFY(!submit->isEnabled());
        although->click();
        submit->click();
        settle();
        QCOMPARE(fixture.pages.service->plans.first().production.rate, 12.25);
        QVERIFY(fixture.pages.toastText().contains(u"Standard"_s));
        QVERIFY(fixture.pages.toasts.triggerLatest()); // Undo
        settle();
        QCOMPARE(fixture.pages.service->plans.first().production.rate, was);
    }

    /// A name is nobody's limit.
    void aPlanIsRenamedWithoutATick()
    {
        ScopesFixture fixture;
        fixture.open(places::plansTab, u"pln_standard"_s);
        fixture.run(ScopesActs::editPlan());
        auto *dialog = fixture.dialog<PlanDialog>();
        named<QLineEdit>(dialog, u"planName"_s)->setText(u"Usual"_s);
        QVERIFY(!named<QCheckBox>(dialog, u"althoughBox"_s)->isVisible());
        QVERIFY(named<QPushButton>(dialog, u"submitButton"_s)->isEnabled());
        const auto *effect = named<PcTableView>(dialog, u"planEffectTable"_s);
        QVERIFY(!effect->isColumnHidden(models::PlanEffectTable::RealmColumn));
    }

    /// A click on a tab while its page has the focus: the list of the other has it then.
    void theOtherTabHasItsListInFocus()
    {
        ScopesFixture fixture;
        fixture.open();
        fixture.page->focusContent();
        QTRY_VERIFY(named<PcTableView>(fixture.page, u"scopesTable"_s)->hasFocus());
        named<UnderlineTabs>(fixture.page, u"scopesTabs"_s)->setCurrentId(places::plansTab);
        QTRY_VERIFY(named<PcTableView>(fixture.page, u"plansTable"_s)->hasFocus());
    }

    void aPlanIsCopied()
    {
        ScopesFixture fixture;
        fixture.open(places::plansTab, u"pln_large"_s);
        fixture.run(ScopesActs::copyPlan());
        auto *dialog = fixture.dialog<PlanDialog>();
        QVERIFY(dialog);
        QCOMPARE(named<QLineEdit>(dialog, u"planName"_s)->text(), u"Copy of Large"_s);
        QVERIFY(!named<PcTableView>(dialog, u"planEffectTable"_s)); // nobody has it yet
        giveReason(dialog);
        named<QPushButton>(dialog, u"submitButton"_s)->click();
        settle();
        QCOMPARE(fixture.pages.service->plans.size(), 3);
        QTRY_COMPARE(fixture.page->saveState().value(u"current"_s).toString(), u"pln_new"_s);
    }

    void whatIsInUseIsSaidSo()
    {
        ScopesFixture fixture;
        fixture.open(places::plansTab, u"pln_standard"_s);
        fixture.run(ScopesActs::removePlan());
        auto *dialog = fixture.dialog<RemovePlanDialog>();
        giveReason(dialog);
        named<QPushButton>(dialog, u"submitButton"_s)->click();
        settle();
        QVERIFY(named<MessageBanner>(dialog, u"dialogMessage"_s)->text().contains(u"another plan first"_s));
    }

    /// From those that did not use it for so long, each with its outcome; who used it is not among them.
    void aScopeIsTakenWhereItIsNotUsed()
    {
        ScopesFixture fixture;
        fixture.open(places::scopesTab, u"orders:read"_s);
        fixture.run(ScopesActs::take());
        auto *dialog = fixture.dialog<TakeScopeDialog>();
        QVERIFY(dialog);
        auto *table = named<PcTableView>(dialog, u"takeScopeTable"_s);
        QCOMPARE(table->model()->rowCount(), 2);
        table->setFocus();
        table->selectRow(1);
        QTest::keyClick(table, Qt::Key_Space); // not from that one
        QVERIFY(named<QLabel>(dialog, u"takeScopeCount"_s)->text().startsWith(u"1 of 2"_s));
        const QString first = table->model()->index(0, 0).data(models::IdRole).toString();
        auto *submit = named<QPushButton>(dialog, u"submitButton"_s);
        submit->click(); // without a reason
        QVERIFY(fixture.pages.service->grants.value(first).scopes.contains(u"orders:read"_s));
        giveReason(dialog);
        submit->click();
        settle(24);
        QVERIFY(!fixture.pages.service->grants.value(first).scopes.contains(u"orders:read"_s));
        QVERIFY(named<MessageBanner>(dialog, u"dialogMessage"_s)->text().contains(u"Taken from 1"_s));
        QCOMPARE(table->model()->index(1, 2).data().toString(), u"Left as it is"_s);
    }

    void holdersAreExported()
    {
        ScopesFixture fixture;
        QTemporaryDir dir;
        fixture.pages.files.path = dir.filePath(u"holders.csv"_s);
        fixture.open(places::scopesTab, u"orders:read"_s);
        fixture.run(ScopesActs::exportHolders());
        QCOMPARE(fixture.pages.files.suggestedName, u"scope-orders-read-2025-11-21.csv"_s);
        QFile file(fixture.pages.files.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray csv = file.readAll();
        QCOMPARE(csv.count('\n'), 4);
        QVERIFY(csv.contains("48213"));
    }

    /// Where plans are looked for, their file is taken: the command of the room above.
    void plansCanBeBroughtAlong()
    {
        ScopesFixture fixture;
        int asked = 0;
        fixture.pages.commands.add(
            {.id = u"import.plans"_s, .title = u"Import plans"_s, .run = [&asked] { ++asked; }},
            &fixture.pages.window);
        fixture.open(places::plansTab);
        named<QPushButton>(fixture.page, u"importPlansButton"_s)->click();
        QCOMPARE(asked, 1);
    }

    void whoMayOnlyReadSeesWhyAndReadsOn()
    {
        ScopesFixture fixture(Role::Viewer);
        fixture.open();
        for (const QString &name : {u"editScopeButton"_s, u"takeScopeButton"_s, u"removeScopeButton"_s,
                                    u"addPlanButton"_s, u"editPlanButton"_s, u"removePlanButton"_s}) {
            const auto *button = named<QPushButton>(fixture.page, name);
            QVERIFY2(!button->isEnabled(), qPrintable(name));
            QVERIFY2(!button->toolTip().isEmpty(), qPrintable(name));
        }
        QVERIFY(named<QAbstractButton>(fixture.page, u"exportHoldersButton"_s)->isEnabled());
    }

    void figuresThatAreRefusedLeaveTheScopes()
    {
        ScopesFixture fixture;
        fixture.first = [](const SampleService::Asked &asked) -> std::optional<client::TransportResult> {
            if (asked.path != "/scope/holders"_L1)
                return {};
            return ScriptedTransport::problemResponse(500, u"internal"_s);
        };
        fixture.open();
        QCOMPARE(named<PcTableView>(fixture.page, u"scopesTable"_s)->model()->rowCount(), 6);
        QVERIFY(!named<PcTableView>(fixture.page, u"holdersTable"_s)->isVisible());
    }
};

PC_THEMED_TEST_MAIN(TestScopesPage)
#include "tst_scopes_page.moc"
