// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/network_changes.h"

#include "contract/rules/networks.h"
#include "platform/domain/audit_diff.h"
#include "platform/domain/field_check.h"

#include <QJsonArray>
#include <QSet>

namespace pc::platform::domain {

using namespace Qt::StringLiterals;
using pc::rules::FieldFault;
using pc::rules::NetworkFinding;

namespace {

/// Nothing for what is only remarked on.
std::optional<std::pair<FieldFault, QString>> faultOf(const pc::rules::NetworkRemark &remark)
{
    switch (remark.finding) {
    case NetworkFinding::Unreadable:
        return std::pair(FieldFault::BadFormat, u"Neither an address nor a network."_s);
    case NetworkFinding::HostBits:
        return std::pair(FieldFault::BadFormat,
                         u"It has bits beyond its prefix; %1 has not."_s.arg(remark.proposal));
    case NetworkFinding::Everything:
        return std::pair(FieldFault::OutOfRange, u"A prefix of 0 is no restriction."_s);
    case NetworkFinding::Most:
        return std::pair(FieldFault::OutOfRange,
                         u"Together they hold more than half of all addresses: that is no restriction."_s);
    case NetworkFinding::NoSource:
        return std::pair(FieldFault::OutOfRange, u"No call comes from there."_s);
    case NetworkFinding::Repeated:
        return std::pair(FieldFault::Repeated, u"Every network once."_s);
    default:
        return {};
    }
}

void checkList(FieldCheck &check, const QList<NetworkEntry> &list, const QString &pointer, qsizetype most,
               const QDateTime &now)
{
    const QList<NetworkEntry> looked = list.first(std::min(list.size(), most));
    // The realm has a say only in what is not refused.
    for (const pc::rules::NetworkRemark &remark : pc::rules::remarksOn(looked, Realm::Sandbox, now)) {
        const auto fault = faultOf(remark);
        if (fault)
            check.fail(u"%1/%2/network"_s.arg(pointer).arg(remark.line), fault->first, fault->second);
    }
    for (qsizetype i = 0; i < looked.size(); ++i) {
        const NetworkEntry &entry = looked.at(i);
        if (entry.from && entry.until && *entry.until <= *entry.from)
            check.fail(u"%1/%2/until"_s.arg(pointer).arg(i), FieldFault::BeforeStart,
                       u"After its beginning."_s);
    }
}

QString lineOf(const NetworkEntry &entry)
{
    QString line = entry.network;
    if (entry.from)
        line += u" from "_s + entry.from->toString(Qt::ISODateWithMs);
    if (entry.until)
        line += u" until "_s + entry.until->toString(Qt::ISODateWithMs);
    return entry.note.isEmpty() ? line : line + u" ("_s + entry.note + u')';
}

QStringList linesOf(const QList<NetworkEntry> &list)
{
    QStringList lines;
    for (const NetworkEntry &entry : list)
        lines.append(lineOf(entry));
    return lines;
}

QJsonObject documentOf(const NetworkRules &rules)
{
    QJsonObject document;
    const QMap<QString, QStringList> lists = networkLines(rules);
    for (auto list = lists.begin(); list != lists.end(); ++list)
        document.insert(list.key(), QJsonArray::fromStringList(*list));
    return document;
}

} // namespace

QList<FieldError> checkNetworks(const NetworkRulesEdit &edit, const QList<FieldError> &faults,
                                const NetworkRules &before, const QDateTime &now)
{
    FieldCheck check(faults);
    const auto most = [](const char *schema, const char *member) {
        return qsizetype(pc::rules::limit(schema, member).maximumItems);
    };
    checkList(check, edit.sandbox, u"/sandbox"_s, most("NetworkRulesEdit", "sandbox"), now);
    checkList(check, edit.production, u"/production"_s, most("NetworkRulesEdit", "production"), now);
    QSet<QString> seen;
    const qsizetype count = lookedAt("NetworkRulesEdit", "credentials", edit.credentials.size());
    for (qsizetype i = 0; i < count; ++i) {
        const CredentialNetworks &each = edit.credentials.at(i);
        const QString at = u"/credentials/%1"_s.arg(i);
        if (seen.contains(each.credentialId))
            check.fail(at + u"/credential_id"_s, FieldFault::Repeated, u"Every credential once."_s);
        seen.insert(each.credentialId);
        checkList(check, each.entries, at + u"/entries"_s, most("CredentialNetworks", "entries"), now);
    }
    if (edit.waiver) {
        if (const auto fault = pc::rules::waiverFault(*edit.waiver, before.waiver, now))
            check.fail(u"/waiver/until"_s, *fault,
                       u"In the future, at most %1 days from now."_s.arg(pc::rules::longestWaiverDays));
    }
    if (check.ok()) { // of what cannot be read nobody can say what it lets through
        const bool changes = pc::rules::changesReach(before, edit, now);
        check.reason(edit.reason, pc::rules::reasonNeed(Op::NetworksEdit, {.changesReach = changes}));
    }
    return check.errors();
}

QMap<QString, QStringList> networkLines(const NetworkRules &rules)
{
    QMap<QString, QStringList> lists;
    const auto add = [&lists](const QString &name, const QStringList &lines) {
        if (!lines.isEmpty())
            lists.insert(name, lines);
    };
    add(u"sandbox"_s, linesOf(rules.sandbox));
    add(u"production"_s, linesOf(rules.production));
    if (rules.waiver)
        add(u"waiver"_s,
            {u"until %1: %2"_s.arg(rules.waiver->until.toString(Qt::ISODateWithMs), rules.waiver->reason)});
    for (const CredentialNetworks &each : rules.credentials)
        add(u"credentials."_s + each.credentialId, linesOf(each.entries));
    return lists;
}

QList<FieldChange> networkChanges(const NetworkRules &before, const NetworkRules &after)
{
    return auditDiff(documentOf(before), documentOf(after));
}

} // namespace pc::platform::domain
