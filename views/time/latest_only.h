// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <QVariant>

#include <utility>

namespace pc::views {

/// Lets values of a drag through as often as somebody can follow: the first at once, then the latest one
/// after each wait.
class LatestOnly final : public QObject
{
    Q_OBJECT
public:
    static constexpr int waitMs = 30;

    explicit LatestOnly(QObject *parent) : QObject(parent)
    {
        m_wait.setSingleShot(true);
        m_wait.setInterval(waitMs);
        connect(&m_wait, &QTimer::timeout, this, &LatestOnly::flush);
    }
    void put(const QVariant &value)
    {
        m_value = value;
        if (!m_wait.isActive())
            flush();
    }
    /// What waits goes now: the drag is over.
    void flush()
    {
        if (!m_value.isValid())
            return;
        m_wait.start();
        Q_EMIT passed(std::exchange(m_value, QVariant()));
    }
    void drop() { m_value = QVariant(); }

Q_SIGNALS:
    void passed(const QVariant &value);

private:
    QVariant m_value;
    QTimer m_wait;
};

} // namespace pc::views
