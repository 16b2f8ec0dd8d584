// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/operator_disable_command.h"

#include "platform/cli/data_option.h"
#include "platform/cli/operator_store.h"
#include "platform/cli/output.h"
#include "platform/local/record_host_act.h"
#include "platform/operators/operator_accounts.h"
#include "platform/store/rows/admin_rows.h"

#include <memory>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

/// Taking power away does not wait until somebody has looked into the history.
Outcome disableLater(const StoppedStore &stopped, const QString &account)
{
    using Found = std::optional<OperatorRow>;
    const auto known =
        stopped.store->readNow<Found>([&account](Tx &tx) { return operator_rows::find(tx, account); });
    if (!known)
        return failed(known.error().text);
    if (!*known)
        return failed(operator_accounts::unknownText(account));
    if ((*known)->disabledAt)
        return ExitCode::Done;
    const auto kept = host_acts::keepForLater(
        stopped, host_acts::disabledOperator(account, QDateTime::currentDateTimeUtc(), u"command"_s));
    if (!kept)
        return failed(kept.error());
    say(u"\"%1\" is shut out from the next start on. The side journal keeps it, as the history is not "
        "accepted; the audit log has it once it is."_s.arg(account));
    return ExitCode::Done;
}

Outcome disable(const OperatorOptions &options)
{
    if (const auto there = checkPlatform(options.data); !there)
        return tl::make_unexpected(there.error());
    if (const auto service = LocalService::on(options.data)) {
        const auto disabled = service->disable(options.account);
        if (!disabled)
            return tl::make_unexpected(failureOf(disabled.error()));
        if (*disabled) // kept by the side journal
            say((*disabled)->detail);
        return ExitCode::Done;
    }
    const auto stopped = StoppedStore::open(options.data, StoppedStore::WhenEmpty::Refuse);
    if (!stopped)
        return tl::make_unexpected(failureOf(stopped.error()));
    if (!stopped->history->isAccepted())
        return disableLater(*stopped, options.account);
    const auto act = [&options](Tx &tx, const QDateTime &now) -> tl::expected<QString, QString> {
        if (!operator_accounts::disable(tx, options.account, now, u"command"_s))
            return tl::make_unexpected(operator_accounts::unknownText(options.account));
        return QString();
    };
    return writeOperators(*stopped, options.account, act).map([](const QString &) { return ExitCode::Done; });
}

} // namespace

Command operatorDisableCommand()
{
    const auto options = std::make_shared<OperatorOptions>();
    Command command;
    command.name = u"disable"_s;
    command.summary = u"shuts an account out"_s;
    command.text =
        u"Ends the sessions of an account at once, and lets it begin none; add enables it again."_s;
    describe(command, *options);
    command.run = [options] { return disable(*options); };
    return command;
}

} // namespace pc::platform
