// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/api/problem_codes.h"
#include "contract/types/access.h"
#include "contract/types/credential.h"
#include "contract/types/partner.h"
#include "contract/types/problem.h"

namespace pc::platform::domain {

/// Everything about the request itself: names, kind, realm, scopes within the grant, expiry within a year,
/// owner, key to seal to.
[[nodiscard]] QList<FieldError> checkIssue(const IssueRequest &request, const Grant &grant,
                                           const QDateTime &now);
[[nodiscard]] QList<FieldError> checkRotate(const RotateRequest &request, const QDateTime &now);

/// Whether this partner may hold a credential of that realm now; the refusal's code and words, or nothing.
struct StageRefusal
{
    ProblemCode code = ProblemCode::Unknown;
    QString detail;
};
[[nodiscard]] std::optional<StageRefusal> mayHold(const Partner &partner, Realm realm);

} // namespace pc::platform::domain
