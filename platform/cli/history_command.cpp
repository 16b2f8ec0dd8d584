// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/history_command.h"

#include "platform/cli/data_option.h"
#include "platform/cli/output.h"
#include "platform/local/history_api.h"
#include "platform/local/local_service.h"
#include "platform/local/stopped_store.h"
#include "platform/store/history/history_anchor.h"

#include <memory>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

struct HistoryOptions
{
    QString data;
    QString reason; ///< of an acceptance, as it is recorded
};

ExitCode tellHistory(bool accepted, const QString &why)
{
    say(accepted ? u"The history is accepted."_s : u"The history is not accepted: %1."_s.arg(why));
    return accepted ? ExitCode::Done : ExitCode::Failed;
}

Outcome show(const HistoryOptions &options)
{
    if (const auto there = checkPlatform(options.data); !there)
        return tl::make_unexpected(there.error());
    if (const auto service = LocalService::on(options.data)) {
        const auto state = service->history();
        return state ? Outcome(tellHistory(state->accepted, state->why)) : failed(state.error().text);
    }
    const auto stopped = StoppedStore::open(options.data, StoppedStore::WhenEmpty::Refuse);
    if (!stopped)
        return tl::make_unexpected(failureOf(stopped.error()));
    return tellHistory(stopped->history->isAccepted(), stopped->history->verdict().why);
}

Outcome accept(const HistoryOptions &options)
{
    if (const auto there = checkPlatform(options.data); !there)
        return tl::make_unexpected(there.error());
    if (const auto service = LocalService::on(options.data)) {
        const auto accepted = service->acceptHistory(options.reason);
        return accepted ? Outcome(tellHistory(true, {})) : failed(accepted.error().text);
    }
    const auto stopped = StoppedStore::open(options.data, StoppedStore::WhenEmpty::Refuse);
    if (!stopped)
        return tl::make_unexpected(failureOf(stopped.error()));
    HistoryAnchor &history = *stopped->history;
    if (const QString why = history.cannotBeAccepted(); !why.isEmpty())
        return failed(why);
    const auto stored = stopped->store->writeNow<bool>([&](Tx &tx) {
        history.accept(tx, options.reason, u"command"_s, QDateTime::currentDateTimeUtc());
        return true;
    });
    if (!stored)
        return failed(stored.error().text);
    if (!history.isAccepted())
        return failed(u"the anchor file cannot be written"_s);
    return tellHistory(true, {});
}

Command showCommand()
{
    const auto options = std::make_shared<HistoryOptions>();
    Command command;
    command.name = u"show"_s;
    command.summary = u"says what does not fit"_s;
    command.text =
        u"Says whether the audit log is the one that audit-anchor remembers, and what does not fit; exit "
        "code 1 when it is not accepted."_s;
    command.options = {dataOption(options->data)};
    command.run = [options] { return show(*options); };
    return command;
}

Command acceptCommand()
{
    const auto options = std::make_shared<HistoryOptions>();
    Command command;
    command.name = u"accept"_s;
    command.summary = u"takes the log as it is"_s;
    command.text =
        u"Takes the log as it is, as an event with your reason. What was revoked after that copy was made "
        "works again, so revoke it again."_s;
    command.options = {
        dataOption(options->data),
        {u"--reason"_s, u"TEXT"_s, u"why, in %1"_s.arg(acceptanceReasonLength()),
         [options](const QString &value) -> Taken {
             const auto reason = acceptanceReason(value);
             if (!reason)
                 return tl::make_unexpected(u"wants a text of %1"_s.arg(acceptanceReasonLength()));
             options->reason = *reason;
             return {};
         },
         true},
    };
    command.run = [options] { return accept(*options); };
    return command;
}

} // namespace

Command historyCommand()
{
    Command command;
    command.name = u"history"_s;
    command.summary = u"shows or accepts the history that the service found"_s;
    command.text =
        u"The service decides nothing when the audit log in its database is not the one that audit-anchor "
        "remembers: an older copy was put back, or the log was changed."_s;
    command.commands = {showCommand(), acceptCommand()};
    return command;
}

} // namespace pc::platform
