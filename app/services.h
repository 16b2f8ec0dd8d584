// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pc {
class RandomSource;
}

namespace pc::client {
class TimerClock;
class SecretStore;
} // namespace pc::client

namespace pc::models {
class Profiles;
}

namespace pc::views {
class Clipboard;
class FileDialogs;
class ThemeController;
} // namespace pc::views

namespace pc::app {

class ConsoleSettings;

/// The seams that the composition root hands to everything: real ones in main(), others in tests. All outlive
/// the windows.
struct Services
{
    client::TimerClock &clock;
    RandomSource &random;
    client::SecretStore &secrets;
    models::Profiles &profiles;
    ConsoleSettings &settings;
    views::ThemeController &theme;
    views::Clipboard &clipboard;
    views::FileDialogs &files;
};

} // namespace pc::app
