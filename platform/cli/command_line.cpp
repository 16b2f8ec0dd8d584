// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/command_line.h"

#include "platform/cli/catalogue_command.h"
#include "platform/cli/command_reader.h"
#include "platform/cli/gateway_command.h"
#include "platform/cli/help_text.h"
#include "platform/cli/history_command.h"
#include "platform/cli/import_command.h"
#include "platform/cli/operator_command.h"
#include "platform/cli/output.h"
#include "platform/cli/pack_command.h"
#include "platform/cli/report_command.h"
#include "platform/cli/seed_command.h"
#include "platform/cli/serve_command.h"
#include "platform/cli/values.h"
#include "platform/cli/verify_command.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstring>
#include <memory>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

const QString program = QStringLiteral("partner-platform");

QString programHelp()
{
    return helpText(programCommands(), program, {}) + exitCodesText();
}

/// "partner-platform gateway: …", by the first word: whoever runs several knows which it was.
void complainOf(const QStringList &path, const QString &why)
{
    complain((QStringList{program} + path.mid(0, 1)).join(u' ') + u": "_s + why);
}

/// `code`, unless what it stands for was lost on its way out.
ExitCode whenSaid(const QStringList &path, ExitCode code)
{
    if (wasSaid())
        return code;
    complainOf(path,
               u"standard output cannot be written: %1"_s.arg(QString::fromLocal8Bit(std::strerror(errno))));
    return ExitCode::Failed;
}

ExitCode runAsked(const Asked &asked)
{
    const Outcome outcome = asked.command->run();
    if (!outcome) {
        (void)wasSaid(); // what was said comes before the complaint where both go to one place
        complainOf(asked.path, outcome.error().why);
        return outcome.error().code;
    }
    return whenSaid(asked.path, *outcome);
}

} // namespace

Command programCommands()
{
    const auto wantsVersion = std::make_shared<bool>(false);
    Command root;
    root.name = program;
    root.text = u"The service of Partner Console, and what is done with it on its own host."_s;
    root.options = {{u"--version"_s, {}, u"the version of this program"_s, values::isGiven(*wantsVersion)}};
    root.run = [wantsVersion]() -> Outcome {
        if (*wantsVersion) {
            say(program + u" " PC_VERSION);
            return ExitCode::Done;
        }
        complain(programHelp().chopped(1));
        return ExitCode::Usage;
    };
    root.commands = {serveCommand(),  seedCommand(),    operatorCommand(),  historyCommand(),
                     verifyCommand(), gatewayCommand(), catalogueCommand(), importCommand(),
                     packCommand(),   reportCommand()};
    return root;
}

ExitCode runCommandLine(const QStringList &words)
{
    const Command root = programCommands();
    const bool isHelp = words.value(0) == u"help"_s;
    const auto asked = readCommandLine(root, isHelp ? words.mid(1) + QStringList{u"--help"_s} : words);
    if (!asked) {
        const UsageFault &fault = asked.error();
        const QString called = (QStringList{program} + fault.path).join(u' ');
        complainOf(fault.path, u"%1; see %2 --help"_s.arg(fault.why, called));
        return ExitCode::Usage;
    }
    if (!asked->help)
        return runAsked(*asked);
    say((asked->path.isEmpty() ? programHelp() : helpText(*asked->command, program, asked->path)).chopped(1));
    return whenSaid(asked->path, ExitCode::Done);
}

int runProgram(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(program);
    QCoreApplication::setApplicationVersion(QStringLiteral(PC_VERSION));
    return static_cast<int>(runCommandLine(QCoreApplication::arguments().mid(1)));
}

} // namespace pc::platform
