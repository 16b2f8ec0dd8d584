// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/decision/leak_watch.h"

#include "contract/crypto/redaction.h"
#include "platform/core/decision/authenticate.h"

#include <algorithm>

namespace pc::platform {

QString LeakWatch::Budget::take(const QString &text)
{
    if (m_left < shortest)
        return {};
    QString looked = text.left(m_left);
    m_left -= looked.size();
    return looked;
}

void LeakWatch::look(const QString &text, const LeakSighting &about, Budget &budget,
                     const std::function<QString()> &sender)
{
    if (!m_sink || text.isEmpty() || !mayHoldCredential(text))
        return;
    const std::vector<CredentialText> found = credentialsIn(budget.take(text), m_brand);
    if (found.empty())
        return;
    const PolicyRef policy = m_policy.current();
    for (const CredentialText &each : found) {
        const Policy::CredentialPtr credential = policy->credential(each.id);
        if (!credential || credential->state == CredentialState::Revoked)
            continue;
        const GenerationRule *generation = matchingGeneration(*credential, m_peppers, each.secret);
        if (generation == nullptr || generation->state == GenerationState::Revoked ||
            generation->state == GenerationState::Ended)
            continue;
        LeakSighting sighting = about;
        sighting.credentialId = credential->id();
        sighting.generation = generation->number;
        sighting.partnerId = credential->partnerId;
        if (!isNew(sighting))
            continue;
        if (sender)
            sighting.by = sender();
        m_sink(sighting);
    }
}

void LeakWatch::look(const QString &text, const LeakSighting &about, const std::function<QString()> &sender)
{
    Budget whole(std::max(text.size(), shortest));
    look(text, about, whole, sender);
}

bool LeakWatch::isNew(const LeakSighting &sighting)
{
    const QString key =
        sighting.credentialId + u' ' + QString::number(sighting.generation) + u' ' + sighting.place;
    const std::chrono::nanoseconds now = m_clock.now().steady;
    const std::lock_guard lock(m_mutex);
    const auto said = m_said.constFind(key);
    if (said != m_said.constEnd() && now - *said < again)
        return false;
    if (m_said.size() >= static_cast<qsizetype>(mostRemembered))
        m_said.removeIf([now](const auto &entry) { return now - entry.value() >= again; });
    if (m_said.size() >= static_cast<qsizetype>(mostRemembered))
        m_said.clear();
    m_said.insert(key, now);
    return true;
}

} // namespace pc::platform
