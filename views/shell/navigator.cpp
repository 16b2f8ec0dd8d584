// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/navigator.h"

namespace pc::views {

Navigator::Navigator(QObject *parent) : QObject(parent) {}

Location Navigator::current() const
{
    return m_index >= 0 ? m_entries[static_cast<size_t>(m_index)].location : Location{};
}

void Navigator::leave()
{
    if (m_index >= 0 && m_stateSource) {
        m_entries[static_cast<size_t>(m_index)].state = m_stateSource();
    }
}

void Navigator::navigate(const Location &location)
{
    if (!location.isValid()) {
        return;
    }
    if (m_index >= 0 && current() == location) {
        // Asked for again (sidebar, palette): show it, but Back must not stop here twice.
        Q_EMIT showRequested(location, {});
        return;
    }
    leave();
    m_entries.resize(static_cast<size_t>(m_index + 1));
    m_entries.push_back({location, {}});
    if (m_entries.size() > static_cast<size_t>(limit())) {
        m_entries.erase(m_entries.begin());
    }
    m_index = static_cast<int>(m_entries.size()) - 1;
    Q_EMIT showRequested(location, {});
    Q_EMIT changed();
}

void Navigator::replace(const Location &location)
{
    if (m_index < 0 || !location.isValid() || current() == location) {
        return;
    }
    m_entries[static_cast<size_t>(m_index)].location = location;
    Q_EMIT changed();
}

void Navigator::go(int index)
{
    leave();
    m_index = index;
    const Entry entry = m_entries[static_cast<size_t>(index)];
    Q_EMIT showRequested(entry.location, entry.state);
    Q_EMIT changed();
}

void Navigator::back()
{
    if (canGoBack()) {
        go(m_index - 1);
    }
}

void Navigator::forward()
{
    if (canGoForward()) {
        go(m_index + 1);
    }
}

} // namespace pc::views
