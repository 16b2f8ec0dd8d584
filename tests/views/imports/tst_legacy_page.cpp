// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/legacy_key_table.h"
#include "tests/views/imports/imports_fixture.h"
#include "tests/views/themed_test.h"
#include "views/widgets/fact_tiles.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/table_view.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

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

} // namespace

/// The campaign of what was imported.
class TestLegacyPage final : public QObject
{
    Q_OBJECT
public:
    explicit TestLegacyPage(ThemeController &) {}

private Q_SLOTS:
    void itCountsDown()
    {
        ImportsFixture fixture;
        fixture.openPage();
        QCOMPARE(named<QLabel>(fixture.page, u"legacyLeft"_s)->text(), u"3 left"_s);
        QCOMPARE(fixture.page->table()->model()->rowCount(), 3);
        const QList<Fact> facts = fixture.page->findChild<FactTiles *>()->facts();
        QCOMPARE(facts.at(0).value, u"2"_s);
        QCOMPARE(facts.at(1).value, u"1"_s);
        QCOMPARE(facts.at(2).severity, Severity::Warn);
        auto *banner = named<MessageBanner>(fixture.page, u"legacyBanner"_s);
        QVERIFY(banner->isVisible());
        QVERIFY2(banner->text().contains(u"30 days"_s), qPrintable(banner->text()));

        fixture.campaign.left = fixture.campaign.clientIds = fixture.campaign.withoutSuccessor = 0;
        fixture.campaign.over = 4;
        for (LegacyKeyState &key : fixture.campaign.keys)
            key.state = CredentialState::Revoked;
        fixture.page->refresh();
        settle();
        QCOMPARE(named<QLabel>(fixture.page, u"legacyLeft"_s)->text(), u"0 left"_s);
        QVERIFY2(banner->text().startsWith(u"0 left"_s), qPrintable(banner->text()));
        QCOMPARE(fixture.page->table()->model()->rowCount(), 4); // what is over is what there is to see
    }

    /// Beside the sidebar of a window of 1440: what the deadline cuts off is the first thing to see.
    void theCallsHaveRoomBeforeTheKind()
    {
        ImportsFixture fixture;
        fixture.openPage();
        PcTableView *table = fixture.page->table();
        for (const int width : {1200, 1000, 800}) {
            fixture.pages.show(fixture.page, {width, 700});
            settle();
            QVERIFY2(!table->isColumnHidden(models::LegacyKeyTable::CallsColumn),
                     qPrintable(QString::number(width)));
        }
    }

    void nothingImportedIsSaid()
    {
        ImportsFixture fixture(Role::PartnerOps, {});
        fixture.openPage();
        QCOMPARE(fixture.page->findChild<StateStack *>()->state(), ViewState::Empty);
    }

    void aRowLeadsToThePartnersCredentials()
    {
        ImportsFixture fixture;
        fixture.openPage();
        QSignalSpy went(fixture.page, &views::Page::navigate);
        fixture.page->table()->setFocus();
        fixture.page->table()->selectRow(0);
        QTest::keyClick(fixture.page->table(), Qt::Key_Return);
        QCOMPARE(went.size(), 1);
        const auto place = went.at(0).at(0).value<Location>();
        QCOMPARE(place.page, u"partner"_s);
        QCOMPARE(place.args, (QStringList{u"prt_card"_s, u"credentials"_s, u"crd_1"_s}));
    }

    void itIsFiltered()
    {
        ImportsFixture fixture;
        fixture.openPage();
        auto *kind = named<QComboBox>(fixture.page, u"legacyKind"_s);
        kind->setCurrentIndex(kind->findData(int(CredentialKind::LegacyClientId)));
        QCOMPARE(fixture.page->table()->model()->rowCount(), 1);
        kind->setCurrentIndex(0);
        named<QLineEdit>(fixture.page, u"legacyFilter"_s)->setText(u"nobody"_s);
        QCOMPARE(fixture.page->table()->model()->rowCount(), 0);
        QVERIFY(!named<QLabel>(fixture.page, u"legacyNone"_s)->text().isEmpty());
        QVERIFY(!named<QAbstractButton>(fixture.page, u"legacyExport"_s)->isEnabled());
    }

    void itIsExported()
    {
        ImportsFixture fixture;
        fixture.openPage();
        fixture.pages.files.path = fixture.file(u"out.csv"_s, {});
        named<QAbstractButton>(fixture.page, u"legacyExport"_s)->click();
        settle();
        QFile out(fixture.pages.files.path);
        QVERIFY(out.open(QIODevice::ReadOnly));
        const QByteArray csv = out.readAll();
        QCOMPARE(csv.count('\n'), 4);
        QVERIFY(csv.contains("tech@bluefin.example"));
    }

    void aViewerLooksOnly()
    {
        ImportsFixture fixture(Role::Viewer);
        fixture.openPage();
        QCOMPARE(fixture.page->table()->model()->rowCount(), 3);
        QVERIFY(!named<QPushButton>(fixture.page, u"legacyImportKeys"_s)->isEnabled());
    }
};

PC_THEMED_TEST_MAIN(TestLegacyPage)
#include "tst_legacy_page.moc"
