// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/decision/first_uses.h"

#include "contract/rules/network.h"
#include "platform/core/decision/authenticate.h"
#include "platform/core/secrets/bcrypt.h"
#include "platform/core/secrets/legacy_lookup.h"

#include <algorithm>

#include <sys/resource.h>
#include <unistd.h>

namespace pc::platform {

namespace {

void markUnproved(CallFacts &facts)
{
    std::get<presented::Legacy>(facts.question.presented).unproved = true;
}

/// Decisions come first.
void giveWay()
{
    constexpr int nice = 10;
    (void)::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), nice);
}

/// What one holder of addresses has: of IPv4 24 bits, of IPv6 64.
QByteArray networkOf(const QByteArray &source)
{
    const auto address = pc::rules::addressOf({source.constData(), static_cast<std::size_t>(source.size())});
    if (!address)
        return {};
    return address->isV6 ? "v6:" + QByteArray::number(address->high, 16)
                         : "v4:" + QByteArray::number(address->low >> 8, 16);
}

bool isFound(const Policy &policy, const presented::Legacy &key)
{
    return std::any_of(key.lookups.begin(), key.lookups.end(), [&policy](const QByteArray &lookup) {
        return policy.legacyKeys().find(lookup) != nullptr;
    });
}

} // namespace

FirstUses::FirstUses(PolicyHolder &policy, const PepperRing &peppers, const FailureLimiter &failures,
                     const Clock &clock)
    : m_policy(policy), m_peppers(peppers), m_failures(failures), m_clock(clock)
{
}

FirstUses::~FirstUses()
{
    stop();
}

/// The one bcrypt key that begins like what was presented, when a proof could make it pass.
Policy::CredentialPtr FirstUses::candidate(const Policy &policy, const CallFacts &facts) const
{
    const auto *key = std::get_if<presented::Legacy>(&facts.question.presented);
    if (key == nullptr || key->prefixes.empty() || key->text.size() > longestBcryptText ||
        isFound(policy, *key))
        return {};
    for (const QByteArray &prefix : key->prefixes) {
        const QByteArray *id16 = policy.legacyKeys().find(prefix);
        const auto credential = id16 != nullptr ? policy.credential(*id16) : Policy::CredentialPtr();
        if (credential && credential->legacy && !credential->generations.empty() &&
            judgeGeneration(*credential, &credential->generations.back(), m_clock.now().wall) ==
                DecisionReason::Allowed)
            return credential;
    }
    return {};
}

bool FirstUses::isNeeded(const CallFacts &facts) const
{
    const auto *key = std::get_if<presented::Legacy>(&facts.question.presented);
    if (key == nullptr || key->prefixes.empty() || !facts.question.headersAcceptable)
        return false;
    const PolicyRef policy = m_policy.current();
    return candidate(*policy, facts) != nullptr &&
           m_failures.blockedFor(facts.source, claimedBy(facts.question.presented), m_clock.now()) ==
               std::chrono::nanoseconds::zero();
}

/// A try counts for the network, for the key and in all, or for none of them.
bool FirstUses::takeRoom(const QByteArray &source, const QByteArray &id16, Moment now)
{
    static const Gcra limit(perSecond, burst);
    static const Gcra limitOfNetwork(perSecondOfNetwork, burstOfOne);
    static const Gcra limitOfKey(perSecondOfKey, burstOfOne);
    const Gcra::Answer all = limit.judge(m_pace, now.steady);
    if (m_stopping || m_waiting.size() >= mostWaiting || !all.allowed)
        return false;
    if (m_paces.size() + 2 > mostRemembered)
        std::erase_if(m_paces, [now](const auto &each) { return each.second.tat <= now.steady; });
    if (m_paces.size() + 2 > mostRemembered)
        return false;
    Gcra::State &network = m_paces[networkOf(source)];
    Gcra::State &key = m_paces[id16];
    const Gcra::Answer fromThere = limitOfNetwork.judge(network, now.steady);
    const Gcra::Answer ofKey = limitOfKey.judge(key, now.steady);
    if (!fromThere.allowed || !ofKey.allowed)
        return false;
    m_pace = all.next;
    network = fromThere.next;
    key = ofKey.next;
    return true;
}

void FirstUses::prove(CallFacts facts, Then then)
{
    const Moment now = m_clock.now();
    const Policy::CredentialPtr credential = candidate(*m_policy.current(), facts);
    if (!credential) // another call was first
        return then(std::move(facts));
    {
        const std::lock_guard lock(m_mutex);
        if (takeRoom(facts.source, credential->id16, now)) {
            m_waiting.push_back({std::move(facts), std::move(then), now.steady});
            if (!m_thread.joinable())
                m_thread = std::thread([this] { run(); });
            m_wake.notify_one();
            return;
        }
    }
    markUnproved(facts);
    then(std::move(facts));
}

void FirstUses::run()
{
    giveWay();
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
        if (m_waiting.empty())
            return;
        Waiting next = std::move(m_waiting.front());
        m_waiting.pop_front();
        const bool stopping = m_stopping;
        lock.unlock();
        if (stopping || m_clock.now().steady - next.since > patience) {
            markUnproved(next.facts);
            next.then(std::move(next.facts));
        } else {
            settle(std::move(next));
        }
        lock.lock();
    }
}

/// Another call with the same key may have been first: then there is nothing left to prove.
void FirstUses::settle(Waiting waiting)
{
    const auto &key = std::get<presented::Legacy>(waiting.facts.question.presented);
    const Policy::CredentialPtr credential = candidate(*m_policy.current(), waiting.facts);
    if (credential && holds(*credential, key))
        keep(*credential, key);
    waiting.then(std::move(waiting.facts));
}

bool FirstUses::holds(const CredentialRule &credential, const presented::Legacy &key)
{
    const auto hash = legacy::openHash(m_peppers, credential.legacy->pepperVersion, credential.id(),
                                       credential.legacy->box);
    ++m_computed;
    return hash && bcryptHolds(key.text, *hash);
}

void FirstUses::keep(const CredentialRule &credential, const presented::Legacy &key)
{
    const LegacyRule &old = *credential.legacy;
    const auto digest = legacy::digestOf(KeyScheme::Sha256, nullptr, key.text.view());
    const Proof proof{
        credential.id16,
        legacy::lookupOf(m_peppers, old.pepperVersion, old.header, KeyScheme::Sha256, {}, *digest),
        old.pepperVersion};
    m_policy.publish([&proof](const Policy &policy) {
        const Policy::CredentialPtr stored = policy.storedCredential(proof.id16);
        if (!stored || !stored->legacy || stored->legacy->scheme != KeyScheme::Bcrypt)
            return policy;
        CredentialRule next = *stored;
        next.legacy->scheme = KeyScheme::Sha256;
        next.legacy->lookup = proof.lookup;
        next.legacy->prefixLength = 0;
        next.legacy->box.clear();
        return policy.withCredential(std::move(next));
    });
    if (m_sink)
        m_sink(proof);
}

void FirstUses::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_wake.notify_all();
    }
    if (m_thread.joinable())
        m_thread.join();
}

} // namespace pc::platform
