// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/seed/sample.h"

/// Addresses are those that are kept for measurements (RFC 2544, RFC 5180): they belong to nobody.
namespace pc::platform::seed {

using namespace Qt::StringLiterals;

NetworkRules makeNetworks(const SamplePartner &owner, int index, const QDateTime &anchor)
{
    const Partner &partner = owner.partner;
    NetworkRules rules;
    rules.partnerId = partner.id;
    if (partner.stage == Stage::Sandbox)
        return rules; // from anywhere
    rules.version = 1;
    rules.updatedAt = partner.stageSince;
    rules.updatedBy = partner.owner;
    if (partner.stage == Stage::Limited && index % 2 == 0) {
        rules.waiver =
            NetworkWaiver{anchor.addDays(12 + index), u"Its provider has no fixed addresses yet"_s};
        return rules;
    }
    rules.production = {{u"198.18.0.%1/28"_s.arg((10 + index * 4) / 16 * 16), u"Data centre"_s, {}, {}}};
    if ((10 + index * 4) % 16 >= 12) // the sources of one partner go on in the next
        rules.production.append({u"198.18.0.%1/28"_s.arg((10 + index * 4) / 16 * 16 + 16),
                                 u"Data centre, second line"_s,
                                 {},
                                 {}});
    if (index % 3 == 0)
        rules.production.append({u"2001:2:0:%1::/64"_s.arg(64 + index, 0, 16), u"Failover site"_s, {}, {}});
    if (index % 4 == 1)
        rules.production.append({u"198.19.7.%1/32"_s.arg(8 + index), u"Migration"_s, {}, anchor.addDays(21)});
    return rules;
}

} // namespace pc::platform::seed
