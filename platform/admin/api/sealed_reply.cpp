// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/sealed_reply.h"

#include "platform/domain/credential_life_cycle.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

AdminResult sealedReply(Tx &tx, const QString &credentialId, int generation, int status, const QDateTime &now)
{
    const auto row = credential_rows::find(tx, credentialId);
    if (!row)
        return notFound(u"credential"_s);
    for (const GenerationRow &candidate : row->generations) {
        if (candidate.value.number != generation)
            continue;
        if (candidate.value.acknowledgedAt)
            return refuse(ProblemCode::SecretGone, u"The secret was delivered and acknowledged"_s,
                          u"It was erased here and cannot be shown again. Rotate to get a new one."_s);
        if (candidate.value.state != GenerationState::Pending || !candidate.voidAt ||
            *candidate.voidAt <= now)
            return refuse(ProblemCode::CredentialVoid, u"The secret was never acknowledged"_s,
                          u"It is void and was erased. Ask for a new one."_s);
        SealedIssue issue;
        issue.credential = life_cycle::present(*row, now);
        issue.generation = generation;
        issue.sealed = candidate.sealed;
        issue.voidAt = *candidate.voidAt;
        return replyVersioned(issue, row->value.version, status);
    }
    return notFound(u"generation"_s);
}

} // namespace pc::platform
