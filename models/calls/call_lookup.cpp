// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calls/call_lookup.h"

namespace pc::models {

CallLookup::CallLookup(client::PartnersClient &partners, client::CredentialsClient &credentials,
                       QObject *parent)
    : QObject(parent), m_partners(partners), m_credentials(credentials)
{
}

CallLookup::~CallLookup() = default;

void CallLookup::askPartners(const QString &words)
{
    PartnerQuery query;
    query.text = words;
    query.limit = mostAnswers;
    m_call = m_partners.list(query, this, [this, words](client::Result<Page<Partner>> result) {
        Answer answer;
        answer.question = Question::Partners;
        answer.text = words;
        if (result) {
            answer.hasMore = !result->nextCursor.isEmpty();
            answer.partners = std::move(result->items);
        } else {
            answer.error = result.error();
        }
        Q_EMIT answered(answer);
    });
}

void CallLookup::askLastFour(const QString &lastFour)
{
    CredentialQuery query;
    query.lastFour = lastFour;
    query.limit = mostAnswers;
    m_call = m_credentials.list(query, this, [this, lastFour](client::Result<Page<Credential>> result) {
        Answer answer;
        answer.question = Question::LastFour;
        answer.text = lastFour;
        if (result) {
            answer.hasMore = !result->nextCursor.isEmpty();
            answer.credentials = std::move(result->items);
        } else {
            answer.error = result.error();
        }
        Q_EMIT answered(answer);
    });
}

void CallLookup::askCredential(const QString &credentialId)
{
    m_call = m_credentials.get(credentialId, this,
                               [this, credentialId](client::Result<Versioned<Credential>> result) {
                                   Answer answer;
                                   answer.question = Question::Credential;
                                   answer.text = credentialId;
                                   if (result)
                                       answer.credentials.append(std::move(result->value));
                                   else
                                       answer.error = result.error();
                                   Q_EMIT answered(answer);
                               });
}

} // namespace pc::models
