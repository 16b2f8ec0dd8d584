// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/focus_guard.h"

#include <QWidget>

namespace pc::test {

/// A window as the product's are: it hands Tab to its guard.
class GuardedWindow final : public QWidget
{
public:
    GuardedWindow() : guard(new views::FocusGuard(this)) {}
    views::FocusGuard *guard;

protected:
    bool focusNextPrevChild(bool next) override { return guard->move(next); }
};

} // namespace pc::test
