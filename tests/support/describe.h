// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/api_error.h"

namespace pc::test {

using namespace Qt::StringLiterals;

/// Everything an error says, for the message of a failed check.
[[nodiscard]] inline QString describe(const client::ApiError &error)
{
    QString text = u"kind %1, status %2, %3, %4"_s.arg(int(error.kind))
                       .arg(error.status)
                       .arg(error.problem ? error.problem->code : QString(), error.detail);
    if (error.problem) {
        text += u", "_s + error.problem->detail;
        for (const FieldError &field : error.problem->errors)
            text += u"; "_s + field.pointer + u' ' + field.code;
    }
    return text;
}

} // namespace pc::test
