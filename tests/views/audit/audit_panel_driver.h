// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/views/audit/audit_fixture.h"
#include "views/audit/audit_page.h"
#include "views/audit/audit_panel.h"
#include "views/audit/event_pane.h"
#include "views/audit/integrity_card.h"
#include "views/time/time_chip.h"
#include "views/widgets/badge.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/table_view.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

namespace pc::test {

using namespace Qt::StringLiterals;

/// The parts of an audit panel, on the page or on a partner's tab.
struct AuditPanelDriver
{
    const QWidget *root;

    template <typename T>
    [[nodiscard]] T *child(const QString &name) const
    {
        return root->findChild<T *>(name);
    }
    [[nodiscard]] views::AuditPanel *panel() const
    {
        if (auto *own = root->findChild<views::AuditPanel *>())
            return own;
        return nullptr;
    }
    [[nodiscard]] views::PcTableView *table() const { return panel()->table(); }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return table()->model()->index(row, column).data().toString();
    }
    [[nodiscard]] int rows() const { return table()->model()->rowCount(); }
    [[nodiscard]] QLineEdit *query() const { return child<QLineEdit>(u"auditQuery"_s); }
    [[nodiscard]] views::EventPane *pane() const { return root->findChild<views::EventPane *>(); }
    [[nodiscard]] views::StateStack *states() const
    {
        return panel()->findChild<views::StateStack *>(u"auditStates"_s);
    }
    /// The message under the query line, empty while there is none.
    [[nodiscard]] QString message() const
    {
        const auto *label = child<QLabel>(u"auditQueryMessage"_s);
        return label->isVisible() ? label->text() : QString();
    }
    [[nodiscard]] views::Badge *proofBadge() const
    {
        return root->findChild<views::IntegrityCard *>()->findChild<views::Badge *>();
    }
    /// Types a time into the popover of the time chip, and applies it.
    void typeTime(const QString &text) const
    {
        auto *chip = child<views::TimeChip>(u"auditTime"_s);
        chip->openPopover();
        auto *from = chip->popover()->findChild<QLineEdit *>(u"timeFrom"_s);
        from->selectAll();
        QTest::keyClicks(from, text);
        QTest::keyClick(from, Qt::Key_Return);
        settle(4);
    }
    /// Makes a row the current one and opens the pane with Enter.
    bool open(int row) const
    {
        table()->setCurrentIndex(table()->model()->index(row, 0));
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Return);
        settle(4);
        return pane()->isVisible();
    }
    [[nodiscard]] QMenu *menuOf(int row) const
    {
        const QModelIndex index = table()->model()->index(row, models::AuditListModel::SentenceColumn);
        table()->setCurrentIndex(index);
        const QPoint at = table()->visualRect(index).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, table()->viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(table()->viewport(), &event);
        return table()->findChild<QMenu *>(u"cellMenu"_s);
    }
};

inline QAction *actionOf(const QMenu *menu, const QString &text)
{
    for (QAction *action : menu->actions())
        if (action->text() == text)
            return action;
    return nullptr;
}

inline QString pageBadge(const AuditFixture &fixture)
{
    return fixture.page->findChild<views::Badge *>(u"integrityBadge"_s)->text();
}

} // namespace pc::test
