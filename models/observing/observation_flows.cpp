// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observing/observation_flows.h"

#include "models/base/change_feed.h"
#include "models/base/request_check.h"

#include <algorithm>

namespace pc::models {

using ObservationResult = client::Result<Observation>;

BeginObservationFlow::BeginObservationFlow(client::ObservationsClient &observations, QObject *parent)
    : Flow(parent), m_observations(observations)
{
}

BeginObservationFlow::~BeginObservationFlow() = default;

void BeginObservationFlow::setDraft(const ObservationDraft &draft)
{
    if (mayEdit())
        m_draft = draft;
}

ObservationDraft BeginObservationFlow::request() const
{
    ObservationDraft draft = m_draft;
    draft.reason = reason();
    draft.ticket = ticket();
    return draft;
}

std::optional<client::ApiError> BeginObservationFlow::refusal() const
{
    return refusedBeforehand("ObservationDraft", request());
}

void BeginObservationFlow::send()
{
    m_call = m_observations.begin(request(), key(), this, [this](ObservationResult result) {
        if (!result)
            return fail(result.error());
        m_result = std::move(*result);
        succeed();
    });
}

ExtendObservationFlow::ExtendObservationFlow(client::ObservationsClient &observations,
                                             const ObservationSummary &observed, QObject *parent)
    : Flow(parent), m_observations(observations), m_observed(observed), m_until(observed.observation.until)
{
}

ExtendObservationFlow::~ExtendObservationFlow() = default;

void ExtendObservationFlow::setUntil(const QDateTime &until)
{
    if (mayEdit())
        m_until = until;
}

ObservationExtension ExtendObservationFlow::request() const
{
    return {m_until, reason(), ticket()};
}

std::optional<client::ApiError> ExtendObservationFlow::refusal() const
{
    return refusedBeforehand("ObservationExtension", request());
}

void ExtendObservationFlow::send()
{
    m_call = m_observations.extend(m_observed.observation.id, request(), key(), this,
                                   [this](ObservationResult result) {
                                       if (!result)
                                           return fail(result.error());
                                       m_result = std::move(*result);
                                       succeed();
                                   });
}

EnforceFlow::EnforceFlow(client::ObservationsClient &observations, ChangeFeed &feed,
                         const ObservationSummary &observed, QObject *parent)
    : Flow(parent), m_observations(observations), m_observed(observed)
{
    follow(feed, ChangeKind::Catalogue, observed.observation.id);
}

EnforceFlow::~EnforceFlow() = default;

std::optional<client::ApiError> EnforceFlow::refusal() const
{
    return refusedBeforehand("ActRequest", ActRequest{reason(), ticket()});
}

void EnforceFlow::send()
{
    m_call = m_observations.end(m_observed.observation.id, {reason(), ticket()}, key(), this,
                                [this](const ObservationResult &result) {
                                    if (!result)
                                        return fail(result.error());
                                    succeed();
                                });
}

void EnforceFlow::look()
{
    m_look = m_observations.list(this, [this](const client::Result<Page<ObservationSummary>> &result) {
        const auto ended = [this](const ObservationSummary &each) {
            return each.observation.id == m_observed.observation.id && each.observation.endedAt;
        };
        if (result && std::any_of(result->items.begin(), result->items.end(), ended))
            settle();
    });
}

ObservationDraft sameAgain(const Observation &observation)
{
    ObservationDraft draft;
    draft.kind = observation.kind;
    draft.target = observation.target;
    draft.pathPrefix = observation.pathPrefix;
    draft.until = observation.until;
    return draft;
}

} // namespace pc::models
