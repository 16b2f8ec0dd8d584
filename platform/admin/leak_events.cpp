// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/leak_events.h"

#include "contract/crypto/redaction.h"
#include "platform/admin/audit_diff.h"
#include "platform/admin/history_anchor.h"
#include "platform/store/audit_log.h"
#include "platform/store/credential_rows.h"

#include <QJsonArray>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

QJsonValue cleaned(const QJsonValue &value, LeakWatch *leaks, const LeakSighting &about)
{
    if (value.isObject())
        return withoutSecrets(value.toObject(), leaks, about);
    if (value.isArray()) {
        QJsonArray list;
        const QJsonArray before = value.toArray();
        for (const QJsonValue &each : before)
            list.append(cleaned(each, leaks, about));
        return list;
    }
    if (!value.isString())
        return value;
    const QString text = value.toString();
    if (leaks != nullptr)
        leaks->look(text, about);
    return redactText(text);
}

} // namespace

QJsonObject withoutSecrets(const QJsonObject &body, LeakWatch *leaks, const LeakSighting &about)
{
    QJsonObject clean;
    for (auto it = body.constBegin(); it != body.constEnd(); ++it)
        clean.insert(it.key(), cleaned(it.value(), leaks, about));
    return clean;
}

void lookAtLocalBody(AdminContext &context, const HttpRequest &request, const QJsonObject &body,
                     const QString &place, const QString &by)
{
    LeakSighting about;
    about.place = place;
    about.by = by;
    about.source = u"local"_s;
    about.requestId = QString::fromLatin1(request.requestId);
    (void)withoutSecrets(body, context.leaks, about); // what is stored is redacted where it is stored
}

void recordLeak(AdminContext &context, const LeakSighting &sighting)
{
    context.log.warning("credential_leak_seen", {{"credential", sighting.credentialId},
                                                 {"generation", sighting.generation},
                                                 {"place", sighting.place}});
    if (!context.history.isAccepted())
        return;
    context.store.write<bool>(
        Store::Urgency::Ordinary,
        [&context, sighting](Tx &tx) {
            const auto row = credential_rows::find(tx, sighting.credentialId);
            AuditEvent event = eventAbout(u"credential.leak_seen"_s, u"credential"_s, sighting.credentialId,
                                          row ? row->value.name : QString(), sighting.partnerId);
            event.at = context.now();
            event.actor = u"platform"_s;
            event.actorRole = u"platform"_s;
            event.source = sighting.source;
            event.requestId = sighting.requestId;
            event.changes = {{u"generation"_s, {}, QString::number(sighting.generation)},
                             {u"place"_s, {}, sighting.place}};
            if (!sighting.by.isEmpty())
                event.changes.append({u"sent_by"_s, {}, sighting.by});
            event = audit_log::append(tx, event);
            tx.afterCommit([&context, event] {
                context.feed.publish({Change{ChangeKind::Audit, {}, event.id}});
            });
            return true;
        },
        [](const StoreResult<bool> &) {});
}

} // namespace pc::platform
