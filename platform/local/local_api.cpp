// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/local/local_api.h"

#include <utility>

namespace pc::platform {

LocalApi::LocalApi(AdminContext &context, std::function<void()> historyAccepted)
    : m_operators(context), m_signIn(context), m_gatewayActs(context), m_gatewayChecks(context),
      m_history(context, std::move(historyAccepted))
{
}

void LocalApi::setAddresses(const QString &url, const QString &caFile)
{
    m_signIn.setAddresses(url, caFile);
    m_gatewayChecks.setAddresses(url, caFile);
}

void LocalApi::mount(Router &router)
{
    m_operators.mount(router);
    m_signIn.mount(router);
    m_gatewayActs.mount(router);
    m_gatewayChecks.mount(router);
    m_history.mount(router);
}

std::future<std::optional<Secret>> LocalApi::localToken()
{
    return m_signIn.localToken();
}

} // namespace pc::platform
