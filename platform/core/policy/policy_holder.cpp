// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/policy/policy_holder.h"

#include <atomic>
#include <utility>

namespace pc::platform {
namespace {

std::size_t slotOfThisThread(std::size_t slots)
{
    static std::atomic<std::size_t> next{0};
    thread_local const std::size_t mine = next.fetch_add(1, std::memory_order_relaxed);
    return mine % slots;
}

} // namespace

PolicyHolder::PolicyHolder(Policy initial) : m_drain(std::make_shared<Drain>())
{
    const std::lock_guard lock(m_writer);
    replace(std::move(initial));
}

PolicyHolder::~PolicyHolder() = default;

PolicyRef PolicyHolder::current() const
{
    const Slot &slot = m_slots[slotOfThisThread(m_slots.size())];
    const std::lock_guard lock(slot.mutex);
    return slot.policy;
}

qint64 PolicyHolder::replace(Policy next)
{
    next.m_number = m_latest.m_number + 1;
    m_latest = next;
    const qint64 number = next.m_number;
    {
        const std::lock_guard lock(m_drain->mutex);
        m_drain->alive.insert(number);
    }
    const PolicyRef published(new Policy(std::move(next)), [drain = m_drain, number](const Policy *gone) {
        delete gone;
        const std::lock_guard lock(drain->mutex);
        drain->alive.erase(drain->alive.find(number));
        if (drain->released)
            drain->released();
    });
    for (Slot &slot : m_slots) {
        PolicyRef old = published;
        {
            const std::lock_guard lock(slot.mutex);
            slot.policy.swap(old);
        }
        // `old` goes here, outside the lock: the last holder frees a whole policy.
    }
    return number;
}

/// The overlay of the object that `about` names, made anew from its stored rule and all that narrows it.
Policy PolicyHolder::overlaid(Policy next, const Narrowing &about) const
{
    if (about.partner) {
        const Policy::PartnerPtr stored = next.storedPartner(about.partnerId);
        std::shared_ptr<PartnerRule> rule = stored ? std::make_shared<PartnerRule>(*stored) : nullptr;
        bool narrowed = false;
        for (const auto &[ticket, each] : m_narrowings) {
            if (!rule || !each.partner || each.partnerId != about.partnerId)
                continue;
            each.partner(*rule);
            narrowed = true;
        }
        return next.withPartnerOverlay(about.partnerId, narrowed ? rule : nullptr);
    }
    const Policy::CredentialPtr stored = next.storedCredential(about.id16);
    std::shared_ptr<CredentialRule> rule = stored ? std::make_shared<CredentialRule>(*stored) : nullptr;
    bool narrowed = false;
    for (const auto &[ticket, each] : m_narrowings) {
        if (!rule || !each.credential || each.id16 != about.id16)
            continue;
        each.credential(*rule);
        narrowed = true;
    }
    return next.withCredentialOverlay(about.id16, narrowed ? rule : nullptr);
}

/// After other stored rules came: what narrows them holds over the new ones too.
Policy PolicyHolder::refreshed(Policy next) const
{
    for (const auto &[ticket, each] : m_narrowings) {
        const bool same = each.partner
                              ? next.storedPartner(each.partnerId) == m_latest.storedPartner(each.partnerId)
                              : next.storedCredential(each.id16) == m_latest.storedCredential(each.id16);
        if (!same)
            next = overlaid(std::move(next), each);
    }
    return next;
}

Policy PolicyHolder::without(Policy next, Ticket ticket)
{
    const auto found = m_narrowings.find(ticket);
    if (found == m_narrowings.end())
        return next;
    const Narrowing gone = std::move(found->second);
    m_narrowings.erase(found);
    return overlaid(std::move(next), gone);
}

namespace {

/// Whether a narrowing left less, whatever it said about versions.
bool narrows(PartnerRule before, const PartnerRule &after)
{
    before.facts = after.facts;
    return before != after;
}

bool narrows(CredentialRule before, const CredentialRule &after)
{
    before.version = after.version;
    return before != after;
}

} // namespace

PolicyHolder::Narrowed PolicyHolder::narrow(const Narrowing &narrowing)
{
    const std::lock_guard lock(m_writer);
    Narrowed result;
    result.ticket = ++m_lastTicket;
    m_narrowings.emplace(result.ticket, narrowing);
    const Policy::PartnerPtr partner = m_latest.partner(narrowing.partnerId);
    const Policy::CredentialPtr credential = m_latest.credential(narrowing.id16);
    Policy next = overlaid(m_latest, narrowing);
    if (narrowing.partner && partner)
        result.changed = narrows(*partner, *next.partner(narrowing.partnerId));
    else if (narrowing.credential && credential)
        result.changed = narrows(*credential, *next.credential(narrowing.id16));
    result.number = replace(std::move(next));
    return result;
}

qint64 PolicyHolder::lift(Ticket ticket)
{
    const std::lock_guard lock(m_writer);
    return replace(without(m_latest, ticket));
}

qint64 PolicyHolder::publish(const Change &change, Ticket lifted)
{
    const std::lock_guard lock(m_writer);
    return replace(without(refreshed(change(m_latest)), lifted));
}

qint64 PolicyHolder::oldestHeld() const
{
    const std::lock_guard lock(m_drain->mutex);
    return *m_drain->alive.begin(); // never empty: the slots hold the latest
}

void PolicyHolder::setReleaseListener(std::function<void()> listener)
{
    const std::lock_guard lock(m_drain->mutex);
    m_drain->released = std::move(listener);
}

} // namespace pc::platform
