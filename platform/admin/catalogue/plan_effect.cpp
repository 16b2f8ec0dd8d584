// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/catalogue/plan_effect.h"

#include "contract/rules/fold.h"
#include "contract/rules/limits.h"
#include "platform/domain/daily_quota.h"
#include "platform/store/rows/partner_rows.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostPartners = 300;

/// What the calls of the last 30 days say to limits. Quotas are counted by the partner's own days.
void weigh(const AdminCall &call, Tx &tx, const PartnerRule &partner, PlanEffectLine &line)
{
    UsageStore &usage = call.context.usage;
    const bool changes = line.after != line.before; // what it leaves alone is not its doing
    const double perHour = line.after.rate * 3600 + line.after.burst;
    for (const qint64 calls : usage.passedByHour(tx, partner.id, line.realm, call.now)) {
        line.busiestHour = std::max(line.busiestHour.value_or(0), calls);
        line.hoursOver += changes && static_cast<double>(calls) > perHour ? 1 : 0;
    }
    const QDate today = dayInZone(instantOf(call.now), partner.timeZone).date;
    for (const QuotaDay &day :
         usage.quotaDays(tx, partner.id, line.realm, partner.timeZone, today.addDays(-29), today)) {
        if (day.used <= 0)
            continue;
        line.busiestDay = std::max(line.busiestDay.value_or(0), day.used);
        line.daysOver += changes && line.after.dailyQuota > 0 && day.used > line.after.dailyQuota ? 1 : 0;
    }
}

PlanEffectLine lineOf(const PartnerRule &before, const PartnerRule &after, Realm realm, Instant now)
{
    PlanEffectLine line;
    line.partnerId = before.id;
    line.stage = before.stageIn(realm);
    line.realm = realm;
    line.before = before.limitsAt(realm, now);
    line.after = after.limitsAt(realm, now);
    const auto &over = before.limitOverride;
    line.overridden =
        over && realm == pc::rules::realmOf(before.stage) && pc::rules::isInForce(*over, toDateTime(now));
    if (line.overridden)
        line.overrideUntil = over->until;
    return line;
}

} // namespace

int partnersOn(const Policy &policy, const QString &planId)
{
    int count = 0;
    policy.forEachPartner(
        [&](const PartnerRule &partner) { count += partner.facts.planId == planId ? 1 : 0; });
    return count;
}

PlanEffect planEffect(const AdminCall &call, Tx &tx, const Plan &after)
{
    struct Named
    {
        QString key;
        QString name;
        Policy::PartnerPtr rule;
    };
    const PolicyRef policy = call.context.policy.current();
    const QHash<QString, QString> names = partner_rows::names(tx);
    std::vector<Named> partners;
    policy->forEachPartner([&](const PartnerRule &partner) {
        if (partner.facts.planId == after.id)
            partners.push_back({pc::rules::fold(names.value(partner.id)), names.value(partner.id),
                                policy->partner(partner.id)});
    });
    std::sort(partners.begin(), partners.end(), [](const Named &a, const Named &b) {
        return a.key != b.key ? a.key < b.key : a.rule->id < b.rule->id;
    });
    PlanEffect effect;
    effect.plan = after;
    effect.partners = static_cast<int>(partners.size());
    effect.plan.partners = effect.partners;
    if (partners.size() > mostPartners)
        partners.resize(mostPartners);
    const Instant now = instantOf(call.now);
    for (const Named &each : partners) {
        PartnerRule then = *each.rule;
        then.limits = pc::rules::limitsOf(after);
        for (const Realm realm : {Realm::Sandbox, Realm::Production}) {
            if (realm == Realm::Production && pc::rules::realmOf(each.rule->stage) != Realm::Production)
                continue;
            PlanEffectLine line = lineOf(*each.rule, then, realm, now);
            line.name = each.name;
            weigh(call, tx, *each.rule, line);
            effect.lines.append(line);
        }
    }
    std::stable_partition(effect.lines.begin(), effect.lines.end(),
                          [](const PlanEffectLine &line) { return line.hoursOver > 0 || line.daysOver > 0; });
    return effect;
}

} // namespace pc::platform
