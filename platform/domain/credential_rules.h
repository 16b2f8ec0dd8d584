// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/api/problem_codes.h"
#include "contract/types/access.h"
#include "contract/types/credential.h"
#include "contract/types/partner.h"
#include "contract/types/problem.h"

namespace pc::platform::domain {

/// Everything about the request itself: kind, realm, scopes within the grant, expiry within a year, key to
/// seal to, reason. `faults`: what the table of field limits says of it; told first.
[[nodiscard]] QList<FieldError> checkIssue(const IssueRequest &request, const QList<FieldError> &faults,
                                           const Grant &grant, const QDateTime &now);
[[nodiscard]] QList<FieldError> checkRotate(const RotateRequest &request, const QList<FieldError> &faults,
                                            const QDateTime &now);

/// Whether this partner may hold a credential of that realm now; the refusal's code and words, or nothing.
struct StageRefusal
{
    ProblemCode code = ProblemCode::Unknown;
    QString detail;
};
[[nodiscard]] std::optional<StageRefusal> mayHold(const Partner &partner, Realm realm);

} // namespace pc::platform::domain
