// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/scope_flows.h"

#include "client/http/stale.h"
#include "models/base/change_feed.h"
#include "models/base/request_check.h"

namespace pc::models {

ScopeDraft draftOf(const Scope &scope)
{
    ScopeDraft draft;
    draft.title = scope.title;
    draft.sentence = scope.sentence;
    draft.dataCategories = scope.dataCategories;
    draft.lawfulBases = scope.lawfulBases;
    draft.sensitive = scope.sensitive;
    return draft;
}

SaveScopeFlow::SaveScopeFlow(client::ScopesClient &scopes, const Versioned<Scope> &base, QObject *parent)
    : Flow(parent), m_scopes(scopes), m_base(base), m_draft(draftOf(base.value))
{
}

SaveScopeFlow::~SaveScopeFlow() = default;

void SaveScopeFlow::setDraft(const ScopeDraft &draft)
{
    if (mayEdit())
        m_draft = draft;
}

std::optional<Versioned<Scope>> SaveScopeFlow::current() const
{
    return error() ? client::currentState<Scope>(*error()) : std::nullopt;
}

void SaveScopeFlow::rebase(const Versioned<Scope> &current)
{
    if (mayEdit())
        m_base = current;
}

ScopeDraft SaveScopeFlow::request() const
{
    ScopeDraft draft = m_draft;
    draft.reason = reason();
    draft.ticket = ticket();
    return draft;
}

std::optional<client::ApiError> SaveScopeFlow::refusal() const
{
    return refusedBeforehand("ScopeDraft", request());
}

void SaveScopeFlow::send()
{
    m_call = m_scopes.edit(m_base.value.name, request(), m_base.etag, key(), this,
                           [this](client::Result<ScopeEffect> result) {
                               if (!result)
                                   return fail(result.error());
                               m_result = std::move(*result);
                               succeed();
                           });
}

RemoveScopeFlow::RemoveScopeFlow(client::ScopesClient &scopes, ChangeFeed &feed,
                                 const Versioned<Scope> &scope, QObject *parent)
    : Flow(parent), m_scopes(scopes), m_scope(scope)
{
    follow(feed, ChangeKind::Catalogue, scope.value.name);
}

RemoveScopeFlow::~RemoveScopeFlow() = default;

std::optional<Versioned<Scope>> RemoveScopeFlow::current() const
{
    return error() ? client::currentState<Scope>(*error()) : std::nullopt;
}

void RemoveScopeFlow::rebase(const Versioned<Scope> &current)
{
    if (mayEdit())
        m_scope = current;
}

std::optional<client::ApiError> RemoveScopeFlow::refusal() const
{
    return refusedBeforehand("ActRequest", ActRequest{reason(), ticket()});
}

void RemoveScopeFlow::send()
{
    m_call = m_scopes.remove(m_scope.value.name, {reason(), ticket()}, m_scope.etag, key(), this,
                             [this](const client::Result<Scope> &result) {
                                 if (!result)
                                     return fail(result.error());
                                 succeed();
                             });
}

void RemoveScopeFlow::look()
{
    m_look = m_scopes.scope(m_scope.value.name, this, [this](const client::Result<Versioned<Scope>> &result) {
        if (!result && result.error().kind == client::ErrorKind::NotFound)
            settle();
    });
}

} // namespace pc::models
