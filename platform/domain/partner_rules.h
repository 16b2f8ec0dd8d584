// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "contract/types/partner.h"
#include "contract/types/problem.h"
#include "platform/domain/credential_row.h"

/// What a partner, a grant and a stage must satisfy: pure functions over values.
namespace pc::platform::rules {

/// Everything about a draft that can be said without the store. (That the slug is free and the plan exists is
/// asked there.)
[[nodiscard]] QList<FieldError> checkDraft(const PartnerDraft &draft);

/// Verifications that are new need a telephone number to call back. `known`: the contacts as stored.
[[nodiscard]] QList<FieldError> checkVerifications(const QList<Contact> &wanted, const QList<Contact> &known);

/// The contacts as they are stored: who is verified anew was so by this operator, now (never at a time that
/// the client makes up), with whom the draft says or else the contact; a verification ends when person,
/// address or number change.
[[nodiscard]] QList<Contact> settledContacts(const QList<Contact> &wanted, const QList<Contact> &known,
                                             const QString &by, const QDateTime &now);

/// Scopes against the catalogue and the lawful basis: no wildcard, no unknown one, none that the basis does
/// not allow. `pointer` is where the list stands in the request.
[[nodiscard]] QList<FieldError> checkScopes(const QStringList &scopes, const QList<Scope> &catalogue,
                                            LawfulBasis basis, const QString &pointer);

/// Plan, scopes, resource rules and override of a grant.
[[nodiscard]] QList<FieldError> checkGrant(const GrantEdit &edit, const QList<Scope> &catalogue,
                                           const QList<Route> &routes, const QList<Plan> &plans,
                                           LawfulBasis basis, const QDateTime &now);

/// True when `after` takes nothing away that `before` gave. (Whatever does is waited for before it is
/// acknowledged.)
[[nodiscard]] bool isWidening(const Grant &before, const Grant &after);

/// What the gates look at.
struct GateFacts
{
    const Partner &partner;
    const Grant &grant;
    const QList<Scope> &catalogue;
    const QList<CredentialRow> &credentials;
    qint64 sandboxCalls = 0; ///< served
    qint64 limitedCalls = 0; ///< served in production realm
    QDateTime now;
};
[[nodiscard]] StageGates gates(const GateFacts &facts);
[[nodiscard]] bool allPassed(const StageGates &gates);

} // namespace pc::platform::rules
