// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/call.h"
#include "client/http/idempotency_key.h"
#include "contract/types/credential.h"
#include "contract/types/observation.h"
#include "contract/types/page.h"

#include <optional>

namespace pc::client {

class ApiCaller;

/// Which hours a report counts; none: from the beginning, until now.
struct ReportSpan
{
    std::optional<QDateTime> from;
    std::optional<QDateTime> to;
    bool operator==(const ReportSpan &) const = default;
};

/// What is observed, and what enforcement would refuse.
class ObservationsClient
{
public:
    explicit ObservationsClient(ApiCaller &api) : m_api(api) {}
    Call list(QObject *context, Callback<Page<ObservationSummary>> callback);
    Call report(const QString &observationId, const ReportSpan &span, QObject *context,
                Callback<ObservationReport> callback);
    Call begin(const ObservationDraft &draft, const IdempotencyKey &key, QObject *context,
               Callback<Observation> callback);
    Call extend(const QString &observationId, const ObservationExtension &extension,
                const IdempotencyKey &key, QObject *context, Callback<Observation> callback);
    /// Refusals are enforced when it is answered.
    Call end(const QString &observationId, const ActRequest &act, const IdempotencyKey &key, QObject *context,
             Callback<Observation> callback);

private:
    ApiCaller &m_api;
};

} // namespace pc::client
