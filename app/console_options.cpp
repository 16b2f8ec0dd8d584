// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console_options.h"

#include "app/language.h"

#include <QCommandLineParser>

#include <cstdio>
#include <cstdlib>

namespace pc::app {

using namespace Qt::StringLiterals;

ConsoleOptions parseConsoleOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Onboard partners, issue, rotate and revoke their API credentials."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption smoke(u"smoke"_s,
                                   u"Start the sample, wait for the first painted partner list, end."_s);
    const QCommandLineOption sample(u"sample"_s, u"Open the sample on this workstation at once."_s);
    const QCommandLineOption directory(u"directory"_s, u"Keep settings, state and sample below DIR."_s,
                                       u"DIR"_s);
    const QCommandLineOption language(
        u"language"_s, u"Language of the texts (%1)."_s.arg(offeredLanguages().join(u", "_s)), u"CODE"_s);
    const QCommandLineOption events(u"sample-events"_s, u"Audit events of new sample data."_s, u"N"_s);
    parser.addOptions({smoke, sample, directory, language, events});
    parser.process(arguments);

    ConsoleOptions options;
    options.smoke = parser.isSet(smoke);
    options.sample = parser.isSet(sample);
    options.directory = parser.value(directory);
    options.language = parser.value(language);
    if (parser.isSet(language) && !offeredLanguages().contains(options.language)) {
        std::fprintf(stderr,
                     "partner-console: --language %s: there are no texts in this language (there are: %s)\n",
                     qPrintable(options.language), qPrintable(offeredLanguages().join(u", "_s)));
        std::exit(2);
    }
    if (parser.isSet(events)) {
        bool ok = false;
        const qint64 count = parser.value(events).toLongLong(&ok);
        if (!ok || count < 0) {
            std::fprintf(stderr, "partner-console: --sample-events wants a number of events\n");
            std::exit(2);
        }
        options.sampleEvents = count;
    }
    return options;
}

} // namespace pc::app
