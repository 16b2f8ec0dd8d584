// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/admin_context.h"
#include "platform/http/router.h"

namespace pc::platform {

/// Acts on gateways that a command carried out on the files of this host, on the Unix socket of the data
/// directory: the service follows them at once, and records them.
class GatewayActsApi
{
public:
    explicit GatewayActsApi(AdminContext &context) : m_context(context) {}

    void mount(Router &router);

private:
    void recordAct(const HttpRequest &request, const Responder &respond);

    AdminContext &m_context;
};

} // namespace pc::platform
