// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/leak_events.h"

#include "contract/codec/base64url.h"
#include "contract/crypto/redaction.h"
#include "platform/domain/audit_diff.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/history/history_anchor.h"
#include "platform/store/rows/credential_rows.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>
#include <vector>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

/// A public key or a digest, random bytes by their rule: what looks like a secret in one of 30,000 of them is
/// none, and without it they would be refused.
bool isRandomBytes(const QString &member, const QJsonValue &value)
{
    const qsizetype size = member == u"seal_to"_s ? 65 : member == u"digest"_s ? 32 : 0;
    const auto bytes = size > 0 ? fromBase64Url(value.toString().toLatin1()) : std::nullopt;
    return bytes && bytes->size() == size; // shorter or longer than any secret of ours as a text
}

/// UTF-16 code units; no field takes more, and looking through it costs its length.
constexpr qsizetype longestLooked = 8192;

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
    const QString text = value.toString().left(longestLooked + 1); // too long for any field in any case
    if (leaks != nullptr)
        leaks->look(text, about);
    return redactText(text);
}

} // namespace

LeakSighting sightingIn(const AdminCall &call)
{
    LeakSighting about;
    about.place = QString::fromLatin1(call.operation.id);
    about.by = call.actor.account;
    about.source = QString::fromLatin1(call.request.peerAddress);
    about.requestId = QString::fromLatin1(call.request.requestId);
    return about;
}

QJsonObject withoutSecrets(const QJsonObject &body, LeakWatch *leaks, const LeakSighting &about)
{
    QJsonObject clean;
    for (auto it = body.constBegin(); it != body.constEnd(); ++it)
        clean.insert(it.key(), isRandomBytes(it.key(), it.value()) ? QJsonValue(it.value())
                                                                   : cleaned(it.value(), leaks, about));
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

namespace {

AuditEvent eventOf(AdminContext &context, Tx &tx, const LeakSighting &sighting)
{
    const auto row = credential_rows::find(tx, sighting.credentialId);
    AuditEvent event = byThePlatform(eventAbout(AuditAction::CredentialLeakSeen, sighting.credentialId,
                                                row ? row->value.name : QString(), sighting.partnerId),
                                     context.now(), sighting.source);
    event.requestId = sighting.requestId;
    event.changes = {{u"generation"_s, {}, QString::number(sighting.generation)},
                     {u"place"_s, {}, sighting.place}};
    if (!sighting.by.isEmpty())
        event.changes.append({u"sent_by"_s, {}, sighting.by});
    return event;
}

} // namespace

void LeakEvents::record(const LeakSighting &sighting)
{
    m_context.log.warning("credential_leak_seen", {{"credential", sighting.credentialId},
                                                   {"generation", sighting.generation},
                                                   {"place", sighting.place}});
    {
        const std::lock_guard lock(m_mutex);
        if (m_waiting.size() >= most) {
            ++m_leftOut;
            return;
        }
        m_waiting.push_back(sighting);
    }
    storeWaiting();
}

void LeakEvents::storeWaiting()
{
    if (!m_context.history.isAccepted())
        return;
    {
        const std::lock_guard lock(m_mutex);
        if (m_waiting.empty() || std::exchange(m_posted, true))
            return;
    }
    post();
}

void LeakEvents::post()
{
    m_context.store.write<bool>(
        Store::Urgency::Ordinary,
        [this](Tx &tx) {
            storeSome(tx);
            return true;
        },
        [this](const StoreResult<bool> &stored) { onStored(stored); });
}

void LeakEvents::storeSome(Tx &tx)
{
    std::vector<LeakSighting> some;
    int leftOut = 0;
    {
        const std::lock_guard lock(m_mutex);
        const auto count = static_cast<std::ptrdiff_t>(std::min(m_waiting.size(), atOnce));
        some.assign(m_waiting.begin(), m_waiting.begin() + count);
        leftOut = m_leftOut;
    }
    QList<AuditEvent> events;
    const auto stored = [this, count = static_cast<std::ptrdiff_t>(some.size()), leftOut] {
        const std::lock_guard lock(m_mutex);
        m_waiting.erase(m_waiting.begin(), m_waiting.begin() + count);
        m_leftOut -= leftOut;
    };
    for (const LeakSighting &sighting : some) {
        AuditEvent event = eventOf(m_context, tx, sighting);
        if (leftOut > 0)
            event.changes.append({u"sightings_left_out"_s, {}, QString::number(std::exchange(leftOut, 0))});
        events.append(audit_log::append(tx, event));
    }
    tx.afterCommit(stored);
    m_context.feed.publishAfter(tx, events);
}

/// What the store did not take waits for storeWaiting().
void LeakEvents::onStored(const StoreResult<bool> &stored)
{
    {
        const std::lock_guard lock(m_mutex);
        m_posted = stored && !m_waiting.empty();
        if (!m_posted)
            return;
    }
    post();
}

} // namespace pc::platform
