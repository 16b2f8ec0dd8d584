// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/imports/holders.h"

#include "platform/store/rows/admin_rows.h"
#include "platform/store/rows/catalogue_rows.h"
#include "platform/store/rows/partner_rows.h"

namespace pc::platform::imports {

const Holders::Holder *Holders::find(const QString &slug)
{
    const auto known = m_partners.constFind(slug);
    if (known != m_partners.constEnd())
        return known->get();
    const QString id = partner_rows::idOf(m_tx, slug);
    auto partner = id.isEmpty() ? std::nullopt : partner_rows::find(m_tx, id, m_now);
    std::shared_ptr<const Holder> holder;
    if (partner)
        holder = std::make_shared<const Holder>(
            Holder{std::move(*partner), catalogue_rows::grant(m_tx, id).value_or(Grant{})});
    return m_partners.insert(slug, holder)->get();
}

bool Holders::isOwner(const QString &account)
{
    const auto known = m_owners.constFind(account);
    return known != m_owners.constEnd() ? *known
                                        : *m_owners.insert(account, operator_rows::isOwner(m_tx, account));
}

} // namespace pc::platform::imports
