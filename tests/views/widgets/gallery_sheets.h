// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

/// Pages of the gallery: every widget of the kit with sample content. The parent owns them.
QWidget *controlsSheet();
QWidget *statesSheet();
QWidget *dataSheet();
QWidget *iconsSheet();
