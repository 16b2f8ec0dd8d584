// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QLocale>
#include <QObject>
#include <QTimer>
#include <functional>

namespace pc::views {

/// "3 min ago", "in 6 days", a date after 7 days. Pure: the present is a parameter.
[[nodiscard]] QString relativeTime(const QDateTime &when, const QDateTime &now, const QLocale &locale);
/// ISO 8601 UTC with seconds ("2025-11-21T10:24:00Z"): tooltip and copy text of every time.
[[nodiscard]] QString isoUtc(const QDateTime &when);
/// The same with milliseconds and a blank for the T ("2025-11-21 10:24:00.000"): the audit's column.
[[nodiscard]] QString auditUtc(const QDateTime &when);

/// One timer for all relative labels of the program. Injected; \c now comes from the same clock as the
/// models'.
class TimeTicker : public QObject
{
    Q_OBJECT
public:
    using Now = std::function<QDateTime()>;
    explicit TimeTicker(Now now, QObject *parent = nullptr);

    [[nodiscard]] QDateTime now() const { return m_now(); }
    [[nodiscard]] QString relative(const QDateTime &when) const
    {
        return relativeTime(when, now(), QLocale());
    }
    /// Ends the wait early; for tests and after the clock jumped.
    void tickNow() { Q_EMIT tick(); }

Q_SIGNALS:
    void tick(); ///< every 15 s; repaint relative labels

private:
    Now m_now;
    QTimer m_timer;
};

} // namespace pc::views
