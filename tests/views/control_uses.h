// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <functional>

namespace pc::test {

/// One way in which a person uses a control.
struct ControlUse
{
    QString how; ///< ", Return"; empty for what everybody does first
    std::function<void(QWidget *)> act;
    int waitMs = 0; ///< what waits for a pause in typing comes after it
};

/// Every way that is tried with this kind of control: press, type, keys, double click, menu, header.
[[nodiscard]] QList<ControlUse> usesOf(QWidget *widget);

/// The dialog that is open, else the window: what lies below a dialog is not used.
[[nodiscard]] QWidget &frontOf(QWidget &window);

/// The controls of the front that are shown and enabled; of a dialog its buttons last, as they end it.
[[nodiscard]] QList<QWidget *> controlsOf(QWidget &window);

} // namespace pc::test
