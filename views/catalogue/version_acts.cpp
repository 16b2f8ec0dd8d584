// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalogue/version_acts.h"

#include "contract/rules/version_life.h"
#include "models/base/change_feed.h"
#include "models/session/connection.h"
#include "views/catalogue/notice_dialog.h"
#include "views/catalogue/version_dialogs.h"
#include "views/seams/context.h"
#include "views/widgets/key_cap.h"
#include "views/widgets/toast.h"
#include "views/words/error_words.h"
#include "views/words/names.h"

namespace pc::views {

using namespace Qt::StringLiterals;
using Act = models::VersionActFlow::Act;

VersionActs::VersionActs(const ViewContext &context, QObject *parent, QWidget *window)
    : QObject(parent), m_context(context), m_window(window)
{
    registerCommands();
}

QString VersionActs::add()
{
    return u"catalogue.version.add"_s;
}

QString VersionActs::edit()
{
    return u"catalogue.version.edit"_s;
}

QString VersionActs::end()
{
    return u"catalogue.version.end"_s;
}

QString VersionActs::remove()
{
    return u"catalogue.version.remove"_s;
}

QString VersionActs::notice()
{
    return u"catalogue.version.notice"_s;
}

QStringList VersionActs::contextCommands()
{
    return {add(), edit(), notice(), end(), remove()};
}

void VersionActs::registerCommands()
{
    const QString group = u"catalogue"_s;
    CommandRegistry &commands = m_context.commands;
    commands.add({.id = add(),
                  .title = tr("Add version…"),
                  .icon = Icon::Plus,
                  .group = group,
                  .op = Op::VersionCreate,
                  .state = [this] { return aboutApi(); },
                  .run = [this] { openEditor(std::nullopt); }},
                 this);
    commands.add({.id = edit(),
                  .title = tr("Edit version…"),
                  .icon = Icon::Edit,
                  .group = group,
                  .op = Op::VersionEdit,
                  .state = [this] { return aboutVersion(); },
                  .run = [this] { openEditor(m_chosen.version); }},
                 this);
    commands.add({.id = notice(),
                  .title = tr("Notice to a partner…"),
                  .icon = Icon::Mail,
                  .group = group,
                  .op = Op::VersionUse,
                  .state = [this] { return toNotify(); },
                  .run = [this] { openNotice(); }},
                 this);
    commands.add({.id = end(),
                  .title = tr("End version now…"),
                  .icon = Icon::Ban,
                  .group = group,
                  .op = Op::VersionEnd,
                  .destructive = true,
                  .state = [this] { return toEnd(); },
                  .run = [this] { openAct(Act::End); }},
                 this);
    commands.add({.id = remove(),
                  .title = tr("Remove version…"),
                  .icon = Icon::Trash,
                  .group = group,
                  .op = Op::VersionRemove,
                  .destructive = true,
                  .state = [this] { return aboutVersion(); },
                  .run = [this] { openAct(Act::Remove); }},
                 this);
}

void VersionActs::choose(const Chosen &chosen)
{
    if (chosen == m_chosen)
        return;
    m_chosen = chosen;
    m_context.commands.refresh();
}

CommandState VersionActs::aboutApi() const
{
    return m_chosen.api ? CommandState::ready()
                        : CommandState::off(tr("Open the versions of an API in the catalogue first."));
}

CommandState VersionActs::aboutVersion() const
{
    if (const CommandState api = aboutApi(); !api.enabled)
        return api;
    return m_chosen.version ? CommandState::ready() : CommandState::off(tr("Choose a version first."));
}

CommandState VersionActs::toEnd() const
{
    if (const CommandState version = aboutVersion(); !version.enabled)
        return version;
    return rules::hasEnded(m_chosen.version->sunsetAt, m_context.connection.feed().clock().now())
               ? CommandState::off(tr("This version has ended."))
               : CommandState::ready();
}

CommandState VersionActs::toNotify() const
{
    if (const CommandState version = aboutVersion(); !version.enabled)
        return version;
    if (!m_chosen.version->deprecatedAt && !m_chosen.version->sunsetAt)
        return CommandState::off(tr("It has no date of which one could tell. Edit it first."));
    return m_chosen.use && !m_chosen.use->callers.isEmpty()
               ? CommandState::ready()
               : CommandState::off(tr("Nobody called this version in the last 30 days."));
}

void VersionActs::openEditor(const std::optional<ApiVersion> &version)
{
    auto *flow = new models::SaveVersionFlow(m_context.connection.versions(), m_context.connection.feed(),
                                             m_chosen.api->id, version);
    auto *dialog = new VersionDialog(m_context, flow, *m_chosen.api, m_window);
    connect(dialog, &VersionDialog::saved, this, [this, isNew = !version](const ApiVersion &saved) {
        const QString path = inSentence(saved.pathPrefix);
        m_context.toasts.show(
            {.text = isNew ? tr("Version %1 added").arg(path) : tr("Version %1 saved").arg(path)});
        Q_EMIT changed(saved.apiId);
        if (isNew)
            Q_EMIT added(saved.id);
    });
    dialog->open();
}

void VersionActs::openAct(Act act)
{
    auto *flow = new models::VersionActFlow(m_context.connection.versions(), m_context.connection.feed(), act,
                                            *m_chosen.version);
    auto *dialog = new VersionActDialog(m_context, flow, m_window);
    connect(dialog, &VersionActDialog::acted, this,
            [this, act](const ApiVersion &before, const ApiVersion &after, bool mayUndo) {
                if (act == Act::End)
                    tellEnded(before, after, mayUndo);
                else
                    m_context.toasts.show(
                        {.text = tr("Version %1 is removed").arg(inSentence(before.pathPrefix))});
                Q_EMIT changed(before.apiId);
            });
    dialog->open();
}

void VersionActs::tellEnded(const ApiVersion &before, const ApiVersion &after, bool mayUndo)
{
    ToastSpec toast{.text = tr("Version %1 has ended").arg(inSentence(before.pathPrefix))};
    if (mayUndo) {
        toast.actionText = tr("Undo");
        toast.actionKeys = keysText(QKeyCombination(Qt::ControlModifier, Qt::Key_Z));
        toast.action = [this, before, after] { undoEnd(before, after); };
        toast.milliseconds = 20000; // whom it hits is seen at the partners first
    }
    m_context.toasts.show(toast);
}

/// Its dates as they were. Where somebody changed the version since, nothing is taken back.
void VersionActs::undoEnd(const ApiVersion &before, const ApiVersion &after)
{
    auto *flow = new models::SaveVersionFlow(m_context.connection.versions(), m_context.connection.feed(),
                                             after.apiId, after, this);
    ApiVersionDraft draft = models::draftOf(after);
    draft.deprecatedAt = before.deprecatedAt;
    draft.sunsetAt = before.sunsetAt;
    flow->setDraft(draft);
    flow->setReason(tr("Undone"));
    connect(flow, &models::Flow::stateChanged, this, [this, flow, path = inSentence(before.pathPrefix)] {
        if (flow->state() == models::FlowState::Done) {
            m_context.toasts.show({.text = tr("Undone: version %1 answers again").arg(path)});
            Q_EMIT changed(flow->apiId());
        } else if (flow->state() == models::FlowState::Failed ||
                   flow->state() == models::FlowState::OutcomeUnknown) {
            m_context.toasts.show(
                {.text = errorLine(*flow->error(), tr("The end could not be undone: edit the version.")),
                 .severity = Severity::Bad});
        } else {
            return;
        }
        flow->deleteLater();
    });
    flow->submit();
}

void VersionActs::openNotice()
{
    auto *dialog = new NoticeDialog(m_context, m_chosen.api->name, *m_chosen.use, m_chosen.partnerId,
                                    m_context.connection.feed().clock().now(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace pc::views
