// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/name_lookup.h"

#include <condition_variable>
#include <cstring>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include <netdb.h>

namespace pc::platform {

struct NameLookup::State
{
    struct Question
    {
        std::optional<Addresses> answer;
    };
    const Resolver resolver;
    std::mutex mutex;
    std::condition_variable answered;
    std::map<std::pair<QByteArray, int>, std::shared_ptr<Question>> asked; // under way
};

namespace {

NameLookup::Addresses ask(const QByteArray &host, int port, int flags)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICSERV | flags;
    addrinfo *found = nullptr;
    if (::getaddrinfo(host.constData(), QByteArray::number(port).constData(), &hints, &found) != 0)
        return {};
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> list(found, &::freeaddrinfo);
    NameLookup::Addresses addresses;
    for (const addrinfo *each = found; each != nullptr; each = each->ai_next) {
        NameLookup::Address address;
        address.size = each->ai_addrlen;
        std::memcpy(&address.storage, each->ai_addr, each->ai_addrlen);
        addresses.push_back(address);
    }
    return addresses;
}

} // namespace

NameLookup::NameLookup(Resolver resolver) : m_state(new State{std::move(resolver), {}, {}, {}}) {}

NameLookup::Addresses NameLookup::system(const QByteArray &host, int port)
{
    return ask(host, port, 0);
}

NameLookup::Addresses NameLookup::find(const QByteArray &host, int port,
                                       std::chrono::steady_clock::time_point deadline)
{
    if (Addresses numeric = ask(host, port, AI_NUMERICHOST); !numeric.empty())
        return numeric;
    const auto key = std::make_pair(host, port);
    std::unique_lock lock(m_state->mutex);
    std::shared_ptr<State::Question> &slot = m_state->asked[key];
    const bool first = !slot;
    if (first)
        slot = std::make_shared<State::Question>();
    const std::shared_ptr<State::Question> question = slot;
    if (first) {
        std::thread([state = m_state, question, key] {
            Addresses addresses = state->resolver(key.first, key.second);
            const std::lock_guard again(state->mutex);
            question->answer = std::move(addresses);
            state->asked.erase(key);
            state->answered.notify_all();
        }).detach();
    }
    m_state->answered.wait_until(lock, deadline, [&question] { return question->answer.has_value(); });
    return question->answer.value_or(Addresses());
}

} // namespace pc::platform
