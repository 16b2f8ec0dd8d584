// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>
#include <QStringList>

class QGuiApplication;

namespace pc::app {

/// The languages that people can choose: those whose file in translations/ is complete.
/// tests/house/check_translations.py holds this list and the files together.
[[nodiscard]] QStringList offeredLanguages();

/// The language of the interface: `asked` when it is offered, else the first of the desktop's languages (as
/// QLocale::uiLanguages() names them, "de-AT") that is, else English.
[[nodiscard]] QString interfaceLanguage(const QString &asked, const QStringList &desktop);

/// The one locale for a language: numbers, dates, month names and Qt's own texts follow it, never the
/// desktop's. The desktop says the country only where it speaks the same language (de-AT); English elsewhere
/// is international English: 24 hours, and the day before the month.
[[nodiscard]] QLocale interfaceLocale(const QString &language, const QLocale &desktop);

/// Makes `locale` the process's default, the only place that does, and installs the texts of the console and
/// of Qt itself, and the direction of the layout unless `-reverse` was given. English always has its own
/// file, for plurals.
void installLanguage(QGuiApplication &application, const QLocale &locale);

} // namespace pc::app
