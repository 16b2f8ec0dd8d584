// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QTabBar>

namespace pc::views {

/// Tab bar with an underline; a count may follow the text. Alt+1..7 is the page's business (see command
/// registry).
/// "&" in texts is data, not a mnemonic.
class UnderlineTabs final : public QTabBar
{
    Q_OBJECT
public:
    explicit UnderlineTabs(QWidget *parent = nullptr);

    /// A tab that is \p counted keeps the room of its number before there is one: no tab beside it moves.
    enum class Counted { No, Yes };
    int addTab(const QString &id, const QString &text, Counted counted = Counted::No);
    void setCount(int index, int count); ///< negative hides the number
    [[nodiscard]] int countAt(int index) const { return m_tabs.value(index).count; }
    [[nodiscard]] QString tabId(int index) const;
    [[nodiscard]] int indexOfId(const QString &id) const;
    [[nodiscard]] QString currentId() const { return tabId(currentIndex()); }
    bool setCurrentId(const QString &id);

Q_SIGNALS:
    void currentIdChanged(const QString &id);

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    struct Tab
    {
        QString id;
        QString text;
        int count = -1;
        bool counted = false; ///< has a number, or will have
    };
    void relayout();

    QList<Tab> m_tabs;
};

} // namespace pc::views
