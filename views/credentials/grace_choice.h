// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;
class QSpinBox;

namespace pc::views {

/// How long the old secret stays valid: now, 15 min, 1 h, 6 h, 24 h, or any number of hours up to 7 days.
class GraceChoice final : public QWidget
{
    Q_OBJECT
public:
    /// `withNow`: offers the immediate cut.
    explicit GraceChoice(bool withNow, QWidget *parent = nullptr);

    [[nodiscard]] qint64 seconds() const; ///< 0 to 604800
    void setSeconds(qint64 seconds);
    [[nodiscard]] static constexpr qint64 longest() { return 604800; }

Q_SIGNALS:
    void changed(qint64 seconds);

private:
    QButtonGroup *m_group;
    QSpinBox *m_hours;
};

} // namespace pc::views
