// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/icons.h"

#include <QAbstractButton>

namespace pc::views {

/// One entry of the sidebar: icon, text, count; collapsed it shows the icon and says the text in its tooltip.
class NavButton final : public QAbstractButton
{
    Q_OBJECT
public:
    NavButton(Icon which, const QString &text, QWidget *parent);
    void setCount(int count, Severity severity);
    void setCollapsed(bool collapsed);
    /// The page on show is this one's.
    void setCurrent(bool current);
    [[nodiscard]] bool isCurrent() const { return m_current; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_icon;
    int m_count = 0;
    Severity m_severity = Severity::Neutral;
    bool m_collapsed = false;
    bool m_current = false;
};

} // namespace pc::views
