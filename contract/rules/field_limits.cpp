// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/field_limits.h"

#include "contract/rules/secret_life.h"

#include <QByteArrayView>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace pc::rules {

using namespace Qt::StringLiterals;

namespace {

using enum FieldKind;

constexpr char countryPattern[] = "[A-Z]{2}";
constexpr char timeZonePattern[] = "[A-Za-z0-9_+/-]+";
constexpr char ticketPattern[] = "\\S+(?: \\S+)*";
constexpr char emailPattern[] = "[^@\\s,;<>\"]+@[^@\\s,;<>\".]+(?:\\.[^@\\s,;<>\".]+)+";
constexpr char phonePattern[] = "\\+?[ ()/.-]*[0-9][0-9 ()/.-]{2,}";
constexpr char slugPattern[] = "[a-z0-9]+(?:-[a-z0-9]+)*";
constexpr char sha256Pattern[] = "[0-9a-f]{64}";
constexpr char hostPattern[] =
    "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*";
/// No segment is "." or "..", or ends as none of a call does.
constexpr char basePathPattern[] = "(?:/[A-Za-z0-9._~-]*[A-Za-z0-9_~-])+";
/// RFC 8707: absolute, without a fragment.
constexpr char audiencePattern[] = "[a-z][a-z0-9+.-]*:[!$-;=?-Z_a-z~]+";
/// A page for people; nothing in it ends the <> of a Link field (RFC 8288).
constexpr char pagePattern[] = "https?://[!#$-;=?-Z_a-z~]+";
constexpr char scopePrefixPattern[] = "[a-z0-9]+(?:[._:-][a-z0-9]+)*[._:-]";

/// What a text of a pattern is, for people who do not read patterns.
struct PatternForm
{
    const char *pattern;
    const char *form;
};
constexpr PatternForm patternForms[]{
    {countryPattern, "Two capital letters, such as DE."},
    {timeZonePattern, "A name of the time zone database, such as Europe/Berlin."},
    {ticketPattern, "One line without a space at either end, and no two spaces side by side."},
    {emailPattern, "An e-mail address, such as name@company.example."},
    {phonePattern,
     "A telephone number: digits, spaces and ( ) / . - only, a plus before them if any, and three "
     "digits or more, such as +49 30 123456."},
    {slugPattern, "Small letters and digits, and single hyphens between them, such as acme-payments."},
    {sha256Pattern, "A SHA-256: 64 of the characters 0-9 and a-f."},
    {hostPattern, "A host name in small letters, without a port, such as api.example.net."},
    {basePathPattern,
     "A path with a slash before each part and none at the end, such as /v1; letters, digits and "
     ". _ ~ - only, and no part ends in a dot."},
    {audiencePattern, "An absolute URI without a fragment, such as https://api.example.net."},
    {pagePattern, "The address of a page, such as https://developer.example.net/v2."},
    {scopePrefixPattern,
     "Small letters and digits, single . _ : - between them, and one of these at the end, such as shop."},
};

constexpr FieldLimit text(const char *schema, const char *member, FieldKind kind, int least, int most,
                          bool required = true)
{
    return {schema, member, kind, false, least, most, nullptr, false, required, 0, 0, nullptr};
}

constexpr FieldLimit word(const char *schema, const char *member, int least, int most,
                          const char *pattern = nullptr, bool required = true)
{
    return {schema, member, Word, false, least, most, pattern, !required, required, 0, 0, nullptr};
}

constexpr FieldLimit number(const char *schema, const char *member, FieldKind kind, qint64 least, qint64 most,
                            bool required = true)
{
    return {schema, member, kind, false, least, most, nullptr, false, required, 0, 0, nullptr};
}

/// What must be there, and may be an empty text.
constexpr FieldLimit orEmpty(FieldLimit limit)
{
    limit.orEmpty = true;
    return limit;
}

/// A member that must be there has a least number of entries, or 0; -1: it may be left out.
constexpr FieldLimit list(const char *schema, const char *member, FieldKind kind, int most, int leastItems,
                          int mostItems)
{
    return {schema,
            member,
            kind,
            true,
            1,
            most,
            nullptr,
            false,
            leastItems >= 0,
            leastItems > 0 ? leastItems : 0,
            mostItems,
            nullptr};
}

constexpr FieldLimit objects(const char *schema, const char *member, int leastItems, int mostItems,
                             const char *nested)
{
    FieldLimit limit = list(schema, member, Object, {}, leastItems, mostItems);
    limit.minimum = {};
    limit.nested = nested;
    return limit;
}

constexpr FieldLimit object(const char *schema, const char *member, const char *nested, bool required)
{
    return {schema, member, Object, false, 0, 0, nullptr, false, required, 0, 0, nested};
}

/// reason and ticket of an act; whether the reason is required: required_reason.h.
constexpr FieldLimit reason(const char *schema)
{
    return text(schema, "reason", Text, 0, 500, false);
}

constexpr FieldLimit ticket(const char *schema)
{
    return word(schema, "ticket", 1, 80, ticketPattern, false);
}

constexpr FieldLimit limitRows[]{
    reason("ActRequest"),
    ticket("ActRequest"),

    text("Agreement", "version", Text, 1, 40),
    word("Agreement", "file_sha256", 64, 64, sha256Pattern),
    list("Agreement", "signatories", Text, 120, 0, 10),

    text("ApiDraft", "name", Text, 1, 80),
    orEmpty(word("ApiDraft", "host", 1, 253, hostPattern)),
    orEmpty(word("ApiDraft", "base_path", 2, 200, basePathPattern)),
    orEmpty(word("ApiDraft", "audience", 8, 200, audiencePattern)),
    reason("ApiDraft"),
    ticket("ApiDraft"),

    word("ApiVersionDraft", "path_prefix", 2, 200, basePathPattern),
    word("ApiVersionDraft", "successor_url", 10, 300, pagePattern, false),
    word("ApiVersionDraft", "guide_url", 10, 300, pagePattern, false),
    text("ApiVersionDraft", "sentence", Text, 0, 200, false),
    reason("ApiVersionDraft"),
    ticket("ApiVersionDraft"),

    text("Contact", "name", Text, 1, 120),
    word("Contact", "email", 3, 254, emailPattern),
    word("Contact", "phone", 1, 40, phonePattern, false),
    text("Contact", "verified_with", Text, 0, 120, false),

    word("CredentialNetworks", "credential_id", 1, 60),
    objects("CredentialNetworks", "entries", 1, 100, "NetworkEntry"),

    reason("GraceRequest"),
    ticket("GraceRequest"),

    word("GrantEdit", "plan_id", 1, 60),
    list("GrantEdit", "scopes", Word, 100, 0, 200),
    objects("GrantEdit", "resources", 0, 50, "ResourceRule"),
    object("GrantEdit", "limit_override", "LimitOverride", false),
    reason("GrantEdit"),
    ticket("GrantEdit"),

    text("IssueRequest", "name", Text, 1, 80),
    list("IssueRequest", "scopes", Word, 100, 1, 200),
    word("IssueRequest", "owner", 1, 60),
    reason("IssueRequest"),
    ticket("IssueRequest"),

    object("LimitOverride", "limits", "Limits", true),
    reason("LimitOverride"),

    number("Limits", "rate", Decimal, 0, 100'000), // above 0: a limit of nothing is a suspension
    number("Limits", "burst", Whole, 1, 1'000'000),
    number("Limits", "daily_quota", Whole, 0, 1'000'000'000), // 0: none

    word("ObservationDraft", "target", 1, 60),
    word("ObservationDraft", "path_prefix", 1, 512, nullptr, false),
    reason("ObservationDraft"),
    ticket("ObservationDraft"),
    reason("ObservationExtension"),
    ticket("ObservationExtension"),
    word("NetworkEntry", "network", 1, 60),
    text("NetworkEntry", "note", Text, 0, 120, false),

    objects("NetworkRulesEdit", "sandbox", 0, 300, "NetworkEntry"),
    objects("NetworkRulesEdit", "production", 0, 300, "NetworkEntry"),
    object("NetworkRulesEdit", "waiver", "NetworkWaiver", false),
    objects("NetworkRulesEdit", "credentials", 0, 100, "CredentialNetworks"),
    reason("NetworkRulesEdit"),
    ticket("NetworkRulesEdit"),

    text("NetworkWaiver", "reason", Text, 1, 500),

    text("PartnerDraft", "name", Text, 1, 120),
    word("PartnerDraft", "slug", 1, 48, slugPattern),
    text("PartnerDraft", "legal_name", Text, 1, 200),
    word("PartnerDraft", "country", 2, 2, countryPattern),
    text("PartnerDraft", "registration", Text, 0, 60, false),
    word("PartnerDraft", "owner", 1, 60),
    word("PartnerDraft", "plan_id", 1, 60),
    {"PartnerDraft", "time_zone", Word, false, 1, 64, timeZonePattern, false, false, 0, 0, nullptr},
    list("PartnerDraft", "data_categories", Text, 60, -1, 30),
    text("PartnerDraft", "purpose", Paragraphs, 0, 1000, false),
    number("PartnerDraft", "retention_days", Whole, 1, 3660, false),
    objects("PartnerDraft", "contacts", -1, 20, "Contact"),
    object("PartnerDraft", "agreement", "Agreement", false),
    list("PartnerDraft", "tags", Text, 40, -1, 20),
    text("PartnerDraft", "notes", Paragraphs, 0, 4000, false),
    list("PartnerDraft", "scopes", Word, 100, -1, 200),

    text("PlanDraft", "name", Text, 1, 60),
    text("PlanDraft", "description", Text, 0, 300),
    object("PlanDraft", "sandbox", "Limits", true),
    object("PlanDraft", "limited", "Limits", true),
    object("PlanDraft", "production", "Limits", true),
    reason("PlanDraft"),
    ticket("PlanDraft"),

    word("ResourceRule", "parameter", 1, 60),
    list("ResourceRule", "values", Text, 200, 1, 500),

    number("RotateRequest", "grace_seconds", Whole, 0, maxGraceSeconds, false),
    reason("RotateRequest"),
    ticket("RotateRequest"),

    text("ScopeDraft", "title", Text, 1, 80),
    text("ScopeDraft", "sentence", Text, 0, 500),
    list("ScopeDraft", "data_categories", Text, 60, 0, 30),
    reason("ScopeDraft"),
    ticket("ScopeDraft"),

    orEmpty(word("ScopeRule", "prefix", 2, 40, scopePrefixPattern)),
};

FieldFault faultOf(TextFault fault)
{
    const bool noText = fault == TextFault::NotUnicode || fault == TextFault::Invisible;
    return noText ? FieldFault::NotText : FieldFault::BadCharacters;
}

/// Nullptr when there is none.
const FieldLimit *rowOf(QByteArrayView schema, QByteArrayView member)
{
    const auto found = std::find_if(std::begin(limitRows), std::end(limitRows), [=](const FieldLimit &row) {
        return QByteArrayView(row.schema) == schema && QByteArrayView(row.member) == member;
    });
    return found == std::end(limitRows) ? nullptr : &*found;
}

} // namespace

std::span<const FieldLimit> fieldLimits()
{
    return limitRows;
}

const FieldLimit &limit(const char *schema, const char *member)
{
    const FieldLimit *row = rowOf(schema, member);
    if (row == nullptr)
        std::abort();
    return *row;
}

const FieldLimit *limitAt(const char *schema, const QString &pointer)
{
    const FieldLimit *row = nullptr;
    const QStringList parts = pointer.split(u'/', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        row = schema ? rowOf(schema, parts.at(i).toLatin1()) : nullptr;
        if (row == nullptr)
            return nullptr;
        schema = row->nested;
        if (row->list && i + 1 < parts.size())
            ++i; // the number of an entry
    }
    return row;
}

QString formOf(const FieldLimit &limit)
{
    if (limit.pattern == nullptr)
        return {};
    const auto *found =
        std::find_if(std::begin(patternForms), std::end(patternForms), [&limit](const PatternForm &each) {
            return QByteArrayView(each.pattern) == QByteArrayView(limit.pattern);
        });
    if (found == std::end(patternForms))
        std::abort();
    return QString::fromLatin1(found->form);
}

QString valueOf(const FieldLimit &limit, const QString &typed)
{
    return limit.kind == Word ? typed : settled(typed);
}

std::optional<FieldFault> faultOf(const FieldLimit &limit, const QString &value)
{
    if (value.isEmpty()) {
        if (limit.minimum > 0 && !limit.orEmpty)
            return FieldFault::Required;
        return {};
    }
    const TextFault fault = textFault(value, limit.kind == Paragraphs ? Lines::Many : Lines::One);
    if (fault != TextFault::None)
        return faultOf(fault);
    if (limit.kind == Word && hasHidden(value))
        return FieldFault::BadCharacters;
    const qsizetype length = codePoints(value);
    if (length > limit.maximum)
        return FieldFault::TooLong;
    if (limit.pattern && !matchesWhole(QString::fromLatin1(limit.pattern), value))
        return FieldFault::BadFormat;
    if (length < limit.minimum)
        return FieldFault::TooShort;
    return {};
}

std::optional<FieldFault> faultOf(const FieldLimit &limit, double value)
{
    const double least = static_cast<double>(limit.minimum);
    const bool above = limit.kind == Decimal ? value > least : value >= least;
    const bool whole = limit.kind == Decimal || value == std::floor(value);
    if (!std::isfinite(value) || !above || !whole || value > static_cast<double>(limit.maximum))
        return FieldFault::OutOfRange;
    return {};
}

} // namespace pc::rules
