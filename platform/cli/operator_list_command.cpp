// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/operator_list_command.h"

#include "platform/cli/data_option.h"
#include "platform/cli/operator_store.h"
#include "platform/cli/output.h"
#include "platform/store/rows/admin_rows.h"
#include "platform/store/rows/doc.h"

#include <memory>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

struct OperatorListOptions
{
    QString data;
};

Outcome tellOperators(const OperatorList &list)
{
    for (const ListedOperator &each : list.items)
        say(u"%1\t%2\t%3%4"_s.arg(each.account, each.roles.join(u','), each.displayName,
                                  each.disabled ? u"\t(disabled)"_s : QString()));
    return ExitCode::Done;
}

Outcome listOperators(const OperatorListOptions &options)
{
    if (const auto there = checkPlatform(options.data); !there)
        return tl::make_unexpected(there.error());
    if (const auto service = LocalService::on(options.data)) {
        const auto list = service->operators();
        return list ? tellOperators(*list) : tl::make_unexpected(failureOf(list.error()));
    }
    const auto stopped = StoppedStore::open(options.data, StoppedStore::WhenEmpty::Refuse);
    if (!stopped)
        return tl::make_unexpected(failureOf(stopped.error()));
    const auto read = stopped->store->readNow<OperatorList>([&stopped](Tx &tx) {
        OperatorList list;
        for (const OperatorRow &row : operator_rows::all(tx))
            list.items.append({row.account, row.displayName, textsOf(row.roles),
                               row.disabledAt.has_value() || stopped->isShut(tx, row.account)});
        return list;
    });
    return read ? tellOperators(*read) : failed(read.error().text);
}

} // namespace

Command operatorListCommand()
{
    const auto options = std::make_shared<OperatorListOptions>();
    Command command;
    command.name = u"list"_s;
    command.summary = u"lists the accounts"_s;
    command.text =
        u"Lists the accounts, one a line: account, roles, name and, where it is, (disabled), with a tab "
        "between."_s;
    command.options = {dataOption(options->data)};
    command.run = [options] { return listOperators(*options); };
    return command;
}

} // namespace pc::platform
