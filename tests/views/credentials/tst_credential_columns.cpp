// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/credentials/credential_list_model.h"
#include "models/text/enum_names.h"
#include "tests/views/credentials/credential_fixture.h"
#include "tests/views/themed_test.h"
#include "views/credentials/credential_delegate.h"
#include "views/credentials/credentials_tab.h"
#include "views/widgets/badge.h"
#include "views/widgets/item_paint.h"
#include "views/widgets/table_view.h"

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
};

PC_THEMED_TEST_MAIN(CredentialColumnsTest)
#include "tst_credential_columns.moc"
