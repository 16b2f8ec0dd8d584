// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/location.h"

#include <QObject>
#include <QVariantMap>
#include <functional>
#include <vector>

namespace pc::views {

/// History of places with the state each page had when it was left. Knows no widgets.
class Navigator final : public QObject
{
    Q_OBJECT
public:
    explicit Navigator(QObject *parent = nullptr);

    /// Goes to a place. The same place again is no new entry; what was ahead is dropped.
    void navigate(const Location &location);
    /// Replaces the current entry (a page refines its own place: another tab, a filter) without an entry.
    void replace(const Location &location);
    void back();
    void forward();
    [[nodiscard]] bool canGoBack() const { return m_index > 0; }
    [[nodiscard]] bool canGoForward() const { return m_index + 1 < static_cast<int>(m_entries.size()); }
    [[nodiscard]] Location current() const;

    /// Asked for the state of the page that is being left, before it is left.
    void setStateSource(std::function<QVariantMap()> source) { m_stateSource = std::move(source); }

    [[nodiscard]] static constexpr int limit() { return 100; }

Q_SIGNALS:
    /// Show this place; `state` is what the page saved when it was left, empty for a new visit.
    void showRequested(const pc::views::Location &location, const QVariantMap &state);
    /// Current place or what lies before and after it changed.
    void changed();

private:
    struct Entry
    {
        Location location;
        QVariantMap state;
    };
    void leave();
    void go(int index);

    std::vector<Entry> m_entries;
    int m_index = -1;
    std::function<QVariantMap()> m_stateSource;
};

} // namespace pc::views
