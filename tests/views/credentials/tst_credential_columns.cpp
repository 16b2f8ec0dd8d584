// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/credentials/credential_list_model.h"
#include "models/text/enum_names.h"
#include "tests/views/credentials/dialog_fixture.h"
#include "tests/views/themed_test.h"
#include "views/credentials/credential_delegate.h"
#include "views/credentials/credentials_tab.h"
#include "views/widgets/badge.h"
#include "views/widgets/item_paint.h"
#include "views/widgets/table_view.h"
#include "views/widgets/toast.h"

#include <QTranslator>

using namespace pc;
using namespace pc::views;
using namespace Qt::StringLiterals;
using models::CredentialListModel;
using pc::test::CredentialFixture;

class CredentialColumnsTest final : public QObject
{
    Q_OBJECT
public:
    explicit CredentialColumnsTest(ThemeController &) {}

private Q_SLOTS:
    /// States, kinds and times stand whole, however long a language's words are.
    void noWordOfTheTableIsCut()
    {
        struct Longer final : QTranslator
        {
            [[nodiscard]] QString translate(const char *, const char *text, const char *, int) const override
            {
                return QString::fromUtf8(text) + u" in vielen Worten"_s;
            }
            [[nodiscard]] bool isEmpty() const override { return false; }
        } longer;
        const CredentialFixture shown;
        QTRY_COMPARE(shown.tab->table()->model()->rowCount(), 4);
        QCoreApplication::installTranslator(&longer);
        auto *table = shown.tab->table();
        table->resize(table->width() + 1, table->height()); // laid out in the other language
        const auto *cells = qobject_cast<const ItemDelegate *>(table->itemDelegate());
        const QFontMetrics metrics(TypeScale::of(table).font(TypeRole::Body));
        const int badge =
            Badge::sizeFor(TypeScale::of(table), Icon::Clock, models::nameOf(CredentialState::Suspended))
                .width();
        const int state = cells->neededWidth(table, CredentialListModel::StateColumn);
        const int kind = cells->neededWidth(table, CredentialListModel::KindColumn);
        const int word = metrics.horizontalAdvance(models::nameOf(CredentialKind::ClientSecret));
        QCoreApplication::removeTranslator(&longer);
        QVERIFY(state >= badge + ItemDelegate::cellEdges - 2);
        QVERIFY(kind >= word + ItemDelegate::cellEdges - 2);
        QVERIFY(table->columnWidth(CredentialListModel::StateColumn) >= state);
        QVERIFY(table->isColumnHidden(CredentialListModel::KindColumn) ||
                table->columnWidth(CredentialListModel::KindColumn) >= kind);
    }

    /// "+1" stands only where the next scope has no room.
    void asManyScopesAsThereIsRoomFor()
    {
        const QWidget widget;
        const TypeScale &type = TypeScale::of(&widget);
        const QStringList scopes{u"orders:read"_s, u"orders:write"_s, u"payroll:export"_s};
        const auto at = [&](int room) { return CredentialDelegate::fittingScopes(type, scopes, room); };
        const int whole =
            QFontMetrics(type.font(TypeRole::MonoSmall)).horizontalAdvance(scopes.join(u", "_s)) + 2;
        QCOMPARE(at(whole).text, scopes.join(u", "_s));
        QCOMPARE(at(whole).more, QString());
        QCOMPARE(at(whole).keep, 0);
        QCOMPARE(at(whole - 1).text, u"orders:read, orders:write"_s);
        QCOMPARE(at(whole - 1).more, u"+1"_s);
        QCOMPARE(at(10).text, u"orders:read"_s); // the first one is always named
        QCOMPARE(at(10).more, u"+2"_s);
        QVERIFY(at(10).keep > 0);
        QCOMPARE(CredentialDelegate::fittingScopes(type, {}, 100).text, u"—"_s);
    }

    /// The first row is the current one from the start; a click selects it, and that is said.
    void selectingTheCurrentRowIsSaid()
    {
        CredentialFixture shown;
        QTRY_COMPARE(shown.tab->table()->model()->rowCount(), 4);
        QTRY_VERIFY(shown.tab->table()->currentIndex().isValid());
        QCOMPARE(shown.tab->statusText().selection, QString());
        QString said;
        connect(shown.tab, &PartnerTab::statusChanged, shown.tab,
                [&] { said = shown.tab->statusText().selection; });
        shown.tab->table()->selectionModel()->select(shown.tab->table()->currentIndex(),
                                                     QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QCOMPARE(said, u"1 selected"_s);
    }

    /// The acts of the pane, and what has the focus among them, stand above a toast that stays.
    void noActLiesBehindAToastThatStays_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("800x560") << QSize(800, 560);
        QTest::newRow("1440x900") << QSize(1440, 900);
    }
    void noActLiesBehindAToastThatStays()
    {
        QFETCH(const QSize, size);
        CredentialFixture shown;
        QVERIFY(shown.select(u"erp-sync"_s));
        QTest::keyClick(shown.tab->table(), Qt::Key_Return);
        pc::test::settle();
        const auto button = [&shown](const QString &command) {
            return shown.tab->findChild<QPushButton *>(command + u".button"_s);
        };
        shown.pages.window.resize(size);
        button(u"credential.revoke"_s)->setFocus();
        const Toast *toast = shown.pages.toasts.show(
            {.text = u"Suspend “erp-sync” of Cardinal Payroll: it is not known whether the platform has done "
                     "it. It did not answer in time, or its answer was lost."_s,
             .severity = Severity::Warn,
             .actionText = u"Ask again"_s,
             .action = [] {},
             .milliseconds = untilDismissed});
        pc::test::settle();
        for (const QString &act : {u"credential.rotate"_s, u"credential.suspend"_s, u"credential.revoke"_s}) {
            const QPushButton *each = button(act);
            const QRect place(each->mapTo(&shown.pages.window, QPoint()), each->size());
            QVERIFY2(!place.intersects(toast->geometry()), qPrintable(act));
            QVERIFY2(pc::test::isInSight(each), qPrintable(act));
        }
        QVERIFY(button(u"credential.revoke"_s)->hasFocus());
    }
};

PC_THEMED_TEST_MAIN(CredentialColumnsTest)
#include "tst_credential_columns.moc"
