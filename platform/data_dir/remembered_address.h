// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace pc::platform {

/// Where a service listened the last time, kept in its data directory so that a restart does not move it:
/// partners' tokens, gateways and saved addresses go on working. Only what `--listen` and `--public-url` left
/// open is taken from it.
struct RememberedAddress
{
    quint16 port = 0; ///< 0: none yet
    QString issuer;   ///< of tokens when there is no `--public-url`; set once, so that it outlives a port

    bool operator==(const RememberedAddress &) const = default;

    /// Nothing of it when the file is missing or damaged: it is a convenience, never a reason not to start.
    [[nodiscard]] static RememberedAddress read(const QString &file);
    [[nodiscard]] tl::expected<void, QString> write(const QString &file) const;
};

} // namespace pc::platform
