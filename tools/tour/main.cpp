// SPDX-License-Identifier: GPL-3.0-or-later
// console-tour DIR [LANGUAGE [WIDTHxHEIGHT]]: pictures of every page and dialog of the real console against
// its real local platform.
#include "app/language.h"
#include "tools/tour/console_driver.h"
#include "tools/tour/tour.h"

#include <QApplication>
#include <QLocale>
#include <QTemporaryDir>

#include <cstdio>

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("console-tour"));
    QApplication::setQuitOnLastWindowClosed(false);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2 || arguments.size() > 4) {
        std::fprintf(stderr, "usage: console-tour DIR [LANGUAGE [WIDTHxHEIGHT]]\n");
        return 2;
    }
    // Any language that has a file, complete or not: pictures of the layout from right to left want Arabic.
    pc::app::installLanguage(application, QLocale(arguments.value(2, QStringLiteral("en_GB"))));
    QTemporaryDir home;
    pc::app::ConsoleDriver driver(application, home.path(),
                                  QApplication::applicationDirPath() + QStringLiteral("/partner-platform"));
    const QStringList size = arguments.value(3, QStringLiteral("1440x900")).split(QLatin1Char('x'));
    pc::app::Tour tour(driver, arguments.at(1), QSize(size.value(0).toInt(), size.value(1).toInt()));
    const bool ok = tour.run();
    if (ok)
        std::printf("%d pictures in %s\n", tour.pictures(), qPrintable(arguments.at(1)));
    else
        std::fprintf(stderr, "console-tour: %s\n", qPrintable(driver.failure()));
    driver.close();
    return ok ? 0 : 1;
}
