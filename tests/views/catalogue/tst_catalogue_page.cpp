// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/codecs.h"
#include "tests/support/scripted_transport.h"
#include "tests/views/catalogue/catalogue_fixture.h"
#include "tests/views/themed_test.h"
#include "views/catalogue/api_detail.h"
#include "views/catalogue/api_dialogs.h"
#include "views/catalogue/review_dialog.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/table_view.h"
#include "views/widgets/underline_tabs.h"

#include <QComboBox>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

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

QString headOf(const QWidget *page)
{
    return named<QLabel>(page, u"apiTitle"_s)->text();
}

} // namespace

/// The page of the APIs: what it shows, where the keyboard goes, and what can be done by whom.
class TestCataloguePage final : public QObject
{
    Q_OBJECT
public:
    explicit TestCataloguePage(ThemeController &) {}

private Q_SLOTS:
    void apisAboveAndTheChosenOneBelow()
    {
        CatalogueFixture fixture;
        fixture.open();
        auto *table = fixture.page->table();
        QCOMPARE(table->model()->rowCount(), 2);
        QCOMPARE(headOf(fixture.page), u"Orders"_s);
        const auto *routes = named<PcTableView>(fixture.page, u"routesTable"_s);
        QCOMPARE(routes->model()->rowCount(), 3);
        fixture.page->focusContent();
        QTRY_VERIFY(table->hasFocus());
        QTest::keyClick(table, Qt::Key_Down);
        settle();
        QCOMPARE(headOf(fixture.page), u"Maps"_s);
        QCOMPARE(fixture.page->findChild<StateStack *>()->state(), ViewState::Content);
        QVERIFY(!routes->isVisible()); // it has none
        QCOMPARE(fixture.acts->chosenApi(), u"api_2"_s);
        QTest::keyClick(table, Qt::Key_Up);
        QTest::keyClick(table, Qt::Key_Return); // into the routes
        settle();
        QVERIFY(routes->hasFocus());
    }

    void routesAreFoundByTyping()
    {
        CatalogueFixture fixture;
        fixture.open(u"api_1"_s);
        auto *routes = named<PcTableView>(fixture.page, u"routesTable"_s);
        fixture.page->table()->setFocus();
        QTest::keyClick(fixture.page->table(), Qt::Key_Slash); // from above as well
        QVERIFY(named<QLineEdit>(fixture.page, u"routeFilter"_s)->hasFocus());
        routes->setFocus();
        QTest::keyClick(routes, Qt::Key_Slash);
        auto *filter = named<QLineEdit>(fixture.page, u"routeFilter"_s);
        QVERIFY(filter->hasFocus());
        QTest::keyClicks(filter, u"places"_s);
        QTRY_COMPARE(routes->model()->rowCount(), 1);
        QCOMPARE(named<QLabel>(fixture.page, u"routeCount"_s)->text(), u"1 of 3 route(s)"_s);
        QTest::keyClick(filter, Qt::Key_Return);
        QVERIFY(routes->hasFocus());
        QTest::keyClicks(filter, u" nothing"_s);
        QTRY_VERIFY(!routes->isVisible());
    }

    void aRouteLeadsToItsScope()
    {
        CatalogueFixture fixture;
        fixture.open(u"api_1"_s);
        auto *routes = named<PcTableView>(fixture.page, u"routesTable"_s);
        routes->setFocus();
        QTest::keyClick(routes, Qt::Key_Down);
        QTest::keyClick(routes, Qt::Key_Return);
        const Location place = fixture.pages.navigator.current();
        QCOMPARE(place.page, u"scopes"_s);
        QCOMPARE(place.args.value(1), u"orders:write"_s);
    }

    void aPlaceNamesApiAndPart()
    {
        CatalogueFixture fixture;
        fixture.open(u"api_2"_s, u"revisions"_s);
        QCOMPARE(headOf(fixture.page), u"Maps"_s);
        QCOMPARE(named<UnderlineTabs>(fixture.page, u"apiTabs"_s)->currentId(), u"revisions"_s);
        const QVariantMap state = fixture.page->saveState();
        QCOMPARE(state.value(u"current"_s).toString(), u"api_2"_s);
        QSignalSpy places(fixture.page, &views::Page::locationChanged);
        named<UnderlineTabs>(fixture.page, u"apiTabs"_s)->setCurrentId(u"facts"_s);
        QCOMPARE(places.size(), 1);
        QCOMPARE(places.first().first().value<Location>().args, (QStringList{u"api_2"_s, u"facts"_s}));
    }

    void theFeedBringsWhatOthersDid()
    {
        CatalogueFixture fixture;
        fixture.open(u"api_2"_s);
        fixture.apis[1].name = u"Maps and places"_s;
        fixture.tell(u"api_2"_s);
        QCOMPARE(headOf(fixture.page), u"Maps and places"_s);
        fixture.apis.clear();
        fixture.tell(u"api_2"_s);
        QVERIFY(named<QPushButton>(fixture.page, u"importFirstButton"_s)->isVisible());
        QCOMPARE(fixture.acts->chosenApi(), QString());
    }

    void whoMayOnlyReadSeesWhyAndReadsOn()
    {
        CatalogueFixture fixture(Role::Viewer);
        fixture.open(u"api_1"_s, u"revisions"_s);
        for (const QString &name : {u"addApiButton"_s, u"importDescriptionButton"_s, u"editApiButton"_s,
                                    u"removeApiButton"_s, u"putBackButton"_s}) {
            const auto *button = named<QPushButton>(fixture.page, name);
            QVERIFY2(!button->isEnabled(), qPrintable(name));
            QVERIFY2(!button->toolTip().isEmpty(), qPrintable(name));
        }
        QVERIFY(named<QPushButton>(fixture.page, u"reviewButton"_s)->isEnabled());
        named<QPushButton>(fixture.page, u"reviewButton"_s)->click();
        settle();
        auto *dialog = fixture.dialog<ReviewDialog>();
        QVERIFY(dialog);
        const auto *apply = named<QPushButton>(dialog, u"submitButton"_s);
        QVERIFY(!apply->isEnabled());
        QVERIFY(!apply->toolTip().isEmpty());
        QVERIFY(!named<QWidget>(dialog, u"ruleForm"_s)->isEnabled());
    }

    void offlineShowsWhatWasThere()
    {
        CatalogueFixture fixture;
        fixture.pages.service->mood = SampleService::Mood::Away;
        fixture.open();
        QCOMPARE(fixture.model.state(), models::LoadState::Offline);
        fixture.pages.service->mood = SampleService::Mood::Well;
        fixture.model.retry();
        settle();
        QCOMPARE(headOf(fixture.page), u"Orders"_s);
    }

    void anApiIsAddedByTheKeyboard()
    {
        CatalogueFixture fixture;
        fixture.open();
        fixture.pages.commands.run(CatalogueActs::add());
        settle();
        auto *dialog = fixture.dialog<ApiDialog>();
        QVERIFY(dialog);
        auto *name = named<QLineEdit>(dialog, u"apiName"_s);
        named<QComboBox>(dialog, u"reason"_s)->setCurrentText(u"New API"_s);
        named<QPushButton>(dialog, u"submitButton"_s)->click(); // without a name
        QCOMPARE(dialog->focusWidget(), name);
        QTest::keyClicks(name, u"Shipping"_s);
        QTest::keyClick(name, Qt::Key_Tab);
        QTest::keyClicks(dialog->focusWidget(), u"Not A Host"_s);
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
        QCOMPARE(dialog->focusWidget()->objectName(), u"apiBasePath"_s);
        named<QLineEdit>(dialog, u"apiHost"_s)->setText(u"ship.example"_s);
        named<QPushButton>(dialog, u"submitButton"_s)->click(); // without an audience of its own
        auto *audience = named<QLineEdit>(dialog, u"apiAudience"_s);
        QCOMPARE(dialog->focusWidget(), audience);
        QVERIFY2(audience->accessibleDescription().contains(u"“Maps” has the platform's audience"_s),
                 qPrintable(audience->accessibleDescription()));
        audience->setText(u"https://ship.example"_s);
        named<QPushButton>(dialog, u"submitButton"_s)->click();
        settle();
        QVERIFY(!fixture.dialog<ApiDialog>() || !fixture.dialog<ApiDialog>()->isVisible());
        QVERIFY(fixture.pages.toastText().contains(u"Shipping"_s));
        QCOMPARE(headOf(fixture.page), u"Shipping"_s); // and is the one on show
    }

    /// Of one host, where another has paths; with the name of that one. Once it is mended nothing is said.
    void whatAnotherApiHasIsSaidAtItsField()
    {
        CatalogueFixture fixture;
        fixture.open();
        fixture.pages.commands.run(CatalogueActs::add());
        settle();
        auto *dialog = fixture.dialog<ApiDialog>();
        QCOMPARE(dialog->focusWidget()->objectName(), u"apiName"_s);
        auto *host = named<QLineEdit>(dialog, u"apiHost"_s);
        auto *path = named<QLineEdit>(dialog, u"apiBasePath"_s);
        named<QLineEdit>(dialog, u"apiName"_s)->setText(u"Orders"_s);
        host->setText(u"orders.example"_s);
        path->setText(u"/v1/more"_s);
        named<QLineEdit>(dialog, u"apiAudience"_s)->setText(u"https://orders.example"_s);
        named<QComboBox>(dialog, u"reason"_s)->setCurrentText(u"New API"_s);
        named<QPushButton>(dialog, u"submitButton"_s)->click();
        settle();
        QCOMPARE(fixture.pages.service->asked("POST", u"/apis"_s), 0);
        const auto said = [&](const QString &field) {
            return named<QLineEdit>(dialog, field)->accessibleDescription();
        };
        QVERIFY(said(u"apiName"_s).contains(u"has this name"_s));
        QVERIFY(said(u"apiBasePath"_s).contains(u"“Orders” has paths there"_s));
        QVERIFY(said(u"apiAudience"_s).contains(u"Tokens for “Orders”"_s));
        host->setText(u"ship.example"_s);
        QVERIFY(!said(u"apiBasePath"_s).contains(u"has paths there"_s));
    }

    /// A refusal at fields goes with the faults that it was of; what is typed is not lost without a word.
    void whatIsMendedAndWhatWouldBeLostIsSaid()
    {
        CatalogueFixture fixture;
        fixture.open(u"api_1"_s);
        fixture.pages.commands.run(CatalogueActs::edit());
        settle();
        auto *dialog = fixture.dialog<ApiDialog>();
        fixture.first = [](const SampleService::Asked &asked) -> std::optional<client::TransportResult> {
            if (asked.method != "PUT")
                return {};
            const QJsonObject taken{
                {u"pointer"_s, u"/audience"_s}, {u"code"_s, u"taken"_s}, {u"detail"_s, u"x"_s}};
            return ScriptedTransport::problemResponse(422, u"validation_failed"_s,
                                                      {{u"errors"_s, QJsonArray{taken}}});
        };
        auto *audience = named<QLineEdit>(dialog, u"apiAudience"_s);
        audience->setText(u"https://new.example"_s);
        named<QComboBox>(dialog, u"reason"_s)->setCurrentText(u"Clearer"_s);
        named<QPushButton>(dialog, u"submitButton"_s)->click();
        settle();
        auto *message = named<MessageBanner>(dialog, u"dialogMessage"_s);
        QVERIFY(message->isVisible());
        QCOMPARE(dialog->focusWidget(), audience);
        QTest::keyClick(audience, Qt::Key_End);
        QTest::keyClicks(audience, u"/2"_s);
        QVERIFY(!message->isVisible());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(dialog->isVisible());
        QVERIFY(message->text().contains(u"not saved"_s));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(!dialog->isVisible());
    }

    /// Somebody renamed it meanwhile: what was typed here stays, their change comes, and Save sends both.
    void anEditMeetsAnother()
    {
        CatalogueFixture fixture;
        fixture.open(u"api_1"_s);
        fixture.pages.commands.run(CatalogueActs::edit());
        settle();
        auto *dialog = fixture.dialog<ApiDialog>();
        auto *name = named<QLineEdit>(dialog, u"apiName"_s);
        name->setText(u"Orders and returns"_s);
        named<QComboBox>(dialog, u"reason"_s)->setCurrentText(u"Clearer"_s);
        Api theirs = fixture.apis.first();
        theirs.audience = u"https://new.example"_s;
        theirs.version = 11;
        fixture.first =
            [theirs](const SampleService::Asked &asked) -> std::optional<client::TransportResult> {
            if (asked.method != "PUT" || asked.etag == "\"11\"")
                return {};
            return ScriptedTransport::problemResponse(
                412, u"stale"_s, {{u"current"_s, toJson(theirs)}, {u"etag"_s, u"\"11\""_s}});
        };
        named<QPushButton>(dialog, u"submitButton"_s)->click();
        settle();
        QVERIFY(named<MessageBanner>(dialog, u"dialogMessage"_s)->text().contains(u"somebody else"_s));
        QCOMPARE(name->text(), u"Orders and returns"_s);
        QCOMPARE(named<QLineEdit>(dialog, u"apiAudience"_s)->text(), u"https://new.example"_s);
        named<QPushButton>(dialog, u"submitButton"_s)->click();
        settle();
        QCOMPARE(fixture.apis.first().name, u"Orders and returns"_s);
    }

    void removingAsksForTheName()
    {
        CatalogueFixture fixture;
        fixture.open(u"api_1"_s);
        fixture.pages.commands.run(CatalogueActs::remove());
        settle();
        auto *dialog = fixture.dialog<RemoveApiDialog>();
        QVERIFY(named<QPushButton>(dialog, u"cancelButton"_s)->hasFocus());
        auto *submit = named<QPushButton>(dialog, u"submitButton"_s);
        QVERIFY(!submit->isEnabled());
        auto *typed = named<QLineEdit>(dialog, u"removeName"_s);
        typed->setFocus();
        QTest::keyClicks(typed, u"orders"_s);
        QVERIFY(!submit->isEnabled());
        typed->clear();
        QTest::keyClicks(typed, u"Orders"_s);
        QVERIFY(submit->isEnabled());
        QTest::keyClick(typed, Qt::Key_Return); // never by Enter
        settle();
        QCOMPARE(fixture.apis.size(), 2);
        named<QComboBox>(dialog, u"reason"_s)->setCurrentText(u"Switched off"_s);
        submit->click();
        settle();
        QCOMPARE(fixture.apis.size(), 1);
        QCOMPARE(headOf(fixture.page), u"Maps"_s);
    }

    /// What decided before is put back from the list, in the same review.
    void aFormerRevisionIsPutBack()
    {
        CatalogueFixture fixture;
        fixture.review.broken.clear();
        fixture.review.brokenPartners = 0;
        fixture.open(u"api_1"_s, u"revisions"_s);
        auto *table = named<PcTableView>(fixture.page, u"revisionsTable"_s);
        QCOMPARE(table->model()->rowCount(), 3);
        const auto *review = named<QPushButton>(fixture.page, u"reviewButton"_s);
        const auto *back = named<QPushButton>(fixture.page, u"putBackButton"_s);
        QVERIFY(review->isEnabled());
        QVERIFY(!back->isEnabled());
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Down); // in force
        QVERIFY(!review->isEnabled());
        QVERIFY(!back->isEnabled());
        QTest::keyClick(table, Qt::Key_Down);
        QVERIFY(back->isEnabled());
        QTest::keyClick(table, Qt::Key_Return);
        settle();
        auto *dialog = fixture.dialog<ReviewDialog>();
        QVERIFY(dialog);
        QVERIFY(!named<QWidget>(dialog, u"ruleForm"_s)->isVisible()); // as it was
        named<QComboBox>(dialog, u"reason"_s)->setCurrentText(u"It broke partners"_s);
        named<QPushButton>(dialog, u"submitButton"_s)->click();
        settle();
        QCOMPARE(fixture.pages.service->asked("POST", u"/apis/api_1/revisions/rev_3/apply"_s), 1);
        QCOMPARE(fixture.apis.first().revisionId, u"rev_3"_s);
    }

    /// Of those that do not decide; what is gone leaves the list.
    void aProposalIsWithdrawn()
    {
        CatalogueFixture fixture;
        fixture.open(u"api_1"_s, u"revisions"_s);
        auto *table = named<PcTableView>(fixture.page, u"revisionsTable"_s);
        auto *remove = named<QPushButton>(fixture.page, u"removeRevisionButton"_s);
        table->setFocus();
        QVERIFY(remove->isEnabled());
        QTest::keyClick(table, Qt::Key_Down); // in force
        QVERIFY(!remove->isEnabled());
        QTest::keyClick(table, Qt::Key_Up);
        remove->click();
        settle();
        auto *dialog = fixture.dialog<RemoveRevisionDialog>();
        QVERIFY(dialog);
        auto *submit = named<QPushButton>(dialog, u"submitButton"_s);
        submit->click(); // a reason is asked for
        settle();
        QCOMPARE(fixture.revisions.size(), 3);
        named<QComboBox>(dialog, u"reason"_s)->setCurrentText(u"Proposed by mistake"_s);
        submit->click();
        settle();
        QCOMPARE(fixture.revisions.size(), 2);
        QVERIFY(fixture.pages.toastText().contains(u"withdrawn"_s));
        fixture.tell(u"api_1"_s);
        QCOMPARE(table->model()->rowCount(), 2);
    }
};

PC_THEMED_TEST_MAIN(TestCataloguePage)
#include "tst_catalogue_page.moc"
