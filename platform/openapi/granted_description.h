// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "contract/types/catalogue.h"
#include "platform/openapi/node.h"

#include <QByteArrayView>

#include <tl/expected.hpp>

namespace pc::platform::openapi {

/// What a description is cut down to, and what it says instead of its own servers and security.
struct Granted
{
    Api api;
    QList<Route> routes; ///< of this API, below its base path
    QList<Scope> scopes; ///< that these routes need
    QString serverUrl;   ///< origin and base path
    QString tokenUrl;
    bool apiKeys = false; ///< an API key may be sent instead of a token
};

/// The description (JSON or YAML) with the granted calls only, as JSON: components that nothing leads to any
/// more are left out, and so is what is the owner's own business: extensions (`x-…`), other servers, links to
/// documents elsewhere, webhooks. Security is the platform's. Nothing in it leads to another file. Pure; the
/// same bytes and the same grant give the same text.
[[nodiscard]] tl::expected<QString, Fault> grantedDescription(QByteArrayView bytes, const Granted &granted);

} // namespace pc::platform::openapi
