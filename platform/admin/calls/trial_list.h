// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/api/operations.h"
#include "platform/admin/calls/remedy_trials.h"

#include <memory>
#include <utility>

namespace pc::platform {

[[nodiscard]] inline Remedy remedy(RemedyKind kind, const QString &value = {})
{
    return {kind, {}, {}, value};
}
/// That an operation of the Admin API does.
[[nodiscard]] inline Remedy remedy(RemedyKind kind, Op op, const QString &target, const QString &value = {})
{
    return {kind, QString::fromLatin1(operation(op).id), target, value};
}

/// The trials for one refusal, and what they are made of: the call, and policy and call as they are tried so
/// far.
class TrialList
{
public:
    TrialList(const AskedAgain &asked, const AskedAgain::Answer &given, const Policy &by,
              const AskedChange &changed)
        : call(asked.call()), today(asked.today()), answer(given), policy(by), change(changed),
          partner(by.partner(call.partnerId)), credential(by.credential(id16Of(call.credentialId)))
    {
    }

    void add(const QList<Remedy> &remedies, const Policy &by, const AskedChange &with)
    {
        m_trials.push_back({remedies, by, with, false});
    }
    void addSure(const Remedy &remedy) { m_trials.push_back({{remedy}, policy, change, true}); }
    void withPartner(const Remedy &remedy, const PartnerRule &tried)
    {
        add({remedy}, policy.withPartnerOverlay(tried.id, std::make_shared<PartnerRule>(tried)), change);
    }
    void withCredential(const Remedy &remedy, const CredentialRule &tried)
    {
        add({remedy}, policy.withCredentialOverlay(tried.id16, std::make_shared<CredentialRule>(tried)),
            change);
    }
    [[nodiscard]] std::vector<Trial> take() { return std::move(m_trials); }

    const CallRecord &call;
    const TodaySources &today;
    const AskedAgain::Answer &answer;
    const Policy &policy;
    const AskedChange &change;
    const Policy::PartnerPtr partner;       ///< of the call, as tried so far; may be null
    const Policy::CredentialPtr credential; ///< likewise

private:
    std::vector<Trial> m_trials;
};

} // namespace pc::platform
