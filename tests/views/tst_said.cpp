// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/kept_lines.h"
#include "tests/views/page_line.h"
#include "tests/views/pages_fixture.h"
#include "tests/views/scenes.h"
#include "tests/views/themed_test.h"
#include "tests/views/widget_dump.h"
#include "views/shell/page.h"

#include <QLayout>

using namespace pc;
using namespace pc::views;
using namespace Qt::StringLiterals;
using namespace pc::test;

namespace {

bool holds(const QLayout &layout, const QWidget *widget)
{
    for (int i = 0; i < layout.count(); ++i) {
        QLayoutItem *item = layout.itemAt(i);
        if (item->widget() == widget || (item->layout() && holds(*item->layout(), widget)))
            return true;
    }
    return false;
}

/// What menus, palette and key map say of what can be done here.
QStringList commandLines(const CommandRegistry &commands)
{
    QStringList lines;
    for (const QString &id : commands.ids()) {
        const Command &each = *commands.find(id);
        const CommandState state = commands.state(id);
        lines.append(u"command %1 \"%2\" icon=%3 keys=%4/%5 group=%6%7%8%9"_s.arg(
            id, each.title, iconName(each.icon), each.shortcut.toString(), QString::number(int(each.scope)),
            each.group, each.destructive ? u" destructive"_s : u""_s,
            each.inPalette ? u""_s : u" not in the palette"_s,
            state.enabled ? u""_s : u" off=\""_s + state.reason + u'"'));
    }
    return lines;
}

} // namespace

/// Whatever a page, a tab or a dialog is made of has its place in it, and is what tests/views/said/ keeps of
/// it: words, states, icons, what Tab walks through. A wording that is changed on purpose is written anew
/// with PC_KEEP_SCENES=1, and read in the difference.
class SaidTest final : public QObject
{
    Q_OBJECT
public:
    explicit SaidTest(ThemeController &theme) : m_theme(theme) { pc::test::settleMs = 1; }

private Q_SLOTS:
    void everythingHasItsPlace_data() { rows(); }
    void everythingHasItsPlace()
    {
        QFETCH(const int, at);
        const QSet<QWidget *> before = orphans();
        const auto scene = scenes(m_theme)[at].make();
        settle(4);
        QStringList lost;
        for (const QWidget *each : scene->window().findChildren<QWidget *>()) {
            const QWidget *parent = each->parentWidget();
            if (each->isHidden() || each->isWindow() || !parent->layout() || isArranged(parent))
                continue;
            if (!holds(*parent->layout(), each) && !floats(each))
                lost.append(widgetName(*each) + u" in "_s + widgetName(*parent));
        }
        for (const QWidget *each : orphans() - before)
            if (each != &scene->window())
                lost.append(widgetName(*each) + u" in nothing"_s);
        QVERIFY2(lost.isEmpty(), qPrintable(lost.join(u'\n')));
    }

    void isMadeAsKept_data() { rows(); }
    void isMadeAsKept()
    {
        QFETCH(const int, at);
        const auto scene = scenes(m_theme)[at].make();
        settle(4);
        QStringList lines = widgetDump(scene->window());
        if (const PagesFixture *pages = scene->pages())
            lines += commandLines(pages->commands);
        for (const views::Page *page : scene->window().findChildren<views::Page *>())
            lines.append(pageLine(*page));
        const QString difference = differenceFromKept(QStringLiteral(PC_SAID_DIR),
                                                      QString::fromUtf8(QTest::currentDataTag()), lines);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

private:
    void rows()
    {
        QTest::addColumn<int>("at");
        const QList<NamedScene> all = scenes(m_theme);
        for (int at = 0; at < all.size(); ++at)
            QTest::newRow(all[at].name) << at;
    }
    /// Made by Qt or by a parent that arranges its children itself.
    static bool isArranged(const QWidget *parent)
    {
        return parent->inherits("QAbstractScrollArea") || parent->inherits("QComboBox") ||
               parent->inherits("QLineEdit") || parent->inherits("QSplitter");
    }
    /// Stands over what is below it, on purpose.
    static bool floats(const QWidget *widget)
    {
        return widget->inherits("pc::views::Scrim") || widget->inherits("pc::views::CommandPalette") ||
               widget->inherits("pc::views::Toast") || widget->objectName().startsWith(u"qt_") ||
               widget->testAttribute(Qt::WA_TransparentForMouseEvents) ||
               widget->property("overlay").toBool();
    }
    /// Widgets that nobody put anywhere, and that are no windows of their own.
    static QSet<QWidget *> orphans()
    {
        QSet<QWidget *> found;
        for (QWidget *each : QApplication::topLevelWidgets())
            if (each->windowType() == Qt::Window && !each->isVisible())
                found.insert(each);
        return found;
    }

    ThemeController &m_theme;
};

PC_THEMED_TEST_MAIN(SaidTest)
#include "tst_said.moc"
