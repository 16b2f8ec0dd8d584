// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/operator_store.h"

#include "platform/cli/data_option.h"
#include "platform/cli/values.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

void describe(Command &command, OperatorOptions &options)
{
    command.operands = {{u"ACCOUNT"_s, values::text(options.account)}};
    command.options = {dataOption(options.data)};
}

Failure failureOf(const LocalFault &fault)
{
    return {fault.text};
}

tl::expected<QString, Failure>
writeOperators(const StoppedStore &stopped, const QString &account,
               const std::function<tl::expected<QString, QString>(Tx &tx, const QDateTime &now)> &act)
{
    if (!stopped.history->isAccepted())
        return failed(u"%1; see partner-platform history --help"_s.arg(
            notAcceptedText(stopped.history->verdict().why)));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto done = stopped.store->writeNow<tl::expected<QString, QString>>([&](Tx &tx) {
        stopped.storeJournaled(tx, JournalEntry::Kind::Operator, account, now);
        return act(tx, now);
    });
    if (!done)
        return failed(done.error().text);
    return *done ? tl::expected<QString, Failure>(**done) : failed(done->error());
}

} // namespace pc::platform
