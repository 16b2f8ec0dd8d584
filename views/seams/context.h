// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/saved_views.h"
#include "views/seams/kept_input.h"

#include <QString>

#include <memory>

namespace pc::models {
class Connection;
}

namespace pc::views {

class Clipboard;
class CommandRegistry;
class FileDialogs;
class Navigator;
class TimeTicker;
class ToastHost;

/// What every page and dialog of one main window is given by the composition root; all outlive the pages.
struct ViewContext
{
    models::Connection &connection;
    CommandRegistry &commands;
    Navigator &navigator;
    TimeTicker &ticker;
    Clipboard &clipboard;
    FileDialogs &files;
    ToastHost &toasts;
    QString environment;  ///< shown name
    bool sandbox = false; ///< the environment is a sandbox: pills are violet, not red
    QString draftsDir;    ///< where unfinished onboarding drafts are kept
    QString caFile = {};  ///< of the environment's private certificate authority; empty: a public one
    std::shared_ptr<KeptInput> kept = std::make_shared<KeptInput>(); ///< of dialogs that were left
    /// Questions that were kept under a name, and those asked last.
    std::shared_ptr<models::SavedViews> saved = std::make_shared<models::SavedViews>();
};

} // namespace pc::views
