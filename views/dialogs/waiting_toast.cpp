// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/waiting_toast.h"

#include "views/widgets/toast.h"

#include <utility>

namespace pc::views {

WaitingToast::WaitingToast(ToastHost &toasts, QString title, std::function<bool()> isWaiting, QObject *parent)
    : QObject(parent), m_toasts(toasts), m_title(std::move(title)), m_isWaiting(std::move(isWaiting))
{
    look();
}

WaitingToast::~WaitingToast()
{
    if (m_said)
        m_said->dismiss();
}

void WaitingToast::look()
{
    const bool waiting = m_isWaiting();
    if (!waiting && m_said)
        m_said->dismiss();
    if (waiting && !m_said)
        m_said = m_toasts.show(
            {.text = tr("%1: under way. What becomes of it is told here.", "title of an act").arg(m_title),
             .severity = Severity::Info,
             .milliseconds = untilDismissed});
}

} // namespace pc::views
