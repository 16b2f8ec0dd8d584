// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/call_fields.h"

#include <algorithm>
#include <cstdlib>

namespace pc::rules {

namespace {

constexpr CallFieldRow rows[]{
    {CallField::Partner, "partner_id", true, true},
    {CallField::Credential, "credential_id", true, true},
    {CallField::Generation, "generation", false, false},
    {CallField::Realm, "realm", true, false},
    {CallField::Method, "method", true, false},
    {CallField::Route, "route_id", true, true},
    {CallField::Path, "path", false, false},
    {CallField::Outcome, "outcome", true, true},
    {CallField::Reason, "reason", true, true},
    {CallField::Status, "status", true, true},
    {CallField::Source, "source", true, true},
    {CallField::UserAgent, "user_agent", false, false},
    {CallField::Gateway, "gateway", true, true},
    {CallField::Request, "request_id", false, false},
    {CallField::Decision, "call_id", false, false},
};

template <typename E>
bool isKnown(const QString &value)
{
    return enumFromText<E>(value) != E::Unknown;
}

bool isNumber(const QString &value, int most)
{
    bool ok = false;
    const int number = value.toInt(&ok);
    return ok && number >= 0 && number <= most && QString::number(number) == value;
}

} // namespace

std::span<const CallFieldRow> callFields()
{
    return rows;
}

const CallFieldRow &callField(CallField field)
{
    const auto *found = std::find_if(std::begin(rows), std::end(rows),
                                     [field](const CallFieldRow &row) { return row.field == field; });
    if (found == std::end(rows))
        std::abort();
    return *found;
}

bool isCallValue(CallField field, const QString &value)
{
    switch (field) {
    case CallField::Outcome:
        return isKnown<Outcome>(value);
    case CallField::Reason:
        return isKnown<DecisionReason>(value);
    case CallField::Realm:
        return isKnown<Realm>(value);
    case CallField::Status:
        return isNumber(value, 999);
    case CallField::Generation:
        return isNumber(value, 1'000'000);
    default:
        return !value.isEmpty();
    }
}

} // namespace pc::rules
