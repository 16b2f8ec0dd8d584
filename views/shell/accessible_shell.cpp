// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/accessible_shell.h"

#include "views/shell/nav_button.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>
#include <QComboBox>
#include <QKeySequence>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>

namespace pc::views {

namespace {

class NavAccessible final : public QAccessibleWidget
{
public:
    explicit NavAccessible(NavButton *button) : QAccessibleWidget(button, QAccessible::PageTab) {}

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.selectable = true;
        state.selected = static_cast<const NavButton *>(widget())->isCurrent();
        return state;
    }
    [[nodiscard]] QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString &name) override
    {
        if (name == pressAction()) {
            static_cast<NavButton *>(widget())->click();
        } else {
            QAccessibleWidget::doAction(name);
        }
    }
};

class ComboAccessible final : public QAccessibleWidget
{
public:
    explicit ComboAccessible(QComboBox *combo) : QAccessibleWidget(combo, QAccessible::ComboBox) {}

    [[nodiscard]] QString text(QAccessible::Text which) const override
    {
        return which == QAccessible::Value ? box()->currentText() : QAccessibleWidget::text(which);
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.expandable = true;
        state.expanded = box()->view()->isVisible();
        state.editable = box()->isEditable();
        return state;
    }
    [[nodiscard]] int childCount() const override { return static_cast<int>(parts().size()); }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        QObject *child = parts().value(index);
        return child != nullptr ? QAccessible::queryAccessibleInterface(child) : nullptr;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        return static_cast<int>(parts().indexOf(child->object()));
    }
    [[nodiscard]] QStringList actionNames() const override
    {
        return {showMenuAction(), pressAction(), setFocusAction()};
    }
    void doAction(const QString &name) override
    {
        if (name != showMenuAction() && name != pressAction()) {
            QAccessibleWidget::doAction(name);
        } else if (box()->view()->isVisible()) {
            box()->hidePopup();
        } else {
            box()->showPopup();
        }
    }

private:
    [[nodiscard]] QComboBox *box() const { return static_cast<QComboBox *>(widget()); }
    /// The list only while it is open: Qt says that its items are on show whenever they are asked.
    [[nodiscard]] QList<QObject *> parts() const
    {
        QList<QObject *> all;
        if (box()->view()->isVisible()) {
            all.append(box()->view());
        }
        if (box()->isEditable()) {
            all.append(box()->lineEdit());
        }
        return all;
    }
};

/// Only the parts on show: the cells of a table on another page, or in a closed pane, would say that they are
/// on show too.
class ShownPartsAccessible final : public QAccessibleWidget
{
public:
    using QAccessibleWidget::QAccessibleWidget;

    [[nodiscard]] int childCount() const override { return static_cast<int>(parts().size()); }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        QObject *child = parts().value(index);
        return child != nullptr ? QAccessible::queryAccessibleInterface(child) : nullptr;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        return static_cast<int>(parts().indexOf(child->object()));
    }

private:
    [[nodiscard]] QList<QObject *> parts() const
    {
        QList<QObject *> shown;
        for (QObject *each : widget()->children()) {
            const auto *part = qobject_cast<QWidget *>(each);
            if (part != nullptr && !part->isWindow() && !part->isHidden()) {
                shown.append(each);
            }
        }
        return shown;
    }
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    if (auto *button = qobject_cast<NavButton *>(object)) {
        return new NavAccessible(button);
    }
    if (auto *combo = qobject_cast<QComboBox *>(object)) {
        return new ComboAccessible(combo);
    }
    if (auto *stack = qobject_cast<QStackedWidget *>(object)) {
        return new ShownPartsAccessible(stack, QAccessible::LayeredPane);
    }
    if (auto *panes = qobject_cast<QSplitter *>(object)) {
        return new ShownPartsAccessible(panes, QAccessible::Splitter);
    }
    return nullptr;
}

} // namespace

void installAccessibility()
{
    QAccessible::removeFactory(makeInterface);
    QAccessible::installFactory(makeInterface);
}

} // namespace pc::views
