// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/field_fault.h"
#include "contract/rules/required_reason.h"
#include "contract/types/problem.h"

#include <QJsonObject>
#include <QSet>
#include <QString>

namespace pc::platform {

/// Collects the wrong fields of a request, by JSON pointer. What can be said of a field by itself stands in
/// contract/rules; a check adds what needs more: time, catalogue, store. Its work and its answer do not
/// grow with what somebody sends: it runs on the threads that decide.
class FieldCheck
{
public:
    FieldCheck() = default;
    /// Goes on from what was found already.
    explicit FieldCheck(const QList<FieldError> &found);

    /// Nothing when the field is wrong already: what stands first is told. Nothing either beyond
    /// pc::rules::mostFaults.
    void fail(const QString &pointer, pc::rules::FieldFault fault, const QString &detail);
    /// Everything that the table of field limits says of the request, as it was sent and then settled
    /// (body_check.h).
    void fields(const char *schema, const QJsonObject &request);
    /// "required" when the act needs a reason and has none.
    void reason(const QString &reason, pc::rules::ReasonNeed need);
    [[nodiscard]] const QList<FieldError> &errors() const { return m_errors; }
    [[nodiscard]] bool ok() const { return m_errors.isEmpty(); }

private:
    void append(const FieldError &error);

    QList<FieldError> m_errors;
    QSet<QString> m_pointers; ///< of the errors
};

/// How many of a list's entries are looked at one by one: a longer list is refused for its length by the
/// table of field limits, which names the list.
[[nodiscard]] qsizetype lookedAt(const char *schema, const char *member, qsizetype size);

} // namespace pc::platform
