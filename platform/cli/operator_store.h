// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/cli/command.h"
#include "platform/local/local_service.h"
#include "platform/local/stopped_store.h"

namespace pc::platform {

/// `--data DIR` and ACCOUNT of a command on one operator.
struct OperatorOptions
{
    QString account;
    QString data;
};
void describe(Command &command, OperatorOptions &options);

[[nodiscard]] Failure failureOf(const LocalFault &fault);

/// Runs `act` in one transaction on the accounts of a stopped service, with what the side journal holds of
/// `account` stored before. Refused while the history is not accepted.
[[nodiscard]] tl::expected<QString, Failure>
writeOperators(const StoppedStore &stopped, const QString &account,
               const std::function<tl::expected<QString, QString>(Tx &tx, const QDateTime &now)> &act);

} // namespace pc::platform
