// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/secret.h"

#include <QString>

#include <tl/expected.hpp>

namespace pc::platform {

/// What a running service hands to a further process of its user.
struct Attachment
{
    QString url;
    QString caFile;
    pc::Secret token; ///< a short-lived operator token
};

/// Asks the service that holds the data directory, over its socket. The error is a sentence. Blocking.
[[nodiscard]] tl::expected<Attachment, QString> attachTo(const QString &dataDirectory);

} // namespace pc::platform
