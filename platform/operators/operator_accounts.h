// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"
#include "platform/operators/operator_sessions.h"
#include "platform/store/sql/tx.h"

#include <tl/expected.hpp>

/// Local operator accounts: the same functions behind the socket of a running service and behind the command
/// on a stopped one.
namespace pc::platform::operator_accounts {

/// Account: 1 to 40 lower-case letters, digits, '.', '_', '-'; at least one role. Errors are sentences.
[[nodiscard]] tl::expected<OperatorRow, QString> check(const QString &account, const QString &displayName,
                                                       const QStringList &roles, const QDateTime &now);

/// What is said of an account that is not there, and of one that is shut out.
[[nodiscard]] QString unknownText(const QString &account);
[[nodiscard]] QString disabledText(const QString &account);

/// An account as an act leaves it.
struct Changed
{
    OperatorRow row;
    std::optional<AuditEvent> event; ///< what is told of it; nothing when nothing was changed
};

/// New, or with new roles when it is there already (that enables it again). Audited: gives the event as it is
/// stored.
Changed put(Tx &tx, OperatorRow row, const QString &by);

/// Disables it, and ends its sessions; its event is not recorded yet. Nothing when there is no such account.
[[nodiscard]] std::optional<Changed> shut(Tx &tx, const QString &account, const QDateTime &now);
/// The same by somebody on the host. Nothing when there is no such account. Audited, as asked for by
/// `requestId`: gives the event as it is stored.
std::optional<Changed> disable(Tx &tx, const QString &account, const QDateTime &now, const QString &by,
                               const QString &requestId = {});
/// A sign-in; the error is a sentence. Audited; the token is in nobody's store.
[[nodiscard]] tl::expected<OperatorSessions::Minted, QString>
signIn(Tx &tx, const QString &account, const QDateTime &now, const QString &by, RandomSource &random);

/// The event of a sign-in whose session is `row`.
AuditEvent recordSignIn(Tx &tx, const SessionRow &row, const QDateTime &at, const QString &by);

/// The account of whoever starts the service on this machine for itself.
inline constexpr char16_t localAccount[] = u"local-admin";
/// What the administrator of this machine's own platform is at first.
[[nodiscard]] OperatorRow localAdministrator(const QDateTime &now);
/// Makes that account when `account` is it and it is missing, audited; else it stays as it is: whoever
/// changed or disabled it meant it. Gives the event as it is stored.
std::optional<AuditEvent> ensureLocalAdministrator(Tx &tx, const QString &account, const QDateTime &now,
                                                   const QString &by);

} // namespace pc::platform::operator_accounts
