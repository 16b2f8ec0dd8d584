// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace pc::views {

/// How long a person has waited for the platform: silent at first, after two seconds in words, every second.
/// One rule and one sentence for pages and dialogs.
class Patience final : public QObject
{
    Q_OBJECT
public:
    static constexpr int silentSeconds = 2;

    explicit Patience(QObject *parent = nullptr);
    /// Begins to wait; a wait that is under way goes on.
    void start();
    void stop();
    [[nodiscard]] bool isWaiting() const { return m_timer.isActive(); }
    /// Whole seconds since start().
    [[nodiscard]] int seconds() const;
    /// "The platform has not answered for 5 seconds."
    [[nodiscard]] static QString text(int seconds);

Q_SIGNALS:
    /// After `silentSeconds`, then every second until stop().
    void overdue(int seconds);

private:
    QTimer m_timer;
    QElapsedTimer m_since;
};

} // namespace pc::views
