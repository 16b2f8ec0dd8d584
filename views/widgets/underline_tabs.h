// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabBar>

namespace pc::views {

/// Tab bar with an underline; a count may follow the text. Alt+1..7 is the page's business (see command registry).
/// "&" in texts is data, not a mnemonic.
class UnderlineTabs final : public QTabBar
{
    Q_OBJECT
public:
    explicit UnderlineTabs(QWidget *parent = nullptr);

    int addTab(const QString &id, const QString &text);
    void setCount(int index, int count); ///< negative hides the number
    [[nodiscard]] QString tabId(int index) const;
    [[nodiscard]] int indexOfId(const QString &id) const;
    [[nodiscard]] QString currentId() const { return tabId(currentIndex()); }
    bool setCurrentId(const QString &id);

Q_SIGNALS:
    void currentIdChanged(const QString &id);
};

} // namespace pc::views
