// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scripted_transport.h"
#include "tests/views/imports/imports_fixture.h"
#include "tests/views/themed_test.h"
#include "views/widgets/choice_input.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/table_view.h"

#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>

#include <algorithm>

using namespace pc;
using namespace pc::test;
using namespace pc::views;
using namespace Qt::StringLiterals;
using models::ImportKind;

namespace {

template <typename T>
T *named(const QWidget *in, const QString &name)
{
    return in->findChild<T *>(name);
}

struct Shown
{
    ImportsFixture fixture;
    TableImportDialog *dialog = nullptr;

    explicit Shown(ImportKind kind = ImportKind::Partners, Role role = Role::PartnerOps) : fixture(role)
    {
        dialog = fixture.openDialog(kind);
    }
    void choose(const QByteArray &bytes = "slug;name\r\na;b\r\n", const QString &name = u"partners.csv"_s)
    {
        fixture.pages.files.path = fixture.file(name, bytes);
        named<QPushButton>(dialog, u"chooseFileButton"_s)->click();
        settle(4);
    }
    [[nodiscard]] QPushButton *submit() const { return named<QPushButton>(dialog, u"submitButton"_s); }
    [[nodiscard]] QString note() const { return named<QLabel>(dialog, u"fileNote"_s)->text(); }
    [[nodiscard]] QString summary() const { return named<QLabel>(dialog, u"importSummary"_s)->text(); }
    [[nodiscard]] QString rowText() const { return named<QLabel>(dialog, u"importRowText"_s)->text(); }
    void giveReason(const QString &text) { dialog->findChild<ChoiceInput *>()->setEditText(text); }
    void nothingRefused()
    {
        fixture.rows.refused = 0;
        fixture.rows.rows.removeLast();
    }
};

} // namespace

/// A table on its way: chosen, told row by row, applied; left, and gone on with.
class TestTableImport final : public QObject
{
    Q_OBJECT
public:
    explicit TestTableImport(ThemeController &) {}

private Q_SLOTS:
    void whatItWouldDoIsToldRowByRow()
    {
        Shown shown;
        QVERIFY(shown.dialog);
        QVERIFY(named<QLabel>(shown.dialog, u"fileName"_s)->text().contains(u"2.00 MiB"_s));
        QVERIFY(!shown.submit()->isEnabled());
        shown.choose();
        QCOMPARE(shown.fixture.asked, QStringList{u"partners"_s});
        QCOMPARE(shown.summary(), u"CSV with semicolons: 1 new, 1 changed, 1 unchanged, 1 refused"_s);
        // What is in the way is on show first.
        QCOMPARE(shown.dialog->rows().rowCount(), 1);
        QCOMPARE(shown.rowText(), u"owner: There is no such operator."_s);
        QVERIFY(!shown.submit()->isEnabled());
        auto *filter = named<QComboBox>(shown.dialog, u"importFilter"_s);
        filter->setCurrentIndex(filter->findData(int(ImportOutcome::Update)));
        QCOMPARE(shown.rowText(), u"name: Nordlicht → Nordlicht Logistik · Stays as it is: scopes"_s);
        filter->setCurrentIndex(filter->findData(int(ImportOutcome::Create)));
        QCOMPARE(shown.rowText(), u"It is added"_s);
        filter->setCurrentIndex(filter->findData(int(ImportOutcome::Unchanged)));
        QCOMPARE(shown.rowText(), u"It stays as it is"_s);
        filter->setCurrentIndex(0);
        QCOMPARE(shown.dialog->rows().rowCount(), 4);
    }

    void itIsAppliedWithAReason()
    {
        Shown shown(ImportKind::Keys);
        shown.nothingRefused();
        shown.choose("partner;hash\n");
        QVERIFY(shown.submit()->isEnabled());
        shown.submit()->click();
        settle();
        QCOMPARE(shown.fixture.asked, QStringList{u"keys"_s}); // a reason is needed
        shown.giveReason(u"Move"_s);
        shown.submit()->click();
        settle();
        QCOMPARE(shown.fixture.asked.last(), u"keys apply"_s);
        QCOMPARE(shown.fixture.pages.toastText(), u"Imported: 1 new, 1 changed, 1 unchanged"_s);
    }

    void anotherKindIsAskedAnew()
    {
        Shown shown;
        shown.choose();
        auto *kind = named<QComboBox>(shown.dialog, u"importKind"_s);
        kind->setCurrentIndex(kind->findData(int(ImportKind::Plans)));
        settle();
        QCOMPARE(shown.fixture.asked, (QStringList{u"partners"_s, u"plans"_s}));
    }

    /// Esc loses neither the file nor what was typed; of what is in the file nothing is kept.
    void leftItGoesOnWhereItWas()
    {
        Shown shown;
        shown.nothingRefused();
        shown.choose();
        shown.giveReason(u"Moved from the old gateway"_s);
        QTest::keyClick(shown.dialog, Qt::Key_Escape);
        settle();
        QCOMPARE(shown.fixture.asked, QStringList{u"partners"_s});
        shown.dialog = shown.fixture.openDialog();
        settle();
        QVERIFY(shown.dialog);
        QCOMPARE(shown.fixture.asked.size(), qsizetype(2));
        QVERIFY(shown.submit()->isEnabled());
        shown.submit()->click();
        settle();
        QCOMPARE(shown.fixture.asked.last(), u"partners apply"_s);
    }

    void aFileThatIsNoTableSaysWhere()
    {
        Shown shown;
        shown.fixture.first = [](const SampleService::Asked &asked) {
            return asked.path.startsWith("/imports"_L1)
                       ? std::optional<client::TransportResult>(ScriptedTransport::problemResponse(
                             422, u"import_refused"_s, {{u"detail"_s, u"line 3: A quote is not closed."_s}}))
                       : std::nullopt;
        };
        shown.choose("slug\n\"\n");
        QVERIFY2(shown.note().contains(u"line 3: A quote is not closed."_s), qPrintable(shown.note()));
        QVERIFY(shown.note().startsWith(u"This is no such table. In the platform's words: "_s));
        QVERIFY(!shown.submit()->isEnabled());
        shown.fixture.first = {};
        named<QPushButton>(shown.dialog, u"tryAgainButton"_s)->click();
        settle();
        QVERIFY(!shown.summary().isEmpty());
    }

    /// Whoever comes with a description of an API is told where it belongs, and nothing is sent.
    void aDescriptionIsForTheCatalogue()
    {
        Shown shown;
        for (const QByteArray &bytes :
             {QByteArray("{\"openapi\":\"3.0.3\",\"paths\":{}}"), QByteArray("# ours\nswagger: '2.0'\n")}) {
            shown.choose(bytes, u"orders.csv"_s);
            QVERIFY2(shown.note().contains(u"catalogue"_s), qPrintable(shown.note()));
            QVERIFY(!shown.submit()->isEnabled());
        }
        QVERIFY(shown.fixture.asked.isEmpty());
    }

    /// What the footer says is of the file that is there.
    void theFooterIsOfThisFile()
    {
        Shown shown;
        const auto says = [&shown](const QString &text) {
            const auto labels = shown.dialog->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *each) {
                return each->isVisible() && each->text() == text;
            });
        };
        const QString usual = u"Nothing is changed before you apply it"_s;
        QVERIFY(says(usual));
        shown.choose();
        QVERIFY(says(u"A refused row keeps all of the file out"_s));
        shown.choose("openapi: 3.1.0\n", u"orders.yaml"_s);
        QVERIFY(says(usual));
        shown.fixture.rows = {};
        shown.choose("slug\n");
        QVERIFY(says(u"The file has column names only"_s));
        QVERIFY(!shown.submit()->isEnabled());
    }

    /// A number with a comma is what a spreadsheet in German writes.
    void wrongLimitsSayWhatIsRight()
    {
        Shown shown(ImportKind::Plans);
        shown.fixture.rows = {};
        shown.fixture.rows.refused = 1;
        ImportRow row;
        row.line = 2;
        row.outcome = ImportOutcome::Refused;
        row.errors = {{u"/production_rate"_s, u"bad_format"_s, {}}, {u"/sandbox_burst"_s, u"required"_s, {}}};
        shown.fixture.rows.rows = {row};
        shown.choose("name;production_rate\r\nGold;2,5\r\n");
        QVERIFY2(shown.rowText().startsWith(u"production_rate: A number such as 2.5"_s),
                 qPrintable(shown.rowText()));
        QVERIFY(shown.rowText().endsWith(u"sandbox_burst: A new plan needs all rates and bursts."_s));
    }

    /// What a form would say of a field that is chosen there helps nobody who mends a file.
    void faultsOfRowsSayWhatIsRight()
    {
        Shown shown(ImportKind::Keys);
        shown.fixture.rows = {};
        shown.fixture.rows.refused = 1;
        ImportRow row;
        row.line = 2;
        row.outcome = ImportOutcome::Refused;
        row.errors = {
            {u"/scopes"_s, u"not_granted"_s, {}},    {u"/expires_at"_s, u"out_of_range"_s, {}},
            {u"/expires_at"_s, u"bad_format"_s, {}}, {u"/hash"_s, u"too_short"_s, {}},
            {u"/country"_s, u"bad_format"_s, {}},    {u"/contact_security_email"_s, u"bad_format"_s, {}},
            {u"/slug"_s, u"bad_format"_s, {}}};
        row.sameName = {u"acme"_s};
        shown.fixture.rows.rows = {row};
        shown.choose("partner\r\nacme\r\n", u"keys.csv"_s);
        const QStringList parts = shown.rowText().split(u" · "_s);
        QCOMPARE(parts.value(0), u"scopes: The partner does not hold one of these scopes."_s);
        QVERIFY(parts.value(1).contains(u"still to come, at most 180 day"_s));
        QVERIFY(parts.value(2).contains(u"31.12.2026"_s));
        QVERIFY(parts.value(3).contains(u"empty text"_s));
        QVERIFY(parts.value(4).contains(u"two capital letters"_s));
        QVERIFY(parts.value(5).contains(u"name@company.example"_s));
        QVERIFY(parts.value(6).contains(u"lower-case letters"_s));
        QCOMPARE(parts.value(7), u"Has the same name: acme"_s);
    }

    void aFileTooLargeIsNotSent()
    {
        const Shown shown;
        QFile large(const_cast<Shown &>(shown).fixture.file(u"large.csv"_s, "slug"));
        QVERIFY(large.resize(models::largestImport(ImportKind::Partners) + 1));
        shown.dialog->takeFile(large.fileName());
        settle();
        QVERIFY2(shown.note().contains(u"2.00 MiB"_s), qPrintable(shown.note()));
        QVERIFY(shown.fixture.asked.isEmpty());
    }

    void aFileIsDropped()
    {
        Shown shown;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(shown.fixture.file(u"dropped.json"_s, "{\"partners\":[]}"))});
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(shown.dialog, &enter);
        QDropEvent leave(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(shown.dialog, &leave);
        settle();
        QVERIFY(shown.summary().startsWith(u"JSON: "_s));
    }

    void aSampleIsSaved()
    {
        Shown shown(ImportKind::ClientIds);
        shown.fixture.pages.files.path = shown.fixture.file(u"sample.csv"_s, {});
        named<QPushButton>(shown.dialog, u"sampleFileButton"_s)->click();
        settle();
        QCOMPARE(shown.fixture.pages.files.suggestedName, u"client-ids-sample.csv"_s);
        QFile saved(shown.fixture.pages.files.path);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QVERIFY(saved.readAll().contains("partner;client_id"));
    }

    void whoMayNotIsTold()
    {
        ImportsFixture fixture(Role::Viewer);
        const CommandState state = fixture.pages.commands.state(ImportActs::idOf(ImportKind::Partners));
        QVERIFY(!state.enabled && !state.reason.isEmpty());
    }

    void anUnknownOutcomeIsAskedAgain()
    {
        Shown shown;
        shown.nothingRefused();
        shown.choose();
        shown.giveReason(u"Move"_s);
        bool lost = true;
        shown.fixture.first = [&lost](const SampleService::Asked &asked) {
            return lost && asked.query.contains({u"apply"_s, u"true"_s})
                       ? std::optional<client::TransportResult>(
                             tl::make_unexpected(client::TransportError{client::TransportFault::Lost, {}}))
                       : std::nullopt;
        };
        shown.submit()->click();
        for (int i = 0; i < 12; ++i) {
            settle(2);
            shown.fixture.pages.clock.advance(std::chrono::seconds(5));
        }
        auto *banner = named<MessageBanner>(shown.dialog, u"dialogMessage"_s);
        QTRY_VERIFY(banner->isVisible());
        lost = false;
        Q_EMIT banner->actionTriggered();
        settle();
        QCOMPARE(shown.fixture.asked.last(), u"partners apply"_s);
        QCOMPARE(shown.fixture.pages.toastText(), u"Imported: 1 new, 1 changed, 1 unchanged"_s);
    }
};

PC_THEMED_TEST_MAIN(TestTableImport)
#include "tst_table_import.moc"
