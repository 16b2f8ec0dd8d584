// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samples.h"
#include "tests/support/scripted_transport.h"
#include "tests/views/observing/observing_fixture.h"
#include "tests/views/themed_test.h"
#include "views/imports/import_acts.h"
#include "views/imports/table_import_dialog.h"
#include "views/observing/begin_dialog.h"
#include "views/observing/callers_panel.h"
#include "views/observing/enforce_dialog.h"
#include "views/observing/extend_dialog.h"
#include "views/observing/refusals_panel.h"
#include "views/seams/partner_places.h"
#include "views/widgets/form_field.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/table_view.h"
#include "views/widgets/toast.h"
#include "views/words/observation_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

#include <algorithm>

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

void typeReason(QWidget *dialog)
{
    auto *reason = named<QComboBox>(dialog, u"reason"_s);
    QVERIFY(reason);
    reason->setEditText(u"They move over"_s);
}

QPushButton *submitOf(QWidget *dialog)
{
    return named<QPushButton>(dialog, u"submitButton"_s);
}

} // namespace

/// What is observed, what of it would be refused, and the way there and back; by keys.
class TestObservingPage final : public QObject
{
    Q_OBJECT
public:
    explicit TestObservingPage(ThemeController &) {}

private Q_SLOTS:
    void theListLeadsToTheReport()
    {
        ObservingFixture fixture;
        fixture.openList();
        auto *table = named<PcTableView>(fixture.page, u"observationsTable"_s);
        QCOMPARE(table->model()->rowCount(), 2);
        QCOMPARE(fixture.acts->chosen()->observation.id, u"obs_1"_s);
        QVERIFY(named<QPushButton>(fixture.page, u"observingEnforce"_s)->isVisible());
        QVERIFY(!named<QPushButton>(fixture.page, u"observingAgain"_s)->isVisible());
        fixture.page->focusContent();
        QTRY_VERIFY(table->hasFocus());
        QSignalSpy places(fixture.page, &views::Page::navigate);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(places.size(), 1);
        QCOMPARE(places[0][0].value<Location>(), places::observationPage(u"obs_1"_s));
        QTest::keyClick(table, Qt::Key_Down);
        settle();
        QVERIFY(named<QPushButton>(fixture.page, u"observingAgain"_s)->isVisible());
        QVERIFY(!named<QPushButton>(fixture.page, u"observingEnforce"_s)->isVisible());
    }

    void nothingIsObserved()
    {
        ObservingFixture fixture;
        fixture.observed.clear();
        fixture.openList();
        auto *states = fixture.page->findChild<StateStack *>();
        QCOMPARE(states->state(), ViewState::Empty);
        named<QPushButton>(fixture.page, u"observeFirstButton"_s)->click();
        QTRY_VERIFY(fixture.dialog<BeginObservationDialog>());
    }

    void whoMayNotIsToldWhy()
    {
        ObservingFixture fixture(Role::Support);
        fixture.openList();
        for (const QString &name : {u"observingBegin"_s, u"observingExtend"_s, u"observingEnforce"_s}) {
            auto *button = named<QPushButton>(fixture.page, name);
            QVERIFY2(!button->isEnabled() && !button->toolTip().isEmpty(), qPrintable(name));
        }
        QVERIFY(named<QPushButton>(fixture.page, u"observingReport"_s)->isEnabled());
    }

    void theReportIsReadThreeWays()
    {
        ObservingFixture fixture;
        fixture.openReport();
        auto *page = static_cast<ObservationPage *>(fixture.page);
        QCOMPARE(page->title(), u"Orders"_s);
        QVERIFY2(named<QLabel>(page, u"reportHeadline"_s)->text().contains(u"400 of 2,000 call(s)"_s),
                 qPrintable(named<QLabel>(page, u"reportHeadline"_s)->text()));
        QVERIFY(named<QLabel>(page, u"reportNote"_s)->text().contains(u"50"_s));
        PcTableView *groups = page->refusals()->groupTable();
        PcTableView *lines = page->refusals()->lineTable();
        QCOMPARE(groups->model()->rowCount(), 3);
        QCOMPARE(lines->model()->rowCount(), 1); // of the unknown credential
        page->focusContent();
        QTRY_VERIFY(groups->hasFocus());
        QTest::keyClick(groups, Qt::Key_Down);
        settle();
        QCOMPARE(lines->model()->rowCount(), 2);
        QTest::keyClick(groups, Qt::Key_Return);
        QVERIFY(lines->hasFocus());
        named<QCheckBox>(page, u"onlyRefused"_s)->setChecked(true);
        settle();
        QCOMPARE(lines->model()->rowCount(), 1); // without what would pass today
        page->showTab(u"partner"_s);
        settle();
        QCOMPARE(groups->model()->rowCount(), 2);
        page->showTab(u"callers"_s);
        settle();
        QVERIFY(page->callers()->table()->isVisible());
        QCOMPARE(page->callers()->table()->model()->rowCount(), 2);
    }

    void aRowLeadsToWhatMendsIt()
    {
        ObservingFixture fixture;
        fixture.openReport(u"obs_1"_s, u"partner"_s);
        auto *page = static_cast<ObservationPage *>(fixture.page);
        PcTableView *groups = page->refusals()->groupTable();
        PcTableView *lines = page->refusals()->lineTable();
        QSignalSpy places(page, &views::Page::navigate);
        groups->selectKey(u"prt_Acme"_s);
        settle();
        QCOMPARE(lines->model()->rowCount(), 2);
        QCOMPARE(named<QPushButton>(page, u"mendButton"_s)->text(), u"Open the access of Acme"_s);
        QVERIFY(named<QLabel>(page, u"mendHint"_s)->text().contains(u"orders:write"_s));
        lines->setFocus();
        QTest::keyClick(lines, Qt::Key_Return);
        QCOMPARE(places.takeLast()[0].value<Location>(), places::partnerPage(u"prt_Acme"_s, u"access"_s));
        QTest::keyClick(lines, Qt::Key_Down);
        settle();
        named<QPushButton>(page, u"mendButton"_s)->click();
        QCOMPARE(places.takeLast()[0].value<Location>().page, u"catalogue"_s);
        groups->selectKey(QString());
        settle();
        named<QPushButton>(page, u"mendButton"_s)->click(); // a foreign key: who they are, and the import
        settle();
        QVERIFY(page->callers()->table()->isVisible());
        QVERIFY(places.isEmpty());
        named<QPushButton>(page, u"copyImport"_s)->click();
        QCOMPARE(fixture.pages.clipboard.text, CallersPanel::importCommand());
    }

    /// Who shows a key of another system leads to the import of such keys, who shows none does not.
    void anUnknownCallerLeadsToTheImport()
    {
        ObservingFixture fixture(Role::Admin);
        new ImportActs(fixture.pages.context, &fixture.pages.window);
        fixture.openReport(u"obs_1"_s, u"callers"_s);
        auto *page = static_cast<ObservationPage *>(fixture.page);
        PcTableView *table = page->callers()->table();
        auto *import = named<QPushButton>(page, u"callersImport"_s);
        auto *hint = named<QLabel>(page, u"callerHint"_s);
        page->focusContent();
        QTRY_VERIFY(table->hasFocus());
        QTRY_VERIFY(hint->text().contains(u"a41f0c9be2d7"_s));
        QVERIFY(import->isEnabled());
        QTest::keyClick(table, Qt::Key_Return);
        settle();
        auto *dialog = fixture.dialog<TableImportDialog>();
        QVERIFY(dialog);
        QVERIFY(dialog->isVisible());
        QTest::keyClick(dialog, Qt::Key_Escape);
        settle();
        QTest::keyClick(table, Qt::Key_Down);
        settle();
        QVERIFY(!import->isEnabled() && !import->toolTip().isEmpty());
        QVERIFY(!hint->text().contains(u"a41f0c9be2d7"_s));
        QTest::keyClick(table, Qt::Key_Return);
        settle();
        dialog = fixture.dialog<TableImportDialog>();
        QVERIFY(!dialog || !dialog->isVisible());
    }

    void whoMayNotImportIsToldWhy()
    {
        ObservingFixture fixture; // security staff
        new ImportActs(fixture.pages.context, &fixture.pages.window);
        fixture.openReport(u"obs_1"_s, u"callers"_s);
        auto *import = named<QPushButton>(fixture.page, u"callersImport"_s);
        QVERIFY(!import->isEnabled() && !import->toolTip().isEmpty());
        QVERIFY(named<QPushButton>(fixture.page, u"copyImport"_s)->isEnabled());
    }

    void theReportIsSaved()
    {
        QTemporaryDir dir;
        ObservingFixture fixture;
        fixture.pages.files.path = dir.filePath(u"report.csv"_s);
        fixture.openReport();
        named<QToolButton>(fixture.page, u"observedCsv"_s)->click();
        QFile file(fixture.pages.files.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QCOMPARE(text.count(u"\r\n"_s), 5);
        QVERIFY(text.contains(u"\"Acme\""_s) && text.contains(u"\"orders:write\""_s));
    }

    void oneIsBegun()
    {
        ObservingFixture fixture;
        fixture.openList();
        fixture.run(ObservingActs::begin());
        auto *dialog = fixture.dialog<BeginObservationDialog>();
        QVERIFY(dialog);
        QVERIFY(
            named<MessageBanner>(dialog, u"observedMeans"_s)->text().contains(u"without any credential"_s));
        auto *kind = named<QComboBox>(dialog, u"observedKind"_s);
        kind->setCurrentIndex(kind->findData(int(ObservationKind::Partner)));
        QVERIFY(!named<MessageBanner>(dialog, u"observedMeans"_s)
                     ->text()
                     .contains(u"also those without any credential"_s));
        kind->setCurrentIndex(kind->findData(int(ObservationKind::Routes)));
        named<QComboBox>(dialog, u"observedApi"_s)->setEditText(u"Orders"_s);
        auto *prefix = named<QLineEdit>(dialog, u"observedPrefix"_s);
        QVERIFY(prefix->isVisible());
        typeReason(dialog);
        prefix->setText(u"/v2/orders"_s);
        submitOf(dialog)->click();
        settle();
        QVERIFY(fixture.sent("POST", u"/observations"_s).isEmpty()); // not below its base path
        prefix->setText(u"/v1/orders"_s);
        auto *until = named<QLineEdit>(dialog, u"observedUntil"_s);
        until->setText(u"2026-03-01 08:00"_s);
        submitOf(dialog)->click();
        settle();
        QVERIFY(fixture.sent("POST", u"/observations"_s).isEmpty()); // more than 90 days ahead
        until->setText(u"2025-12-20 08:00"_s);
        submitOf(dialog)->click();
        settle();
        const QJsonObject sent = fixture.sent("POST", u"/observations"_s);
        QCOMPARE(sent.value("target"_L1).toString(), u"api_1"_s);
        QCOMPARE(sent.value("path_prefix"_L1).toString(), u"/v1/orders"_s);
        QCOMPARE(sent.value("until"_L1).toString(), u"2025-12-20T08:00:00.000Z"_s);
        QVERIFY(fixture.pages.toastText().contains(u"Observed until"_s));
        QTRY_COMPARE(fixture.model.rowCount(), 3);
    }

    /// What is looked at is what is meant.
    void aPartnerOnShowIsChosen()
    {
        ObservingFixture fixture;
        fixture.openList();
        const QString partner = fixture.pages.idOf(u"Cardinal Payroll"_s);
        fixture.pages.navigator.navigate(places::partnerPage(partner));
        fixture.run(ObservingActs::begin());
        auto *dialog = fixture.dialog<BeginObservationDialog>();
        QVERIFY(dialog);
        QVERIFY(named<QComboBox>(dialog, u"observedPartner"_s)->isVisible());
        QTRY_COMPARE(named<QComboBox>(dialog, u"observedPartner"_s)->currentText(), u"Cardinal Payroll"_s);
        typeReason(dialog);
        submitOf(dialog)->click();
        settle();
        QCOMPARE(fixture.sent("POST", u"/observations"_s).value("target"_L1).toString(), partner);
    }

    void whatIsRefusedStandsAtItsField()
    {
        ObservingFixture fixture;
        fixture.first = [](const SampleService::Asked &asked) -> std::optional<client::TransportResult> {
            if (asked.method != "POST")
                return std::nullopt;
            return ScriptedTransport::problemResponse(
                422, u"validation_failed"_s,
                {{u"errors"_s, QJsonArray{QJsonObject{{u"pointer"_s, u"/target"_s},
                                                      {u"code"_s, u"unknown_value"_s},
                                                      {u"detail"_s, u"There is none."_s}}}}});
        };
        fixture.openList();
        fixture.run(ObservingActs::begin());
        auto *dialog = fixture.dialog<BeginObservationDialog>();
        auto *kind = named<QComboBox>(dialog, u"observedKind"_s);
        kind->setCurrentIndex(kind->findData(int(ObservationKind::Gateway)));
        auto *gateway = named<QLineEdit>(dialog, u"observedGateway"_s);
        gateway->setText(u"no-such-gateway"_s);
        typeReason(dialog);
        submitOf(dialog)->click();
        settle();
        auto *field = qobject_cast<FormField *>(gateway->parentWidget());
        for (QWidget *at = gateway; at && !field; at = at->parentWidget())
            field = qobject_cast<FormField *>(at);
        QVERIFY(field && field->hasError());
        QVERIFY(dialog->isVisible());
    }

    /// The facts first; back is one step.
    void enforcingSaysWhomItHits()
    {
        ObservingFixture fixture;
        fixture.openReport();
        fixture.run(ObservingActs::enforce());
        auto *dialog = fixture.dialog<EnforceDialog>();
        QVERIFY(dialog);
        const QString verdict = named<MessageBanner>(dialog, u"enforceVerdict"_s)->text();
        QVERIFY2(verdict.contains(u"320 call(s)"_s) &&
                     verdict.contains(u"from 1 partner(s) and unknown callers"_s),
                 qPrintable(verdict));
        QVERIFY(named<QLabel>(dialog, u"enforceMore"_s)->text().startsWith(u"50 other(s) would pass"_s));
        auto *table = named<PcTableView>(dialog, u"enforcePartners"_s);
        QCOMPARE(table->model()->rowCount(), 2); // unknown callers and Acme: Borea would pass today
        typeReason(dialog);
        submitOf(dialog)->click();
        settle();
        QVERIFY(!fixture.sent("POST", u"/observations/obs_1/end"_s).isEmpty());
        QTRY_COMPARE(fixture.model.inForce().size(), 0);
        QVERIFY(!named<QPushButton>(fixture.page, u"reportEnforce"_s)->isVisible());
        auto *toast = fixture.pages.window.findChild<Toast *>();
        QVERIFY(toast && toast->takesBack());
        toast->trigger();
        settle();
        const QJsonObject sent = fixture.sent("POST", u"/observations"_s);
        QCOMPARE(sent.value("kind"_L1).toString(), u"api"_s);
        QCOMPARE(sent.value("until"_L1).toString(), u"2025-12-14T08:00:00.000Z"_s);
        QTRY_COMPARE(fixture.model.inForce().size(), 1);
    }

    /// Whoever goes back by the button of the page is offered it nowhere else, and not twice.
    void theWayBackIsOfferedOnce()
    {
        ObservingFixture fixture;
        fixture.openReport();
        fixture.run(ObservingActs::enforce());
        auto *dialog = fixture.dialog<EnforceDialog>();
        typeReason(dialog);
        submitOf(dialog)->click();
        settle();
        QTRY_COMPARE(fixture.model.inForce().size(), 0);
        QVERIFY(fixture.pages.toasts.canTakeBack());
        auto *again = named<QPushButton>(fixture.page, u"reportAgain"_s);
        QVERIFY(again->isVisible() && again->isEnabled());
        again->click();
        settle();
        auto *begin = fixture.dialog<BeginObservationDialog>();
        QVERIFY(begin);
        typeReason(begin);
        submitOf(begin)->click();
        settle();
        QTRY_COMPARE(fixture.model.inForce().size(), 1);
        QVERIFY(!fixture.pages.toasts.canTakeBack());
        QVERIFY(!again->isEnabled() && !again->toolTip().isEmpty());
    }

    /// The same is observed anew: the page tells its name as soon as it is known, though it is no other one.
    void anotherOneOfTheSameNameIsNamed()
    {
        ObservingFixture fixture;
        fixture.openReport();
        QString told;
        QObject::connect(fixture.page, &views::Page::titleChanged, fixture.page,
                         [&] { told = fixture.page->title(); });
        ObservationSummary anew = sampleObservation(9);
        anew.name = u"Orders"_s;
        fixture.observed.prepend(anew);
        fixture.page->open(places::observationPage(anew.observation.id)); // the list has not heard of it
        settle();
        QCOMPARE(fixture.page->title(), u"Orders"_s);
        QCOMPARE(told, u"Orders"_s);
        QCOMPARE(named<QLabel>(fixture.page, u"observedName"_s)->text(), u"Orders"_s);
    }

    /// Of which moment it is, and nothing is praised that did not happen.
    void theReportSaysOfWhenItIs()
    {
        ObservingFixture fixture;
        fixture.report.to = QDateTime({2025, 11, 21}, {10, 24}, Qt::UTC);
        fixture.report.calls = fixture.report.refused = 0;
        fixture.report.lines.clear();
        fixture.report.strangers.clear();
        fixture.openReport(u"obs_1"_s, u"callers"_s);
        QCOMPARE(named<QLabel>(fixture.page, u"reportAsOf"_s)->text(), u"As of 10:24 UTC"_s);
        const auto texts = fixture.page->findChild<CallersPanel *>()->findChildren<QLabel *>();
        const bool praised = std::any_of(texts.begin(), texts.end(), [](const QLabel *each) {
            return each->text().contains(u"Every call in this time"_s);
        });
        QVERIFY(!praised);
        const auto asked = [&fixture] {
            return fixture.pages.service->asked("GET", u"/observations/obs_1/report"_s);
        };
        const int before = asked();
        fixture.pages.clock.advance(std::chrono::seconds(15));
        Q_EMIT fixture.pages.ticker.tick();
        settle();
        QCOMPARE(asked(), before + 1);
    }

    void nothingWouldBeRefused()
    {
        ObservingFixture fixture;
        fixture.reportDay.lines.clear();
        fixture.reportDay.refused = 0;
        fixture.openReport();
        fixture.run(ObservingActs::enforce());
        auto *dialog = fixture.dialog<EnforceDialog>();
        QCOMPARE(named<MessageBanner>(dialog, u"enforceVerdict"_s)->text(),
                 u"Nothing in the last 24 hours would be refused."_s);
        QVERIFY(!named<PcTableView>(dialog, u"enforcePartners"_s)->isVisible());
        QVERIFY(submitOf(dialog)->isEnabled());
    }

    /// Not before it is known whom it hits, or that it cannot be known.
    void enforcingWaitsForTheFacts()
    {
        ObservingFixture fixture;
        fixture.openReport();
        bool answers = false;
        fixture.first =
            [&answers](const SampleService::Asked &asked) -> std::optional<client::TransportResult> {
            if (!asked.path.endsWith("/report"_L1) || answers)
                return std::nullopt;
            return ScriptedTransport::problemResponse(403, u"forbidden"_s);
        };
        fixture.run(ObservingActs::enforce());
        auto *dialog = fixture.dialog<EnforceDialog>();
        QVERIFY(named<MessageBanner>(dialog, u"enforceVerdict"_s)->text().contains(u"not known"_s));
        QVERIFY(submitOf(dialog)->isEnabled());
        QTest::keyClick(dialog, Qt::Key_Escape);
        settle();
        QVERIFY(fixture.sent("POST", u"/observations/obs_1/end"_s).isEmpty());
    }

    /// Who may end one may not always begin one: then nothing is offered that would be refused.
    void whoMayNotBeginIsNotOfferedTheWayBack()
    {
        ObservingFixture fixture(Role::PartnerOps);
        fixture.openReport();
        fixture.run(ObservingActs::enforce());
        auto *dialog = fixture.dialog<EnforceDialog>();
        typeReason(dialog);
        submitOf(dialog)->click();
        settle();
        auto *toast = fixture.pages.window.findChild<Toast *>();
        QVERIFY(toast && !toast->hasAction());
    }

    void itsEndIsMoved()
    {
        ObservingFixture fixture;
        fixture.openReport();
        fixture.run(ObservingActs::extend());
        auto *dialog = fixture.dialog<ExtendObservationDialog>();
        QVERIFY(dialog);
        typeReason(dialog);
        named<QLineEdit>(dialog, u"observedUntil"_s)->setText(u"2025-12-31 08:00"_s);
        submitOf(dialog)->click();
        settle();
        QCOMPARE(fixture.sent("POST", u"/observations/obs_1/extend"_s).value("until"_L1).toString(),
                 u"2025-12-31T08:00:00.000Z"_s);
        QVERIFY(named<QLabel>(fixture.page, u"observedFacts"_s)->text().contains(u"31 Dec 2025"_s));
    }

    void aReportThatIsNotThereIsSaid()
    {
        ObservingFixture fixture;
        fixture.openReport(u"obs_none"_s);
        QCOMPARE(fixture.page->findChild<StateStack *>()->state(), ViewState::Error);
    }
};

PC_THEMED_TEST_MAIN(TestObservingPage)
#include "tst_observing_page.moc"
