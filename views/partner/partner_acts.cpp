// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partner/partner_page.h"

#include "models/partners/partner_flows.h"
#include "models/session/connection.h"
#include "models/text/enum_names.h"
#include "views/access/access_tab.h"
#include "views/commands/command_registry.h"
#include "views/credentials/credentials_tab.h"
#include "views/partner/edit_partner_dialog.h"
#include "views/partner/overview_tab.h"
#include "views/partner/partner_places.h"
#include "views/partner/promote_dialog.h"
#include "views/seams/clipboard.h"
#include "views/shell/navigator.h"
#include "views/widgets/confirm_dialog.h"
#include "views/widgets/toast.h"
#include "views/widgets/underline_tabs.h"
#include "views/words/act_guard.h"
#include "views/words/names.h"

#include <QPushButton>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::FreezeFlow;

// What can be done with the whole partner. The page's buttons and menu run these commands too.
void PartnerPage::registerCommands()
{
    const auto add = [this](Command command) {
        if (!m_context.commands.contains(command.id))
            m_context.commands.add(command, this);
    };
    // Ready only while this page shows a partner; then the operation's own rule decides.
    const auto about = [this](Op op, std::function<QString(const Partner &)> rule = {}) {
        return [this, op, rule = std::move(rule)] {
            if (!isVisible() || !m_partner.partner())
                return CommandState::off(tr("Open a partner first."));
            if (const QString why = blockText(m_context.connection, op); !why.isEmpty())
                return CommandState::off(why);
            const QString why = rule ? rule(m_partner.partner()->value) : QString();
            return why.isEmpty() ? CommandState::ready() : CommandState::off(why);
        };
    };
    add({.id = u"partner.issue"_s,
         .title = tr("Issue credential…"),
         .icon = Icon::Plus,
         .group = u"partner"_s,
         .op = Op::CredentialIssue,
         .state = about(Op::CredentialIssue),
         .run = [this] { issue(); }});
    add({.id = u"partner.promote"_s,
         .title = tr("Promote to the next stage…"),
         .icon = Icon::ArrowUp,
         .group = u"partner"_s,
         .op = Op::PartnerPromote,
         .state = about(Op::PartnerPromote,
                        [this](const Partner &partner) {
                            if (partner.status != PartnerStatus::Active)
                                return tr("Only an active partner can be promoted.");
                            if (!m_partner.gates())
                                return tr("The gates are not loaded yet.");
                            return m_partner.gates()->next == Stage::Unknown
                                       ? tr("There is no further stage.")
                                       : QString();
                        }),
         .run = [this] { promote(); }});
    add({.id = u"partner.editDetails"_s,
         .title = tr("Edit details…"),
         .icon = Icon::Edit,
         .group = u"partner"_s,
         .op = Op::PartnerEdit,
         .state = about(Op::PartnerEdit),
         .run = [this] { edit(models::OnboardStep::Organisation); }});
    add({.id = u"partner.freeze"_s,
         .title = tr("Freeze partner…"),
         .icon = Icon::Freeze,
         .group = u"partner"_s,
         .op = Op::PartnerFreeze,
         .destructive = true,
         .state = about(Op::PartnerFreeze,
                        [](const Partner &partner) {
                            return partner.status == PartnerStatus::Active ? QString()
                                                                           : tr("The partner is not active.");
                        }),
         .run = [this] { freeze(false); }});
    add({.id = u"partner.unfreeze"_s,
         .title = tr("Unfreeze partner…"),
         .icon = Icon::Play,
         .group = u"partner"_s,
         .op = Op::PartnerUnfreeze,
         .state = about(Op::PartnerUnfreeze,
                        [](const Partner &partner) {
                            return partner.status == PartnerStatus::Frozen ? QString()
                                                                           : tr("The partner is not frozen.");
                        }),
         .run = [this] { freeze(true); }});
    add({.id = u"partner.copyId"_s,
         .title = tr("Copy partner ID"),
         .icon = Icon::Copy,
         .group = u"partner"_s,
         .state = about(Op::PartnerGet),
         .run = [this] {
             m_context.clipboard.setText(m_partner.partnerId());
             m_context.toasts.show(
                 {.text = tr("%1 copied").arg(m_partner.partnerId()), .milliseconds = 3000});
         }});
}

void PartnerPage::registerTabCommands()
{
    for (int i = 0; i < m_tabs->count(); ++i) {
        const QString id = m_tabs->tabId(i);
        const QString commandId = u"partner.tab.%1"_s.arg(id);
        if (m_context.commands.contains(commandId))
            continue;
        const QString name = m_tabs->tabText(i).replace(u"&&"_s, u"&"_s);
        m_context.commands.add({.id = commandId,
                                .title = tr("Show %1", "a tab").arg(name),
                                .icon = Icon::ArrowRight,
                                .shortcut = QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + i)),
                                .state =
                                    [this] {
                                        return isVisible() ? CommandState::ready()
                                                           : CommandState::off(tr("Open a partner first."));
                                    },
                                .run = [this, id] { showTab(id); }},
                               this);
    }
}

QStringList PartnerPage::contextCommands() const
{
    return {u"partner.issue"_s,  u"partner.promote"_s,  u"partner.editDetails"_s,
            u"partner.copyId"_s, u"partner.unfreeze"_s, u"partner.freeze"_s};
}

void PartnerPage::issue()
{
    showTab(u"credentials"_s);
    if (m_credentialsTab)
        m_credentialsTab->issue();
}

void PartnerPage::promote()
{
    if (!m_partner.partner() || !m_partner.gates())
        return;
    auto *flow =
        new models::PromoteFlow(m_context.connection.partners(), *m_partner.partner(), *m_partner.gates());
    const Limits limits = m_partner.grant() ? m_partner.grant()->value.effective : Limits{};
    auto *dialog = new PromoteDialog(m_context, flow, limits, window());
    connect(dialog, &PromoteDialog::fixRequested, this, &PartnerPage::fix);
    connect(dialog, &PromoteDialog::promoted, this, [this](const Versioned<Partner> &partner) {
        m_partner.adopt(partner);
        m_partner.refresh();
        m_context.toasts.show(
            {.text = tr("%1 promoted to %2", "partner, stage")
                         .arg(inSentence(partner.value.name), models::nameOf(partner.value.stage))});
        Q_EMIT acted(partner.value.id);
    });
    dialog->open();
}

void PartnerPage::freeze(bool unfreeze)
{
    if (!m_partner.partner())
        return;
    auto *flow =
        new FreezeFlow(m_context.connection.partners(), m_context.connection.feed(), *m_partner.partner(),
                       unfreeze ? FreezeFlow::Act::Unfreeze : FreezeFlow::Act::Freeze);
    auto *dialog = new FreezeDialog(m_context, flow, window());
    connect(
        dialog, &FreezeDialog::acted, this, [this](const Versioned<Partner> &partner, FreezeFlow::Act act) {
            m_partner.adopt(partner);
            const bool frozen = act == FreezeFlow::Act::Freeze;
            ToastSpec toast{
                .text = frozen ? tr("%1 is frozen: every call is refused").arg(inSentence(partner.value.name))
                               : tr("%1 is unfrozen").arg(inSentence(partner.value.name))};
            if (frozen) {
                toast.actionText = tr("Unfreeze…");
                toast.action = [this] { m_context.commands.run(u"partner.unfreeze"_s); };
            }
            m_context.toasts.show(toast);
            Q_EMIT acted(partner.value.id);
        });
    dialog->open();
}

void PartnerPage::edit(models::OnboardStep step)
{
    if (!m_partner.partner())
        return;
    auto *flow = new models::EditPartnerFlow(m_context.connection.partners(), *m_partner.partner());
    auto *dialog = new EditPartnerDialog(m_context, m_parts.catalogue, flow, step, window());
    connect(dialog, &EditPartnerDialog::saved, this, [this](const Versioned<Partner> &partner) {
        m_partner.adopt(partner);
        m_partner.refresh();
        m_context.toasts.show({.text = tr("Details of %1 saved").arg(inSentence(partner.value.name))});
        Q_EMIT acted(partner.value.id);
    });
    dialog->open();
}

void PartnerPage::fix(const QString &fixAt)
{
    const QString tab = places::tabForFix(fixAt);
    showTab(tab);
    if (tab == "overview"_L1 && m_overview)
        m_overview->showFix(fixAt);
}

void PartnerPage::askAboutEdits(const Location &wanted)
{
    const Location back = places::partnerPage(m_partner.partnerId(), u"access"_s);
    const Confirmation question{
        .objectName = u"unsavedDialog"_s,
        .title = tr("Unsaved edits of %1").arg(inSentence(partnerName())),
        .text =
            tr("Scopes or limits were changed here and not saved. Another partner can be opened when they "
               "are saved or discarded."),
        .keep = tr("Keep editing"),
        .act = tr("Discard edits"),
        .which = Icon::Edit};
    askToConfirm(
        question, window(),
        [this, wanted] {
            m_access->discard();
            open(wanted);
        },
        [this, back] {
            m_context.navigator.replace(back);
            open(back);
            Q_EMIT titleChanged();
        });
}

} // namespace pc::views
