// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/calls/credential_trials.h"

#include "contract/rules/act_refusal.h"
#include "contract/rules/credential_kinds.h"
#include "platform/admin/calls/catalogue_rules_made.h"
#include "platform/core/catalogue/route_catalogue.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

/// As if this one were new.
void newCredentialTrials(TrialList &trials)
{
    CredentialRule credential = *trials.credential;
    credential.state = CredentialState::Active;
    credential.expiresAt = trials.today.now.wall + std::chrono::hours(24);
    GenerationRule fresh;
    fresh.number = trials.call.generation;
    fresh.state = GenerationState::Active;
    credential.generations = {fresh};
    trials.withCredential(remedy(RemedyKind::Issue, Op::CredentialIssue, credential.partnerId), credential);
}

} // namespace

void suspendedTrials(TrialList &trials)
{
    if (!trials.credential || trials.credential->state != CredentialState::Suspended)
        return;
    CredentialRule credential = *trials.credential;
    credential.state = CredentialState::Active;
    for (GenerationRule &each : credential.generations) {
        if (each.state == GenerationState::Suspended)
            each.state = GenerationState::Active;
    }
    trials.withCredential(remedy(RemedyKind::Resume, Op::CredentialResume, credential.id()), credential);
}

/// Of a credential that lives another of its secrets does; of one that does not, another credential.
void endedTrials(TrialList &trials)
{
    if (!trials.credential)
        return;
    const bool lives =
        pc::rules::isLiving(trials.credential->state) && trials.today.now.wall < trials.credential->expiresAt;
    const GenerationRule *newest = lives ? trials.credential->newestValid(trials.today.now.wall) : nullptr;
    if (newest != nullptr && newest->number != trials.call.generation) {
        AskedChange change = trials.change;
        change.generation = newest->number;
        trials.add({remedy(RemedyKind::UseNewerSecret, QString::number(newest->number))}, trials.policy,
                   change);
        return;
    }
    if (!lives || !pc::rules::traitsOf(trials.credential->kind).rotates)
        return newCredentialTrials(trials);
    CredentialRule credential = *trials.credential;
    GenerationRule fresh;
    fresh.number = trials.call.generation + 1;
    fresh.state = GenerationState::Active;
    credential.generations.push_back(fresh);
    AskedChange change = trials.change;
    change.generation = fresh.number;
    const QByteArray id16 = credential.id16;
    trials.add(
        {remedy(RemedyKind::Rotate, Op::CredentialRotate, credential.id())},
        trials.policy.withCredentialOverlay(id16, std::make_shared<CredentialRule>(std::move(credential))),
        change);
}

void pendingTrials(TrialList &trials)
{
    const GenerationRule *waiting =
        trials.credential ? trials.credential->generation(trials.call.generation) : nullptr;
    if (waiting == nullptr || !waiting->pending || waiting->pending->voidAt <= trials.today.now.wall)
        return endedTrials(trials);
    CredentialRule credential = *trials.credential;
    credential.state = CredentialState::Active;
    for (GenerationRule &each : credential.generations) {
        if (each.number == trials.call.generation)
            each.state = GenerationState::Active;
    }
    trials.withCredential(remedy(RemedyKind::Acknowledge, Op::CredentialAck, credential.id(),
                                 QString::number(trials.call.generation)),
                          credential);
}

void newTokenTrials(TrialList &trials)
{
    AskedChange change = trials.change;
    change.isNewToken = true;
    const Api *api = trials.answer.reason == DecisionReason::WrongAudience
                         ? apiOfRoute(trials.policy, trials.call.routeId)
                         : nullptr;
    const Remedy ask = remedy(RemedyKind::NewToken, api == nullptr ? QString() : api->audience);
    if (trials.call.partnerId.isEmpty()) // whose it was to be is not known
        return trials.addSure(ask);
    trials.add({ask}, trials.policy, change);
}

} // namespace pc::platform
