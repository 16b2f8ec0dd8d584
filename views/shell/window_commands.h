// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/theme.h"

#include <functional>

namespace pc::views {

class CommandRegistry;
class MainWindow;
class Navigator;

/// What the frame's commands act on beside the parts that the window shows to everybody.
struct WindowCommandDeps
{
    Navigator *navigator = nullptr;
    std::function<void(bool forward)> movePane;
    std::function<void(Appearance appearance)> chooseAppearance;
};

/// Registers the commands of the frame itself; pages bring their own. They go with `window`.
void addWindowCommands(CommandRegistry &commands, const WindowCommandDeps &deps, MainWindow *window);

} // namespace pc::views
