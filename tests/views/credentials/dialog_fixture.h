// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/views/credentials/credential_fixture.h"
#include "tests/views/typing.h"
#include "views/credentials/issue_dialog.h"
#include "views/widgets/form_field.h"
#include "views/widgets/message_banner.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

namespace pc::test {

using namespace Qt::StringLiterals;

/// The Credentials tab with dialogs opened from it.
struct DialogFixture : CredentialFixture
{
    explicit DialogFixture(const std::function<void(CredentialFixture &)> &prepare = {})
        : CredentialFixture(prepare)
    {
    }

    /// Opens the dialog of an act for a credential.
    template <typename T>
    T *act(const QString &command, const QString &credential)
    {
        if (!select(credential))
            return nullptr;
        pages.commands.refresh();
        if (!pages.commands.run(command))
            return nullptr;
        settle(4);
        return dialog<T>();
    }
    views::IssueDialog *issue()
    {
        settle();
        if (!pages.commands.run(u"partner.issue"_s))
            return nullptr;
        settle(4);
        return dialog<views::IssueDialog>();
    }
    /// Turns the clock until it is so: repeats of a lost request wait for it.
    template <typename Condition>
    bool reaches(const Condition &condition)
    {
        for (int i = 0; i < 60; ++i) {
            settle(1);
            if (condition())
                return true;
            pages.clock.advance(std::chrono::milliseconds(500));
        }
        return false;
    }
};

template <typename T>
[[nodiscard]] T *field(const QWidget *dialog, const QString &name)
{
    return dialog->findChild<T *>(name);
}

/// Types over what stands in a line, as a person does.
inline void typeInto(const QWidget *dialog, const QString &name, const QString &text)
{
    QCOMPARE(typeOver(field<QLineEdit>(dialog, name), text), QString());
}

inline QPushButton *submitOf(const QWidget *dialog)
{
    return field<QPushButton>(dialog, u"submitButton"_s);
}

/// The message under the field that an editor (or a part of one) belongs to.
inline QString errorAt(const QWidget *editor)
{
    for (const QWidget *each = editor; each; each = each->parentWidget())
        if (const auto *found = qobject_cast<const views::FormField *>(each))
            return found->error();
    return u"no field"_s;
}

inline QString message(const QWidget *dialog)
{
    const auto *banner = field<views::MessageBanner>(dialog, u"dialogMessage"_s);
    return banner && banner->isVisible() ? banner->text() : QString();
}

/// Shown whole: nothing cuts it and no scroll area hides a part of it.
inline bool isInSight(const QWidget *widget)
{
    for (const QWidget *around = widget; around; around = around->parentWidget()) {
        if (!around->rect().contains(QRect(widget->mapTo(around, QPoint()), widget->size())))
            return false;
        if (around->isWindow())
            break;
    }
    return widget->isVisible() && !widget->rect().isEmpty();
}

inline QString focusName(const QWidget *dialog)
{
    return dialog->focusWidget() ? dialog->focusWidget()->objectName() : QString();
}

inline QString labelsOf(const QWidget *widget)
{
    QStringList texts;
    for (const QLabel *label : widget->findChildren<QLabel *>())
        if (label->isVisibleTo(widget))
            texts.append(label->text());
    return texts.join(u'\n');
}

/// Two addresses, twelve calls in the last quarter of an hour.
inline CredentialUse busyUse(const QDateTime &now)
{
    CredentialUse use;
    use.sources = {{1, u"185.12.40.7"_s, u"erp/2"_s, now.addDays(-1), now.addSecs(-60), 900},
                   {1, u"185.12.40.8"_s, u"erp/1"_s, now.addDays(-9), now.addSecs(-90), 41}};
    use.calls24h = 48211;
    use.callsLast15Min = 12;
    use.liveTokens = 3;
    use.lastUsedAt = now.addSecs(-60);
    return use;
}

} // namespace pc::test
