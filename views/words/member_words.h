// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/api_error.h"

#include <QString>

/// What the members of requests are called, on their fields and off them; and what the platform says about
/// one that has no field where it is read: in a toast, or in a dialog that shows less than it sends.
namespace pc::views {

/// What people call the member at this JSON pointer of any request ("/expires_at": "Expiry"), or what it is a
/// part of ("/scopes/3": "Scopes"); empty for one that nobody types. Fields take their label from it.
[[nodiscard]] QString memberName(const QString &pointer);
/// "Expiry: This is out of range."; without a name only what is wrong. `body`: as for fieldErrorText().
[[nodiscard]] QString memberErrorText(const FieldError &error, const QString &name, const char *body);
/// `text`, and below it `lines`, where there are any.
[[nodiscard]] QString withLines(const QString &text, const QString &lines);
/// All field errors of a refusal, one a line; empty when there are none.
[[nodiscard]] QString memberErrorsText(const client::ApiError &error, const char *body);

} // namespace pc::views
