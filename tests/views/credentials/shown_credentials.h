// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/views/credentials/credential_fixture.h"
#include "views/credentials/credential_pane.h"
#include "views/credentials/credentials_tab.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/table_view.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

namespace pc::test {

/// The list of the tab and the pane beside it, read and used.
struct ShownCredentials : CredentialFixture
{
    explicit ShownCredentials(const std::function<void(CredentialFixture &)> &prepare = {})
        : CredentialFixture(prepare)
    {
    }

    [[nodiscard]] QAbstractItemModel *model() const { return tab->table()->model(); }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return model()->index(row, column).data().toString();
    }
    [[nodiscard]] views::CredentialPane *pane() const { return tab->findChild<views::CredentialPane *>(); }
    [[nodiscard]] QPushButton *button(const QString &command) const
    {
        return pane()->findChild<QPushButton *>(command + QStringLiteral(".button"));
    }
    /// A value of the pane.
    [[nodiscard]] QString value(const QString &row) const
    {
        const auto *label = pane()->findChild<QLabel *>(QStringLiteral("value.") + row);
        return label ? label->text() : QString();
    }
    [[nodiscard]] views::StateStack *states() const
    {
        return tab->findChild<views::StateStack *>(QString(), Qt::FindDirectChildrenOnly);
    }
    bool open(const QString &name) const
    {
        if (!select(name))
            return false;
        QTest::keyClick(tab->table(), Qt::Key_Return);
        settle();
        return pane()->isVisible();
    }
};

} // namespace pc::test
