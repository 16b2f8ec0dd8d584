// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/seed/sample.h"

namespace pc::platform::seed {

using namespace Qt::StringLiterals;

namespace {

/// The last 17 March, 10:14 UTC, that is over for some days.
QDateTime lastMarch(const QDateTime &anchor)
{
    const QDateTime known = anchor.addDays(-2);
    const auto of = [](int year) { return QDateTime(QDate(year, 3, 17), QTime(10, 14, 22, 618), Qt::UTC); };
    const QDateTime thisYear = of(known.date().year());
    return thisYear <= known ? thisYear : of(known.date().year() - 1);
}

} // namespace

void makeScopeChanges(Sample &sample)
{
    for (int index = 0; index < sample.partners.size(); ++index) {
        SamplePartner &entry = sample.partners[index];
        QStringList &scopes = entry.grant.scopes;
        QStringList first = scopes;
        if (index == widenedPartner)
            first.removeLast();
        sample.scopeChanges.append({index,
                                    entry.partner.createdAt.addSecs(3600),
                                    entry.partner.owner,
                                    {},
                                    first,
                                    u"Agreed at onboarding"_s});
        const auto change = [&](ScopeChange made) {
            entry.grant.scopes = made.after;
            entry.grant.updatedAt = made.at;
            entry.grant.updatedBy = made.by;
            sample.scopeChanges.append(std::move(made));
        };
        if (index == widenedPartner)
            change({index, lastMarch(sample.anchor), u"ops-1"_s, first, scopes,
                    u"The partner delivers to households now"_s, u"OPS-1094"_s});
        if (index == narrowedPartner) {
            QStringList left = scopes;
            left.removeAll(u"orders:write"_s);
            const QDateTime noon(sample.anchor.date().addDays(-1), QTime(12, 1, 44, 208), Qt::UTC);
            change(
                {index, noon, u"ops-2"_s, scopes, left, u"The partner asked for read only"_s, u"OPS-1182"_s});
        }
    }
}

QStringList scopesAt(const Sample &sample, int partner, const QDateTime &at)
{
    QStringList scopes;
    for (const ScopeChange &change : sample.scopeChanges) {
        if (change.partner == partner && change.at <= at)
            scopes = change.after;
    }
    return scopes;
}

} // namespace pc::platform::seed
