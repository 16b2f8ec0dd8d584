// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/jobs/recent_messages.h"

#include "views/widgets/relative_time.h"
#include "views/widgets/toast.h"

namespace pc::views {

RecentMessages::RecentMessages(const ToastHost &toasts, const TimeTicker &ticker, QObject *parent)
    : QObject(parent)
{
    connect(&toasts, &ToastHost::shown, this, [this, &ticker](const QString &text) {
        m_messages.prepend({ticker.now().toUTC(), text});
        if (m_messages.size() > most)
            m_messages.removeLast();
        Q_EMIT changed();
    });
}

} // namespace pc::views
