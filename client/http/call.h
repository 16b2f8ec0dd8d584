// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/result.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace pc::client {

/// The state shared by a running call and its handle. Used by clients only; everything here lives on one
/// thread.
class CallState
{
public:
    explicit CallState(QObject *context);
    ~CallState();
    CallState(const CallState &) = delete;
    CallState &operator=(const CallState &) = delete;

    /// Owned by the call until it ends: the exchange in flight, a retry alarm, …
    void hold(std::shared_ptr<void> work) { m_work = std::move(work); }
    [[nodiscard]] bool isActive() const { return m_active && m_context; }
    [[nodiscard]] QObject *context() const { return m_context; }
    /// Ends the call and drops what it holds; nothing is delivered afterwards.
    void end();
    /// Queues `deliver` to the context's thread; runs it only if the call is still active then, and ends the
    /// call first.
    static void finish(const std::shared_ptr<CallState> &state, std::function<void()> deliver);

private:
    QPointer<QObject> m_context;
    std::shared_ptr<void> m_work;
    bool m_active = true;
};

/// Handle of one asynchronous call. Move-only; the destructor cancels, so a member `Call` gives "latest wins"
/// for free.
///
/// The callback contract, for every function that returns a Call and takes `(context, callback)`:
/// - called at most once, and never inside the function that started the call;
/// - on the context's thread, which must be the thread of the client (asserted);
/// - never during or after the destruction of the context;
/// - never after cancel() or the destruction of the handle. The context may destroy the handle inside the
/// callback.
class [[nodiscard]] Call
{
public:
    Call() noexcept = default;
    explicit Call(std::shared_ptr<CallState> state) noexcept : m_state(std::move(state)) {}
    ~Call() { cancel(); }
    Call(Call &&other) noexcept = default;
    Call &operator=(Call &&other) noexcept
    {
        if (this != &other) {
            cancel();
            m_state = std::move(other.m_state);
        }
        return *this;
    }
    Call(const Call &) = delete;
    Call &operator=(const Call &) = delete;

    [[nodiscard]] bool isActive() const { return m_state && m_state->isActive(); }
    void cancel()
    {
        if (const auto state = std::move(m_state))
            state->end();
        m_state.reset();
    }

private:
    std::shared_ptr<CallState> m_state;
};

/// The delivering end of a call: keeps the callback and hands the result over once, by the contract above. It
/// holds the state weakly; the handle holds it for as long as somebody wants the answer.
template <typename T>
class Completion
{
public:
    Completion(QObject *context, Callback<T> callback)
        : m_state(std::make_shared<CallState>(context)),
          m_callback(std::make_shared<Callback<T>>(std::move(callback)))
    {
    }
    [[nodiscard]] const std::shared_ptr<CallState> &state() const { return m_state; }
    [[nodiscard]] Call call() const { return Call(m_state); }

    /// What the work in progress keeps: it delivers only while the handle is alive.
    class Weak
    {
    public:
        Weak(const std::shared_ptr<CallState> &state, std::shared_ptr<Callback<T>> callback)
            : m_state(state), m_callback(std::move(callback))
        {
        }
        void deliver(Result<T> result) const
        {
            const auto state = m_state.lock();
            if (!state)
                return;
            auto value = std::make_shared<Result<T>>(std::move(result));
            CallState::finish(state, [callback = m_callback, value] { (*callback)(std::move(*value)); });
        }

    private:
        std::weak_ptr<CallState> m_state;
        std::shared_ptr<Callback<T>> m_callback;
    };
    [[nodiscard]] Weak weak() const { return Weak(m_state, m_callback); }

private:
    std::shared_ptr<CallState> m_state;
    std::shared_ptr<Callback<T>> m_callback;
};

} // namespace pc::client
