// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/codecs.h"
#include "tests/support/samples.h"
#include "tests/support/scripted_transport.h"
#include "tests/views/catalogue/catalogue_fixture.h"
#include "tests/views/themed_test.h"
#include "views/catalogue/api_detail.h"
#include "views/catalogue/notice_dialog.h"
#include "views/catalogue/notice_text.h"
#include "views/catalogue/version_dialogs.h"
#include "views/widgets/form_field.h"
#include "views/widgets/table_view.h"
#include "views/widgets/toast.h"
#include "views/widgets/underline_tabs.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTemporaryDir>

using namespace pc;
using namespace pc::test;
using namespace pc::views;
using namespace Qt::StringLiterals;

namespace {

template <typename T>
T *part(const QWidget *in, const QString &name)
{
    return in->findChild<T *>(name);
}

void giveReason(const QWidget *dialog)
{
    part<QComboBox>(dialog, u"reason"_s)->setCurrentText(u"Version 2 is there"_s);
}

void submit(const QWidget *dialog)
{
    part<QPushButton>(dialog, u"submitButton"_s)->click();
    settle();
}

} // namespace

/// The versions of an API: where each stands, who still calls it, and what is done about it.
class TestVersionsPanel final : public QObject
{
    Q_OBJECT
public:
    explicit TestVersionsPanel(ThemeController &) {}

private Q_SLOTS:
    void theChosenOneSaysWhoStillCallsIt()
    {
        CatalogueFixture fixture;
        fixture.open(u"api_1"_s, u"versions"_s);
        auto *table = part<PcTableView>(fixture.page, u"versionsTable"_s);
        auto *callers = part<PcTableView>(fixture.page, u"callersTable"_s);
        QCOMPARE(table->model()->rowCount(), 2);
        QCOMPARE(callers->model()->rowCount(), 2);
        const auto *attention = part<QLabel>(fixture.page, u"versionAttention"_s);
        QVERIFY(attention->isVisible());
        QVERIFY(part<QLabel>(fixture.page, u"callersHeading"_s)->text().contains(u"/v1"_s));
        fixture.page->detail()->focusContent();
        QTRY_VERIFY(table->hasFocus());
        QTest::keyClick(table, Qt::Key_Down);
        settle();
        QVERIFY(!attention->isVisible());
        QVERIFY(!callers->isVisible()); // nobody does
        QVERIFY(!part<QPushButton>(fixture.page, u"noticeButton"_s)->isEnabled());
        fixture.versions.clear();
        fixture.tell(u"api_1"_s);
        QVERIFY(!table->isVisible());
    }

    void aVersionIsAddedByKeys()
    {
        CatalogueFixture fixture;
        fixture.open(u"api_1"_s, u"versions"_s);
        part<QPushButton>(fixture.page, u"addVersionButton"_s)->click();
        settle();
        auto *dialog = fixture.dialog<VersionDialog>();
        QVERIFY(dialog);
        auto *path = part<QLineEdit>(dialog, u"versionPath"_s);
        path->setFocus();
        QTest::keyClicks(path, u"v3/"_s);
        QTest::keyClick(path, Qt::Key_Tab);
        giveReason(dialog);
        submit(dialog); // not of that form
        QCOMPARE(fixture.pages.service->asked("POST", u"/apis/api_1/versions"_s), 0);
        for (const QString &elsewhere : {u"/v3"_s, u"/v1/{id}"_s}) { // the API is at /v1
            path->clear();
            QTest::keyClicks(path, elsewhere);
            submit(dialog);
            QCOMPARE(fixture.pages.service->asked("POST", u"/apis/api_1/versions"_s), 0);
        }
        path->clear();
        QTest::keyClicks(path, u"/v1/next"_s);
        auto *deprecated = part<QLineEdit>(dialog, u"versionDeprecated"_s);
        auto *sunset = part<QLineEdit>(dialog, u"versionSunset"_s);
        deprecated->setText(u"2026-06-01"_s);
        sunset->setText(u"2020-01-01"_s);
        submit(dialog); // in the past
        QCOMPARE(fixture.pages.service->asked("POST", u"/apis/api_1/versions"_s), 0);
        sunset->setText(u"2026-05-01"_s);
        submit(dialog); // before it is deprecated
        QCOMPARE(fixture.pages.service->asked("POST", u"/apis/api_1/versions"_s), 0);
        part<QPushButton>(dialog, u"sunsetIn365"_s)->click();
        QVERIFY(sunset->text().startsWith(u"2026-11-21"_s));
        submit(dialog);
        QCOMPARE(fixture.pages.service->asked("POST", u"/apis/api_1/versions"_s), 1);
        QCOMPARE(fixture.versions.last().pathPrefix, u"/v1/next"_s);
        QCOMPARE(fixture.versions.last().sunsetAt, QDateTime({2026, 11, 21}, {10, 0}, Qt::UTC));
        const auto *table = part<PcTableView>(fixture.page, u"versionsTable"_s);
        QCOMPARE(table->model()->rowCount(), 3);
        QTRY_COMPARE(table->currentKey().toString(), fixture.versions.last().id); // who calls it is next
    }

    void theServicesRefusalStandsAtItsField()
    {
        CatalogueFixture fixture;
        fixture.open(u"api_1"_s, u"versions"_s);
        QVERIFY(fixture.pages.commands.run(VersionActs::edit()));
        settle();
        auto *dialog = fixture.dialog<VersionDialog>();
        fixture.first = [](const SampleService::Asked &asked) -> std::optional<client::TransportResult> {
            if (asked.method != "PUT")
                return {};
            return ScriptedTransport::problemResponse(
                422, u"validation_failed"_s,
                {{u"errors"_s,
                  QJsonArray{QJsonObject{
                      {u"pointer"_s, u"/path_prefix"_s}, {u"code"_s, u"taken"_s}, {u"detail"_s, u"x"_s}}}}});
        };
        part<QLineEdit>(dialog, u"versionSentence"_s)->setText(u"Use /v2."_s);
        giveReason(dialog);
        submit(dialog);
        bool told = false;
        for (const FormField *field : dialog->findChildren<FormField *>())
            told = told || (field->hasError() && field->editor()->objectName() == u"versionPath"_s);
        QVERIFY(told);
    }

    /// Dates are shown to the minute; what was not touched is sent as it was.
    void whatWasNotTouchedStays()
    {
        CatalogueFixture fixture;
        fixture.versions[0].sunsetAt = fixture.versions[0].sunsetAt->addMSecs(1234);
        const auto before = fixture.versions[0].sunsetAt;
        fixture.open(u"api_1"_s, u"versions"_s);
        QVERIFY(fixture.pages.commands.run(VersionActs::edit()));
        settle();
        auto *dialog = fixture.dialog<VersionDialog>();
        giveReason(dialog);
        submit(dialog);
        QCOMPARE(fixture.pages.service->asked("PUT", u"/apis/api_1/versions/ver_1"_s), 1);
        QCOMPARE(fixture.versions[0].sunsetAt, before);
    }

    void itIsEndedOnceItIsSaidWhoCalls()
    {
        CatalogueFixture fixture;
        fixture.open(u"api_1"_s, u"versions"_s);
        part<QPushButton>(fixture.page, u"endVersionButton"_s)->click();
        settle();
        auto *dialog = fixture.dialog<VersionActDialog>();
        QVERIFY(dialog);
        giveReason(dialog);
        submit(dialog); // without the tick
        QCOMPARE(fixture.pages.service->asked("POST", u"/apis/api_1/versions/ver_1/end"_s), 0);
        auto *although = part<QCheckBox>(dialog, u"althoughBox"_s);
        QVERIFY2(although->text().contains(QString::number(fixture.versions[0].partners30d)),
                 qPrintable(although->text()));
        although->click();
        const auto before = fixture.versions[0].sunsetAt;
        submit(dialog);
        QCOMPARE(fixture.pages.service->asked("POST", u"/apis/api_1/versions/ver_1/end"_s), 1);
        QVERIFY(fixture.versions[0].sunsetAt != before);
        QVERIFY(fixture.pages.toasts.triggerLatest()); // Undo
        settle();
        QCOMPARE(fixture.versions[0].sunsetAt, before);
        QVERIFY(fixture.pages.toastText().contains(u"Undone"_s));
        fixture.versions[0].sunsetAt = fixture.pages.clock.now();
        fixture.tell(u"api_1"_s);
        const auto *button = part<QPushButton>(fixture.page, u"endVersionButton"_s);
        QTRY_VERIFY(!button->isEnabled()); // it has ended
        QVERIFY(!button->toolTip().isEmpty());
    }

    /// The version ends although somebody edited it meanwhile: no undo would leave that edit as it is.
    void anEndOverAnEditIsNotTakenBack()
    {
        CatalogueFixture fixture;
        fixture.versions[0].partners30d = 0;
        fixture.open(u"api_1"_s, u"versions"_s);
        part<QPushButton>(fixture.page, u"endVersionButton"_s)->click();
        settle();
        auto *dialog = fixture.dialog<VersionActDialog>();
        fixture.versions[0].sentence = u"Theirs."_s;
        ++fixture.versions[0].version;
        giveReason(dialog);
        submit(dialog);
        QCOMPARE(fixture.versions[0].sunsetAt, fixture.pages.clock.now());
        QVERIFY(fixture.pages.toastText().contains(u"has ended"_s));
        QVERIFY(!fixture.pages.toasts.canTakeBack());
        QVERIFY(!fixture.pages.toasts.toasts().last()->hasAction());
        QCOMPARE(fixture.versions[0].sentence, u"Theirs."_s);
    }

    /// The answer was lost, and the version is found ended: whose end that is, nobody knows.
    void anEndThatIsFoundIsNotTakenBack()
    {
        CatalogueFixture fixture;
        fixture.versions[0].partners30d = 0;
        fixture.open(u"api_1"_s, u"versions"_s);
        part<QPushButton>(fixture.page, u"endVersionButton"_s)->click();
        settle();
        auto *dialog = fixture.dialog<VersionActDialog>();
        fixture.first = [](const SampleService::Asked &asked) -> std::optional<client::TransportResult> {
            if (!asked.path.endsWith("/end"_L1))
                return {};
            return tl::make_unexpected(client::TransportError{client::TransportFault::Lost, {}});
        };
        giveReason(dialog);
        submit(dialog);
        fixture.versions[0].sunsetAt = fixture.pages.clock.now(); // by somebody else
        ++fixture.versions[0].version;
        fixture.tell(u"api_1"_s);
        QTRY_VERIFY(fixture.pages.toastText().contains(u"has ended"_s));
        QVERIFY(!fixture.pages.toasts.canTakeBack());
    }

    void anEndThatNobodyFeelsNeedsNoTick()
    {
        CatalogueFixture fixture;
        fixture.versions[0].partners30d = 0;
        fixture.open(u"api_1"_s, u"versions"_s);
        part<QPushButton>(fixture.page, u"endVersionButton"_s)->click();
        settle();
        auto *dialog = fixture.dialog<VersionActDialog>();
        QVERIFY(!part<QCheckBox>(dialog, u"althoughBox"_s)->isVisible());
        QVERIFY(part<QPushButton>(dialog, u"submitButton"_s)->isEnabled());
    }

    /// Esc asks once for what was typed.
    void aVersionThatIsTypedIsNotLostWithoutAWord()
    {
        CatalogueFixture fixture;
        fixture.open(u"api_1"_s, u"versions"_s);
        part<QPushButton>(fixture.page, u"addVersionButton"_s)->click();
        settle();
        auto *dialog = fixture.dialog<VersionDialog>();
        auto *path = part<QLineEdit>(dialog, u"versionPath"_s);
        QCOMPARE(dialog->focusWidget(), path);
        QTest::keyClicks(path, u"/v1/next"_s);
        QTest::keyClick(path, Qt::Key_Escape);
        QVERIFY(dialog->isVisible());
        QTest::keyClicks(path, u"/2"_s); // it was meant to stay
        QTest::keyClick(path, Qt::Key_Escape);
        QVERIFY(dialog->isVisible());
        submit(dialog); // without a reason: it was meant to be saved
        QTest::keyClick(path, Qt::Key_Escape);
        QVERIFY(dialog->isVisible());
        QTest::keyClick(path, Qt::Key_Escape);
        QVERIFY(!dialog->isVisible());
    }

    /// What is below has room of its own in a low window: nothing is drawn over something else.
    void aLowWindowScrolls()
    {
        CatalogueFixture fixture;
        fixture.open(u"api_1"_s, u"versions"_s);
        fixture.pages.window.resize(800, 560);
        settle();
        const auto *callers = part<PcTableView>(fixture.page, u"callersTable"_s);
        const auto *heading = part<QLabel>(fixture.page, u"callersHeading"_s);
        const auto *scroll = part<QScrollArea>(fixture.page, u"versionsScroll"_s);
        const auto lowerEdge = [&](const QWidget *widget) {
            return widget->mapTo(scroll->widget(), QPoint(0, widget->height())).y();
        };
        QVERIFY(callers->mapTo(scroll->widget(), QPoint()).y() >= lowerEdge(heading));
        QVERIFY(lowerEdge(callers) <= scroll->widget()->height());
        QVERIFY(callers->viewport()->height() > 0);
    }

    void aNoticeIsWrittenCopiedAndSaved()
    {
        CatalogueFixture fixture;
        fixture.open(u"api_1"_s, u"versions"_s);
        part<QPushButton>(fixture.page, u"noticeButton"_s)->click();
        settle();
        auto *dialog = fixture.dialog<NoticeDialog>();
        QVERIFY(dialog);
        const QString text = dialog->notice();
        for (const QString &said : {u"Cardinal Payroll"_s, u"/v1"_s, u"48,213"_s, u"ERP sync"_s,
                                    u"GET /v1/orders"_s, u"https://developer.example/v1-to-v2"_s})
            QVERIFY2(text.contains(said), qPrintable(text));
        part<QPushButton>(dialog, u"noticeCopy"_s)->click();
        QCOMPARE(fixture.pages.clipboard.text, text);
        QTemporaryDir dir;
        fixture.pages.files.path = dir.filePath(u"notice.txt"_s);
        part<QPushButton>(dialog, u"noticeSave"_s)->click();
        QCOMPARE(fixture.pages.files.suggestedName, u"notice-cardinal-payroll.txt"_s);
        QFile file(fixture.pages.files.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), text);
        auto *partner = part<QComboBox>(dialog, u"noticePartner"_s);
        const auto whom = [partner] { return partner->accessibleDescription(); };
        QVERIFY2(whom().contains(u"tech@cardinal.example"_s), qPrintable(whom()));
        partner->setCurrentIndex(1);
        QVERIFY2(whom().contains(u"no contact"_s), qPrintable(whom()));
        QVERIFY(dialog->notice().contains(u"prt_2"_s)); // of a partner that is gone
        QVERIFY(dialog->notice() != text);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!fixture.dialog<NoticeDialog>() || !fixture.dialog<NoticeDialog>()->isVisible());
    }

    void withoutADateThereIsNothingToTell()
    {
        CatalogueFixture fixture;
        fixture.versions[0].deprecatedAt.reset();
        fixture.versions[0].sunsetAt.reset();
        fixture.open(u"api_1"_s, u"versions"_s);
        QCOMPARE(part<PcTableView>(fixture.page, u"callersTable"_s)->model()->rowCount(), 2);
        const auto *button = part<QPushButton>(fixture.page, u"noticeButton"_s);
        QVERIFY(!button->isEnabled());
        QVERIFY(button->toolTip().contains(u"Edit it first"_s));
    }

    void whoCallsIsExported()
    {
        CatalogueFixture fixture;
        fixture.open(u"api_1"_s, u"versions"_s);
        QTemporaryDir dir;
        fixture.pages.files.path = dir.filePath(u"callers.csv"_s);
        part<QPushButton>(fixture.page, u"exportCallersButton"_s)->click();
        QCOMPARE(fixture.pages.files.suggestedName, u"callers-v1.csv"_s);
        QFile file(fixture.pages.files.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray csv = file.readAll();
        QCOMPARE(csv.count("\r\n"), 3);
        QVERIFY(csv.contains("48213"));
        QVERIFY(csv.contains("\"tech@cardinal.example\""));
    }

    void whoMayOnlyReadSeesWho()
    {
        CatalogueFixture fixture(Role::Viewer);
        fixture.open(u"api_1"_s, u"versions"_s);
        for (const QString &name : {u"addVersionButton"_s, u"editVersionButton"_s, u"endVersionButton"_s,
                                    u"removeVersionButton"_s}) {
            const auto *button = part<QPushButton>(fixture.page, name);
            QVERIFY2(!button->isEnabled(), qPrintable(name));
            QVERIFY2(!button->toolTip().isEmpty(), qPrintable(name));
        }
        QVERIFY(part<QPushButton>(fixture.page, u"noticeButton"_s)->isEnabled());
        QVERIFY(part<QPushButton>(fixture.page, u"exportCallersButton"_s)->isEnabled());
    }
};

PC_THEMED_TEST_MAIN(TestVersionsPanel)
#include "tst_versions_panel.moc"
