// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/field_fault.h"
#include "contract/rules/text_rule.h"

#include <QString>

#include <optional>
#include <span>

/// Every field of the Admin API that a person fills, with its limits: one table, by which the service
/// refuses, the flow models check, the input widgets warn, and openapi.yaml is compared in a test. Lengths
/// are code points of the text as it is stored (text_rule.h).
namespace pc::rules {

enum class FieldKind {
    Text,       ///< one line that people read: the text rule; stored settled
    Paragraphs, ///< the same with several lines
    Word,       ///< an identifier: taken as it is, never trimmed; matches the whole of its pattern; no hidden
                ///< characters
    Whole,      ///< a whole number
    Decimal,    ///< a number with decimals
    Object,     ///< a member with fields of its own: `nested` names its schema
};

struct FieldLimit
{
    const char *schema; ///< of openapi.yaml, e.g. "PartnerDraft"
    const char *member; ///< JSON member, e.g. "legal_name"
    FieldKind kind;
    bool list; ///< an array of such values; `minimum` and `maximum` are those of one value
    /// Shortest length, or smallest number (of a Decimal: it must be above). A Text or Word of 1 or more must
    /// be filled, unless `orEmpty`.
    qint64 minimum;
    qint64 maximum;      ///< longest length or largest number
    const char *pattern; ///< of the whole text (no anchors); nullptr: any
    bool orEmpty;        ///< a text may be empty though `minimum` is more than 0
    bool required;       ///< the member must be there
    int minimumItems;    ///< of a list
    int maximumItems;    ///< of a list; 0 for others
    const char *nested;  ///< schema of an Object
};

/// The whole table, ordered by schema.
[[nodiscard]] std::span<const FieldLimit> fieldLimits();
/// The row of one member, e.g. limit("IssueRequest", "name"). Aborts when there is none: the names are ours.
[[nodiscard]] const FieldLimit &limit(const char *schema, const char *member);
/// The row of a place in a body of this schema, also of an entry of a list ("/contacts/1/email", "/tags/0");
/// nullptr where no row speaks of it.
[[nodiscard]] const FieldLimit *limitAt(const char *schema, const QString &pointer);

/// What a text that matches the field's pattern is, an English sentence; empty when it has none.
[[nodiscard]] QString formOf(const FieldLimit &limit);

/// What the field makes of a typed text before it is judged and stored: settled for Text and Paragraphs, as
/// it is for a Word.
[[nodiscard]] QString valueOf(const FieldLimit &limit, const QString &typed);
/// What is wrong with valueOf() a text field; nullopt when nothing is.
[[nodiscard]] std::optional<FieldFault> faultOf(const FieldLimit &limit, const QString &value);
/// What is wrong with a number field; nullopt when nothing is. Not a number is out of range.
[[nodiscard]] std::optional<FieldFault> faultOf(const FieldLimit &limit, double value);

} // namespace pc::rules
