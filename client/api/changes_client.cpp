// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/api/changes_client.h"

#include "client/api/endpoint.h"

namespace pc::client {

using namespace Qt::StringLiterals;

Call ChangesClient::get(const QString &after, std::chrono::seconds wait, QObject *context,
                        Callback<Changes> callback)
{
    ApiRequest request = requestFor(Op::ChangesGet);
    if (!after.isEmpty())
        request.query.append({u"after"_s, after});
    request.query.append({u"wait"_s, QString::number(wait.count())});
    request.timeout = wait + std::chrono::seconds(10);
    request.holds = wait;
    return callFor<Changes>(m_api, std::move(request), context, std::move(callback));
}

} // namespace pc::client
