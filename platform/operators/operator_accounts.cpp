// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/operators/operator_accounts.h"

#include "contract/crypto/redaction.h"
#include "contract/rules/name_rules.h"
#include "contract/rules/text_rule.h"
#include "platform/operators/host_acts.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/rows/doc.h"

namespace pc::platform::operator_accounts {

using namespace Qt::StringLiterals;

namespace {

AuditEvent record(Tx &tx, AuditAction action, const QString &account, const QDateTime &at, const QString &by,
                  const QList<FieldChange> &changes)
{
    return host_acts::record(tx, {action, account, changes}, at, by);
}

} // namespace

tl::expected<OperatorRow, QString> check(const QString &account, const QString &displayName,
                                         const QStringList &roles, const QDateTime &now)
{
    if (!pc::rules::isAccountName(account))
        return tl::make_unexpected(u"an account is 1 to 40 lower-case letters, digits, '.', '_' and '-'"_s);
    // These stand for others in the audit log.
    if (account == u"platform" || account == u"command" || account.startsWith(u"uid-"))
        return tl::make_unexpected(
            u"\"%1\" is no name for an operator: the audit log uses it"_s.arg(account));
    OperatorRow row;
    row.account = account;
    const QString shown = pc::rules::settled(displayName);
    if (pc::rules::textFault(shown, pc::rules::Lines::One) != pc::rules::TextFault::None ||
        pc::rules::codePoints(shown) > pc::rules::longestDisplayName)
        return tl::make_unexpected(
            u"a display name is one line that can be read, of at most %1 characters"_s.arg(
                pc::rules::longestDisplayName));
    row.displayName = shown.isEmpty() ? account : shown;
    row.createdAt = now;
    for (const QString &text : roles) {
        const Role role = enumFromText<Role>(text);
        if (role == Role::Unknown)
            return tl::make_unexpected(
                u"there is no role \"%1\" (viewer, support, partner_ops, security, admin)"_s.arg(text));
        if (!row.roles.contains(role))
            row.roles.append(role);
    }
    if (row.roles.isEmpty())
        return tl::make_unexpected(u"an operator needs at least one role"_s);
    return row;
}

QString unknownText(const QString &account)
{
    return u"there is no operator \"%1\""_s.arg(account);
}

QString disabledText(const QString &account)
{
    return u"the operator \"%1\" is disabled"_s.arg(account);
}

Changed put(Tx &tx, OperatorRow row, const QString &by)
{
    row.displayName = redactText(row.displayName);
    const auto before = operator_rows::find(tx, row.account);
    const QDateTime now = row.createdAt;
    if (before)
        row.createdAt = before->createdAt;
    if (before && *before == row)
        return {row, {}};
    operator_rows::put(tx, row);
    QList<FieldChange> changes{{u"roles"_s, before ? textsOf(before->roles).join(u", "_s) : QString(),
                                textsOf(row.roles).join(u", "_s)}};
    if (before && before->disabledAt)
        changes.append({u"status"_s, u"disabled"_s, u"enabled"_s});
    return {row, record(tx, before ? AuditAction::OperatorEdit : AuditAction::OperatorAdd, row.account, now,
                        by, changes)};
}

std::optional<Changed> shut(Tx &tx, const QString &account, const QDateTime &now)
{
    auto row = operator_rows::find(tx, account);
    if (!row)
        return {};
    if (row->disabledAt)
        return Changed{*row, {}};
    row->disabledAt = now;
    operator_rows::put(tx, *row);
    session_rows::removeAccount(tx, account);
    return Changed{
        *row, host_acts::eventOf(
                  {AuditAction::OperatorDisable, account, {{u"status"_s, u"enabled"_s, u"disabled"_s}}})};
}

std::optional<Changed> disable(Tx &tx, const QString &account, const QDateTime &now, const QString &by,
                               const QString &requestId)
{
    auto changed = shut(tx, account, now);
    if (changed && changed->event)
        changed->event = audit_log::append(tx, host_acts::byTheHost(*changed->event, now, by, requestId));
    return changed;
}

tl::expected<OperatorSessions::Minted, QString> signIn(Tx &tx, const QString &account, const QDateTime &now,
                                                       const QString &by, RandomSource &random)
{
    const auto row = operator_rows::find(tx, account);
    if (!row)
        return tl::make_unexpected(unknownText(account));
    if (row->disabledAt)
        return tl::make_unexpected(disabledText(account));
    OperatorSessions::Minted minted = OperatorSessions::mint(account, now, random);
    session_rows::put(tx, minted.row);
    recordSignIn(tx, minted.row, now, by);
    return minted;
}

AuditEvent recordSignIn(Tx &tx, const SessionRow &row, const QDateTime &at, const QString &by)
{
    return record(tx, AuditAction::SessionBegin, row.account, at, by, {{u"session"_s, {}, row.chain}});
}

OperatorRow localAdministrator(const QDateTime &now)
{
    OperatorRow row;
    row.account = QStringView(localAccount).toString();
    row.displayName = u"Local administrator"_s;
    row.roles = {Role::Admin};
    row.createdAt = now;
    return row;
}

std::optional<AuditEvent> ensureLocalAdministrator(Tx &tx, const QString &account, const QDateTime &now,
                                                   const QString &by)
{
    if (account != QStringView(localAccount) || operator_rows::find(tx, account))
        return {};
    return put(tx, localAdministrator(now), by).event;
}

} // namespace pc::platform::operator_accounts
