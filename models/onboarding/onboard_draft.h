// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "contract/types/credential.h"
#include "contract/types/partner.h"

#include <QDate>
#include <QJsonObject>
#include <QList>
#include <QMap>

namespace pc::models {

enum class OnboardStep { Organisation, Contacts, Agreement, LawfulBasis, Access, Sandbox, Review };
inline constexpr int onboardStepCount = 7;

/// What is asked for in the Sandbox step: a first credential, issued by the page right after the partner
/// exists (an IssueFlow).
struct SandboxOptions
{
    bool issueCredential = true;
    QString credentialName;
    CredentialKind kind = CredentialKind::ClientSecret;
    bool operator==(const SandboxOptions &) const = default;
};

struct OnboardDraft
{
    PartnerDraft partner;
    SandboxOptions sandbox;
    /// By JSON pointer: what was typed and stands for no value ("31.2.", "many", no operator's account). Kept
    /// and shown as typed.
    QMap<QString, QString> unread = {};
    bool operator==(const OnboardDraft &) const = default;
};

enum class DraftFault {
    Required,
    TooLong,       ///< `detail`: the most characters
    TooMany,       ///< `detail`: the most entries
    Repeated,      ///< an entry of a list that stands there already
    NotText,       ///< nothing that can be read: invisible characters only, no Unicode
    BadCharacters, ///< control characters, line breaks in one line, open direction marks
    BadForm,       ///< not of the field's form, where no other fault says which
    BadSlug,       ///< not lower-case letters, digits, single hyphens
    SlugTaken,     ///< from the service
    BadCountry,    ///< not a code of ISO 3166-1
    BadEmail,
    BadPhone,
    BadTimeZone, ///< not an IANA name this machine knows
    BadHash,     ///< not 64 lower-case hex digits
    Expired,     ///< the agreement has ended
    SignedLater, ///< signed in the future, or after its end
    OutOfRange,
    UnknownPlan,
    UnknownScope,
    NotAllowedByBasis,
    MissingContact, ///< no contact of a required kind
    Unread,         ///< what was typed stands for no value: no number, no date, not on the list
    FromService     ///< the service refused the field: `detail` is its code ("too_long", …)
};

/// One thing that is wrong. `pointer` is the JSON pointer into the request ("/name", "/contacts/1/email",
/// "/scopes/0").
struct DraftProblem
{
    OnboardStep step = OnboardStep::Organisation;
    QString pointer;
    DraftFault fault = DraftFault::Required;
    QString detail; ///< the scope, the contact kind as JSON text, …: for the message
    bool operator==(const DraftProblem &) const = default;
};

/// What validateDraft needs to know beside the draft.
struct DraftContext
{
    QList<Scope> scopes;
    QList<Plan> plans;
    QDate today;
    QList<Contact> knownContacts = {}; ///< of the partner that is edited, as stored
};

/// Everything that is wrong, in the order of the steps. Pure: the same draft and context give the same
/// answer.
[[nodiscard]] QList<DraftProblem> validateDraft(const OnboardDraft &draft, const DraftContext &context);
/// The step where a field of the request is edited.
[[nodiscard]] OnboardStep stepOf(const QString &pointer);

} // namespace pc::models
