// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words/use_words.h"

#include "contract/types/credential.h"
#include "models/credentials/credential_use_model.h"
#include "models/text/figures.h"
#include "views/widgets/relative_time.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace pc::views {

namespace {

struct UseWords
{
    Q_DECLARE_TR_FUNCTIONS(UseWords)
};

QString unknownUse(const models::CredentialUseModel &use)
{
    return use.state() == models::LoadState::Loading || use.state() == models::LoadState::Idle
               ? UseWords::tr("Looking up who uses it…")
               : UseWords::tr("Who uses it could not be looked up. It may be in use.");
}

QString sources(int count)
{
    return UseWords::tr("%n source address(es)", nullptr, count);
}

} // namespace

QString affectedSentence(const models::CredentialUseModel &use, const TimeTicker &ticker)
{
    if (!use.use())
        return unknownUse(use);
    const CredentialUse &facts = *use.use();
    if (!facts.lastUsedAt)
        return UseWords::tr("It was never used: nobody will notice.");
    if (facts.callsLast15Min == 0)
        return UseWords::tr("Last used %1. No calls in the last 15 minutes.")
            .arg(ticker.relative(*facts.lastUsedAt));
    return UseWords::tr("Used %1: %n call(s) in the last 15 minutes from %2 will stop.", nullptr,
                        models::forPlural(facts.callsLast15Min))
        .arg(ticker.relative(*facts.lastUsedAt), sources(use.sourceCount()));
}

QString useSentence(const models::CredentialUseModel &use, const TimeTicker &ticker)
{
    if (!use.use())
        return unknownUse(use);
    const CredentialUse &facts = *use.use();
    if (!facts.lastUsedAt)
        return UseWords::tr("The present secret was never used.");
    return UseWords::tr("The present secret was last used %1, from %2.")
        .arg(ticker.relative(*facts.lastUsedAt), sources(use.sourceCount()));
}

QString waitingSecretText(const Credential &credential, const TimeTicker &ticker)
{
    const auto waiting =
        std::find_if(credential.generations.begin(), credential.generations.end(),
                     [](const Generation &each) { return each.state == GenerationState::Pending; });
    if (credential.state == CredentialState::Pending || waiting == credential.generations.end())
        return {};
    return UseWords::tr("…%1, made %2, waits to be confirmed and is not in force.", "last characters, time")
        .arg(waiting->lastFour, ticker.relative(waiting->createdAt));
}

} // namespace pc::views
