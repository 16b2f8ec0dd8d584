// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/admin_context.h"
#include "platform/gateway/gateway_checks.h"
#include "platform/http/router.h"

namespace pc::platform {

/// Checks of gateways, for whoever may open the Unix socket of the data directory: lends tokens for the probe
/// route, and tells what the service saw of their calls.
class GatewayChecksApi
{
public:
    explicit GatewayChecksApi(AdminContext &context) : m_context(context) {}

    void setAddresses(const QString &url, const QString &caFile);
    /// Null: there are none, and every call is refused.
    void setChecks(GatewayChecks *checks) { m_checks = checks; }
    void mount(Router &router);

private:
    void begin(const HttpRequest &request, const Responder &respond);
    void seen(const HttpRequest &request, const Responder &respond);
    void deny(const HttpRequest &request, const Responder &respond);

    AdminContext &m_context;
    GatewayChecks *m_checks = nullptr;
    QString m_url;
    QString m_caFile;
};

} // namespace pc::platform
