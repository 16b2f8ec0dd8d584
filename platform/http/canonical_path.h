// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace pc::platform {

/// Decodes a request path when it is canonical, else nullopt: it must start with `/`, hold only characters of
/// RFC 3986 `path-absolute` with valid percent escapes, decode to UTF-8 without control characters, and have
/// no empty segment (`//`), no `.` or `..` segment (encoded or not), no encoded `/` or `\`, no raw `\`, and
/// no encoded `%` (double encoding). A single trailing slash is canonical but a different path. One reading
/// of a path for router and gateway alike, so that no two layers disagree about which resource is meant.
[[nodiscard]] std::optional<QString> canonicalPath(QByteArrayView rawPath);

} // namespace pc::platform
