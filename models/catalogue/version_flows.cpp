// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/version_flows.h"

#include "client/http/stale.h"
#include "contract/rules/version_life.h"
#include "models/base/change_feed.h"
#include "models/base/request_check.h"

#include <algorithm>

namespace pc::models {

using VersionResult = client::Result<ApiVersion>;

namespace {

std::optional<ApiVersion> currentOf(const std::optional<client::ApiError> &error)
{
    const auto theirs = error ? client::currentState<ApiVersion>(*error) : std::nullopt;
    return theirs ? std::optional(theirs->value) : std::nullopt;
}

} // namespace

ApiVersionDraft draftOf(const ApiVersion &version)
{
    ApiVersionDraft draft;
    draft.pathPrefix = version.pathPrefix;
    draft.deprecatedAt = version.deprecatedAt;
    draft.sunsetAt = version.sunsetAt;
    draft.successorUrl = version.successorUrl;
    draft.guideUrl = version.guideUrl;
    draft.sentence = version.sentence;
    return draft;
}

SaveVersionFlow::SaveVersionFlow(client::VersionsClient &versions, ChangeFeed &feed, const QString &apiId,
                                 const std::optional<ApiVersion> &base, QObject *parent)
    : Flow(parent), m_versions(versions), m_feed(feed), m_apiId(apiId), m_base(base),
      m_draft(base ? draftOf(*base) : ApiVersionDraft())
{
}

SaveVersionFlow::~SaveVersionFlow() = default;

QDateTime SaveVersionFlow::now() const
{
    return m_feed.clock().now();
}

void SaveVersionFlow::setDraft(const ApiVersionDraft &draft)
{
    if (mayEdit())
        m_draft = draft;
}

std::optional<ApiVersion> SaveVersionFlow::current() const
{
    return currentOf(error());
}

void SaveVersionFlow::rebase(const ApiVersion &current)
{
    if (mayEdit())
        m_base = current;
}

ApiVersionDraft SaveVersionFlow::request() const
{
    ApiVersionDraft draft = m_draft;
    draft.reason = reason();
    draft.ticket = ticket();
    return draft;
}

std::optional<client::ApiError> SaveVersionFlow::refusal() const
{
    return refusedBeforehand("ApiVersionDraft", request());
}

void SaveVersionFlow::send()
{
    const auto onAnswer = [this](VersionResult result) {
        if (!result)
            return fail(result.error());
        m_result = std::move(*result);
        succeed();
    };
    if (m_base)
        m_call = m_versions.edit(*m_base, request(), key(), this, onAnswer);
    else
        m_call = m_versions.create(m_apiId, request(), key(), this, onAnswer);
}

VersionActFlow::VersionActFlow(client::VersionsClient &versions, ChangeFeed &feed, Act act,
                               const ApiVersion &version, QObject *parent)
    : Flow(parent), m_versions(versions), m_feed(feed), m_act(act), m_version(version)
{
    follow(feed, ChangeKind::Catalogue, version.apiId);
}

VersionActFlow::~VersionActFlow() = default;

std::optional<ApiVersion> VersionActFlow::current() const
{
    return currentOf(error());
}

void VersionActFlow::rebase(const ApiVersion &current)
{
    if (mayEdit())
        m_version = current;
}

std::optional<client::ApiError> VersionActFlow::refusal() const
{
    return refusedBeforehand("ActRequest", ActRequest{reason(), ticket()});
}

void VersionActFlow::send()
{
    const auto onAnswer = [this](const VersionResult &result) {
        if (!result)
            return fail(result.error());
        m_result = *result;
        m_answered = true;
        succeed();
    };
    const ActRequest act{reason(), ticket()};
    m_call = m_act == Act::End ? m_versions.end(m_version, act, key(), this, onAnswer)
                               : m_versions.remove(m_version, act, key(), this, onAnswer);
}

void VersionActFlow::look()
{
    m_look = m_versions.versions(m_version.apiId, this, [this](const client::Result<Page<ApiVersion>> &page) {
        if (!page)
            return;
        const auto found = std::find_if(page->items.begin(), page->items.end(),
                                        [this](const ApiVersion &each) { return each.id == m_version.id; });
        const bool gone = found == page->items.end();
        const bool isSo =
            m_act == Act::Remove ? gone : !gone && rules::hasEnded(found->sunsetAt, m_feed.clock().now());
        if (!isSo)
            return;
        m_result = gone ? m_version : *found;
        settle();
    });
}

} // namespace pc::models
