// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/control_uses.h"

#include "views/widgets/chip.h"
#include "views/widgets/underline_tabs.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QTest>

#include <algorithm>

namespace pc::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int typingPauseMs = 230; ///< of filter lines, and a little more

/// Made by Qt inside of something that is used as a whole.
bool isPartOfAnother(const QWidget *widget)
{
    for (const QWidget *each = widget->parentWidget(); each; each = each->parentWidget())
        if (each->inherits("QComboBox") || each->inherits("QAbstractSpinBox") ||
            each->inherits("QLineEdit") || each->inherits("QScrollBar") || each->inherits("QHeaderView") ||
            (each->inherits("QAbstractItemView") && !each->inherits("QTableView")))
            return true;
    return widget->objectName().startsWith(u"qt_"_s) || widget->inherits("QHeaderView");
}

/// Ours, drawn by itself, and reached with Tab: a chart, a calendar.
bool isOwnKind(const QWidget *widget)
{
    return widget->focusPolicy() & Qt::TabFocus &&
           QByteArrayView(widget->metaObject()->className()).startsWith("pc::views::");
}

std::function<void(QWidget *)> keys(const QList<QKeyCombination> &pressed)
{
    return [pressed](QWidget *widget) {
        widget->setFocus(Qt::TabFocusReason);
        for (const QKeyCombination &each : pressed)
            QTest::keyClick(widget, each.key(), each.keyboardModifiers());
    };
}

ControlUse key(const QString &name, QKeyCombination pressed)
{
    return {u", "_s + name, keys({pressed})};
}

QAbstractItemView *viewOf(QWidget *widget)
{
    return qobject_cast<QAbstractItemView *>(widget);
}

QPoint firstCell(const QAbstractItemView *view)
{
    return view->visualRect(view->indexAt({20, 4})).center();
}

/// Press, release, and the second press, as a hand does it.
void doubleClick(QWidget *widget)
{
    auto *view = viewOf(widget);
    const QPoint at = firstCell(view);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, at);
}

void openMenu(QWidget *widget)
{
    auto *view = viewOf(widget);
    const QPoint at = firstCell(view);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, at);
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, view->viewport()->mapToGlobal(at));
    QCoreApplication::sendEvent(view->viewport(), &event);
}

void clickHeader(QWidget *widget, int visual)
{
    const QHeaderView *header = qobject_cast<QTableView *>(widget)->horizontalHeader();
    const int section = header->logicalIndex(visual);
    QTest::mouseClick(
        header->viewport(), Qt::LeftButton, {},
        {header->sectionViewportPosition(section) + header->sectionSize(section) / 2, header->height() / 2});
}

QList<ControlUse> usesOfView(const QAbstractItemView *view)
{
    QList<ControlUse> uses{{{}, keys({Qt::Key_Down, Qt::Key_Return})}};
    if (!view->model() || view->model()->rowCount() == 0)
        return uses;
    uses += {{u", double click"_s, doubleClick},  {u", menu"_s, openMenu},
             key(u"End"_s, Qt::Key_End),          key(u"Space"_s, Qt::Key_Space),
             key(u"Delete"_s, Qt::Key_Delete),    key(u"copy"_s, Qt::CTRL | Qt::Key_C),
             key(u"all"_s, Qt::CTRL | Qt::Key_A), key(u"slash"_s, Qt::Key_Slash)};
    if (view->inherits("QTreeView"))
        uses += {{u", open"_s, keys({Qt::Key_Home, Qt::Key_Right})},
                 {u", tick"_s, keys({Qt::Key_Home, Qt::Key_Space})}};
    const auto *table = qobject_cast<const QTableView *>(view);
    const QHeaderView *header = table ? table->horizontalHeader() : nullptr;
    for (int at = 0; header && header->isVisible() && at < header->count(); ++at)
        if (!header->isSectionHidden(header->logicalIndex(at)))
            uses.append({u", header %1"_s.arg(at), [at](QWidget *widget) { clickHeader(widget, at); }});
    return uses;
}

} // namespace

QWidget &frontOf(QWidget &window)
{
    QWidget *front = &window;
    for (QWidget *each : window.findChildren<QWidget *>())
        if (each->isWindow() && each->isModal() && each->isVisible())
            front = each;
    return *front;
}

QList<QWidget *> controlsOf(QWidget &window)
{
    QWidget &front = frontOf(window);
    QList<QWidget *> found;
    for (QWidget *each : front.findChildren<QWidget *>())
        if (each->isVisible() && each->isEnabled() && !isPartOfAnother(each) && !usesOf(each).isEmpty())
            found.append(each);
    const auto rank = [](const QWidget *each) {
        return each->objectName() == "cancelButton"_L1 ? 2 : qobject_cast<const QPushButton *>(each) ? 1 : 0;
    };
    if (front.isModal())
        std::stable_sort(found.begin(), found.end(),
                         [&rank](const QWidget *a, const QWidget *b) { return rank(a) < rank(b); });
    return found;
}

QList<ControlUse> usesOf(QWidget *widget)
{
    if (qobject_cast<views::Chip *>(widget))
        return {{{}, [](QWidget *w) { QTest::mouseClick(w, Qt::LeftButton, {}, w->rect().center()); }},
                key(u"Return"_s, Qt::Key_Return),
                key(u"Delete"_s, Qt::Key_Delete)};
    if (qobject_cast<QCheckBox *>(widget) || qobject_cast<QRadioButton *>(widget)) // wider than its mark
        return {{{}, keys({Qt::Key_Space})}};
    if (qobject_cast<QAbstractButton *>(widget))
        return {{{}, [](QWidget *w) { QTest::mouseClick(w, Qt::LeftButton, {}, w->rect().center()); }}};
    const auto *line = qobject_cast<QLineEdit *>(widget);
    if (line && line->inherits("pc::views::LineInput") && !line->isClearButtonEnabled())
        return {{{}, keys({Qt::Key_7})}, key(u"Return"_s, Qt::Key_Return)};
    if (line) // a search line
        return {{{}, keys({Qt::Key_7}), typingPauseMs},
                key(u"Return"_s, Qt::Key_Return),
                key(u"Down"_s, Qt::Key_Down),
                key(u"Esc"_s, Qt::Key_Escape)};
    if (qobject_cast<QPlainTextEdit *>(widget))
        return {{{}, keys({Qt::Key_7})}, key(u"Return"_s, Qt::Key_Return)};
    if (qobject_cast<QComboBox *>(widget))
        return {{{}, keys({Qt::Key_Down})}, key(u"End"_s, Qt::Key_End), key(u"Return"_s, Qt::Key_Return)};
    if (qobject_cast<views::UnderlineTabs *>(widget))
        return {{{}, keys({Qt::Key_Right})}, key(u"End"_s, Qt::Key_End), key(u"Left"_s, Qt::Key_Left)};
    if (const auto *view = viewOf(widget))
        return usesOfView(view);
    if (isOwnKind(widget))
        return {{{}, keys({Qt::Key_Right})},
                key(u"End"_s, Qt::Key_End),
                key(u"Left"_s, Qt::Key_Left),
                key(u"Home"_s, Qt::Key_Home),
                {u", a range"_s, keys({Qt::SHIFT | Qt::Key_Right, Qt::Key_Return})},
                key(u"Esc"_s, Qt::Key_Escape)};
    return {};
}

} // namespace pc::test
