// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/text_rule.h"
#include "contract/types/partner.h"

#include <algorithm>

/// What a verification of a contact by calling back stands on. Pure.
namespace pc::rules {

/// Whether `contact` says of its verification what is `known` of it: a later time, or another person spoken
/// to, is a call that was made anew.
[[nodiscard]] inline bool isSameCall(const Contact &contact, const Contact &known)
{
    const QString with = settled(contact.verifiedWith);
    return contact.verifiedAt <= known.verifiedAt && (with.isEmpty() || with == known.verifiedWith);
}

/// The contact as it is known, when it was verified already, neither person nor address nor number changed
/// since, and nobody called again: then its verification goes on. nullptr otherwise.
[[nodiscard]] inline const Contact *verifiedBefore(const QList<Contact> &known, const Contact &contact)
{
    const auto found = std::find_if(known.begin(), known.end(), [&contact](const Contact &other) {
        return other.verifiedAt && other.kind == contact.kind && other.name == contact.name &&
               other.email == contact.email && other.phone == contact.phone && isSameCall(contact, other);
    });
    return found == known.end() ? nullptr : &*found;
}

/// A new verification without a number to call back. (One of a release before, without a number, goes on.)
[[nodiscard]] inline bool lacksNumber(const Contact &contact, const QList<Contact> &known)
{
    return contact.verifiedAt && contact.phone.isEmpty() && !verifiedBefore(known, contact);
}

/// A new verification that does not say who was spoken to: the console asks for it. (The service takes the
/// contact's own name then, for clients of before.)
[[nodiscard]] inline bool lacksPerson(const Contact &contact, const QList<Contact> &known)
{
    return contact.verifiedAt && settled(contact.verifiedWith).isEmpty() && !verifiedBefore(known, contact);
}

} // namespace pc::rules
