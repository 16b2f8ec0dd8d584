// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"

#include <QGuiApplication>
#include <QLibraryInfo>
#include <QTranslator>

static void initTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace pc::app {

using namespace Qt::StringLiterals;

namespace {

const auto english = "en"_L1;

/// A plural's number by the locale ("76,403 calls"): Qt writes %n without thousands.
class PluralTranslator final : public QTranslator
{
public:
    using QTranslator::QTranslator;

    [[nodiscard]] QString translate(const char *context, const char *source, const char *disambiguation,
                                    int n) const override
    {
        QString text = QTranslator::translate(context, source, disambiguation, n);
        return n < 0 ? text : text.replace("%n"_L1, "%Ln"_L1);
    }
};

} // namespace

QStringList offeredLanguages()
{
    return {u"en"_s, u"de"_s};
}

QString interfaceLanguage(const QString &asked, const QStringList &desktop)
{
    const QStringList offered = offeredLanguages();
    for (const QString &wanted : QStringList{asked} + desktop) {
        const QString language = wanted.section(u'-', 0, 0).section(u'_', 0, 0).toLower();
        if (offered.contains(language))
            return language;
    }
    return english;
}

QLocale interfaceLocale(const QString &language, const QLocale &desktop)
{
    const QLocale plain(language);
    if (plain.language() == desktop.language() && desktop.language() != QLocale::C)
        return QLocale(desktop.language(), desktop.script(), desktop.territory());
    return language == english ? QLocale(QLocale::English, QLocale::UnitedKingdom) : plain;
}

void installLanguage(QGuiApplication &application, const QLocale &locale)
{
    initTranslations();
    QLocale::setDefault(locale);
    // English below every language: where a translation is not finished, plurals still read as words.
    auto *fallback = new PluralTranslator(&application);
    if (fallback->load(u":/i18n/partner-console_en.qm"_s))
        application.installTranslator(fallback);
    auto *own = new PluralTranslator(&application);
    if (locale.language() != QLocale::English && own->load(locale, u"partner-console"_s, u"_"_s, u":/i18n"_s))
        application.installTranslator(own);
    auto *qt = new QTranslator(&application);
    if (qt->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        application.installTranslator(qt);
    // Qt's own option -reverse has turned the layout by now; a language turns it by itself.
    if (application.layoutDirection() == Qt::LeftToRight)
        application.setLayoutDirection(locale.textDirection());
}

} // namespace pc::app
