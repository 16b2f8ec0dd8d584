// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/reactions.h"

#include "tests/views/pages_world.h"
#include "tests/views/widget_dump.h"
#include "views/shell/page.h"
#include "views/widgets/underline_tabs.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

namespace pc::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostLines = 6; ///< shown of a difference
constexpr int muchChanged = 10;

/// Made by Qt inside of something that is used as a whole.
bool isPartOfAnother(const QWidget *widget)
{
    for (const QWidget *each = widget->parentWidget(); each; each = each->parentWidget())
        if (each->inherits("QComboBox") || each->inherits("QAbstractSpinBox") ||
            each->inherits("QLineEdit") || each->inherits("QScrollBar") || each->inherits("QHeaderView") ||
            (each->inherits("QAbstractItemView") && !each->inherits("QTableView")))
            return true;
    return widget->objectName().startsWith(u"qt_"_s);
}

/// The dialog that is open, else the window: what lies below a dialog is not used.
const QWidget &frontOf(const QWidget &window)
{
    const QWidget *front = &window;
    for (const QWidget *each : window.findChildren<QWidget *>())
        if (each->isWindow() && each->isModal() && each->isVisible())
            front = each;
    return *front;
}

QList<QWidget *> usedIn(const QWidget &shown)
{
    const QWidget &window = frontOf(shown);
    QList<QWidget *> found;
    for (QWidget *each : window.findChildren<QWidget *>()) {
        const bool kind = qobject_cast<QAbstractButton *>(each) || qobject_cast<QLineEdit *>(each) ||
                          qobject_cast<QComboBox *>(each) || qobject_cast<QPlainTextEdit *>(each) ||
                          qobject_cast<QAbstractItemView *>(each) ||
                          qobject_cast<views::UnderlineTabs *>(each);
        if (kind && each->isVisible() && each->isEnabled() && !isPartOfAnother(each))
            found.append(each);
    }
    return found;
}

QString nameOf(const QWidget *widget)
{
    const QString name = widgetName(*widget);
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    const QString said =
        widget->accessibleName().isEmpty() && button ? button->text() : widget->accessibleName();
    return said.isEmpty() ? name : name + u" \""_s + said + u'"';
}

void use(QWidget *widget)
{
    if (auto *button = qobject_cast<QAbstractButton *>(widget))
        return QTest::mouseClick(button, Qt::LeftButton, {}, button->rect().center());
    widget->setFocus(Qt::TabFocusReason);
    if (qobject_cast<QLineEdit *>(widget) || qobject_cast<QPlainTextEdit *>(widget))
        return QTest::keyClick(widget, Qt::Key_7);
    if (qobject_cast<QComboBox *>(widget))
        return QTest::keyClick(widget, Qt::Key_Down);
    if (qobject_cast<views::UnderlineTabs *>(widget))
        return QTest::keyClick(widget, Qt::Key_Right);
    QTest::keyClick(widget, Qt::Key_Down);
    QTest::keyClick(widget, Qt::Key_Return);
}

/// On the first row that is seen: press, release, and the second press, as a hand does it.
void doubleClick(QWidget *widget)
{
    auto *view = qobject_cast<QAbstractItemView *>(widget);
    const QPoint at = view->visualRect(view->indexAt({20, 4})).center();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, at);
}

QStringList difference(const QString &mark, QStringList of, const QStringList &without)
{
    for (const QString &line : without)
        of.removeOne(line);
    QStringList shown;
    for (const QString &line : of.mid(0, mostLines))
        shown.append(mark + line.trimmed().left(160));
    if (of.size() > mostLines)
        shown.append(mark + u"and %1 more"_s.arg(of.size() - mostLines));
    return shown;
}

/// Notes the menu that a press opens, and closes it: some of Qt's menus run a loop of their own until then.
class MenuWatch
{
public:
    MenuWatch()
    {
        m_timer.setInterval(5);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            QWidget *popup = QApplication::activePopupWidget();
            if (!popup)
                return;
            if (const auto *menu = qobject_cast<const QMenu *>(popup)) {
                for (const QAction *action : menu->actions())
                    if (!action->isSeparator())
                        lines.append(u"  menu: %1%2%3"_s.arg(action->text(),
                                                             action->isEnabled() ? u""_s : u" off"_s,
                                                             action->isChecked() ? u" [x]"_s : u""_s));
            } else {
                lines.append(u"  popup: "_s + nameOf(popup));
            }
            popup->close();
        });
        m_timer.start();
    }
    QStringList lines;

private:
    QTimer m_timer;
};

/// One scene while it is used.
class Session
{
public:
    explicit Session(const NamedScene &scene) : m_scene(scene) {}

    QStringList run()
    {
        QStringList lines;
        begin();
        const auto count = m_widgets.size();
        for (qsizetype at = 0; at < count; ++at) {
            if (!m_made)
                begin();
            QWidget *widget = at < m_widgets.size() ? m_widgets[at].data() : nullptr;
            if (!widget || !widget->isVisible() || !widget->isEnabled())
                continue; // what was used before took it away
            lines += reaction(widget, use, {});
            if (auto *view = m_made ? qobject_cast<QAbstractItemView *>(m_widgets[at].data()) : nullptr;
                view && view->isVisible() && view->model() && view->model()->rowCount() > 0)
                lines += reaction(view, doubleClick, u", double click"_s);
        }
        return lines;
    }

private:
    void begin()
    {
        m_made = m_scene.make();
        settle(4);
        m_widgets.clear();
        for (QWidget *each : usedIn(m_made->window()))
            m_widgets.append(each);
        PagesWorld *world = m_made->world();
        if (!world)
            return;
        for (const views::Page *page : m_made->window().findChildren<views::Page *>()) { // as the shell does
            QObject::connect(page, &views::Page::navigate, &world->navigator, &views::Navigator::navigate);
            QObject::connect(page, &views::Page::locationChanged, &world->navigator,
                             &views::Navigator::replace);
        }
    }

    QStringList reaction(QWidget *widget, void (*act)(QWidget *), const QString &how)
    {
        QStringList lines{nameOf(widget) + how};
        PagesWorld *world = m_made->world();
        const QStringList before = widgetDump(m_made->window());
        const qsizetype asked = world ? world->service->requests.size() : 0;
        const QString place = world ? world->navigator.current().toString() : QString();
        const QString clip = world ? world->clipboard.text : QString();
        const QString toast = world ? world->toastText() : QString();
        MenuWatch menus;
        act(widget);
        settle(5);
        QTest::qWait(12); // a menu is seen and closed
        lines += menus.lines;
        const QStringList after = widgetDump(m_made->window());
        bool moved = false;
        if (world) {
            for (const SampleService::Asked &each : world->service->requests.mid(asked)) {
                QStringList query;
                for (const auto &[name, value] : each.query)
                    query.append(name + u'=' + value);
                lines.append(
                    u"  asks %1 %2 %3"_s.arg(QString::fromLatin1(each.method), each.path, query.join(u' '))
                        .trimmed()
                        .prepend(u"  "_s));
            }
            moved = place != world->navigator.current().toString();
            if (moved)
                lines.append(u"  goes to "_s + world->navigator.current().toString());
            if (clip != world->clipboard.text)
                lines.append(u"  copies "_s + world->clipboard.text.section(u'\n', 0, 0));
            if (toast != world->toastText())
                lines.append(u"  says "_s + world->toastText());
        }
        const QStringList changed =
            difference(u"  - "_s, before, after) + difference(u"  + "_s, after, before);
        lines += changed;
        if (moved || !menus.lines.isEmpty() || changed.size() > muchChanged)
            m_made.reset(); // another page, a dialog: the next thing is used in a fresh scene
        return lines;
    }

    const NamedScene &m_scene;
    std::unique_ptr<Scene> m_made;
    QList<QPointer<QWidget>> m_widgets;
};

} // namespace

QStringList reactionsOf(const NamedScene &scene)
{
    return Session(scene).run();
}

} // namespace pc::test
