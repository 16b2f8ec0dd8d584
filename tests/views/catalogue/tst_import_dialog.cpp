// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/codecs.h"
#include "tests/support/scripted_transport.h"
#include "tests/views/catalogue/catalogue_fixture.h"
#include "tests/views/themed_test.h"
#include "views/catalogue/impact_panel.h"
#include "views/catalogue/import_dialog.h"
#include "views/catalogue/review_dialog.h"
#include "views/catalogue/rule_form.h"
#include "views/widgets/form_field.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/table_view.h"
#include "views/widgets/toast.h"
#include "views/widgets/underline_tabs.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QProgressBar>
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

const QString proposePath = QStringLiteral("/apis/api_1/revisions");

/// Drags onto the widget, and lets go there.
void drop(QWidget *on, const QMimeData &data)
{
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(on, &enter);
    QDropEvent leave(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(on, &leave);
}

struct Import
{
    CatalogueFixture fixture;
    ImportDialog *dialog = nullptr;

    explicit Import(Role role = Role::PartnerOps) : fixture(role)
    {
        fixture.open(u"api_1"_s);
        fixture.pages.commands.run(CatalogueActs::import());
        settle();
        dialog = fixture.dialog<ImportDialog>();
    }
    [[nodiscard]] QPushButton *submit() const { return named<QPushButton>(dialog, u"submitButton"_s); }
    [[nodiscard]] QString note() const { return named<QLabel>(dialog, u"fileNote"_s)->text(); }
    [[nodiscard]] QString message() const
    {
        auto *banner = named<MessageBanner>(dialog, u"dialogMessage"_s);
        return banner->isVisible() ? banner->text() : QString();
    }
    void choose(const QByteArray &bytes = "openapi: 3.1.0\n")
    {
        fixture.pages.files.path = fixture.file(u"orders.yaml"_s, bytes);
        named<QPushButton>(dialog, u"chooseFileButton"_s)->click();
        settle(2);
    }
    QComboBox *chooseNewApi() const
    {
        auto *which = named<QComboBox>(dialog, u"importApi"_s);
        which->setCurrentIndex(which->count() - 1);
        return which;
    }
    [[nodiscard]] ReviewDialog *review() const
    {
        submit()->click();
        settle();
        return fixture.dialog<ReviewDialog>();
    }
};

} // namespace

/// A description on its way: chosen, sent, reviewed, applied, and taken back.
class TestImportDialog final : public QObject
{
    Q_OBJECT
public:
    explicit TestImportDialog(ThemeController &) {}

private Q_SLOTS:
    void aFileIsNeededAndLookedAt()
    {
        const Import shown;
        QVERIFY(shown.dialog);
        QCOMPARE(named<QComboBox>(shown.dialog, u"importApi"_s)->currentData().toString(), u"api_1"_s);
        QCOMPARE(shown.dialog->focusWidget()->objectName(), u"chooseFileButton"_s);
        shown.submit()->click();
        auto *choose = named<QPushButton>(shown.dialog, u"chooseFileButton"_s);
        QVERIFY(choose->hasFocus()); // as at the beginning
        QCOMPARE(named<QLabel>(shown.dialog, u"fileName"_s)->text(), u"No file is chosen"_s);
        QCOMPARE(choose->text(), u"Choose a file…"_s); // there is none that another could replace
        shown.dialog->takeFile(u"/nowhere/api.yaml"_s);
        QVERIFY2(shown.note().contains(u"cannot be read"_s), qPrintable(shown.note()));
        QCOMPARE(shown.fixture.pages.service->asked("POST", proposePath), 0);
    }

    void aFileTooLargeIsNotSent()
    {
        Import shown;
        QFile large(shown.fixture.file(u"large.json"_s, "{"));
        QVERIFY(large.resize(models::largestDescription() + 1));
        shown.dialog->takeFile(large.fileName());
        QVERIFY2(shown.note().contains(u"64.00 MiB"_s), qPrintable(shown.note()));
        shown.submit()->click();
        settle();
        QCOMPARE(shown.fixture.pages.service->asked("POST", proposePath), 0);
    }

    void aFileIsDroppedAnywhereOnTheDialog()
    {
        Import shown;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(shown.fixture.file(u"dropped.json"_s, "{}"))});
        drop(shown.dialog, data);
        QCOMPARE(named<QLabel>(shown.dialog, u"fileName"_s)->text(), u"dropped.json"_s);
        QMimeData two;
        two.setUrls({QUrl::fromLocalFile(u"/a"_s), QUrl::fromLocalFile(u"/b"_s)});
        drop(shown.dialog, two);
        QCOMPARE(named<QLabel>(shown.dialog, u"fileName"_s)->text(), u"dropped.json"_s);
    }

    /// The platform's reason names the line: it stands at the file, and another can be chosen.
    void aRefusedFileSaysWhere()
    {
        Import shown;
        shown.choose();
        shown.fixture.first =
            [](const SampleService::Asked &asked) -> std::optional<client::TransportResult> {
            if (asked.path != proposePath || asked.method != "POST")
                return {};
            return ScriptedTransport::problemResponse(
                422, u"description_refused"_s, {{u"detail"_s, u"line 1207: a mapping was expected"_s}});
        };
        QVERIFY(!shown.review());
        QCOMPARE(shown.note(),
                 u"Line 1,207 cannot be read. In the platform's words: a mapping was expected"_s);
        QVERIFY(!shown.message().isEmpty());
        QCOMPARE(shown.dialog->focusWidget()->objectName(), u"chooseFileButton"_s);
        shown.fixture.first = {};
        shown.choose();
        QVERIFY(shown.message().isEmpty()); // it was of another file
        QVERIFY(shown.review());
    }

    void theUploadShowsItsProgressAndStops()
    {
        Import shown;
        shown.choose(QByteArray(4096, 'x'));
        shown.fixture.pages.service->mood = SampleService::Mood::Silent;
        shown.submit()->click();
        settle();
        auto *stop = named<QPushButton>(shown.dialog, u"stopUploadButton"_s);
        auto *bar = named<QProgressBar>(shown.dialog, u"uploadProgress"_s);
        QVERIFY(stop->isVisible());
        shown.fixture.pages.service->tellProgress(1024, 4096);
        QCOMPARE(bar->value(), 250);
        QVERIFY(named<QLabel>(shown.dialog, u"uploadText"_s)->text().startsWith(u"1.00 KiB of 4.00 KiB"_s));
        for (int sent = 1100; sent < 1800; sent += 100) { // bytes leave: nobody keeps silent
            QTest::qWait(400);
            shown.fixture.pages.service->tellProgress(sent, 4096);
            QVERIFY2(shown.message().isEmpty(), qPrintable(shown.message()));
        }
        shown.fixture.pages.service->tellProgress(4096, 4096);
        QVERIFY(named<QLabel>(shown.dialog, u"uploadText"_s)->text().contains(u"reads it"_s));
        QTest::keyClick(stop, Qt::Key_Space);
        settle();
        QVERIFY(!bar->isVisible());
        QVERIFY(shown.submit()->isEnabled());
        shown.fixture.pages.service->mood = SampleService::Mood::Well;
        QVERIFY(shown.review());
    }

    void forANewApiItIsMadeFirst()
    {
        Import shown;
        auto *name = named<QLineEdit>(shown.dialog, u"apiName"_s);
        QVERIFY(!name->isVisible());
        shown.chooseNewApi();
        shown.choose();
        QCOMPARE(name->text(), u"orders"_s); // by the file, to begin with
        shown.choose("openapi: 3.1.0\ninfo:\n  title: All orders\n");
        QCOMPARE(name->text(), u"All orders"_s); // as the description calls it
        QVERIFY(!shown.review());                // a reason is asked for, and what no other API has
        named<QComboBox>(shown.dialog, u"reason"_s)->setCurrentText(u"New API"_s);
        named<QLineEdit>(shown.dialog, u"apiHost"_s)->setText(u"all.example"_s);
        auto *audience = named<QLineEdit>(shown.dialog, u"apiAudience"_s);
        audience->setText(u"https://all.example"_s);
        // The platform's refusal stands at its field, which has the focus.
        shown.fixture.first =
            [](const SampleService::Asked &asked) -> std::optional<client::TransportResult> {
            if (asked.path != "/apis"_L1 || asked.method != "POST")
                return {};
            const QJsonObject taken{
                {u"pointer"_s, u"/audience"_s}, {u"code"_s, u"taken"_s}, {u"detail"_s, u"x"_s}};
            return ScriptedTransport::problemResponse(422, u"validation_failed"_s,
                                                      {{u"errors"_s, QJsonArray{taken}}});
        };
        QVERIFY(!shown.review());
        QCOMPARE(shown.dialog->focusWidget(), audience);
        shown.fixture.first = {};
        ReviewDialog *review = shown.review();
        QVERIFY(review);
        QCOMPARE(shown.fixture.pages.service->asked("POST", u"/apis"_s), 2);
        QVERIFY(review->windowTitle().contains(u"All orders"_s));
    }

    /// What was typed is not lost without a word, although its name is not typed yet; nor is what was done
    /// after the word.
    void whatIsTypedWithoutANameIsNotLost()
    {
        Import shown;
        QComboBox *which = shown.chooseNewApi();
        QTest::keyClicks(named<QLineEdit>(shown.dialog, u"apiHost"_s), u"all.example"_s);
        QTest::keyClick(shown.dialog, Qt::Key_Escape);
        QVERIFY(shown.dialog->isVisible());
        which->setCurrentIndex(0);
        which->setCurrentIndex(which->count() - 1);
        QTest::keyClick(shown.dialog, Qt::Key_Escape);
        QVERIFY(shown.dialog->isVisible());
        QTest::keyClick(shown.dialog, Qt::Key_Escape);
        QVERIFY(!shown.dialog->isVisible());
    }

    /// Somebody adds an API while the dialog is open: what it has is said at the field.
    void anApiThatCameMeanwhileIsKnown()
    {
        Import shown;
        shown.chooseNewApi();
        shown.choose("openapi: 3.1.0\ninfo:\n  title: Late\n");
        Api late = shown.fixture.apis.first();
        late.id = u"api_late"_s;
        late.name = u"Late"_s;
        late.host = u"late.example"_s;
        late.audience = u"https://late.example"_s;
        shown.fixture.apis.append(late);
        shown.fixture.tell(late.id);
        shown.submit()->click();
        settle();
        const QString said = named<QLineEdit>(shown.dialog, u"apiName"_s)->accessibleDescription();
        QVERIFY2(said.contains(u"has this name"_s), qPrintable(said));
    }

    /// A message that is not about fields stays when some field is mended.
    void aConflictIsSaidUntilTheNextTry()
    {
        Import shown;
        shown.chooseNewApi();
        shown.choose("openapi: 3.1.0\ninfo:\n  title: All\n");
        named<QComboBox>(shown.dialog, u"reason"_s)->setCurrentText(u"New API"_s);
        named<QLineEdit>(shown.dialog, u"apiHost"_s)->setText(u"all.example"_s);
        auto *audience = named<QLineEdit>(shown.dialog, u"apiAudience"_s);
        audience->setText(u"https://all.example"_s);
        bool aboutField = true;
        shown.fixture.first =
            [&aboutField](const SampleService::Asked &asked) -> std::optional<client::TransportResult> {
            if (asked.path != "/apis"_L1 || asked.method != "POST")
                return {};
            const QJsonObject taken{
                {u"pointer"_s, u"/audience"_s}, {u"code"_s, u"taken"_s}, {u"detail"_s, u"x"_s}};
            return aboutField ? ScriptedTransport::problemResponse(422, u"validation_failed"_s,
                                                                   {{u"errors"_s, QJsonArray{taken}}})
                              : ScriptedTransport::problemResponse(409, u"conflict"_s);
        };
        QVERIFY(!shown.review());
        QVERIFY(!shown.message().isEmpty());
        audience->setText(u"https://all2.example"_s);
        QVERIFY(shown.message().isEmpty());
        aboutField = false;
        QVERIFY(!shown.review());
        QVERIFY(!shown.message().isEmpty());
        const auto fields = shown.dialog->findChildren<FormField *>();
        for (FormField *field : fields)
            if (field->editor() == audience)
                field->setError(u"Not so."_s);
        audience->setText(u"https://all3.example"_s);
        QVERIFY(!shown.message().isEmpty());
    }

    void offlineNothingIsSent()
    {
        Import shown;
        shown.choose();
        shown.fixture.pages.service->mood = SampleService::Mood::Away;
        QVERIFY(!shown.review());
        QVERIFY(!shown.message().isEmpty());
    }

    void theReviewSaysWhatChangesAndWhom()
    {
        Import shown;
        shown.choose();
        ReviewDialog *review = shown.review();
        QVERIFY(review);
        QCOMPARE(named<QLabel>(review, u"reviewHeadline"_s)->text(),
                 u"14 route(s): 3 new, 1 gone, 2 changed"_s);
        auto *tabs = named<UnderlineTabs>(review, u"reviewTabs"_s);
        QCOMPARE(tabs->currentId(), u"broken"_s); // what needs somebody first
        auto *breaks = named<MessageBanner>(review, u"reviewBreaks"_s);
        QVERIFY(breaks->text().contains(u"Cardinal Payroll"_s));
        QVERIFY(breaks->text().contains(u"48,213 call(s)"_s));
        QCOMPARE(named<PcTableView>(review, u"brokenTable"_s)->model()->rowCount(), 1);
        breaks->findChild<QPushButton *>()->click();
        QCOMPARE(shown.fixture.pages.clipboard.text, u"tech@cardinal.example"_s);
        tabs->setCurrentId(u"changes"_s);
        QCOMPARE(named<PcTableView>(review, u"changesTable"_s)->model()->rowCount(), 3);
        auto *kind = named<QComboBox>(review, u"changeKind"_s);
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_Down);
        settle();
        QCOMPARE(shown.fixture.pages.service->requests.last().query,
                 (client::QueryItems{{u"kind"_s, u"new"_s}, {u"limit"_s, u"100"_s}}));
        tabs->setCurrentId(u"leftOut"_s);
        QCOMPARE(named<PcTableView>(review, u"leftOutTable"_s)->model()->rowCount(), 1);
    }

    /// A rule shows at once what comes of it; nothing can be applied while it is on its way.
    void aRuleIsTried()
    {
        Import shown;
        shown.fixture.review.broken.clear();
        shown.fixture.review.brokenPartners = 0;
        shown.choose();
        ReviewDialog *review = shown.review();
        named<UnderlineTabs>(review, u"reviewTabs"_s)->setCurrentId(u"scopes"_s);
        auto *prefix = named<QLineEdit>(review, u"rulePrefix"_s);
        const auto *scopes = named<PcTableView>(review, u"scopesTable"_s)->model();
        QCOMPARE(scopes->index(0, 0).data().toString(), u"orders:read"_s);
        prefix->setFocus();
        QTest::keyClicks(prefix, u"Shop"_s); // not a prefix: nothing is sent
        QTest::qWait(450);
        const QString path = u"/apis/api_1/revisions/rev_1/rule"_s;
        QCOMPARE(shown.fixture.pages.service->asked("PUT", path), 0);
        prefix->clear();
        QTest::keyClicks(prefix, u"shop."_s);
        QTRY_COMPARE(shown.fixture.pages.service->asked("PUT", path), 1);
        QTRY_COMPARE(scopes->index(0, 0).data().toString(), u"shop.orders:read"_s);
        QCOMPARE(prefix->text(), u"shop."_s);
        QTest::keyClick(named<QCheckBox>(review, u"ruleNamed"_s), Qt::Key_Space);
        settle();
        QCOMPARE(shown.fixture.pages.service->asked("PUT", path), 2);
        QVERIFY(!shown.fixture.revisions.first().rule.named);
        QTRY_VERIFY(review->panel()->isSettled());
    }

    void applyingOverPartnersNeedsATick()
    {
        Import shown;
        shown.choose();
        ReviewDialog *review = shown.review();
        auto *apply = named<QPushButton>(review, u"submitButton"_s);
        auto *although = named<QCheckBox>(review, u"althoughBox"_s);
        QVERIFY(although->isVisible());
        QCOMPARE(although->text(), u"Apply it although it breaks 1 partner(s)"_s);
        QVERIFY(!apply->isEnabled());
        QTest::keyClick(although, Qt::Key_Space);
        QVERIFY(apply->isEnabled());
        BrokenPartner more = shown.fixture.review.broken.first();
        more.partnerId = u"prt_more"_s;
        shown.fixture.review.broken.append(more);
        shown.fixture.review.brokenPartners = 2; // one more meanwhile: that was not agreed to
        shown.fixture.tell(u"api_1"_s);
        QVERIFY(!although->isChecked());
        QVERIFY(!apply->isEnabled());
        although->click();
        shown.fixture.review.broken.swapItemsAt(0, 1); // the same ones
        shown.fixture.tell(u"api_1"_s);
        QVERIFY(although->isChecked());
        apply->click(); // a reason is asked for
        settle();
        QCOMPARE(shown.fixture.pages.service->asked("POST", u"/apis/api_1/revisions/rev_1/apply"_s), 0);
        named<QComboBox>(review, u"reason"_s)->setCurrentText(u"New version"_s);
        named<QLineEdit>(review, u"ticket"_s)->setText(u"API-7"_s);
        apply->click();
        settle();
        QVERIFY(shown.fixture.pages.toastText().contains(u"Orders"_s));
        QCOMPARE(shown.fixture.apis.first().revisionId, u"rev_1"_s);
        QVERIFY(shown.fixture.pages.toasts.triggerLatest()); // Undo
        settle();
        QCOMPARE(shown.fixture.apis.first().revisionId, u"rev_0"_s);
        QVERIFY(shown.fixture.pages.toastText().contains(u"Undone"_s));
    }

    /// Somebody gave the proposal another rule, and the feed did not say it: what was looked at is not what
    /// would be applied.
    void anotherRuleIsLookedAtFirst()
    {
        Import shown;
        shown.fixture.review.broken.clear();
        shown.fixture.review.brokenPartners = 0;
        shown.choose();
        ReviewDialog *review = shown.review();
        named<QComboBox>(review, u"reason"_s)->setCurrentText(u"New version"_s);
        ++shown.fixture.revisions.first().version;
        auto *apply = named<QPushButton>(review, u"submitButton"_s);
        apply->click();
        settle();
        QVERIFY(named<MessageBanner>(review, u"dialogMessage"_s)->text().contains(u"another rule"_s));
        QCOMPARE(shown.fixture.apis.first().revisionId, u"rev_0"_s);
        QVERIFY(!apply->isEnabled()); // until it was looked at
        named<QPushButton>(named<MessageBanner>(review, u"reviewNews"_s), u"bannerAction"_s)->click();
        settle();
        apply->click();
        settle();
        QCOMPARE(shown.fixture.apis.first().revisionId, u"rev_1"_s);
    }

    /// The feed says it: what was looked at stays on show, and nothing is applied unseen.
    void anotherRuleOfSomebodyElseIsNotTakenUnseen()
    {
        Import shown;
        shown.choose();
        ReviewDialog *review = shown.review();
        named<QComboBox>(review, u"reason"_s)->setCurrentText(u"New version"_s);
        auto *although = named<QCheckBox>(review, u"althoughBox"_s);
        auto *apply = named<QPushButton>(review, u"submitButton"_s);
        auto *news = named<MessageBanner>(review, u"reviewNews"_s);
        const auto *scopes = named<PcTableView>(review, u"scopesTable"_s)->model();
        const auto *changes = named<PcTableView>(review, u"changesTable"_s)->model();
        although->click();
        QVERIFY(apply->isEnabled());
        QVERIFY(!news->isVisible());
        CatalogueRevision &theirs = shown.fixture.revisions.first();
        ++theirs.version;
        theirs.changedBy = u"ops-2"_s;
        theirs.rule.prefix = u"x."_s;
        shown.fixture.review.scopes = {{u"x.orders:read"_s, 9, true, {}}};
        shown.fixture.changes.clear();
        shown.fixture.tell(u"api_1"_s);
        QVERIFY(news->isVisible());
        QVERIFY2(news->text().startsWith(u"ops-2 gave"_s), qPrintable(news->text()));
        QCOMPARE(scopes->index(0, 0).data().toString(), u"orders:read"_s);
        QCOMPARE(changes->rowCount(), 3);
        QVERIFY(!although->isChecked());
        QVERIFY(!apply->isEnabled());
        QVERIFY(!apply->toolTip().isEmpty());
        named<QPushButton>(news, u"bannerAction"_s)->click();
        settle();
        QVERIFY(!news->isVisible());
        QCOMPARE(scopes->index(0, 0).data().toString(), u"x.orders:read"_s);
        QCOMPARE(changes->rowCount(), 0);
        QCOMPARE(named<QLineEdit>(review, u"rulePrefix"_s)->text(), u"x."_s);
        although->click();
        QVERIFY(apply->isEnabled());
        apply->click();
        settle();
        QCOMPARE(shown.fixture.apis.first().revisionId, u"rev_1"_s);
    }

    void whatSomebodyElseAppliedIsSaidSo_data()
    {
        QTest::addColumn<bool>("withdrawn");
        QTest::newRow("applied") << false;
        QTest::newRow("withdrawn") << true;
    }
    void whatSomebodyElseAppliedIsSaidSo()
    {
        QFETCH(bool, withdrawn);
        Import shown;
        shown.fixture.review.broken.clear();
        shown.fixture.review.brokenPartners = 0;
        shown.choose();
        ReviewDialog *review = shown.review();
        auto *apply = named<QPushButton>(review, u"submitButton"_s);
        QVERIFY(apply->isEnabled());
        const QString headline = named<QLabel>(review, u"reviewHeadline"_s)->text();
        if (withdrawn) {
            shown.fixture.revisions.removeFirst();
        } else {
            shown.fixture.revisions.first().state = RevisionState::InForce;
            shown.fixture.revisions.first().appliedBy = u"ops-2"_s;
            shown.fixture.revisions.first().counts = {};
        }
        shown.fixture.tell(u"api_1"_s);
        const auto *news = named<MessageBanner>(review, u"reviewNews"_s);
        QVERIFY(news->isVisible());
        QVERIFY2(news->text().contains(withdrawn ? u"withdrawn"_s : u"ops-2 applied it"_s),
                 qPrintable(news->text()));
        QVERIFY(!apply->isEnabled());
        QCOMPARE(named<QLabel>(review, u"reviewHeadline"_s)->text(), headline);
    }

    /// It stays as it is typed, with what is wrong at its field; nothing is applied over it.
    void aPrefixThatCannotBeTakenIsSaidAtItsField()
    {
        Import shown;
        shown.fixture.review.broken.clear();
        shown.fixture.review.brokenPartners = 0;
        shown.choose();
        ReviewDialog *review = shown.review();
        named<UnderlineTabs>(review, u"reviewTabs"_s)->setCurrentId(u"scopes"_s);
        auto *apply = named<QPushButton>(review, u"submitButton"_s);
        auto *form = review->findChild<RuleForm *>();
        auto *prefix = named<QLineEdit>(review, u"rulePrefix"_s);
        prefix->setFocus();
        QTest::keyClicks(prefix, u"shop"_s);
        QVERIFY(!apply->isEnabled()); // not even while it waits
        QTRY_VERIFY(form->prefixField()->hasError());
        shown.fixture.tell(u"api_1"_s);
        named<QLineEdit>(review, u"ticket"_s)->setFocus();
        shown.fixture.tell(u"api_1"_s);
        QCOMPARE(prefix->text(), u"shop"_s);
        QVERIFY(form->prefixField()->hasError());
        QVERIFY(!apply->isEnabled());
        prefix->setFocus();
        QTest::keyClicks(prefix, u"."_s);
        QVERIFY(!form->prefixField()->hasError());
        QTRY_COMPARE(shown.fixture.revisions.first().rule.prefix, u"shop."_s);
        QTRY_VERIFY(apply->isEnabled());
    }

    void aScopeOfAnotherApiIsSaidAtThePrefix()
    {
        Import shown;
        shown.fixture.review.broken.clear();
        shown.fixture.review.brokenPartners = 0;
        shown.fixture.review.scopes = {{u"orders:read"_s, 9, false, u"Demo API"_s}};
        shown.choose();
        ReviewDialog *review = shown.review();
        QCOMPARE(named<UnderlineTabs>(review, u"reviewTabs"_s)->currentId(), u"scopes"_s);
        const FormField *field = review->findChild<RuleForm *>()->prefixField();
        QVERIFY2(field->error().contains(u"Demo API"_s), qPrintable(field->error()));
        auto *apply = named<QPushButton>(review, u"submitButton"_s);
        QVERIFY(!apply->isEnabled());
        shown.fixture.review.scopes = {{u"shop.orders:read"_s, 9, true, {}}};
        auto *prefix = named<QLineEdit>(review, u"rulePrefix"_s);
        prefix->setFocus();
        QTest::keyClicks(prefix, u"shop."_s);
        QTRY_VERIFY(apply->isEnabled());
        QVERIFY(!field->hasError());
    }

    /// The message that tells it done leads to the review, which is what the file was sent for.
    void anImportThatWasLeftLeadsToItsReview()
    {
        Import shown;
        shown.choose();
        shown.submit()->click();
        QTest::keyClick(shown.dialog, Qt::Key_Escape); // before the answer
        settle();
        QVERIFY(shown.fixture.pages.toastText().contains(u"orders.yaml"_s));
        shown.fixture.pages.toasts.toasts().constLast()->trigger();
        settle();
        QVERIFY(shown.fixture.dialog<ReviewDialog>());
    }

    /// Somebody else was first: nothing is applied, and what it would do now is shown.
    void aStaleReviewIsMadeAgain()
    {
        Import shown;
        shown.fixture.review.broken.clear();
        shown.fixture.review.brokenPartners = 0;
        shown.choose();
        ReviewDialog *review = shown.review();
        named<QComboBox>(review, u"reason"_s)->setCurrentText(u"New version"_s);
        Api theirs = shown.fixture.apis.first();
        theirs.version = 12;
        shown.fixture.first =
            [theirs](const SampleService::Asked &asked) -> std::optional<client::TransportResult> {
            if (!asked.path.endsWith("/apply"_L1) || asked.etag == "\"12\"")
                return {};
            return ScriptedTransport::problemResponse(
                412, u"stale"_s, {{u"current"_s, toJson(theirs)}, {u"etag"_s, u"\"12\""_s}});
        };
        auto *apply = named<QPushButton>(review, u"submitButton"_s);
        const int asked = shown.fixture.pages.service->asked("GET", u"/apis/api_1/revisions/rev_1"_s);
        apply->click();
        settle();
        QVERIFY(named<MessageBanner>(review, u"dialogMessage"_s)->text().contains(u"somebody else"_s));
        QCOMPARE(shown.fixture.pages.service->asked("GET", u"/apis/api_1/revisions/rev_1"_s), asked + 1);
        apply->click();
        settle();
        QCOMPARE(shown.fixture.apis.first().revisionId, u"rev_1"_s);
    }
};

PC_THEMED_TEST_MAIN(TestImportDialog)
#include "tst_import_dialog.moc"
