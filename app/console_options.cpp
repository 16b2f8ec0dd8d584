// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console_options.h"

#include "app/language.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

namespace pc::app {

using namespace Qt::StringLiterals;

namespace {

[[noreturn]] void refuse(const QString &why)
{
    std::fprintf(stderr, "partner-console: %s\n", qPrintable(why));
    std::exit(2);
}

ConsoleOptions parseConsoleOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Onboard partners, issue, rotate and revoke their API credentials."_s);
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption smoke(u"smoke"_s,
                                   u"Start the sample, wait for the first painted partner list, end."_s);
    const QCommandLineOption sample(u"sample"_s, u"Open the sample on this workstation at once."_s);
    const QCommandLineOption directory(u"directory"_s, u"Keep settings, state and sample below DIR."_s,
                                       u"DIR"_s);
    const QCommandLineOption language(
        u"language"_s, u"Language of the texts (%1)."_s.arg(offeredLanguages().join(u", "_s)), u"CODE"_s);
    const QCommandLineOption events(u"sample-events"_s, u"Audit events of new sample data."_s, u"N"_s);
    parser.addOptions({smoke, sample, directory, language, events});
    if (!parser.parse(arguments))
        refuse(parser.errorText());
    if (parser.isSet(help) || parser.isSet(u"help-all"_s))
        parser.showHelp(0);
    if (parser.isSet(version))
        parser.showVersion();
    if (!parser.positionalArguments().isEmpty())
        refuse(u"%1: there are options only, see --help"_s.arg(parser.positionalArguments().first()));

    ConsoleOptions options;
    options.smoke = parser.isSet(smoke);
    options.sample = parser.isSet(sample);
    options.directory = parser.value(directory);
    options.language = parser.value(language);
    if (parser.isSet(language) && !offeredLanguages().contains(options.language))
        refuse(u"--language %1: there are no texts in this language (there are: %2)"_s.arg(
            options.language, offeredLanguages().join(u", "_s)));
    if (parser.isSet(events)) {
        bool ok = false;
        const qint64 count = parser.value(events).toLongLong(&ok);
        if (!ok || count < 0)
            refuse(u"--sample-events wants a number of events"_s);
        options.sampleEvents = count;
    }
    return options;
}

} // namespace

QStringList withoutQtOptions(const QStringList &arguments)
{
    // https://doc.qt.io/qt-6/qguiapplication.html#supported-command-line-options and those of QApplication
    static const QStringList withValue{u"platform"_s,
                                       u"platformpluginpath"_s,
                                       u"platformtheme"_s,
                                       u"plugin"_s,
                                       u"qwindowgeometry"_s,
                                       u"qwindowicon"_s,
                                       u"qwindowtitle"_s,
                                       u"geometry"_s,
                                       u"icon"_s,
                                       u"title"_s,
                                       u"session"_s,
                                       u"display"_s,
                                       u"style"_s,
                                       u"stylesheet"_s};
    static const QStringList alone{u"reverse"_s, u"widgetcount"_s, u"testability"_s};
    QStringList own;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &word = arguments.at(i);
        const QString name = word.startsWith(u"--"_s) ? word.mid(2)
                             : word.startsWith(u'-')  ? word.mid(1)
                                                      : u""_s;
        if (i == 0 || name.isEmpty()) {
            own.append(word);
        } else if (withValue.contains(name)) {
            ++i;
        } else if (!alone.contains(name) && !withValue.contains(name.section(u'=', 0, 0))) {
            own.append(word);
        }
    }
    return own;
}

ConsoleOptions consoleOptions(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(u"partner-console"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PC_VERSION));
    // One without a window system, for as long as the words are read: it names the program in the help.
    const QCoreApplication words(argc, argv);
    return parseConsoleOptions(withoutQtOptions(QCoreApplication::arguments()));
}

} // namespace pc::app
