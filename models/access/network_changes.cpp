// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/access/network_changes.h"

#include "contract/rules/networks.h"
#include "models/text/figures.h"
#include "models/text/network_names.h"

#include <QRegularExpression>

#include <algorithm>

namespace pc::models {

using namespace Qt::StringLiterals;

namespace {

const NetworkEntry *find(const QList<NetworkEntry> &list, const QString &network)
{
    const auto found = std::find_if(
        list.begin(), list.end(), [&network](const NetworkEntry &entry) { return entry.network == network; });
    return found == list.end() ? nullptr : &*found;
}

void compare(const QString &field, const QList<NetworkEntry> &before, const QList<NetworkEntry> &after,
             QList<FieldChange> &changes)
{
    for (const NetworkEntry &entry : before) {
        const NetworkEntry *same = find(after, entry.network);
        if (same == nullptr)
            changes.append({field, entryText(entry), {}});
        else if (*same != entry)
            changes.append({field, entryText(entry), entryText(*same)});
    }
    for (const NetworkEntry &entry : after) {
        if (find(before, entry.network) == nullptr)
            changes.append({field, {}, entryText(entry)});
    }
}

QStringList credentialsOf(const QList<NetworkRulesEdit> &edits)
{
    QStringList ids;
    for (const NetworkRulesEdit &edit : edits)
        for (const CredentialNetworks &each : edit.credentials)
            if (!ids.contains(each.credentialId))
                ids.append(each.credentialId);
    return ids;
}

QList<NetworkEntry> mergedList(const QList<NetworkEntry> &base, const QList<NetworkEntry> &mine,
                               const QList<NetworkEntry> &theirs)
{
    QList<NetworkEntry> result;
    for (const NetworkEntry &entry : theirs) {
        const NetworkEntry *was = find(base, entry.network);
        const NetworkEntry *own = find(mine, entry.network);
        if (own != nullptr && (was == nullptr || *own != *was))
            result.append(*own);
        else if (own != nullptr || was == nullptr)
            result.append(entry);
    }
    for (const NetworkEntry &entry : mine) {
        const NetworkEntry *was = find(base, entry.network);
        if ((was == nullptr || *was != entry) && find(result, entry.network) == nullptr)
            result.append(entry);
    }
    return result;
}

} // namespace

QList<NetworkEntry> listIn(const NetworkRulesEdit &edit, const NetworkListName &name)
{
    if (name.credentialId.isEmpty())
        return name.realm == Realm::Sandbox ? edit.sandbox : edit.production;
    for (const CredentialNetworks &each : edit.credentials)
        if (each.credentialId == name.credentialId)
            return each.entries;
    return {};
}

void putList(NetworkRulesEdit &edit, const NetworkListName &name, const QList<NetworkEntry> &list)
{
    if (name.credentialId.isEmpty()) {
        (name.realm == Realm::Sandbox ? edit.sandbox : edit.production) = list;
        return;
    }
    const auto found = std::find_if(
        edit.credentials.begin(), edit.credentials.end(),
        [&name](const CredentialNetworks &each) { return each.credentialId == name.credentialId; });
    if (found == edit.credentials.end()) {
        if (!list.isEmpty())
            edit.credentials.append({name.credentialId, list});
    } else if (list.isEmpty()) {
        edit.credentials.erase(found);
    } else {
        found->entries = list;
    }
}

QList<NetworkEntry> entriesIn(const QString &text)
{
    static const QRegularExpression between(u"[\\s,;]+"_s);
    static const QRegularExpression ends(u"[\\n\\r\\x{2028}\\x{2029}]+"_s);
    QList<NetworkEntry> entries;
    const QStringList lines = text.split(ends, Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QString note = line.section(u'#', 1).trimmed();
        const QStringList networks = line.section(u'#', 0, 0).split(between, Qt::SkipEmptyParts);
        for (const QString &network : networks)
            entries.append({network, note, {}, {}});
    }
    return rules::settledNetworks(entries);
}

QStringList networksInNotes(const QList<NetworkEntry> &entries)
{
    static const QRegularExpression between(u"[\\s,;#]+"_s);
    QStringList found;
    for (const NetworkEntry &entry : entries) {
        const QStringList words = entry.note.split(between, Qt::SkipEmptyParts);
        for (const QString &word : words)
            if (rules::networkOf(word) && !found.contains(word))
                found.append(word);
    }
    return found;
}

QList<FieldChange> changesBetween(const NetworkRulesEdit &before, const NetworkRulesEdit &after)
{
    QList<FieldChange> changes;
    compare(u"production"_s, before.production, after.production, changes);
    if (before.waiver != after.waiver)
        changes.append({u"waiver"_s, before.waiver ? waiverText(*before.waiver) : QString(),
                        after.waiver ? waiverText(*after.waiver) : QString()});
    compare(u"sandbox"_s, before.sandbox, after.sandbox, changes);
    for (const QString &id : credentialsOf({before, after}))
        compare(u"credentials."_s + id, listIn(before, {Realm::Unknown, id}),
                listIn(after, {Realm::Unknown, id}), changes);
    return changes;
}

NetworkRulesEdit mergedNetworks(const NetworkRulesEdit &base, const NetworkRulesEdit &mine,
                                const NetworkRulesEdit &theirs)
{
    NetworkRulesEdit edit = mine;
    edit.sandbox = mergedList(base.sandbox, mine.sandbox, theirs.sandbox);
    edit.production = mergedList(base.production, mine.production, theirs.production);
    edit.waiver = mine.waiver == base.waiver ? theirs.waiver : mine.waiver;
    edit.credentials.clear();
    for (const QString &id : credentialsOf({theirs, mine})) {
        const NetworkListName name{Realm::Unknown, id};
        putList(edit, name, mergedList(listIn(base, name), listIn(mine, name), listIn(theirs, name)));
    }
    return edit;
}

} // namespace pc::models
