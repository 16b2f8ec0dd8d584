// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/problem.h"

#include <QString>

namespace pc::platform {

/// Collects the wrong fields of a request, by JSON pointer.
class FieldCheck
{
public:
    void fail(const QString &pointer, const QString &code, const QString &detail);
    /// Required, trimmed, without control characters, at most `maxLength` characters.
    void required(const QString &pointer, const QString &text, int maxLength);
    /// The same, but may be empty.
    void optional(const QString &pointer, const QString &text, int maxLength, bool multiline = false);
    [[nodiscard]] const QList<FieldError> &errors() const { return m_errors; }
    [[nodiscard]] bool ok() const { return m_errors.isEmpty(); }

private:
    QList<FieldError> m_errors;
};

/// reason (required or not) and ticket, as every act has them.
void checkReason(FieldCheck &check, const QString &reason, const QString &ticket, bool required);

} // namespace pc::platform
