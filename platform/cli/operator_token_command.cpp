// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/operator_token_command.h"

#include "platform/cli/data_option.h"
#include "platform/cli/operator_store.h"
#include "platform/cli/output.h"
#include "platform/operators/operator_accounts.h"

#include <memory>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

Outcome signIn(const OperatorOptions &options)
{
    const auto tell = [](const QString &token) {
        say(token);
        return ExitCode::Done;
    };
    if (const auto there = checkPlatform(options.data); !there)
        return tl::make_unexpected(there.error());
    if (const auto service = LocalService::on(options.data)) {
        const auto signedIn = service->signIn(options.account);
        return signedIn ? Outcome(tell(signedIn->token)) : tl::make_unexpected(failureOf(signedIn.error()));
    }
    const auto stopped = StoppedStore::open(options.data, StoppedStore::WhenEmpty::Refuse);
    if (!stopped)
        return tl::make_unexpected(failureOf(stopped.error()));
    SystemRandom random;
    const auto act = [&](Tx &tx, const QDateTime &now) {
        return operator_accounts::signIn(tx, options.account, now, u"command"_s, random)
            .map([](const OperatorSessions::Minted &minted) {
                return QString::fromLatin1(minted.token.view());
            });
    };
    return writeOperators(*stopped, options.account, act).map(tell);
}

} // namespace

Command operatorTokenCommand()
{
    const auto options = std::make_shared<OperatorOptions>();
    Command command;
    command.name = u"token"_s;
    command.summary = u"prints a sign-in token"_s;
    command.text = u"Prints a sign-in token for the console. It is valid for 15 minutes."_s;
    describe(command, *options);
    command.run = [options] { return signIn(*options); };
    return command;
}

} // namespace pc::platform
