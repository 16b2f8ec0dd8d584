// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"

#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

static void initTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace pc::app {

using namespace Qt::StringLiterals;

void installLanguage(QGuiApplication &application, const QString &code)
{
    initTranslations();
    const QLocale locale = code.isEmpty() ? QLocale() : QLocale(code);
    if (!code.isEmpty())
        QLocale::setDefault(locale);
    // English below every language: where a translation is not finished, plurals still read as words.
    auto *english = new QTranslator(&application);
    if (english->load(u":/i18n/partner-console_en.qm"_s))
        application.installTranslator(english);
    auto *own = new QTranslator(&application);
    if (locale.language() != QLocale::English && own->load(locale, u"partner-console"_s, u"_"_s, u":/i18n"_s))
        application.installTranslator(own);
    auto *qt = new QTranslator(&application);
    if (qt->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        application.installTranslator(qt);
    application.setLayoutDirection(locale.textDirection());
}

} // namespace pc::app
