// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/admin_context.h"
#include "platform/http/router.h"

namespace pc::platform {

/// Operator accounts on the Unix socket of the data directory: listing, adding (or changing), disabling.
class OperatorsApi
{
public:
    explicit OperatorsApi(AdminContext &context) : m_context(context) {}

    void mount(Router &router);

private:
    void list(const HttpRequest &request, const Responder &respond);
    void add(const HttpRequest &request, const Responder &respond);
    void follow(const OperatorRow &stored, const Reopenings::Turn &turn);
    void disable(const HttpRequest &request, const Responder &respond);

    AdminContext &m_context;
};

} // namespace pc::platform
