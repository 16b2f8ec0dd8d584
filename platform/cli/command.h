// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/api/exit_codes.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <functional>
#include <vector>

/// A command line as values: what a command takes, how it is told, what it does. Which library reads the
/// words is known to command_reader.cpp alone.
namespace pc::platform {

/// Nothing, or what is wrong, to be read after the name of the option: "wants a number …".
using Taken = tl::expected<void, QString>;
using Take = std::function<Taken(const QString &value)>;

struct Option
{
    QString name;        ///< "--data"
    QString placeholder; ///< of its value: "DIR"; empty: a switch
    QString help;        ///< part of a sentence, English
    Take take;
    bool isRequired = false;
    bool isRepeatable = false;
};

/// A word without a name; all are needed, in their order.
struct Operand
{
    QString name; ///< "ACCOUNT"
    Take take;
};

struct Failure
{
    QString why; ///< a sentence in English, without its full stop
    ExitCode code = ExitCode::Failed;
};
/// A failure is told on standard error by the caller; what a command says itself is told when it ends.
using Outcome = tl::expected<ExitCode, Failure>;

[[nodiscard]] inline tl::unexpected<Failure> failed(const QString &why, ExitCode code = ExitCode::Failed)
{
    return tl::make_unexpected(Failure{why, code});
}

struct Command
{
    QString name;    ///< "add"
    QString summary; ///< one line of a list of commands
    QString text;    ///< paragraphs, with an empty line between
    std::vector<Operand> operands;
    std::vector<Option> options;
    /// After all values were taken, for what no single one tells.
    std::function<Taken()> check;
    std::function<Outcome()> run;
    std::vector<Command> commands; ///< of a group, which runs nothing itself
};

} // namespace pc::platform
