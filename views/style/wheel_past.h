// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace pc::views {

/// Filter for inputs that Qt rolls through: whoever rolls over a form scrolls on, and neither chooses
/// anything nor takes the focus there.
class WheelPast final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace pc::views
