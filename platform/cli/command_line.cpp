// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/command_line.h"

#include "platform/cli/gateway_command.h"
#include "platform/cli/history_command.h"
#include "platform/cli/operator_command.h"
#include "platform/cli/seed_command.h"
#include "platform/cli/serve_command.h"
#include "platform/cli/verify_command.h"

#include <QCoreApplication>

#include <cstdio>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

/// One line per subcommand; its function is declared in its own folder's header.
const std::vector<CommandEntry> &commands()
{
    static const std::vector<CommandEntry> table{
        {"serve", "runs the service", serveCommand},
        {"seed", "fills a new data directory with sample data", seedCommand},
        {"operator", "manages operator accounts and sign-in tokens", operatorCommand},
        {"history", "shows or accepts the history that the service found", historyCommand},
        {"verify", "checks the audit log of a stopped service", verifyCommand},
        {"gateway", "registers gateways and issues their client certificates", gatewayCommand},
    };
    return table;
}

void printUsage(std::FILE *out)
{
    std::fputs("Usage: partner-platform COMMAND [OPTIONS]\n\nCommands:\n", out);
    for (const CommandEntry &command : commands())
        std::fprintf(out, "  %-10s %s\n", command.name, command.summary);
    std::fputs("\npartner-platform COMMAND --help tells a command's options.\n", out);
}

} // namespace

int runCommandLine(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"partner-platform"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PC_VERSION));

    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.isEmpty()) {
        printUsage(stderr);
        return ExitUsage;
    }
    const QString first = arguments.constFirst();
    if (first == u"--help"_s || first == u"-h"_s || first == u"help"_s) {
        printUsage(stdout);
        return ExitDone;
    }
    if (first == u"--version"_s) {
        std::puts("partner-platform " PC_VERSION);
        return ExitDone;
    }
    for (const CommandEntry &command : commands()) {
        if (first == QString::fromLatin1(command.name))
            return command.run(arguments.mid(1));
    }
    std::fprintf(stderr, "partner-platform: there is no command \"%s\"\n", qPrintable(first));
    printUsage(stderr);
    return ExitUsage;
}

} // namespace pc::platform
