// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/command_reader.h"

#include <CLI/CLI.hpp> // house: command-lines — here, and nowhere else

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

/// Values are looked at when all words are read, so that --help wins whatever else is wrong.
void build(CLI::App &app, const Command &command)
{
    app.allow_extras();           // told in our words
    app.require_subcommand(0, 1); // an account may be called as a command
    for (const Operand &operand : command.operands)
        app.add_option(operand.name.toStdString(), CLI::callback_t(), std::string(), false);
    for (const Option &option : command.options) {
        const std::string name = option.name.toStdString();
        CLI::Option *added = option.placeholder.isEmpty()
                                 ? app.add_flag(name)
                                 : app.add_option(name, CLI::callback_t(), std::string(), false);
        added->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    }
    for (const Command &each : command.commands)
        build(*app.add_subcommand(each.name.toStdString()), each);
}

/// Where the words led to.
struct Reached
{
    const CLI::App *app;
    const Command *command;
    QStringList path;
};

Reached reached(const CLI::App &app, const Command &root)
{
    Reached place{&app, &root, {}};
    while (!place.app->get_subcommands().empty()) {
        place.app = place.app->get_subcommands().front();
        place.path += QString::fromStdString(place.app->get_name());
        const auto &commands = place.command->commands;
        place.command = &*std::find_if(commands.begin(), commands.end(), [&](const Command &each) {
            return each.name == place.path.constLast();
        });
    }
    return place;
}

QStringList valuesOf(const CLI::App &app, const QString &name)
{
    QStringList values;
    for (const std::string &value : app.get_option(name.toStdString())->results())
        values += QString::fromStdString(value);
    return values;
}

QString namesOf(const std::vector<Command> &commands)
{
    QStringList names;
    for (const Command &each : commands)
        names += each.name;
    return names.join(u", "_s);
}

/// A word that has no place: an option that is not known, a command that there is not, one word too many.
Taken withoutStrangers(const Reached &place)
{
    std::vector<std::string> left = place.app->remaining();
    std::erase(left, "--"); // which the library keeps among them
    if (left.empty())
        return {};
    const QString word = QString::fromStdString(left.front());
    if (word.startsWith(u'-') && word.size() > 1)
        return tl::make_unexpected(u"there is no option \"%1\""_s.arg(word.section(u'=', 0, 0)));
    if (!place.command->commands.empty())
        return tl::make_unexpected(
            u"there is no command \"%1\" (%2)"_s.arg(word, namesOf(place.command->commands)));
    return tl::make_unexpected(u"unexpected: \"%1\""_s.arg(word));
}

/// What is given is looked at before what is missing.
Taken takeGiven(const Reached &place)
{
    for (const Operand &operand : place.command->operands) {
        const QStringList values = valuesOf(*place.app, operand.name);
        if (values.isEmpty())
            continue;
        if (const Taken taken = operand.take(values.constFirst()); !taken)
            return tl::make_unexpected(QString(operand.name + u' ' + taken.error()));
    }
    for (const Option &option : place.command->options) {
        const QStringList values = valuesOf(*place.app, option.name);
        if (values.size() > 1 && !option.isRepeatable)
            return tl::make_unexpected(u"%1 is given twice"_s.arg(option.name));
        for (const QString &value : values) {
            if (const Taken taken = option.take(value); !taken)
                return tl::make_unexpected(QString(option.name + u' ' + taken.error()));
        }
    }
    return {};
}

Taken takeAll(const Reached &place)
{
    if (const Taken given = takeGiven(place); !given)
        return given;
    const Command &command = *place.command;
    const auto needed = [&place](const QString &what) { // "add needs NAME", as others of its group may not
        return tl::make_unexpected(place.path.size() > 1 ? u"%1 needs %2"_s.arg(place.path.constLast(), what)
                                                         : u"%1 is needed"_s.arg(what));
    };
    for (const Operand &operand : command.operands) {
        if (valuesOf(*place.app, operand.name).isEmpty())
            return needed(operand.name);
    }
    for (const Option &option : command.options) {
        if (option.isRequired && valuesOf(*place.app, option.name).isEmpty())
            return needed(QString(option.name + u' ' + option.placeholder));
    }
    return command.check ? command.check() : Taken();
}

/// What belongs to a group is not taken when one of its commands is asked for.
Taken nothingAbove(const Reached &place)
{
    for (const CLI::App *app = place.app->get_parent(); app; app = app->get_parent()) {
        for (const CLI::Option *option : app->get_options()) {
            if (option->count() > 0)
                return tl::make_unexpected(
                    u"unexpected: %1"_s.arg(QString::fromStdString(option->get_name())));
        }
        if (const Taken known = withoutStrangers({app, place.command, place.path}); !known)
            return known;
    }
    return {};
}

} // namespace

tl::expected<Asked, UsageFault> readCommandLine(const Command &root, const QStringList &words)
{
    const auto ordered = inOrder(root, words);
    if (!ordered)
        return tl::make_unexpected(ordered.error());
    CLI::App app;
    app.set_help_flag("--help,-h");
    build(app, root);
    std::vector<std::string> backwards; // as the library wants them
    for (auto word = ordered->crbegin(); word != ordered->crend(); ++word)
        backwards.push_back(word->toStdString());
    bool help = false;
    try {
        app.parse(std::move(backwards));
    } catch (const CLI::CallForHelp &) {
        help = true;
    } catch (const CLI::ParseError &error) {
        return tl::make_unexpected(UsageFault{QString::fromStdString(error.what()), reached(app, root).path});
    }
    const Reached place = reached(app, root);
    const auto fault = [&place](const QString &why) {
        return tl::make_unexpected(UsageFault{why, place.path});
    };
    const bool isGroup = !place.command->commands.empty();
    if (!help || isGroup) {
        if (const Taken known = withoutStrangers(place); !known)
            return fault(known.error());
    }
    if (help)
        return Asked{place.command, place.path, true};
    if (const Taken alone = nothingAbove(place); !alone)
        return fault(alone.error());
    if (isGroup && !place.command->run)
        return fault(u"a command is missing: %1"_s.arg(namesOf(place.command->commands)));
    if (const Taken taken = takeAll(place); !taken)
        return fault(taken.error());
    return Asked{place.command, place.path, false};
}

} // namespace pc::platform
