// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/catalogue_check_command.h"

#include "platform/cli/description_file.h"
#include "platform/cli/output.h"
#include "platform/cli/plain_text.h"
#include "platform/cli/values.h"
#include "platform/openapi/read_description.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownPath = 600;
constexpr qsizetype shownTitle = 120;

struct CatalogueCheckOptions
{
    QString file;
    bool list = false;
};

QString counted(qsizetype number, const QString &what)
{
    return u"%1 %2%3"_s.arg(number).arg(what, number == 1 ? QString() : u"s"_s);
}

/// Scopes of all alternatives, each once.
QStringList scopesOf(const openapi::Operation &operation)
{
    QStringList scopes;
    for (const openapi::SecurityAlternative &alternative : operation.security) {
        for (const openapi::SecurityNeed &need : alternative)
            scopes += need.scopes;
    }
    scopes.removeDuplicates();
    return scopes;
}

/// What a description asks of whoever calls an operation.
enum class CallersNeed { Scope, Proof, Nothing, NotSaid };

CallersNeed needOf(const openapi::Operation &operation)
{
    if (operation.security.isEmpty())
        return CallersNeed::NotSaid;
    if (std::any_of(operation.security.begin(), operation.security.end(),
                    [](const openapi::SecurityAlternative &each) { return each.isEmpty(); }))
        return CallersNeed::Nothing;
    return scopesOf(operation).isEmpty() ? CallersNeed::Proof : CallersNeed::Scope;
}

void tellNeeds(const QList<openapi::Operation> &operations)
{
    const std::pair<CallersNeed, QString> needs[]{{CallersNeed::Scope, u"a scope"_s},
                                                  {CallersNeed::Proof, u"a key or token, no scope"_s},
                                                  {CallersNeed::Nothing, u"nothing: open to everybody"_s},
                                                  {CallersNeed::NotSaid, u"not said"_s}};
    say(u"Asked of callers:"_s);
    for (const auto &need : needs) {
        const auto number = std::count_if(operations.begin(), operations.end(),
                                          [&need](const auto &each) { return needOf(each) == need.first; });
        if (number > 0)
            say(u"%1  %2"_s.arg(number, 7).arg(need.second));
    }
}

void tellOperation(const openapi::Operation &operation)
{
    const QStringList scopes = scopesOf(operation);
    say(u"%1 %2\t%3\t%4"_s.arg(operation.method, plainText(operation.path, shownPath),
                               scopes.isEmpty() ? u"-"_s : plainText(scopes.join(u' '), shownPath),
                               plainText(operation.title, shownTitle)));
}

void tellDescription(const openapi::Description &description)
{
    const QString version = description.version.isEmpty()
                                ? QString()
                                : u", version "_s + plainText(description.version, shownTitle);
    say(u"OpenAPI %1: %2%3"_s.arg(description.openapi, plainText(description.title, shownTitle), version));
    const QList<openapi::Operation> &operations = description.operations;
    const auto deprecated =
        std::count_if(operations.begin(), operations.end(), [](const auto &each) { return each.deprecated; });
    say(u"%1 on %2 below %3%4"_s.arg(
        counted(operations.size(), u"operation"_s), counted(description.paths, u"path"_s),
        description.basePath.isEmpty() ? u"/"_s : plainText(description.basePath, shownPath),
        deprecated == 0 ? QString() : u", %1 of them deprecated"_s.arg(deprecated)));
    if (!operations.isEmpty())
        tellNeeds(operations);
    if (description.leftOut.isEmpty())
        return;
    say(u"Left out, as the catalogue cannot have %1:"_s.arg(description.leftOut.size() == 1 ? u"it"_s
                                                                                            : u"them"_s));
    for (const openapi::LeftOut &each : description.leftOut)
        say(u"line %1: %2: %3"_s.arg(QString::number(each.line), plainText(each.what, shownPath),
                                     plainText(each.reason, shownPath)));
}

Outcome checkCatalogue(const CatalogueCheckOptions &options)
{
    const auto bytes = readDescriptionFile(options.file);
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    const auto description = openapi::readDescription(*bytes);
    if (!description) {
        const openapi::Fault &fault = description.error();
        const QString line = fault.line > 0 ? u", line %1"_s.arg(fault.line) : QString();
        return failed(u"%1%2: %3"_s.arg(options.file, line, plainText(fault.reason, shownPath)));
    }
    tellDescription(*description);
    if (options.list) {
        for (const openapi::Operation &each : description->operations)
            tellOperation(each);
    }
    return ExitCode::Done;
}

} // namespace

Command catalogueCheckCommand()
{
    const auto options = std::make_shared<CatalogueCheckOptions>();
    Command command;
    command.name = u"check"_s;
    command.summary = u"says what an OpenAPI description holds"_s;
    command.text =
        u"Reads an OpenAPI description, 3.0 or 3.1, JSON or YAML, of up to 64 MiB, and says how many "
        "operations it has, what it asks of their callers, and what the catalogue of routes could not have. "
        "A broken one is refused with its line. Nothing is changed, and no other file is read."_s;
    command.operands = {{u"FILE"_s, values::text(options->file)}};
    command.options = {{u"--list"_s,
                        {},
                        u"each operation, its scopes and its title, with a tab between"_s,
                        values::isGiven(options->list)}};
    command.run = [options] { return checkCatalogue(*options); };
    return command;
}

} // namespace pc::platform
