// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalogue/catalogue_acts.h"

#include "models/catalogue/api_list_model.h"
#include "models/catalogue/catalogue_flows.h"
#include "models/catalogue/propose_flow.h"
#include "models/session/connection.h"
#include "views/catalogue/api_dialogs.h"
#include "views/catalogue/import_dialog.h"
#include "views/catalogue/review_dialog.h"
#include "views/catalogue/version_acts.h"
#include "views/seams/catalogue_places.h"
#include "views/seams/context.h"
#include "views/shell/navigator.h"
#include "views/widgets/key_cap.h"
#include "views/widgets/toast.h"
#include "views/words/error_words.h"
#include "views/words/names.h"

#include <QPointer>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::FlowState;

CatalogueActs::CatalogueActs(const ViewContext &context, models::ApiListModel &apis, QWidget *window)
    : QObject(window), m_context(context), m_apis(apis), m_window(window),
      m_versions(new VersionActs(context, this, window))
{
    registerCommands();
    connect(&apis, &models::PagedModel::stateChanged, this, [this] {
        if (!m_apiId.isEmpty())
            m_context.commands.refresh();
    });
}

QString CatalogueActs::add()
{
    return u"catalogue.add"_s;
}

QString CatalogueActs::edit()
{
    return u"catalogue.edit"_s;
}

QString CatalogueActs::remove()
{
    return u"catalogue.remove"_s;
}

QString CatalogueActs::import()
{
    return u"catalogue.import"_s;
}

QString CatalogueActs::review()
{
    return u"catalogue.review"_s;
}

QString CatalogueActs::putBack()
{
    return u"catalogue.putBack"_s;
}

QString CatalogueActs::removeRevision()
{
    return u"catalogue.removeRevision"_s;
}

QStringList CatalogueActs::contextCommands()
{
    return {import(), review(), putBack(), removeRevision(), edit(), remove()};
}

void CatalogueActs::registerCommands()
{
    const QString group = u"catalogue"_s;
    CommandRegistry &commands = m_context.commands;
    commands.add({.id = add(),
                  .title = tr("Add API…"),
                  .icon = Icon::Plus,
                  .group = group,
                  .op = Op::ApiCreate,
                  .run = [this] { addApi(); }},
                 this);
    commands.add({.id = import(),
                  .title = tr("Import description…"),
                  .icon = Icon::Upload,
                  .group = group,
                  .op = Op::RevisionPropose,
                  .run = [this] { importDescription(); }},
                 this);
    commands.add({.id = edit(),
                  .title = tr("Edit API…"),
                  .icon = Icon::Edit,
                  .group = group,
                  .op = Op::ApiEdit,
                  .state = [this] { return aboutApi(); },
                  .run = [this] { editApi(); }},
                 this);
    commands.add({.id = review(),
                  .title = tr("Review proposal…"),
                  .icon = Icon::Eye,
                  .group = group,
                  .op = Op::RevisionGet,
                  .state = [this] { return aboutRevision(RevisionState::Proposed); },
                  .run = [this] { openReview(*m_revision); }},
                 this);
    commands.add({.id = putBack(),
                  .title = tr("Put former routes back…"),
                  .icon = Icon::Undo,
                  .group = group,
                  .op = Op::RevisionApply,
                  .state = [this] { return aboutRevision(RevisionState::Replaced); },
                  .run = [this] { openReview(*m_revision); }},
                 this);
    commands.add({.id = removeRevision(),
                  .title = tr("Remove revision…"),
                  .icon = Icon::Trash,
                  .group = group,
                  .op = Op::RevisionRemove,
                  .destructive = true,
                  .state = [this] { return aboutOldRevision(); },
                  .run = [this] { removeChosenRevision(); }},
                 this);
    commands.add({.id = remove(),
                  .title = tr("Remove API…"),
                  .icon = Icon::Trash,
                  .group = group,
                  .op = Op::ApiRemove,
                  .destructive = true,
                  .state = [this] { return aboutApi(); },
                  .run = [this] { removeApi(); }},
                 this);
}

void CatalogueActs::choose(const QString &apiId, const std::optional<CatalogueRevision> &revision)
{
    if (apiId == m_apiId && revision == m_revision)
        return;
    m_apiId = apiId;
    m_revision = revision;
    m_context.commands.refresh();
}

std::optional<Versioned<Api>> CatalogueActs::chosen() const
{
    const Api *api = m_apis.api(m_apiId);
    return api ? std::optional(Versioned<Api>{*api, etagOf(api->version)}) : std::nullopt;
}

CommandState CatalogueActs::aboutApi() const
{
    return m_apis.api(m_apiId) ? CommandState::ready()
                               : CommandState::off(tr("Choose an API in the catalogue first."));
}

CommandState CatalogueActs::aboutRevision(RevisionState state) const
{
    if (const CommandState api = aboutApi(); !api.enabled)
        return api;
    if (m_revision && m_revision->state == state)
        return CommandState::ready();
    return CommandState::off(state == RevisionState::Proposed
                                 ? tr("Choose a proposal among the revisions first.")
                                 : tr("Choose a replaced one among the revisions first."));
}

CommandState CatalogueActs::aboutOldRevision() const
{
    if (const CommandState api = aboutApi(); !api.enabled)
        return api;
    if (m_revision && m_revision->state != RevisionState::InForce)
        return CommandState::ready();
    return CommandState::off(tr("Choose a proposal or a replaced one among the revisions first."));
}

void CatalogueActs::addApi()
{
    m_apis.ensureLoaded(); // what the new one may not share with others
    auto *dialog = new ApiDialog(
        m_context, m_apis, new models::SaveApiFlow(m_context.connection.catalogue(), std::nullopt), m_window);
    connect(dialog, &ApiDialog::saved, this, [this](const Versioned<Api> &api) {
        m_apis.refresh();
        const QString id = api.value.id;
        m_context.toasts.show({.text = tr("%1 added").arg(inSentence(api.value.name)),
                               .actionText = tr("Import description…"),
                               .action = [this, id] {
                                   m_apiId = id;
                                   importDescription();
                               }});
        Q_EMIT apiWanted(id, {});
    });
    dialog->open();
}

void CatalogueActs::editApi()
{
    const auto api = chosen();
    if (!api)
        return;
    auto *dialog = new ApiDialog(m_context, m_apis,
                                 new models::SaveApiFlow(m_context.connection.catalogue(), api), m_window);
    connect(dialog, &ApiDialog::saved, this, [this](const Versioned<Api> &saved) {
        m_apis.refresh();
        m_context.toasts.show({.text = tr("%1 saved").arg(inSentence(saved.value.name))});
    });
    dialog->open();
}

void CatalogueActs::removeApi()
{
    const auto api = chosen();
    if (!api)
        return;
    auto *dialog = new RemoveApiDialog(
        m_context,
        new models::RemoveApiFlow(m_context.connection.catalogue(), m_context.connection.feed(), *api),
        m_window);
    connect(dialog, &RemoveApiDialog::removed, this, [this](const Api &removed) {
        m_apis.refresh();
        m_context.toasts.show({.text = tr("%1 is removed").arg(inSentence(removed.name))});
    });
    dialog->open();
}

void CatalogueActs::removeChosenRevision()
{
    auto *flow = new models::RemoveRevisionFlow(m_context.connection.catalogue(), m_context.connection.feed(),
                                                *m_revision);
    auto *dialog = new RemoveRevisionDialog(m_context, flow, m_window);
    connect(dialog, &RemoveRevisionDialog::removed, this, [this](const CatalogueRevision &removed) {
        m_context.toasts.show({.text = removed.state == RevisionState::Proposed
                                           ? tr("The proposal is withdrawn")
                                           : tr("The former revision is removed")});
    });
    dialog->open();
}

/// From anywhere: which APIs there are may not be known yet.
void CatalogueActs::importDescription()
{
    if (m_apis.isAnswer())
        return openImport();
    auto *once = new QObject(this);
    connect(&m_apis, &models::PagedModel::stateChanged, once, [this, once] {
        if (m_apis.isBusy())
            return;
        once->deleteLater();
        m_apis.disconnect(once);
        if (m_apis.isAnswer())
            openImport();
        else if (m_apis.error())
            m_context.toasts.show({.text = errorLine(*m_apis.error(), tr("The APIs could not be loaded.")),
                                   .severity = Severity::Bad});
    });
    m_apis.retry();
}

void CatalogueActs::openImport()
{
    auto *dialog = new ImportDialog(
        m_context, m_apis, new models::ProposeFlow(m_context.connection.catalogue()), m_apiId, m_window);
    dialog->setReviewer([self = QPointer<CatalogueActs>(this)](const CatalogueRevision &revision) {
        if (self)
            self->openReview(revision);
    });
    connect(dialog, &ImportDialog::proposed, this, [this](const CatalogueRevision &revision) {
        Q_EMIT apiWanted(revision.apiId, u"revisions"_s);
        openReview(revision);
    });
    dialog->open();
}

/// With the API as it is now: one that was made a moment ago may not be in the list yet.
void CatalogueActs::openReview(const CatalogueRevision &revision)
{
    const auto open = [this, revision](const Versioned<Api> &api) {
        auto *flow = new models::ApplyRevisionFlow(m_context.connection.catalogue(),
                                                   m_context.connection.feed(), api, revision.id);
        auto *dialog = new ReviewDialog(m_context, flow, revision, m_window);
        connect(dialog, &ReviewDialog::applied, this,
                [this](const Versioned<Api> &applied, const QString &former) {
                    onApplied(applied, former, false);
                });
        dialog->open();
    };
    if (const Api *known = m_apis.api(revision.apiId))
        return open({*known, etagOf(known->version)});
    auto *once = new QObject(this);
    connect(&m_apis, &models::PagedModel::stateChanged, once, [this, once, open, id = revision.apiId] {
        const Api *known = m_apis.api(id);
        if (m_apis.isBusy() && !known)
            return;
        once->deleteLater();
        m_apis.disconnect(once);
        if (known)
            open({*known, etagOf(known->version)});
    });
    m_apis.refresh();
}

void CatalogueActs::onApplied(const Versioned<Api> &api, const QString &former, bool isUndo)
{
    m_apis.refresh();
    const QString name = inSentence(api.value.name);
    ToastSpec toast{.text = isUndo
                                ? tr("Undone: the former routes of %1 are in force").arg(name)
                                : tr("%Ln route(s) of %1 are in force", nullptr, api.value.routes).arg(name)};
    if (!isUndo && !former.isEmpty()) {
        toast.actionText = tr("Undo");
        toast.actionKeys = keysText(QKeyCombination(Qt::ControlModifier, Qt::Key_Z));
        toast.action = [this, api, former] { undo(api, former); };
        toast.milliseconds = 20000; // what breaks is seen at the partners first
    }
    m_context.toasts.show(toast);
    Q_EMIT apiWanted(api.value.id, {});
}

void CatalogueActs::undo(const Versioned<Api> &api, const QString &former)
{
    auto *flow = new models::ApplyRevisionFlow(m_context.connection.catalogue(), m_context.connection.feed(),
                                               api, former, this);
    flow->setReason(tr("Undone"));
    connect(flow, &models::Flow::stateChanged, this, [this, flow] {
        if (flow->state() == FlowState::Done && flow->result())
            onApplied(*flow->result(), {}, true);
        else if (flow->state() == FlowState::Failed || flow->state() == FlowState::OutcomeUnknown)
            m_context.toasts.show(
                {.text =
                     errorLine(*flow->error(), tr("It could not be undone: put the former routes back from "
                                                  "the revisions.")),
                 .severity = Severity::Bad});
        else
            return;
        flow->deleteLater();
    });
    flow->submit();
}

} // namespace pc::views
