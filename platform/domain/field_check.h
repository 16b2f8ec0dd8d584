// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/required_reason.h"
#include "contract/types/problem.h"

#include <QJsonObject>
#include <QString>

namespace pc::platform {

/// Collects the wrong fields of a request, by JSON pointer. What can be said of a field by itself stands in
/// contract/rules; a check adds what needs the world: time, catalogue, store.
class FieldCheck
{
public:
    /// Nothing when the field is wrong already: what stands first is told.
    void fail(const QString &pointer, const QString &code, const QString &detail);
    /// Everything that the table of field limits says of the request.
    void fields(const char *schema, const QJsonObject &request);
    /// "required" when the act needs a reason and has none.
    void reason(const QString &reason, pc::rules::ReasonNeed need);
    [[nodiscard]] const QList<FieldError> &errors() const { return m_errors; }
    [[nodiscard]] bool ok() const { return m_errors.isEmpty(); }

private:
    QList<FieldError> m_errors;
};

} // namespace pc::platform
