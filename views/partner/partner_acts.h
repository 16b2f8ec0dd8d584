// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/onboarding/onboard_draft.h"
#include "views/partner/partner_deps.h"
#include "views/seams/context.h"

#include <QObject>
#include <QStringList>

#include <functional>

class QWidget;

namespace pc::models {
class PartnerModel;
}

namespace pc::views {

class UnderlineTabs;

/// What can be done with the whole partner, as commands: the page's buttons and menu run these too. Belongs
/// to `page`; `context` and `partner` outlive it.
class PartnerActs final : public QObject
{
    Q_OBJECT
public:
    PartnerActs(const ViewContext &context, const PartnerDeps &deps, models::PartnerModel &partner,
                QWidget *page);

    /// A command for each tab, with its shortcut.
    void addTabCommands(UnderlineTabs *tabs, const std::function<void(const QString &tab)> &show);
    /// Those that the palette offers while the page is shown.
    [[nodiscard]] static QStringList contextCommands();
    void edit(models::OnboardStep step);
    /// Another partner was asked for while edits of this one are staged.
    void askAboutEdits(std::function<void()> discard, std::function<void()> keep);

Q_SIGNALS:
    void issueRequested();
    void fixRequested(const QString &fixAt);
    /// Something was done about the partner that lists elsewhere should notice at once.
    void acted(const QString &partnerId);

private:
    void registerCommands();
    void promote();
    void freeze(bool unfreeze);
    void showPack();

    const ViewContext &m_context;
    PartnerDeps m_deps;
    models::PartnerModel &m_partner;
    QWidget *m_page;
};

} // namespace pc::views
