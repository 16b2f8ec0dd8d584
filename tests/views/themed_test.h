// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/theme_controller.h"

#include <QApplication>
#include <QStandardPaths>
#include <QTest>

/// main() of a view test: application with the console's theme, light unless the test switches.
#define PC_THEMED_TEST_MAIN(TestClass)                                                                       \
    int main(int argc, char **argv)                                                                          \
    {                                                                                                        \
        QStandardPaths::setTestModeEnabled(true);                                                            \
        QApplication app(argc, argv);                                                                        \
        pc::views::ThemeController theme(app);                                                               \
        theme.setAppearance(pc::views::Appearance::Light);                                                   \
        TestClass test(theme);                                                                               \
        return QTest::qExec(&test, argc, argv);                                                              \
    }
