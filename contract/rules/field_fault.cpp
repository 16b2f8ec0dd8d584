// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/field_fault.h"

#include "contract/types/in_order.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace pc::rules {

namespace {

using F = FieldFault;

constexpr std::array faultRows{
    FieldFaultRow{F::Required, "required"},
    FieldFaultRow{F::TooShort, "too_short"},
    FieldFaultRow{F::TooLong, "too_long"},
    FieldFaultRow{F::TooMany, "too_many"},
    FieldFaultRow{F::Repeated, "repeated"},
    FieldFaultRow{F::OutOfRange, "out_of_range"},
    FieldFaultRow{F::NotText, "not_text"},
    FieldFaultRow{F::BadCharacters, "bad_characters"},
    FieldFaultRow{F::BadFormat, "bad_format"},
    FieldFaultRow{F::UnknownValue, "unknown_value"},
    FieldFaultRow{F::UnknownMember, "unknown_member"},
    FieldFaultRow{F::Malformed, "malformed"},
    FieldFaultRow{F::Taken, "taken"},
    FieldFaultRow{F::Wildcard, "wildcard"},
    FieldFaultRow{F::NotGranted, "not_granted"},
    FieldFaultRow{F::LawfulBasis, "lawful_basis"},
    FieldFaultRow{F::ScopesNotCovered, "scopes_not_covered"},
    FieldFaultRow{F::DataCategory, "data_category"},
    FieldFaultRow{F::InThePast, "out_of_range"},
    FieldFaultRow{F::TooFarAhead, "out_of_range"},
    FieldFaultRow{F::NotYet, "out_of_range"},
    FieldFaultRow{F::BeforeStart, "out_of_range"},
    FieldFaultRow{F::Ended, "out_of_range"},
    FieldFaultRow{F::MissingContact, "required"},
    FieldFaultRow{F::Unread, "bad_format"},
};

static_assert(isInOrder(faultRows, &FieldFaultRow::fault, F::Required, F::Unread),
              "one row for each, in the order of the enumeration");

} // namespace

std::span<const FieldFaultRow> fieldFaults()
{
    return faultRows;
}

QString codeOf(FieldFault fault)
{
    if (fault == F::Unknown)
        std::abort();
    return QString::fromLatin1(faultRows[static_cast<std::size_t>(fault) - 1].code);
}

FieldFault fieldFaultOf(const QString &code)
{
    const auto *found = std::find_if(faultRows.begin(), faultRows.end(), [&code](const FieldFaultRow &row) {
        return code == QLatin1StringView(row.code);
    });
    return found == faultRows.end() ? F::Unknown : found->fault;
}

FieldError fieldError(const QString &pointer, FieldFault fault, const QString &detail)
{
    return {pointer, codeOf(fault), detail};
}

FieldProblem fieldProblem(const FieldError &error)
{
    const FieldFault fault = fieldFaultOf(error.code);
    return {error.pointer, fault, fault == F::Unknown ? error.code : QString()};
}

} // namespace pc::rules
