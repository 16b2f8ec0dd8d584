// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/schema/waive_networks.h"

#include "contract/rules/networks.h"
#include "platform/domain/audit_diff.h"
#include "platform/domain/network_changes.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/rows/network_rows.h"
#include "platform/store/sql/columns.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

void waiveNetworks(Tx &tx)
{
    static const struct : Columns
    {
        Column<QString> id{*this, u"id"};
        Column<QString> name{*this, u"name"};
    } columns;
    QList<std::pair<QString, QString>> partners;
    {
        Statement row =
            tx.queryOnce(u"SELECT "_s + columns.selected() +
                         u" FROM partners WHERE stage IN ('limited', 'production') ORDER BY id"_s);
        while (row.next())
            partners.append({columns.id(row), columns.name(row)});
    }
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const auto &[id, name] : partners) {
        NetworkRules before;
        before.partnerId = id;
        NetworkRules rules = before;
        rules.waiver = NetworkWaiver{now.addDays(pc::rules::longestWaiverDays),
                                     u"In production before allow-lists were asked for"_s};
        rules.version = 1;
        rules.updatedAt = now;
        rules.updatedBy = u"platform"_s;
        network_rows::put(tx, rules);
        AuditEvent event = eventAbout(AuditAction::NetworksEdit, id, name, id);
        event.changes = domain::networkChanges(before, rules);
        event.reason = rules.waiver->reason;
        audit_log::append(tx, byThePlatform(event, now, u"upgrade"_s));
    }
}

} // namespace pc::platform
