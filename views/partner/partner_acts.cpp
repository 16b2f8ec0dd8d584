// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partner/partner_acts.h"

#include "contract/rules/act_refusal.h"
#include "models/partners/partner_flows.h"
#include "models/partners/partner_model.h"
#include "models/session/connection.h"
#include "models/text/enum_names.h"
#include "views/commands/command_registry.h"
#include "views/partner/edit_partner_dialog.h"
#include "views/partner/pack_dialog.h"
#include "views/partner/partner_page.h"
#include "views/partner/promote_dialog.h"
#include "views/seams/clipboard.h"
#include "views/widgets/confirm_dialog.h"
#include "views/widgets/toast.h"
#include "views/widgets/underline_tabs.h"
#include "views/words/names.h"
#include "views/words/problem_words.h"

namespace pc::views {

using namespace Qt::StringLiterals;
using models::FreezeFlow;

PartnerActs::PartnerActs(const ViewContext &context, const PartnerDeps &deps, models::PartnerModel &partner,
                         QWidget *page)
    : QObject(page), m_context(context), m_deps(deps), m_partner(partner), m_page(page)
{
    registerCommands();
}

void PartnerActs::registerCommands()
{
    const auto add = [this](Command command) {
        if (!m_context.commands.contains(command.id))
            m_context.commands.add(command, m_page);
    };
    // Ready only while this page shows a partner; then the operation's own rule decides.
    const auto about = [this](Op op, std::function<QString()> rule = {}) {
        return [this, op, rule = std::move(rule)] {
            if (!m_page->isVisible() || !m_partner.partner())
                return CommandState::off(PartnerPage::tr("Open a partner first."));
            const Partner &partner = m_partner.partner()->value;
            // The least realm: what production needs is said where the realm is chosen.
            if (const auto refusal = rules::refusalOf(op, rules::factsOf(partner, Realm::Sandbox)))
                return CommandState::off(problemSentence(*refusal));
            const QString why = rule ? rule() : QString();
            return why.isEmpty() ? CommandState::ready() : CommandState::off(why);
        };
    };
    add({.id = u"partner.issue"_s,
         .title = PartnerPage::tr("Issue credential…"),
         .icon = Icon::Plus,
         .group = u"partner"_s,
         .op = Op::CredentialIssue,
         .state = about(Op::CredentialIssue),
         .run = [this] { Q_EMIT issueRequested(); }});
    add({.id = u"partner.promote"_s,
         .title = PartnerPage::tr("Promote to the next stage…"),
         .icon = Icon::ArrowUp,
         .group = u"partner"_s,
         .op = Op::PartnerPromote,
         .state = about(Op::PartnerPromote,
                        [this] {
                            if (!m_partner.gates())
                                return PartnerPage::tr("The gates are not loaded yet.");
                            return m_partner.gates()->next == Stage::Unknown
                                       ? PartnerPage::tr("There is no further stage.")
                                       : QString();
                        }),
         .run = [this] { promote(); }});
    add({.id = u"partner.editDetails"_s,
         .title = PartnerPage::tr("Edit details…"),
         .icon = Icon::Edit,
         .group = u"partner"_s,
         .op = Op::PartnerEdit,
         .state = about(Op::PartnerEdit),
         .run = [this] { edit(models::OnboardStep::Organisation); }});
    add({.id = u"partner.freeze"_s,
         .title = PartnerPage::tr("Freeze partner…"),
         .icon = Icon::Freeze,
         .group = u"partner"_s,
         .op = Op::PartnerFreeze,
         .destructive = true,
         .state = about(Op::PartnerFreeze),
         .run = [this] { freeze(false); }});
    add({.id = u"partner.unfreeze"_s,
         .title = PartnerPage::tr("Unfreeze partner…"),
         .icon = Icon::Play,
         .group = u"partner"_s,
         .op = Op::PartnerUnfreeze,
         .state = about(Op::PartnerUnfreeze),
         .run = [this] { freeze(true); }});
    add({.id = u"partner.pack"_s,
         .title = PartnerPage::tr("Partner pack…"),
         .icon = Icon::Download,
         .group = u"partner"_s,
         .op = Op::PackGet,
         .state = about(Op::PackGet),
         .run = [this] { showPack(); }});
    add({.id = u"partner.copyId"_s,
         .title = PartnerPage::tr("Copy partner ID"),
         .icon = Icon::Copy,
         .group = u"partner"_s,
         .state = about(Op::PartnerGet),
         .run = [this] {
             m_context.clipboard.setText(m_partner.partnerId());
             m_context.toasts.show(
                 {.text = PartnerPage::tr("%1 copied").arg(m_partner.partnerId()), .milliseconds = 3000});
         }});
}

void PartnerActs::addTabCommands(UnderlineTabs *tabs, const std::function<void(const QString &)> &show)
{
    for (int i = 0; i < tabs->count(); ++i) {
        const QString id = tabs->tabId(i);
        const QString commandId = u"partner.tab.%1"_s.arg(id);
        if (m_context.commands.contains(commandId))
            continue;
        const QString name = tabs->tabText(i).replace(u"&&"_s, u"&"_s);
        m_context.commands.add(
            {.id = commandId,
             .title = PartnerPage::tr("Show %1", "a tab").arg(name),
             .icon = Icon::ArrowRight,
             .shortcut = QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + i)),
             .state =
                 [this] {
                     return m_page->isVisible() ? CommandState::ready()
                                                : CommandState::off(PartnerPage::tr("Open a partner first."));
                 },
             .run = [show, id] { show(id); }},
            m_page);
    }
}

QStringList PartnerActs::contextCommands()
{
    return {u"partner.issue"_s,  u"partner.promote"_s,  u"partner.editDetails"_s, u"partner.pack"_s,
            u"partner.copyId"_s, u"partner.unfreeze"_s, u"partner.freeze"_s};
}

void PartnerActs::promote()
{
    if (!m_partner.partner() || !m_partner.gates())
        return;
    auto *flow =
        new models::PromoteFlow(m_context.connection.partners(), *m_partner.partner(), *m_partner.gates());
    const Grant grant = m_partner.grant() ? m_partner.grant()->value : Grant{};
    auto *dialog = new PromoteDialog(m_context, flow, grant, m_page->window());
    connect(dialog, &PromoteDialog::fixRequested, this, &PartnerActs::fixRequested);
    connect(dialog, &PromoteDialog::promoted, this, [this](const Versioned<Partner> &partner) {
        m_partner.adopt(partner);
        m_partner.refresh();
        m_context.toasts.show(
            {.text = PartnerPage::tr("%1 promoted to %2", "partner, stage")
                         .arg(inSentence(partner.value.name), models::nameOf(partner.value.stage))});
        Q_EMIT acted(partner.value.id);
    });
    dialog->open();
}

void PartnerActs::freeze(bool unfreeze)
{
    if (!m_partner.partner())
        return;
    auto *flow =
        new FreezeFlow(m_context.connection.partners(), m_context.connection.feed(), *m_partner.partner(),
                       unfreeze ? FreezeFlow::Act::Unfreeze : FreezeFlow::Act::Freeze);
    auto *dialog = new FreezeDialog(m_context, flow, m_page->window());
    connect(dialog, &FreezeDialog::acted, this,
            [this](const Versioned<Partner> &partner, FreezeFlow::Act act) {
                m_partner.adopt(partner);
                const bool frozen = act == FreezeFlow::Act::Freeze;
                ToastSpec toast{
                    .text = frozen ? PartnerPage::tr("%1 is frozen: every call is refused")
                                         .arg(inSentence(partner.value.name))
                                   : PartnerPage::tr("%1 is unfrozen").arg(inSentence(partner.value.name))};
                if (frozen) {
                    toast.actionText = PartnerPage::tr("Unfreeze…");
                    toast.action = [this] { m_context.commands.run(u"partner.unfreeze"_s); };
                }
                m_context.toasts.show(toast);
                Q_EMIT acted(partner.value.id);
            });
    dialog->open();
}

void PartnerActs::showPack()
{
    if (m_partner.partner())
        (new PackDialog(m_context, m_partner.partner()->value, m_page->window()))->open();
}

void PartnerActs::edit(models::OnboardStep step)
{
    if (!m_partner.partner())
        return;
    auto *flow = new models::EditPartnerFlow(m_context.connection.partners(), *m_partner.partner());
    auto *dialog = new EditPartnerDialog(m_context, m_deps.catalogue, flow, step, m_page->window());
    connect(dialog, &EditPartnerDialog::saved, this, [this](const Versioned<Partner> &partner) {
        m_partner.adopt(partner);
        m_partner.refresh();
        m_context.toasts.show(
            {.text = PartnerPage::tr("Details of %1 saved").arg(inSentence(partner.value.name))});
        Q_EMIT acted(partner.value.id);
    });
    dialog->open();
}

void PartnerActs::askAboutEdits(std::function<void()> discard, std::function<void()> keep)
{
    const QString name = m_partner.partner() ? m_partner.partner()->value.name : m_partner.partnerId();
    const Confirmation question{
        .objectName = u"unsavedDialog"_s,
        .title = PartnerPage::tr("Unsaved edits of %1").arg(inSentence(name)),
        .text = PartnerPage::tr(
            "Scopes or limits were changed here and not saved. Another partner can be opened when they "
            "are saved or discarded."),
        .keep = PartnerPage::tr("Keep editing"),
        .act = PartnerPage::tr("Discard edits"),
        .which = Icon::Edit};
    askToConfirm(question, m_page->window(), std::move(discard), std::move(keep));
}

} // namespace pc::views
