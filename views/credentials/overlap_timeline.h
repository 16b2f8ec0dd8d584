// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/credential.h"

#include <QWidget>

namespace pc::views {

/// The two valid generations of a rotation as bars over time, with a line for now. Labels stand outside the
/// bars, time runs left to right in every language.
class OverlapTimeline final : public QWidget
{
    Q_OBJECT
public:
    explicit OverlapTimeline(QWidget *parent = nullptr);

    /// Two generations at most are drawn: the one in grace above, the one in force below. Nothing while none
    /// is in force.
    void setCredential(const Credential &credential, const QDateTime &now);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Bar
    {
        QString lastFour;
        QString text; ///< drawn under the bar
        double from = 0;
        double to = 1;
        bool old = false;
    };
    QList<Bar> m_bars;
    double m_now = 0.5;
};

} // namespace pc::views
