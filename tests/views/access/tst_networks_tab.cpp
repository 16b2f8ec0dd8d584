// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/codecs.h"
#include "models/observing/observation_list_model.h"
#include "tests/support/samples.h"
#include "tests/support/scripted_transport.h"
#include "tests/views/pages_fixture.h"
#include "tests/views/themed_test.h"
#include "views/access/network_dialogs.h"
#include "views/access/network_entry_dialog.h"
#include "views/access/network_panel.h"
#include "views/access/networks_tab.h"
#include "views/partner/partner_page.h"
#include "views/seams/partner_places.h"
#include "views/widgets/date_input.h"
#include "views/widgets/diff_table.h"
#include "views/widgets/form_field.h"
#include "views/widgets/label.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/table_view.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPushButton>

using namespace pc;
using namespace pc::views;
using namespace Qt::StringLiterals;
using pc::test::PagesFixture;

namespace {

struct Shown
{
    PagesFixture pages;
    PartnerPage *page;
    NetworksTab *tab;
    QString id;

    Shown()
        : page(new PartnerPage(pages.context, pages.parts)), tab(nullptr),
          id(pages.idOf(u"Cardinal Payroll"_s))
    {
        page->open(places::partnerPage(id, u"networks"_s));
        pages.show(page);
        tab = page->findChild<NetworksTab *>();
        pc::test::settle(20);
    }
    [[nodiscard]] models::NetworksEditor &editor() const { return tab->editor(); }
    template <typename T>
    [[nodiscard]] T *find(const QString &name) const
    {
        T *found = tab->findChild<T *>(name);
        if (found == nullptr)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    void type(const QString &text)
    {
        auto *input = find<QLineEdit>(u"networksToAdd"_s);
        input->setFocus();
        QTest::keyClicks(input, text);
        QTest::keyClick(input, Qt::Key_Return);
    }
    [[nodiscard]] QStringList networks(Realm realm = Realm::Production) const
    {
        QStringList list;
        for (const NetworkEntry &entry : editor().list({realm, {}}))
            list.append(entry.network);
        return list;
    }
    template <typename D>
    [[nodiscard]] D *dialog() const
    {
        return pages.window.findChild<D *>();
    }
    [[nodiscard]] int puts() const { return pages.service->asked("PUT", u"/partners/%1/networks"_s.arg(id)); }
};

} // namespace

class NetworksTabTest final : public QObject
{
    Q_OBJECT
public:
    explicit NetworksTabTest(ThemeController &) {}

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void severalAreTypedAtOnce()
    {
        Shown shown;
        QTRY_VERIFY(shown.editor().isReady());
        const QStringList before = shown.networks();
        auto *bar = shown.find<QWidget>(u"networksBar"_s);
        QVERIFY(!bar->isVisible());
        shown.type(u"8.8.8.0/24, 2620:fe::/48 ::ffff:9.9.9.9 # West"_s);
        QCOMPARE(shown.networks(),
                 before + (QStringList{u"8.8.8.0/24"_s, u"2620:fe::/48"_s, u"9.9.9.9/32"_s}));
        QCOMPARE(shown.editor().list({Realm::Production, {}}).constLast().note, u"West"_s);
        QVERIFY(shown.find<QLineEdit>(u"networksToAdd"_s)->text().isEmpty());
        QVERIFY(bar->isVisible());
        QCOMPARE(shown.tab->statusText().selection, u"3 change(s) staged"_s);
        QCOMPARE(shown.puts(), 0);
        // Pasted with line breaks, as from a mail.
        QGuiApplication::clipboard()->setText(u"1.1.1.0/24\n1.0.0.0/24 # East\n"_s);
        auto *input = shown.find<QLineEdit>(u"networksToAdd"_s);
        QTest::keyClick(input, Qt::Key_V, Qt::ControlModifier);
        QTest::keyClick(input, Qt::Key_Return);
        QCOMPARE(shown.networks().mid(before.size() + 3), (QStringList{u"1.1.1.0/24"_s, u"1.0.0.0/24"_s}));
        QVERIFY(shown.page->undo());
        QVERIFY(shown.page->undo());
        QCOMPARE(shown.networks(), before);
        QVERIFY(!bar->isVisible());
    }

    /// What looks like a network and became a note is named.
    void aNoteThatHidesANetworkIsSaid()
    {
        Shown shown;
        QTRY_VERIFY(shown.editor().isReady());
        FormField *field = nullptr;
        for (QWidget *at = shown.find<QLineEdit>(u"networksToAdd"_s); at && !field; at = at->parentWidget())
            field = qobject_cast<FormField *>(at);
        QVERIFY(field);
        shown.type(u"8.8.8.0/24 # West, floor 3"_s);
        QVERIFY(field->error().isEmpty());
        shown.type(u"8.8.4.0/24 # East, 9.9.9.0/24"_s);
        QVERIFY(!shown.networks().contains(u"9.9.9.0/24"_s));
        QVERIFY2(field->error().contains(u"9.9.9.0/24"_s), qPrintable(field->error()));
        shown.type(u"9.9.9.0/24"_s);
        QVERIFY(shown.networks().contains(u"9.9.9.0/24"_s));
        QVERIFY(field->error().isEmpty());
    }

    /// Nothing is sent while a line is wrong; the suggestion mends it.
    void wrongLinesAreMendedFirst()
    {
        Shown shown;
        QTRY_VERIFY(shown.editor().isReady());
        shown.type(u"8.8.8.8/24"_s);
        shown.tab->review();
        QVERIFY(!shown.dialog<ReviewNetworksDialog>());
        auto *fault = shown.find<MessageBanner>(u"networkFault"_s);
        QVERIFY(fault->isVisible());
        QVERIFY(shown.find<Label>(u"networkStanding"_s)->text().contains(u"cannot be saved"_s));
        auto *mend = shown.find<QPushButton>(u"mendNetwork"_s);
        QVERIFY(mend->isVisible());
        QCOMPARE(mend->text(), u"Use 8.8.8.0/24"_s);
        mend->click();
        QVERIFY(shown.networks().contains(u"8.8.8.0/24"_s));
        QVERIFY(!fault->isVisible() && !mend->isVisible());
        shown.tab->review();
        QVERIFY(shown.dialog<ReviewNetworksDialog>());
    }

    void linesAreEditedAndRemovedByKey()
    {
        Shown shown;
        QTRY_VERIFY(shown.editor().isReady());
        auto *table = shown.find<PcTableView>(u"networkTable"_s);
        const QString first = shown.networks().constFirst();
        table->setFocus();
        QVERIFY(table->selectKey(first));
        QTest::keyClick(table, Qt::Key_Return);
        auto *dialog = shown.dialog<NetworkEntryDialog>();
        QVERIFY(dialog);
        auto *network = dialog->findChild<QLineEdit *>(u"entryNetwork"_s);
        QCOMPARE(network->text(), first);
        network->selectAll();
        QTest::keyClicks(network, u"8.8.8.8/24"_s);
        QTest::keyClick(network, Qt::Key_Return);
        QVERIFY(dialog->isVisible()); // bits beyond the prefix
        network->selectAll();
        QTest::keyClicks(network, u"8.8.4.0/24"_s);
        auto *until = dialog->findChild<DateInput *>(u"entryUntil"_s);
        until->setFocus();
        QTest::keyClicks(until, u"2099-05-02 10:00"_s);
        QTest::keyClick(until, Qt::Key_Return);
        QTRY_VERIFY(!shown.dialog<NetworkEntryDialog>());
        const NetworkEntry entry = shown.editor().list({Realm::Production, {}}).constFirst();
        QCOMPARE(entry.network, u"8.8.4.0/24"_s);
        QCOMPARE(entry.until, QDateTime(QDate(2099, 5, 2), QTime(10, 0), Qt::UTC));
        table->setFocus();
        QVERIFY(table->selectKey(entry.network));
        const auto lines = shown.networks().size();
        QTest::keyClick(table, Qt::Key_Delete);
        QCOMPARE(shown.networks().size(), lines - 1);
        QVERIFY(!shown.networks().contains(entry.network));
        QVERIFY(shown.page->undo());
        QVERIFY(shown.networks().contains(entry.network));
    }

    /// Whom the edit would refuse is said beside the lists and before the save; one click takes a source in.
    void sourcesSayWhomAnEditRefuses()
    {
        Shown shown;
        QTRY_VERIFY(shown.editor().isReady());
        auto *sources = shown.find<PcTableView>(u"sourceTable"_s);
        QTRY_VERIFY(sources->model()->rowCount() > 1);
        auto *refused = shown.find<MessageBanner>(u"sourcesRefused"_s);
        QVERIFY(!refused->isVisible());
        shown.editor().remove({Realm::Production, {}}, {0});
        QVERIFY(refused->isVisible());
        shown.tab->review();
        auto *review = shown.dialog<ReviewNetworksDialog>();
        QVERIFY(review->findChild<MessageBanner *>(u"networkImpact"_s)->text().contains(u"198.51.100.10"_s));
        review->reject();
        QTRY_VERIFY(!shown.dialog<ReviewNetworksDialog>());
        sources->setFocus();
        sources->setCurrentIndex(sources->model()->index(0, 0));
        QCOMPARE(shown.find<QPushButton>(u"addSource"_s)->text(), u"Add 198.51.100.10/32"_s);
        shown.find<QPushButton>(u"addSourceNetwork"_s)->click();
        QVERIFY(shown.networks().contains(u"198.51.100.0/24"_s));
        QVERIFY(!refused->isVisible());
        QVERIFY(shown.page->undo());
        QTest::keyClick(sources, Qt::Key_Return);
        QVERIFY(shown.networks().contains(u"198.51.100.10/32"_s));
    }

    void aReasonIsAskedForWhatGivesOrTakes()
    {
        Shown shown;
        QTRY_VERIFY(shown.editor().isReady());
        shown.type(u"8.8.8.0/24"_s);
        shown.tab->review();
        auto *dialog = shown.dialog<ReviewNetworksDialog>();
        QVERIFY(dialog);
        auto *save = dialog->findChild<QPushButton *>(u"submitButton"_s);
        save->click();
        QVERIFY(dialog->isVisible());
        QCOMPARE(shown.puts(), 0);
        dialog->findChild<QComboBox *>(u"reason"_s)->setCurrentText(u"New site"_s);
        save->click();
        pc::test::settle();
        QCOMPARE(shown.puts(), 1);
        QCOMPARE(shown.pages.service->requests.constLast().body.value(u"reason"_s).toString(), u"New site"_s);
        QTRY_VERIFY(!shown.tab->isDirty());
        QVERIFY(!shown.tab->canUndo());
        QCOMPARE(shown.pages.toastText(), u"Networks of Cardinal Payroll saved"_s);
        // Less needs one as well: it takes power away.
        shown.editor().remove({Realm::Production, {}}, {0});
        shown.tab->review();
        QTRY_VERIFY(shown.dialog<ReviewNetworksDialog>());
        shown.dialog<ReviewNetworksDialog>()->findChild<QPushButton *>(u"submitButton"_s)->click();
        pc::test::settle();
        QCOMPARE(shown.puts(), 1);
        shown.dialog<ReviewNetworksDialog>()->reject();
        QTRY_VERIFY(!shown.dialog<ReviewNetworksDialog>());
        // A note alone does not.
        QVERIFY(shown.page->undo());
        NetworkEntry noted = shown.editor().list({Realm::Production, {}}).constFirst();
        noted.note = u"Head office"_s;
        shown.editor().setEntry({Realm::Production, {}}, 0, noted);
        shown.tab->review();
        QTRY_VERIFY(shown.dialog<ReviewNetworksDialog>());
        shown.dialog<ReviewNetworksDialog>()->findChild<QPushButton *>(u"submitButton"_s)->click();
        pc::test::settle();
        QCOMPARE(shown.puts(), 2);
    }

    /// While calls are let pass although they would be refused, nothing says that they are refused.
    void whatIsObservedIsNotSaidToBeRefused()
    {
        PagesFixture pages;
        const QString id = pages.idOf(u"Cardinal Payroll"_s);
        ObservationSummary own = pc::test::sampleObservation();
        own.observation.kind = ObservationKind::Partner;
        own.observation.target = id;
        own.observation.until = QDateTime({2025, 12, 15}, {0, 0}, Qt::UTC);
        ObservationSummary other = own;
        other.observation.target = u"prt_other"_s;
        QList<ObservationSummary> observed{other};
        pages.service->first =
            [&observed](
                const pc::test::SampleService::Asked &asked) -> std::optional<client::TransportResult> {
            if (asked.path != "/observations"_L1)
                return {};
            return pc::test::ScriptedTransport::response(
                200, QJsonDocument(pc::test::pageOf(observed, {}, observed.size())).toJson());
        };
        models::ObservationListModel model(pages.connection->observations(), pages.connection->feed());
        pages.parts.observations = &model;
        auto page = std::make_unique<PartnerPage>(pages.context, pages.parts);
        page->open(places::partnerPage(id, u"networks"_s));
        pages.show(page.get());
        model.refresh();
        pc::test::settle(20);
        auto *tab = page->findChild<NetworksTab *>();
        auto *standing = tab->findChild<Label *>(u"networkStanding"_s);
        QVERIFY2(!standing->text().contains(u"observed"_s), qPrintable(standing->text())); // another one is
        tab->editor().remove({Realm::Production, {}}, {0, 1, 2, 3});
        QVERIFY(standing->text().contains(u"every call in production is refused"_s));
        observed = {own};
        model.refresh();
        pc::test::settle();
        QVERIFY2(standing->text().contains(u"observed until 15 Dec 2025, 00:00 UTC"_s),
                 qPrintable(standing->text()));
        QVERIFY(
            tab->findChild<MessageBanner *>(u"sourcesRefused"_s)->text().contains(u"once it is enforced"_s));
        QVERIFY(page->findChild<QWidget *>(u"sourceTable"_s));
        tab->review();
        auto *review = pages.window.findChild<ReviewNetworksDialog *>();
        QVERIFY(review);
        const QString impact = review->findChild<MessageBanner *>(u"networkImpact"_s)->text();
        QVERIFY2(impact.contains(u"would be refused"_s) && !impact.contains(u"from then on"_s) &&
                     impact.contains(u"observed until"_s) && impact.contains(u"Tokens"_s),
                 qPrintable(impact));
        delete review;
        page.reset();
    }

    void theWaiverHasAnEndAndAReason()
    {
        Shown shown;
        QTRY_VERIFY(shown.editor().isReady());
        auto *box = shown.find<QCheckBox>(u"waiveBox"_s);
        auto *reason = shown.find<QLineEdit>(u"waiverReason"_s);
        auto *until = shown.find<DateInput>(u"waiverUntil"_s);
        QVERIFY(!reason->isVisible());
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space);
        QVERIFY(reason->isVisible());
        shown.tab->review();
        QVERIFY(!shown.dialog<ReviewNetworksDialog>()); // it has no reason
        QTest::keyClicks(reason, u"Provider moves"_s);
        until->setFocus();
        until->selectAll();
        QTest::keyClicks(until, u"2099-01-01 10:00"_s);
        shown.tab->review();
        QVERIFY(!shown.dialog<ReviewNetworksDialog>()); // it ends too late
        until->selectAll();
        const QDateTime later = shown.editor().now().addDays(10);
        QTest::keyClicks(until, later.toString(u"yyyy-MM-dd hh:00"_s));
        shown.tab->review();
        auto *dialog = shown.dialog<ReviewNetworksDialog>();
        QVERIFY(dialog);
        dialog->reject();
        QTRY_VERIFY(!shown.dialog<ReviewNetworksDialog>());
        QCOMPARE(shown.editor().edit().waiver->reason, u"Provider moves"_s);
        QVERIFY(shown.find<Label>(u"networkStanding"_s)->text().contains(u"no effect"_s));
        shown.editor().remove({Realm::Production, {}}, {0, 1, 2, 3});
        QVERIFY(shown.find<Label>(u"networkStanding"_s)->text().contains(u"waived"_s));
        QTest::keyClick(box, Qt::Key_Space);
        QVERIFY(shown.find<Label>(u"networkStanding"_s)
                    ->text()
                    .contains(u"every call in production is refused"_s));
    }

    void anotherListIsShown()
    {
        Shown shown;
        QTRY_VERIFY(shown.editor().isReady());
        auto *lists = shown.find<QComboBox>(u"networkListBox"_s);
        QTRY_VERIFY(lists->count() > 2); // its credentials
        lists->setFocus();
        lists->setCurrentIndex(1);
        Q_EMIT lists->activated(1);
        QVERIFY(shown.find<Label>(u"networkStanding"_s)->text().contains(u"from anywhere"_s));
        QVERIFY(!shown.find<QCheckBox>(u"waiveBox"_s)->isVisible());
        shown.type(u"10.0.0.0/8"_s);
        QCOMPARE(shown.networks(Realm::Sandbox), QStringList{u"10.0.0.0/8"_s});
        Q_EMIT lists->activated(2);
        shown.type(u"8.8.8.8"_s);
        QCOMPARE(shown.editor().edit().credentials.size(), 1);
    }

    /// Somebody else was first: theirs is shown, mine stays staged, and both are saved together.
    void aLateSaveIsMerged()
    {
        Shown shown;
        QTRY_VERIFY(shown.editor().isReady());
        shown.type(u"8.8.8.0/24"_s);
        NetworkRules &stored = shown.pages.service->networks[shown.id];
        stored.production.append({u"9.9.9.0/24"_s, {}, {}, {}});
        ++stored.version;
        stored.updatedBy = u"ops-2"_s;
        shown.tab->review();
        shown.dialog<ReviewNetworksDialog>()
            ->findChild<QComboBox *>(u"reason"_s)
            ->setCurrentText(u"New site"_s);
        shown.dialog<ReviewNetworksDialog>()->findChild<QPushButton *>(u"submitButton"_s)->click();
        QTRY_VERIFY(shown.dialog<MergeNetworksDialog>());
        QVERIFY(shown.find<MessageBanner>(u"staleNetworks"_s)->isVisible());
        shown.dialog<MergeNetworksDialog>()->findChild<QPushButton *>(u"mergeReapply"_s)->click();
        QTRY_VERIFY(shown.dialog<ReviewNetworksDialog>());
        auto *again = shown.dialog<ReviewNetworksDialog>();
        QCOMPARE(again->findChild<QComboBox *>(u"reason"_s)->currentText(), u"New site"_s); // kept
        again->findChild<QPushButton *>(u"submitButton"_s)->click();
        QTRY_VERIFY(!shown.tab->isDirty());
        QVERIFY(shown.networks().contains(u"8.8.8.0/24"_s) && shown.networks().contains(u"9.9.9.0/24"_s));
    }

    void withoutPermissionNothingCanBeEdited()
    {
        Shown shown;
        QTRY_VERIFY(shown.editor().isReady());
        shown.pages.service->session.permissions.removeAll(u"networks.edit"_s);
        shown.pages.connection->keeper().start();
        pc::test::settle();
        QVERIFY(shown.find<MessageBanner>(u"networksLocked"_s)->isVisible());
        shown.type(u"8.8.8.0/24"_s);
        auto *table = shown.find<PcTableView>(u"networkTable"_s);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Delete);
        QTest::keyClick(table, Qt::Key_Return);
        QVERIFY(!shown.dialog<NetworkEntryDialog>());
        auto *sources = shown.find<PcTableView>(u"sourceTable"_s);
        sources->setFocus();
        QTest::keyClick(sources, Qt::Key_Return);
        QVERIFY(!shown.tab->isDirty());
        for (const char *name :
             {"addNetworks", "removeNetworks", "editNetwork", "addSource", "addSourceNetwork"})
            QVERIFY2(!shown.find<QPushButton>(QString::fromLatin1(name))->isEnabled(), name);
        QVERIFY(!shown.find<QCheckBox>(u"waiveBox"_s)->isEnabled());
    }

    /// Edits that are not saved are asked about before the page is left.
    void unsavedEditsAreAskedAbout()
    {
        Shown shown;
        QTRY_VERIFY(shown.editor().isReady());
        QVERIFY(shown.page->unsavedWork().isEmpty());
        shown.type(u"8.8.8.0/24"_s);
        QVERIFY(!shown.page->unsavedWork().isEmpty());
        shown.find<QPushButton>(u"discardNetworks"_s)->click();
        QVERIFY(shown.page->unsavedWork().isEmpty());
        QVERIFY(shown.pages.toasts.triggerLatest());
        QVERIFY(shown.networks().contains(u"8.8.8.0/24"_s));
    }
};

PC_THEMED_TEST_MAIN(NetworksTabTest)
#include "tst_networks_tab.moc"
