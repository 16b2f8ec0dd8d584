// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/admin_context.h"
#include "platform/http/router.h"

namespace pc::platform {

/// `/local/v1/history` on the Unix socket of the data directory: whether the log is the one that was anchored
/// (GET), and taking it as it is (POST …/accept), which only somebody on this host may do. Not for any other
/// router.
class HistoryApi
{
public:
    /// `accepted`: run after an acceptance, on the store's thread.
    HistoryApi(AdminContext &context, std::function<void()> accepted)
        : m_context(context), m_accepted(std::move(accepted))
    {
    }

    void mount(Router &router);

private:
    void show(const HttpRequest &request, const Responder &respond);
    void accept(const HttpRequest &request, const Responder &respond);

    AdminContext &m_context;
    const std::function<void()> m_accepted;
};

/// The reason as it is recorded; nothing when it is blank, or not as the reason of an act has to be
/// (contract/rules/field_limits.h).
[[nodiscard]] std::optional<QString> acceptanceReason(const QString &text);
/// "1 to 500 characters": how long that is.
[[nodiscard]] QString acceptanceReasonLength();

} // namespace pc::platform
