// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace pc::platform {

/// The parts of a request target (RFC 9112 section 3.2), still percent-encoded.
struct RequestTarget
{
    enum class Form {
        Origin,   ///< `/path?query`
        Absolute, ///< `https://host:port/path?query`, which every server accepts (section 3.2.2)
        Asterisk  ///< `*`, of OPTIONS
    };
    Form form = Form::Origin;
    QByteArray authority; ///< Absolute only: host and perhaps port; takes the place of the Host header
    QByteArray path;      ///< "/" when an absolute form has none; "*" for Asterisk
    QByteArray query;     ///< after the first `?`; null without one
};

/// Nullopt for everything else: the authority form of CONNECT, another scheme than http and https, an
/// authority that is empty or malformed or holds user information (RFC 9110 section 4.2.4), and text that is
/// none of the forms. What stands in an origin form is not judged here: see canonicalPath().
[[nodiscard]] std::optional<RequestTarget> parseRequestTarget(QByteArrayView target);

} // namespace pc::platform
