// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/pack/pack_handlers.h"

#include "platform/admin/api/parameters.h"
#include "platform/admin/pack/partner_pack.h"
#include "platform/store/rows/partner_rows.h"

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;

AdminResult packGet(const AdminCall &call, Tx &tx)
{
    Parameters parameters(call.request);
    const Realm realm = parameters.one<Realm>(u"realm", Realm::Sandbox);
    if (!parameters.ok())
        return parameters.error();
    const auto partner = partner_rows::find(tx, call.parameter("partner_id"), call.now);
    if (!partner)
        return notFound(u"partner"_s);
    return replyWith(partnerPack(call.context, tx, *partner, realm, call.now));
}

} // namespace pc::platform::handlers
