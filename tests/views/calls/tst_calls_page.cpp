// SPDX-License-Identifier: GPL-3.0-or-later
// The page of calls: filters that reach the service, cells that become filters, why a call ended so, and what
// is said where none is known. Typed and pressed as people do.
#include "models/calls/call_list_model.h"
#include "tests/views/pages_fixture.h"
#include "tests/views/themed_test.h"
#include "views/calls/calls_page.h"
#include "views/calls/calls_panel.h"
#include "views/calls/facet_panel.h"
#include "views/calls/why_pane.h"
#include "views/seams/calls_places.h"
#include "views/time/time_chip.h"
#include "views/time/time_popover.h"
#include "views/time/time_strip.h"
#include "views/widgets/chip.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/table_view.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::views;
using models::CallListModel;

namespace {

struct CallsFixture
{
    QTemporaryDir drafts;
    test::PagesFixture pages{drafts.path()};
    CallsPage *page = nullptr;

    CallsFixture()
    {
        page = new CallsPage(pages.context);
        page->open(places::callsPage());
        pages.show(page);
        test::settle(20);
    }
    ~CallsFixture() { delete page; }

    template <typename T>
    [[nodiscard]] T *child(const QString &name) const
    {
        return page->findChild<T *>(name);
    }
    [[nodiscard]] PcTableView *table() const { return page->panel()->table(); }
    [[nodiscard]] int rows() const { return table()->model()->rowCount(); }
    [[nodiscard]] QLineEdit *search() const { return child<QLineEdit>(u"callSearch"_s); }
    [[nodiscard]] QString textOf(const QString &name) const
    {
        const auto *label = child<QLabel>(name);
        return label != nullptr && label->isVisible() ? label->text() : QString();
    }
    /// The value of a parameter of the newest list request.
    [[nodiscard]] QString asked(const QString &name) const
    {
        for (auto each = pages.service->requests.crbegin(); each != pages.service->requests.crend(); ++each) {
            if (each->path != u"/calls"_s)
                continue;
            for (const auto &[key, value] : each->query)
                if (key == name)
                    return value;
            return {};
        }
        return {};
    }
    void type(const QString &text)
    {
        search()->setFocus();
        QTest::keyClicks(search(), text);
        QTest::keyClick(search(), Qt::Key_Return);
        test::settle(20);
    }
    void open(int row, int column = CallListModel::StatusColumn)
    {
        table()->setFocus();
        table()->setCurrentIndex(table()->model()->index(row, column));
        QTest::keyClick(table(), Qt::Key_Space);
        test::settle(20);
    }
    [[nodiscard]] int rowOf(const QString &id) const
    {
        for (int row = 0; row < rows(); ++row)
            if (table()->model()->index(row, 0).data(models::IdRole).toString() == id)
                return row;
        return -1;
    }
};

} // namespace

class TestCallsPage final : public QObject
{
    Q_OBJECT
public:
    explicit TestCallsPage(ThemeController &) {}

private Q_SLOTS:
    void allCallsAreListed()
    {
        const CallsFixture shown;
        QCOMPARE(shown.rows(), shown.pages.service->calls.calls.size());
        const auto *strip = shown.child<TimeStrip>(u"callStrip"_s);
        qint64 sum = 0;
        for (const qint64 each : strip->histogram().matching)
            sum += each;
        QCOMPARE(sum, shown.rows());
        QVERIFY(shown.page->panel()->answerText().contains(QString::number(shown.rows())));
    }

    void typedFieldsReachTheService()
    {
        CallsFixture shown;
        shown.type(u"reason:missing_scope -source:203.0.113.7"_s);
        QCOMPARE(shown.asked(u"reason"_s), u"missing_scope"_s);
        QCOMPARE(shown.asked(u"not_source"_s), u"203.0.113.7"_s);
        QVERIFY(shown.rows() > 0);
        QVERIFY(shown.rows() < shown.pages.service->calls.calls.size());
        QVERIFY(shown.search()->text().isEmpty()); // it stands in the chips
        QVERIFY(shown.child<Chip>(u"callChip_reason"_s)->isVisible());
        QVERIFY(shown.child<Chip>(u"callChip_not_source"_s)->isVisible());
        // A chip is taken away by its own key.
        QTest::keyClick(shown.child<Chip>(u"callChip_reason"_s), Qt::Key_Delete);
        test::settle(20);
        QCOMPARE(shown.asked(u"reason"_s), QString());
        QCOMPARE(shown.asked(u"not_source"_s), u"203.0.113.7"_s);
    }

    void aPartnerIsFoundByName()
    {
        CallsFixture shown;
        shown.type(u"Cardinal"_s);
        QCOMPARE(shown.asked(u"partner_id"_s), shown.pages.idOf(u"Cardinal Payroll"_s));
        QVERIFY(shown.child<Chip>(u"callChip_partner"_s)->value().contains(u"Cardinal Payroll"_s));
        shown.type(u"Nobody of that name"_s);
        QVERIFY(shown.textOf(u"callSearchMessage"_s).contains(u"Nobody of that name"_s));
        QVERIFY(!shown.search()->text().isEmpty()); // what was typed is not lost
    }

    void wrongInputIsExplained_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("said");
        QTest::newRow("unknown field") << u"colour:blue"_s << u"colour"_s;
        QTest::newRow("no value") << u"reason:"_s << u"reason"_s;
        QTest::newRow("no such value") << u"status:abc"_s << u"abc"_s;
        QTest::newRow("no time") << u"after:soon"_s << u"soon"_s;
    }
    void wrongInputIsExplained()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, said);
        CallsFixture shown;
        shown.type(typed);
        QVERIFY2(shown.textOf(u"callSearchMessage"_s).contains(said),
                 qPrintable(shown.textOf(u"callSearchMessage"_s)));
        QCOMPARE(shown.search()->text(), typed);
        QCOMPARE(shown.rows(), shown.pages.service->calls.calls.size());
    }

    void aCellBecomesAFilter()
    {
        CallsFixture shown;
        shown.table()->setFocus();
        shown.table()->setCurrentIndex(shown.table()->model()->index(0, CallListModel::ReasonColumn));
        QTest::keyClick(shown.table(), Qt::Key_F);
        test::settle(20);
        QCOMPARE(shown.asked(u"reason"_s), u"missing_scope"_s);
        shown.table()->setFocus();
        shown.table()->setCurrentIndex(shown.table()->model()->index(0, CallListModel::SourceColumn));
        const QString source = shown.table()->currentIndex().data().toString();
        QTest::keyClick(shown.table(), Qt::Key_F, Qt::ShiftModifier);
        test::settle(20);
        QCOMPARE(shown.asked(u"not_source"_s), source);
        QCOMPARE(shown.asked(u"reason"_s), u"missing_scope"_s);
    }

    void whyIsSaid()
    {
        CallsFixture shown;
        shown.open(0);
        const auto *pane = shown.page->findChild<WhyPane *>();
        QVERIFY(pane->isVisible());
        QCOMPARE(shown.textOf(u"whyTitle"_s), u"Refused: orders:write was not granted"_s);
        QVERIFY(shown.textOf(u"causeWho"_s).contains(u"ops-2"_s));
        QVERIFY(shown.child<QPushButton>(u"openCause"_s)->text().contains(u"OPS-1182"_s));
        QVERIFY(shown.textOf(u"whyToday"_s).contains(u"still refused"_s));
        QVERIFY(shown.textOf(u"whyAlike"_s).contains(u"12"_s));
        QTest::mouseClick(shown.child<QPushButton>(u"copyForTicket"_s), Qt::LeftButton);
        const QString ticket = shown.pages.clipboard.text;
        const CallRecord &call = shown.pages.service->calls.calls.constFirst();
        for (const QString &part : {call.id, call.requestId, u"ops-2"_s, u"OPS-1182"_s, u"orders:write"_s,
                                    u"UTC"_s, u"Not reached"_s})
            QVERIFY2(ticket.contains(part), qPrintable(part + u" is missing in\n"_s + ticket));
        // Esc closes it, and the focus is where it was.
        QTest::keyClick(shown.table(), Qt::Key_Space);
        QVERIFY(!pane->isVisible());
    }

    void whatLetsItPassLeadsThere()
    {
        CallsFixture shown;
        shown.open(0);
        auto *link = shown.child<QPushButton>(u"remedy1"_s);
        QVERIFY(link);
        QVERIFY(link->text().contains(u"orders:write"_s));
        QTest::mouseClick(link, Qt::LeftButton);
        const Location place = shown.pages.navigator.current();
        QCOMPARE(place.page, u"partner"_s);
        QCOMPARE(place.args.value(1), u"access"_s);
    }

    void aPastedRequestStandsAlone()
    {
        CallsFixture shown;
        shown.type(u"reason:missing_scope"_s);
        shown.type(u"req_000042"_s);
        QCOMPARE(shown.asked(u"request_id"_s), u"req_000042"_s);
        QCOMPARE(shown.asked(u"reason"_s), QString());
        QCOMPARE(shown.rows(), 1);
    }

    void aPastedDecisionOpensItsPane()
    {
        CallsFixture shown;
        shown.type(u"dec_000055"_s);
        QVERIFY(shown.page->findChild<WhyPane *>()->isVisible());
        QCOMPARE(shown.table()->currentKey().toString(), u"dec_000055"_s);
    }

    void whatNeverCameIsSaid()
    {
        CallsFixture shown;
        shown.pages.service->calls.lines = {{shown.pages.clock.now().addSecs(-60), u"edge-1"_s, u"req_lost"_s,
                                             400, u"GET"_s, u"/api/v1/orders"_s, u"203.0.113.7"_s, 157, 300}};
        shown.type(u"request:req_lost"_s);
        QString said;
        for (const QLabel *label : shown.page->findChildren<QLabel *>())
            if (label->isVisible())
                said += label->text() + u'\n';
        QVERIFY(said.contains(u"It never reached the platform"_s));
        QVERIFY2(said.contains(u"edge-1 answered it by itself with 400"_s), qPrintable(said));
        shown.type(u"request:req_unheard"_s);
        said.clear();
        for (const QLabel *label : shown.page->findChildren<QLabel *>())
            if (label->isVisible())
                said += label->text() + u'\n';
        QVERIFY2(said.contains(u"no gateway reported it"_s), qPrintable(said));
    }

    void aFacetCounts()
    {
        CallsFixture shown;
        QTest::mouseClick(shown.child<Chip>(u"callChip_outcome"_s), Qt::LeftButton);
        test::settle(20);
        auto *panel = shown.page->findChild<FacetPanel *>();
        QVERIFY(panel);
        const auto *refused = panel->findChild<QCheckBox *>(u"facet_refused"_s);
        QVERIFY(refused);
        QVERIFY2(refused->text().contains(u"12"_s), qPrintable(refused->text())); // each fifth of 60
        QTest::mouseClick(panel->findChild<QCheckBox *>(u"facet_refused"_s), Qt::LeftButton, Qt::NoModifier,
                          QPoint(8, refused->height() / 2));
        test::settle(20);
        QCOMPARE(shown.asked(u"outcome"_s), u"refused"_s);
        QCOMPARE(shown.rows(), 12);
    }

    void theTimeIsTyped()
    {
        CallsFixture shown;
        shown.table()->setFocus();
        QTest::keyClick(shown.table(), Qt::Key_T);
        auto *chip = shown.child<TimeChip>(u"callTime"_s);
        QTRY_VERIFY(chip->popover());
        auto *from = chip->popover()->findChild<QLineEdit *>(u"timeFrom"_s);
        QVERIFY(from);
        from->selectAll();
        QTest::keyClicks(from, u"-2h"_s);
        QTest::keyClick(from, Qt::Key_Return);
        test::settle(20);
        QVERIFY(!shown.asked(u"from"_s).isEmpty());
        QCOMPARE(shown.rows(), 12); // one each ten minutes
    }

    void theOrderIsTurned()
    {
        CallsFixture shown;
        const QString first = shown.table()->model()->index(0, 0).data(models::IdRole).toString();
        QTest::mouseClick(shown.child<QToolButton>(u"callOrder"_s), Qt::LeftButton);
        test::settle(20);
        QCOMPARE(shown.asked(u"order"_s), u"oldest_first"_s);
        QCOMPARE(shown.table()->model()->index(shown.rows() - 1, 0).data(models::IdRole).toString(), first);
    }

    void whatIsNotKeptIsSaid()
    {
        CallsFixture shown;
        shown.type(u"after:2020-01-01"_s);
        const auto *kept = shown.child<MessageBanner>(u"callsKept"_s);
        QVERIFY(kept->isVisible());
        QVERIFY(kept->text().contains(u"kept since"_s));
    }
};

PC_THEMED_TEST_MAIN(TestCallsPage)
#include "tst_calls_page.moc"
