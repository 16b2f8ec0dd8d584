// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/accessible_shell.h"

#include "views/shell/nav_button.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>
#include <QComboBox>
#include <QKeySequence>
#include <QLineEdit>

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
    [[nodiscard]] int childCount() const override { return box()->isEditable() ? 2 : 1; }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        QObject *child = index == 0   ? static_cast<QObject *>(box()->view())
                         : index == 1 ? static_cast<QObject *>(box()->lineEdit())
                                      : nullptr;
        return child != nullptr ? QAccessible::queryAccessibleInterface(child) : nullptr;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        return child->object() == box()->view() ? 0 : child->object() == box()->lineEdit() ? 1 : -1;
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
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    if (auto *button = qobject_cast<NavButton *>(object)) {
        return new NavAccessible(button);
    }
    if (auto *combo = qobject_cast<QComboBox *>(object)) {
        return new ComboAccessible(combo);
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
