// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/sql/tx.h"

#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <utility>

namespace pc::platform {

/// Jobs that read at the same time.
inline constexpr int storeReaders = 3;

/// The service's memory. Jobs run on the store's own threads: reads side by side, writes one after the other,
/// each in one transaction. A job throws SqlFailure (its statements do) and the store turns that into a
/// StoreError; a write that failed has changed nothing. `done` is called exactly once, on a store thread, and
/// must not block.
class Store
{
public:
    /// Ordinary writes queue up; Urgent ones (whatever takes access away) overtake them, and get the space
    /// that is reserved for them when there is no other left. InForce ones, whose answer may be given without
    /// the store, do the same and wait for the one that runs. Yielding ones are ordinary, and do not keep an
    /// urgent one waiting when they have begun: what they did is rolled back, and they run again after it;
    /// twice at most, and not after StoreOptions::yieldsFor.
    enum class Urgency { Ordinary, Yielding, InForce, Urgent };

    using Job = std::function<void(Tx &)>;
    using Done = std::function<void(std::optional<StoreError>)>;

    virtual ~Store() = default;

    virtual void postRead(Job job, Done done) = 0;
    virtual void postWrite(Urgency urgency, Job job, Done done) = 0;
    /// What was deleted is not to be found in what this process keeps on disk either, as far as the engine
    /// can see to that, and as soon as it can. Returns at once.
    virtual void forgetDeleted() = 0;
    /// How long the write job that runs now has been running; zero when none does.
    [[nodiscard]] virtual std::chrono::nanoseconds writingFor() const = 0;
    /// Finishes the queued jobs, refuses new ones with Closed, and joins the threads. Call it from none of
    /// them.
    virtual void close() = 0;

    template <typename T>
    void read(std::function<T(Tx &)> job, std::function<void(StoreResult<T>)> done)
    {
        auto value = std::make_shared<std::optional<T>>();
        postRead([value, job = std::move(job)](Tx &tx) { *value = job(tx); },
                 deliver<T>(value, std::move(done)));
    }

    /// A job that calls `tx.rollBack()` delivers its value without effect on the store. It may run a second
    /// time when the first attempt found the disk full, and again for each urgent one that a yielding one
    /// gave way to.
    template <typename T>
    void write(Urgency urgency, std::function<T(Tx &)> job, std::function<void(StoreResult<T>)> done)
    {
        auto value = std::make_shared<std::optional<T>>();
        postWrite(
            urgency, [value, job = std::move(job)](Tx &tx) { *value = job(tx); },
            deliver<T>(value, std::move(done)));
    }

    /// Blocking, for start-up, commands and tests; never from a store thread or a server thread.
    template <typename T>
    [[nodiscard]] StoreResult<T> readNow(std::function<T(Tx &)> job)
    {
        std::promise<StoreResult<T>> promise;
        read<T>(std::move(job), [&promise](StoreResult<T> result) { promise.set_value(std::move(result)); });
        return promise.get_future().get();
    }

    template <typename T>
    [[nodiscard]] StoreResult<T> writeNow(std::function<T(Tx &)> job, Urgency urgency = Urgency::Ordinary)
    {
        std::promise<StoreResult<T>> promise;
        write<T>(urgency, std::move(job),
                 [&promise](StoreResult<T> result) { promise.set_value(std::move(result)); });
        return promise.get_future().get();
    }

private:
    template <typename T>
    static Done deliver(std::shared_ptr<std::optional<T>> value, std::function<void(StoreResult<T>)> done)
    {
        return [value = std::move(value), done = std::move(done)](std::optional<StoreError> error) {
            if (error)
                done(tl::make_unexpected(std::move(*error)));
            else
                done(std::move(**value));
        };
    }
};

} // namespace pc::platform
