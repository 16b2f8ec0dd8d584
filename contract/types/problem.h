// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace pc {

/// One wrong field of a request: a JSON pointer (RFC 6901) into the body and a stable code ("required",
/// "too_long", …).
struct FieldError
{
    QString pointer;
    QString code;
    QString detail;
    bool operator==(const FieldError &) const = default;
};

/// RFC 9457 problem details with the members this API adds. `code` is stable and never translated.
struct Problem
{
    int status = 0;
    QString code; ///< e.g. "validation_failed", "stale", "idempotency_conflict", "secret_gone"
    QString title;
    QString detail;
    QString requestId;
    QList<FieldError> errors;
    std::optional<int> retryAfter; ///< seconds
    QString permission;            ///< the missing permission, for 403
    bool operator==(const Problem &) const = default;
};

} // namespace pc
