// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/request_check.h"

namespace pc::models {

using namespace Qt::StringLiterals;

QList<rules::BodyFault> requestFaults(const char *schema, const QJsonObject &body)
{
    return rules::bodyFaults(schema, rules::settledBody(schema, body));
}

std::optional<client::ApiError> refusedBeforehand(const char *schema, const QJsonObject &body)
{
    const QList<rules::BodyFault> faults = requestFaults(schema, body);
    if (faults.isEmpty())
        return {};
    client::ApiError error;
    error.kind = client::ErrorKind::Validation;
    error.detail = u"not sent: the limits of its fields do not allow it"_s;
    error.problem.emplace();
    error.problem->code = toText(ProblemCode::ValidationFailed);
    for (const rules::BodyFault &fault : faults)
        error.problem->errors.append(rules::fieldError(fault));
    return error;
}

} // namespace pc::models
