// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QObject>

namespace pc::views {

class TimeTicker;
class ToastHost;

/// What the toasts of this window said, for whoever was not looking. In memory only.
class RecentMessages final : public QObject
{
    Q_OBJECT
public:
    struct Message
    {
        QDateTime at; ///< UTC
        QString text;
    };
    static constexpr int most = 10;

    RecentMessages(const ToastHost &toasts, const TimeTicker &ticker, QObject *parent);
    /// Newest first.
    [[nodiscard]] const QList<Message> &messages() const { return m_messages; }

Q_SIGNALS:
    void changed();

private:
    QList<Message> m_messages;
};

} // namespace pc::views
