// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/field_limits.h"
#include "contract/types/problem.h"

#include <QJsonObject>

#include <optional>

/// The table of field_limits.h applied to a request's body: the service's check of what arrives, and the
/// console's before it sends. Pure.
namespace pc::rules {

/// JSON pointer of the first text, member names included, that is no Unicode text (lone surrogates,
/// noncharacters, NUL); nullopt when there is none. Every body is asked, whatever it is about.
[[nodiscard]] std::optional<QString> firstNotText(const QJsonValue &body);

/// The body as it is stored: every field of the table as valueOf() makes it. Other members stay as they are.
[[nodiscard]] QJsonObject settledBody(const char *schema, const QJsonObject &body);

/// A wrong field of a body: where, by which row of the table, and why.
struct BodyFault
{
    QString pointer; ///< RFC 6901
    const FieldLimit *limit = nullptr;
    FieldFault fault = FieldFault::Required;
};

/// Faults of one body that are told, by the service as by the console; nobody mends more at once.
inline constexpr qsizetype mostFaults = 100;
/// Everything that the table says is wrong with a settled body, in the order of the table, up to mostFaults.
/// Members of another JSON type are left to the codec; required members that are missing are named.
[[nodiscard]] QList<BodyFault> bodyFaults(const char *schema, const QJsonObject &body);

/// The refusal of what firstNotText() found.
[[nodiscard]] FieldError notText(const QString &pointer);

/// The fault as the API tells it; English, for logs and "Details".
[[nodiscard]] FieldError fieldError(const BodyFault &fault);

} // namespace pc::rules
