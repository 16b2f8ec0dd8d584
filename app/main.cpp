// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console_app.h"
#include "app/console_options.h"
#include "app/console_paths.h"
#include "app/console_settings.h"
#include "app/hardening.h"
#include "app/language.h"
#include "app/services.h"
#include "app/smoke_run.h"
#include "client/http/timer_clock.h"
#include "client/sign_in/keychain_store.h"
#include "contract/crypto/random_source.h"
#include "models/session/profiles.h"
#include "views/seams/file_dialogs.h"
#include "views/seams/system_clipboard.h"
#include "views/style/theme_controller.h"

#include <QApplication>
#include <QIcon>
#include <QLocale>

int main(int argc, char *argv[])
{
    pc::app::hardenProcess();
    const pc::app::ConsoleOptions options = pc::app::consoleOptions(argc, argv);
    QApplication application(argc, argv);
    QApplication::setDesktopFileName(QStringLiteral("org.partnerconsole.PartnerConsole"));
    QApplication::setQuitOnLastWindowClosed(true);

    const pc::app::ConsolePaths paths = options.directory.isEmpty()
                                            ? pc::app::ConsolePaths::standard()
                                            : pc::app::ConsolePaths::below(options.directory);
    pc::app::ConsoleSettings settings(paths.config + QStringLiteral("/settings.json"));
    const QLocale desktop = QLocale::system();
    const QString language = pc::app::interfaceLanguage(
        options.language.isEmpty() ? settings.language() : options.language, desktop.uiLanguages());
    pc::app::installLanguage(application, pc::app::interfaceLocale(language, desktop));

    pc::views::ThemeController theme(application);
    theme.setAppearance(settings.appearance());
    theme.setTextPercent(settings.textPercent());
    pc::client::SystemClock clock;
    pc::SystemRandom random;
    pc::client::KeychainStore secrets(QStringLiteral("partner-console"));
    pc::models::Profiles profiles(paths.config + QStringLiteral("/profiles.json"));
    pc::views::SystemClipboard clipboard(*QApplication::clipboard());
    pc::views::SystemFileDialogs files;
    const pc::app::Services services{clock, random, secrets, profiles, settings, theme, clipboard, files};

    pc::app::ConsoleApp console(services, paths, options);
    if (options.smoke) {
        auto *smoke = new pc::app::SmokeRun(console, &application);
        Q_UNUSED(smoke)
    }
    console.start();
    return application.exec();
}
