// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/field_limits.h"
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

/// What validateDraft needs to know beside the draft.
struct DraftContext
{
    QList<Scope> scopes;
    QList<Plan> plans;
    QDate today;
    QList<Contact> knownContacts = {}; ///< of the partner that is edited, as stored
};

/// Everything that is wrong, in the order of the steps: what the service would refuse, and what the
/// onboarding of a partner is complete with. Pointers are those of the request, and
/// "/sandbox/credential_name". Pure: the same draft and context give the same answer.
[[nodiscard]] QList<rules::FieldProblem> validateDraft(const OnboardDraft &draft,
                                                       const DraftContext &context);
/// The row of such a place in rules::fieldLimits(); nullptr where none speaks of it.
[[nodiscard]] const rules::FieldLimit *draftLimit(const QString &pointer);
/// The step where a field of the request is edited.
[[nodiscard]] OnboardStep stepOf(const QString &pointer);

} // namespace pc::models
