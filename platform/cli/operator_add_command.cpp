// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/operator_add_command.h"

#include "platform/cli/data_option.h"
#include "platform/cli/operator_store.h"
#include "platform/cli/output.h"
#include "platform/cli/values.h"
#include "platform/operators/operator_accounts.h"

#include <memory>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

struct OperatorAddOptions
{
    OperatorOptions whom;
    QString displayName;
    QStringList roles;
};

Outcome addOperator(const OperatorAddOptions &options)
{
    const OperatorAddition wanted{options.whom.account, options.displayName, options.roles};
    if (const auto there = checkDirectory(options.whom.data); !there)
        return tl::make_unexpected(there.error());
    if (const auto service = LocalService::on(options.whom.data)) {
        const auto added = service->add(wanted);
        return added ? Outcome(ExitCode::Done) : tl::make_unexpected(failureOf(added.error()));
    }
    const auto stopped = StoppedStore::open(options.whom.data, StoppedStore::WhenEmpty::Create);
    if (!stopped)
        return tl::make_unexpected(failureOf(stopped.error()));
    const auto act = [&wanted](Tx &tx, const QDateTime &now) -> tl::expected<QString, QString> {
        return operator_accounts::check(wanted.account, wanted.displayName, wanted.roles, now)
            .map([&tx](const OperatorRow &row) {
                return operator_accounts::put(tx, row, u"command"_s).row.account;
            });
    };
    return writeOperators(*stopped, wanted.account, act).map([](const QString &) { return ExitCode::Done; });
}

} // namespace

Command operatorAddCommand()
{
    const auto options = std::make_shared<OperatorAddOptions>();
    Command command;
    command.name = u"add"_s;
    command.summary = u"makes an account, or changes its roles"_s;
    command.text =
        u"Makes an account: 1 to 40 lower-case letters, digits, '.', '_' and '-'. Of one that is there it "
        "sets the roles, and enables it again."_s;
    describe(command, options->whom);
    command.options.push_back({u"--role"_s, u"ROLE"_s,
                               u"viewer, support, partner_ops, security or admin; once for each role"_s,
                               values::oneMore(options->roles), false, true});
    command.options.push_back({u"--name"_s, u"TEXT"_s, u"what the console shows (default: the account)"_s,
                               [options](const QString &value) -> Taken {
                                   options->displayName = value;
                                   return {};
                               }});
    command.run = [options] { return addOperator(*options); };
    return command;
}

} // namespace pc::platform
