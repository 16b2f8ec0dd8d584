// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/message_banner.h"

#include <QHash>

namespace pc::views {

/// The strip above the status row: offline, session ended, no keyring, a log that does not match. One message
/// at a time, the most urgent. What was closed stays closed until it is over, or says something else.
class SessionStrip final : public MessageBanner
{
    Q_OBJECT
public:
    /// In order of urgency.
    enum class Notice { None, Info, MemoryOnlySecrets, Offline, HistoryMismatch, SessionEnded };
    Q_ENUM(Notice)

    explicit SessionStrip(QWidget *parent = nullptr);

    /// Shows (or updates) one notice; an empty action text shows no button.
    void setNotice(Notice notice, const QString &text, const QString &actionText = {});
    void clearNotice(Notice notice);
    [[nodiscard]] Notice current() const { return m_current; }

Q_SIGNALS:
    void actionRequested(pc::views::SessionStrip::Notice notice);

private:
    struct Entry
    {
        Notice notice;
        QString text;
        QString action;
    };
    void showMostUrgent();
    QList<Entry> m_entries;
    QHash<Notice, QString> m_closed; ///< by what it said then
    Notice m_current = Notice::None;
};

} // namespace pc::views
