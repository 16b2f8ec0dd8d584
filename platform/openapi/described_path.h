// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pc::platform::openapi {

/// A path of a description as the templates of routes have it: what stands there escaped (RFC 3986 section
/// 2.1) is the character itself. An escape of what has a meaning in a path or in a template stays, and so do
/// all where they are no UTF-8: no call has such a path, or no template.
[[nodiscard]] QString unescapedPath(const QString &path);
/// The template as a path of a description: what a URL must not hold is escaped, braces of parameters are
/// not.
[[nodiscard]] QString escapedPath(const QString &path);

} // namespace pc::platform::openapi
