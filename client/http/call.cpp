// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/http/call.h"

#include <QThread>

#include <utility>

namespace pc::client {

CallState::CallState(QObject *context) : m_context(context)
{
    Q_ASSERT_X(context, "pc::client::Call", "a call needs a context");
    Q_ASSERT_X(context->thread() == QThread::currentThread(), "pc::client::Call",
               "clients are used from their own thread, and the context lives there");
}

CallState::~CallState() = default;

void CallState::end()
{
    m_active = false;
    // What is held may own the code that is calling us: let go of it only after the members are settled.
    const std::shared_ptr<void> work = std::exchange(m_work, nullptr);
}

void CallState::finish(const std::shared_ptr<CallState> &state, std::function<void()> deliver)
{
    if (!state->isActive())
        return;
    // Qt drops the queued event when the context dies first.
    QMetaObject::invokeMethod(
        state->m_context.data(),
        [state, deliver = std::move(deliver)] {
            if (!state->m_active)
                return;
            state->end();
            deliver();
        },
        Qt::QueuedConnection);
}

} // namespace pc::client
