// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/usage/usage_handlers.h"

#include "contract/rules/limits.h"
#include "contract/rules/time_zones.h"
#include "platform/admin/api/parameters.h"
#include "platform/store/rows/catalogue_rows.h"
#include "platform/store/rows/partner_rows.h"

#include <algorithm>
#include <cmath>

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;

AdminResult usageSeries(const AdminCall &call, Tx &tx)
{
    Parameters parameters(call.request);
    UsageQuery query;
    query.partnerId = call.parameter("partner_id");
    const auto from = parameters.time(u"from");
    const auto to = parameters.time(u"to");
    query.bucket = parameters.one(u"bucket", Bucket::Hour);
    query.breakdown = parameters.one(u"by", Breakdown::Outcome);
    query.credentialId = parameters.text(u"credential_id");
    if (!from || !to)
        parameters.fail(from ? u"to" : u"from", u"an RFC 3339 time"_s);
    else if (*to <= *from || from->daysTo(*to) > 600)
        parameters.fail(u"to", u"a time after from, within 600 days"_s);
    if (!parameters.ok())
        return parameters.error();
    if (!partner_rows::find(tx, query.partnerId, call.now))
        return notFound(u"partner"_s);
    query.from = *from;
    query.to = *to;
    UsageSeries series = call.context.usage.series(tx, query);
    series.asOf = call.now;
    return replyWith(series);
}

AdminResult quotaGet(const AdminCall &call, Tx &tx)
{
    const auto partner = partner_rows::find(tx, call.parameter("partner_id"), call.now);
    const auto grant = partner ? catalogue_rows::grant(tx, partner->id) : std::nullopt;
    if (!grant)
        return notFound(u"partner"_s);
    const Plan plan = catalogue_rows::plan(tx, grant->planId).value_or(Plan{});
    const QTimeZone zone = pc::rules::timeZoneOf(partner->timeZone);
    const Realm realm = pc::rules::realmOf(partner->stage);
    const Instant now = call.context.clock.now().wall;
    const DayInZone today = dayInZone(now, zone);

    QuotaState state;
    state.partnerId = partner->id;
    state.quota = pc::rules::limitsAt(*grant, plan, partner->stage, call.now).dailyQuota;
    state.used = call.context.counters.quotaUsed(partner->id, realm, zone, now);
    state.resetsAt = toDateTime(today.endsAt);
    // Of a day before it was created nobody can say what it used.
    const QDate created = dayInZone(instantOf(partner->createdAt), zone).date;
    const QDate first = std::clamp(created, today.date.addDays(-29), today.date);
    state.days = call.context.usage.quotaDays(tx, partner->id, realm, zone, first, today.date);
    for (QuotaDay &day : state.days)
        day.quota = state.quota; // the quota of a past day is not kept; today's is the measure
    if (!state.days.isEmpty())
        state.days.last().used = state.used;
    const qint64 lastHour = call.context.usage.servedLastHour(tx, partner->id, realm, call.now);
    if (state.quota > 0 && state.used >= state.quota) {
        state.exhaustedAt = call.now;
    } else if (state.quota > 0 && lastHour > 0) {
        const double hours = static_cast<double>(state.quota - state.used) / static_cast<double>(lastHour);
        const double left = static_cast<double>(call.now.msecsTo(state.resetsAt)) / 3.6e6;
        if (hours < left)
            state.exhaustedAt = call.now.addMSecs(static_cast<qint64>(std::llround(hours * 3.6e6)));
    }
    return replyWith(state);
}

} // namespace pc::platform::handlers
