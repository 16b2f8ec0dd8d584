// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/session_strip.h"

namespace pc::views {

SessionStrip::SessionStrip(QWidget *parent) : MessageBanner(Severity::Info, {}, parent)
{
    setObjectName(QStringLiteral("sessionStrip"));
    setShape(Shape::Strip);
    hide();
    connect(this, &MessageBanner::actionTriggered, this, [this] { Q_EMIT actionRequested(m_current); });
    connect(this, &MessageBanner::closed, this, [this] {
        const Notice notice = m_current;
        const QString said = text();
        clearNotice(notice);
        m_closed.insert(notice, said);
    });
}

void SessionStrip::setNotice(Notice notice, const QString &text, const QString &actionText)
{
    if (m_closed.contains(notice) && m_closed.value(notice) == text)
        return; // whoever says it again says nothing new
    m_closed.remove(notice);
    for (Entry &entry : m_entries) {
        if (entry.notice == notice) {
            entry = {notice, text, actionText};
            showMostUrgent();
            return;
        }
    }
    m_entries.append({notice, text, actionText});
    showMostUrgent();
}

void SessionStrip::clearNotice(Notice notice)
{
    m_closed.remove(notice);
    m_entries.removeIf([notice](const Entry &entry) { return entry.notice == notice; });
    showMostUrgent();
}

void SessionStrip::showMostUrgent()
{
    const Entry *top = nullptr;
    for (const Entry &entry : std::as_const(m_entries)) {
        if (top == nullptr || entry.notice > top->notice) {
            top = &entry;
        }
    }
    m_current = top != nullptr ? top->notice : Notice::None;
    setVisible(top != nullptr);
    if (top == nullptr) {
        return;
    }
    const bool ended = top->notice == Notice::SessionEnded;
    const bool mismatch = top->notice == Notice::HistoryMismatch;
    setMessage(ended || mismatch                ? Severity::Bad
               : top->notice == Notice::Offline ? Severity::Warn
                                                : Severity::Info,
               top->text);
    setIcon(ended                                      ? Icon::Lock
            : mismatch                                 ? Icon::Warning
            : top->notice == Notice::Offline           ? Icon::Offline
            : top->notice == Notice::MemoryOnlySecrets ? Icon::Key
                                                       : Icon::Info);
    setAction(top->action);
    setClosable(top->notice == Notice::MemoryOnlySecrets || top->notice == Notice::Info);
}

} // namespace pc::views
