// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/api/observations_client.h"

#include "client/api/endpoint.h"

namespace pc::client {

using namespace Qt::StringLiterals;

namespace {

QHash<QString, QString> pathTo(const QString &observationId)
{
    return {{u"observation_id"_s, observationId}};
}

} // namespace

Call ObservationsClient::list(QObject *context, Callback<Page<ObservationSummary>> callback)
{
    return callFor<Page<ObservationSummary>>(m_api, requestFor(Op::ObservationList), context,
                                             std::move(callback));
}

Call ObservationsClient::report(const QString &observationId, const ReportSpan &span, QObject *context,
                                Callback<ObservationReport> callback)
{
    ApiRequest request = requestFor(Op::ObservationReport, pathTo(observationId));
    request.query = queryItems(span);
    return callFor<ObservationReport>(m_api, std::move(request), context, std::move(callback));
}

Call ObservationsClient::begin(const ObservationDraft &draft, const IdempotencyKey &key, QObject *context,
                               Callback<Observation> callback)
{
    return callFor<Observation>(m_api, writeOf(Op::ObservationBegin, {}, draft, key), context,
                                std::move(callback));
}

Call ObservationsClient::extend(const QString &observationId, const ObservationExtension &extension,
                                const IdempotencyKey &key, QObject *context, Callback<Observation> callback)
{
    return callFor<Observation>(m_api, writeOf(Op::ObservationExtend, pathTo(observationId), extension, key),
                                context, std::move(callback));
}

Call ObservationsClient::end(const QString &observationId, const ActRequest &act, const IdempotencyKey &key,
                             QObject *context, Callback<Observation> callback)
{
    return callFor<Observation>(m_api, writeOf(Op::ObservationEnd, pathTo(observationId), act, key), context,
                                std::move(callback));
}

} // namespace pc::client
