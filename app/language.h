// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QGuiApplication;

namespace pc::app {

/// Installs the texts of the console and of Qt itself for `code` ("de"), or for the desktop's language when
/// empty, and the layout direction that goes with it. English always has its own file, for plurals.
void installLanguage(QGuiApplication &application, const QString &code);

} // namespace pc::app
