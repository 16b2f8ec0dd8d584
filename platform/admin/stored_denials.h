// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/admin_context.h"
#include "platform/core/token_denials.h"

namespace pc::platform {

/// Revoked tokens: denied first, then stored until they would have expired.
class StoredDenials final : public TokenDenials
{
public:
    explicit StoredDenials(AdminContext &context) : m_context(context) {}
    void deny(const Request &request, std::function<void(bool durable)> done) override;

private:
    AdminContext &m_context;
};

} // namespace pc::platform
