// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/partner.h"
#include "contract/types/problem.h"

/// What a partner must satisfy: pure functions over values.
namespace pc::platform::domain {

/// Everything about a draft that can be said without the store. (That the slug is free and the plan exists is
/// asked there.) `faults`: what the table of field limits says of it; told first.
[[nodiscard]] QList<FieldError> checkDraft(const PartnerDraft &draft, const QList<FieldError> &faults);

/// Verifications that are new need a telephone number to call back. `known`: the contacts as stored.
[[nodiscard]] QList<FieldError> checkVerifications(const QList<Contact> &wanted, const QList<Contact> &known);

/// The contacts as they are stored: who is verified anew was so by this operator, now (never at a time that
/// the client makes up), with whom the draft says or else the contact; a verification ends when person,
/// address or number change.
[[nodiscard]] QList<Contact> settledContacts(const QList<Contact> &wanted, const QList<Contact> &known,
                                             const QString &by, const QDateTime &now);

} // namespace pc::platform::domain
