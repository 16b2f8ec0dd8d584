// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tl/expected.hpp>

#include <QByteArray>
#include <QString>

#include <optional>

namespace pc::platform {

/// Decodes a request path when it is canonical, else nullopt. It must start with `/`, hold only characters of
/// RFC 3986 `path-absolute` with valid percent escapes, and decode to UTF-8 without control, format and line
/// characters. Refused is whatever some server behind us reads as another path: an empty segment (`//`); `.`
/// and `..`, and any segment that ends in a dot or a space (dropped by some file systems); `;` (path
/// parameters, RFC 3986 section 3.3, which servlet containers cut off before they resolve `..`); `\`, an
/// encoded `/`, an encoded dot, an encoded `%` (double encoding); and characters that compatibility folding
/// (NFKC) turns into one of these. A single trailing slash is canonical but a different path. One reading of
/// a path for router and gateway alike, so that no two layers disagree about which resource is meant.
[[nodiscard]] std::optional<QString> canonicalPath(QByteArrayView rawPath);

/// Why a path is not canonical: the first that is found.
enum class PathFault {
    NoSlash,      ///< it does not begin with one
    Parameter,    ///< `;`
    Character,    ///< one that a path cannot have (RFC 3986)
    Escape,       ///< `%` without two hexadecimal digits
    HiddenSyntax, ///< an escape of `/`, `.`, `;`, `\` or `%`
    Segment,      ///< an empty one, or one that ends in a dot or a space
    NoText,       ///< it is not UTF-8, or has control characters
    Lookalike,    ///< characters that are not seen, or that compatibility folding turns into syntax
};
/// canonicalPath(), with the reason.
[[nodiscard]] tl::expected<QString, PathFault> readPath(QByteArrayView rawPath);

/// How far a path can be read whatever follows: "/v1/orders" of "/v1/orders;v=2", "/v1" of "/v1/../other".
/// Says what was meant, for a report; nothing may be let through by it.
[[nodiscard]] QByteArrayView plainBeginning(QByteArrayView rawPath);

} // namespace pc::platform
