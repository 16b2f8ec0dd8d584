// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/catalogue_flows.h"

#include "client/http/stale.h"
#include "models/base/change_feed.h"
#include "models/base/request_check.h"

#include <utility>

namespace pc::models {

using ApiResult = client::Result<Versioned<Api>>;

ApiDraft draftOf(const Api &api)
{
    ApiDraft draft;
    draft.name = api.name;
    draft.host = api.host;
    draft.basePath = api.basePath;
    draft.audience = api.audience;
    return draft;
}

SaveApiFlow::SaveApiFlow(client::CatalogueClient &catalogue, const std::optional<Versioned<Api>> &base,
                         QObject *parent)
    : Flow(parent), m_catalogue(catalogue), m_base(base), m_draft(base ? draftOf(base->value) : ApiDraft())
{
}

SaveApiFlow::~SaveApiFlow() = default;

void SaveApiFlow::setDraft(const ApiDraft &draft)
{
    if (mayEdit())
        m_draft = draft;
}

std::optional<Versioned<Api>> SaveApiFlow::current() const
{
    return error() ? client::currentState<Api>(*error()) : std::nullopt;
}

void SaveApiFlow::rebase(const Versioned<Api> &current)
{
    if (mayEdit())
        m_base = current;
}

ApiDraft SaveApiFlow::request() const
{
    ApiDraft draft = m_draft;
    draft.reason = reason();
    draft.ticket = ticket();
    return draft;
}

std::optional<client::ApiError> SaveApiFlow::refusal() const
{
    return refusedBeforehand("ApiDraft", request());
}

void SaveApiFlow::send()
{
    const auto onAnswer = [this](ApiResult result) {
        if (!result)
            return fail(result.error());
        m_result = std::move(*result);
        succeed();
    };
    if (m_base)
        m_call = m_catalogue.edit(m_base->value.id, request(), m_base->etag, key(), this, onAnswer);
    else
        m_call = m_catalogue.create(request(), key(), this, onAnswer);
}

RemoveApiFlow::RemoveApiFlow(client::CatalogueClient &catalogue, ChangeFeed &feed, const Versioned<Api> &api,
                             QObject *parent)
    : Flow(parent), m_catalogue(catalogue), m_api(api)
{
    follow(feed, ChangeKind::Catalogue, api.value.id);
}

RemoveApiFlow::~RemoveApiFlow() = default;

std::optional<Versioned<Api>> RemoveApiFlow::current() const
{
    return error() ? client::currentState<Api>(*error()) : std::nullopt;
}

void RemoveApiFlow::rebase(const Versioned<Api> &current)
{
    if (mayEdit())
        m_api = current;
}

std::optional<client::ApiError> RemoveApiFlow::refusal() const
{
    return refusedBeforehand("ActRequest", ActRequest{reason(), ticket()});
}

void RemoveApiFlow::send()
{
    m_call = m_catalogue.remove(m_api.value.id, {reason(), ticket()}, m_api.etag, key(), this,
                                [this](client::Result<Api> result) {
                                    if (!result)
                                        return fail(result.error());
                                    succeed();
                                });
}

void RemoveApiFlow::look()
{
    m_look = m_catalogue.api(m_api.value.id, this, [this](const ApiResult &result) {
        if (!result && result.error().kind == client::ErrorKind::NotFound)
            settle();
    });
}

ApplyRevisionFlow::ApplyRevisionFlow(client::CatalogueClient &catalogue, ChangeFeed &feed,
                                     const Versioned<Api> &api, const QString &revisionId, QObject *parent)
    : Flow(parent), m_catalogue(catalogue), m_api(api), m_revisionId(revisionId)
{
    follow(feed, ChangeKind::Catalogue, api.value.id);
}

ApplyRevisionFlow::~ApplyRevisionFlow() = default;

std::optional<Versioned<Api>> ApplyRevisionFlow::current() const
{
    return error() ? client::currentState<Api>(*error()) : std::nullopt;
}

void ApplyRevisionFlow::rebase(const Versioned<Api> &current)
{
    if (mayEdit())
        m_api = current;
}

void ApplyRevisionFlow::setReviewed(qint64 version)
{
    if (mayEdit())
        m_reviewed = version;
}

bool ApplyRevisionFlow::wasChanged() const
{
    return error() && error()->code() == ProblemCode::RevisionChanged;
}

std::optional<client::ApiError> ApplyRevisionFlow::refusal() const
{
    return refusedBeforehand("ActRequest", ActRequest{reason(), ticket()});
}

void ApplyRevisionFlow::send()
{
    m_call = m_catalogue.apply(m_api.value.id, m_revisionId, m_reviewed, {reason(), ticket()}, m_api.etag,
                               key(), this, [this](ApiResult result) {
                                   if (!result)
                                       return fail(result.error());
                                   take(*result);
                               });
}

void ApplyRevisionFlow::look()
{
    m_look = m_catalogue.api(m_api.value.id, this, [this](ApiResult result) {
        if (!result || result->value.revisionId != m_revisionId)
            return;
        m_call.cancel();
        take(*result);
    });
}

/// What was decided by before the first import got its revision by this act: only the list says its name.
void ApplyRevisionFlow::take(const Versioned<Api> &applied)
{
    m_result = applied;
    m_former = m_api.value.revisionId;
    if (!m_former.isEmpty() || m_api.value.routes == 0)
        return settle();
    m_call = m_catalogue.revisions(
        m_api.value.id, this, [this](const client::Result<Page<CatalogueRevision>> &result) {
            if (result)
                for (const CatalogueRevision &each : result->items)
                    if (each.state == RevisionState::Replaced && m_former.isEmpty())
                        m_former = each.id;
            settle(); // done all the same: it can be put back from the list
        });
}

RemoveRevisionFlow::RemoveRevisionFlow(client::CatalogueClient &catalogue, ChangeFeed &feed,
                                       const CatalogueRevision &revision, QObject *parent)
    : Flow(parent), m_catalogue(catalogue), m_revision(revision)
{
    follow(feed, ChangeKind::Catalogue, revision.apiId);
}

RemoveRevisionFlow::~RemoveRevisionFlow() = default;

std::optional<client::ApiError> RemoveRevisionFlow::refusal() const
{
    return refusedBeforehand("ActRequest", ActRequest{reason(), ticket()});
}

void RemoveRevisionFlow::send()
{
    m_call = m_catalogue.removeRevision(m_revision.apiId, m_revision.id, {reason(), ticket()}, key(), this,
                                        [this](const client::Result<CatalogueRevision> &result) {
                                            if (!result)
                                                return fail(result.error());
                                            succeed();
                                        });
}

void RemoveRevisionFlow::look()
{
    m_look = m_catalogue.review(m_revision.apiId, m_revision.id, this,
                                [this](const client::Result<RevisionReview> &result) {
                                    if (!result && result.error().kind == client::ErrorKind::NotFound)
                                        settle();
                                });
}

ScopeRuleFlow::ScopeRuleFlow(client::CatalogueClient &catalogue, const QString &apiId,
                             const QString &revisionId, QObject *parent)
    : Flow(parent), m_catalogue(catalogue), m_apiId(apiId), m_revisionId(revisionId)
{
    connect(this, &Flow::stateChanged, this, &ScopeRuleFlow::goOn, Qt::QueuedConnection);
}

ScopeRuleFlow::~ScopeRuleFlow() = default;

void ScopeRuleFlow::setKnown(const ScopeRule &rule)
{
    if (!isPending())
        m_known = rule;
}

void ScopeRuleFlow::give(const ScopeRule &rule)
{
    if (!isBusy() && m_known == rule) {
        m_next.reset();
        return;
    }
    m_next = rule;
    goOn();
}

/// An unknown outcome does not stand in the way: the rule is the last one that arrives.
void ScopeRuleFlow::goOn()
{
    if (!m_next || isBusy())
        return;
    if (state() == FlowState::Done)
        moveTo(FlowState::Editing);
    if (state() == FlowState::OutcomeUnknown)
        return retry();
    m_rule = *std::exchange(m_next, std::nullopt);
    submit();
}

std::optional<client::ApiError> ScopeRuleFlow::refusal() const
{
    return refusedBeforehand("ScopeRule", m_rule);
}

void ScopeRuleFlow::send()
{
    m_call = m_catalogue.giveRule(m_apiId, m_revisionId, m_rule, key(), this,
                                  [this](client::Result<CatalogueRevision> result) {
                                      if (!result)
                                          return fail(result.error());
                                      m_known = result->rule;
                                      succeed();
                                      Q_EMIT given(*result);
                                  });
}

} // namespace pc::models
