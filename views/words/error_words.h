// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/api_error.h"
#include "client/local/local_platform.h"
#include "views/widgets/error_state.h"

namespace pc::views {

/// The one place where an ApiError becomes words: what failed, whether anything changed, what to do.
/// `what` is a whole sentence of the caller ("The partners could not be loaded.").
[[nodiscard]] ErrorInfo describeError(const client::ApiError &error, const QString &what);
/// The same in one line, for banners and fields of dialogs.
[[nodiscard]] QString errorLine(const client::ApiError &error, const QString &what);
/// What the platform says about one field of a request, in the interface's language, with the figures of the
/// field's rule, as where the console finds the fault itself. `body`: the schema of the request's body
/// (Operation::body); nullptr: it has none.
[[nodiscard]] QString fieldErrorText(const FieldError &error, const char *body);
/// Why the platform of this workstation is not there, and what to do.
[[nodiscard]] ErrorInfo describeError(const client::LocalPlatformError &error);

} // namespace pc::views
