// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/problem.h"

#include <QString>

#include <span>

/// Why a value of a field is refused: one vocabulary for the service, which sends the code of it, and for the
/// console, which says the same before it sends. The words are the views'.
namespace pc::rules {

enum class FieldFault {
    Unknown, ///< a code of a newer service
    Required,
    TooShort,
    TooLong,
    TooMany,
    Repeated,
    OutOfRange,
    NotText,       ///< TextFault::NotUnicode or Invisible
    BadCharacters, ///< TextFault::Control, DirectionOverride or Unassigned; in a Word also hidden ones
    BadFormat,     ///< not of the field's pattern; a time or bytes that are none
    UnknownValue,  ///< of the right form, but there is no such thing
    UnknownMember, ///< the request has no such field
    Malformed,     ///< of another JSON type
    Taken,         ///< somebody else has it
    Wildcard,
    NotGranted,       ///< a scope that the partner does not hold
    LawfulBasis,      ///< a scope that the lawful basis does not allow
    ScopesNotCovered, ///< a lawful basis or an agreement that does not allow the scopes that are granted
    DataCategory,     ///< a scope with data that the agreement does not name
    // Finer than their code: what exactly is out of range, missing or of no form.
    InThePast,
    TooFarAhead,    ///< later than secret_life.h allows
    NotYet,         ///< a day to come where one that was is meant
    BeforeStart,    ///< an end that does not lie after its beginning
    Ended,          ///< an agreement that is not in force any more
    MissingContact, ///< nobody of a kind that is needed
    Unread,         ///< what was typed stands for no value
};

struct FieldFaultRow
{
    FieldFault fault;
    const char *code; ///< as the API has it: "too_long"
};
/// Every fault but Unknown, in the order of the enumeration. Where several have one code, the first is what
/// the code means by itself.
[[nodiscard]] std::span<const FieldFaultRow> fieldFaults();
/// The stable code of the API: "required", "too_long", … Aborts for Unknown.
[[nodiscard]] QString codeOf(FieldFault fault);
/// Unknown for a code that this build does not know.
[[nodiscard]] FieldFault fieldFaultOf(const QString &code);

/// One thing that is wrong: where, and why.
struct FieldProblem
{
    QString pointer; ///< JSON pointer (RFC 6901) into the request: "/contacts/1/email"
    FieldFault fault = FieldFault::Required;
    QString detail = {}; ///< what the words need beside it: the scope, the kind of contact, what was typed
    bool operator==(const FieldProblem &) const = default;
};

/// A fault as the API tells it. `detail`: English, for logs and "Details".
[[nodiscard]] FieldError fieldError(const QString &pointer, FieldFault fault, const QString &detail);
/// And as it is read from there; a code that is not known is kept as the detail.
[[nodiscard]] FieldProblem fieldProblem(const FieldError &error);

} // namespace pc::rules
