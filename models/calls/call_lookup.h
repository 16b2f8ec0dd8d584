// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/credentials_client.h"
#include "client/api/partners_client.h"

#include <QObject>

#include <optional>

namespace pc::models {

/// What a text may stand for that a filter cannot take as it is: a partner by name, a credential by how its
/// secret ends, a credential of which something is to be said. The last question wins.
class CallLookup final : public QObject
{
    Q_OBJECT
public:
    /// Of what answers a text; more of them are not listed.
    static constexpr int mostAnswers = 8;
    enum class Question { Partners, LastFour, Credential };
    struct Answer
    {
        Question question = Question::Partners;
        QString text; ///< that was asked
        QList<Partner> partners;
        QList<Credential> credentials;
        bool hasMore = false;
        std::optional<client::ApiError> error; ///< NotFound: there is no such credential
    };

    CallLookup(client::PartnersClient &partners, client::CredentialsClient &credentials,
               QObject *parent = nullptr);
    ~CallLookup() override;

    void askPartners(const QString &words);
    /// In all credentials: those with a generation whose secret ends so.
    void askLastFour(const QString &lastFour);
    void askCredential(const QString &credentialId);
    void cancel() { m_call.cancel(); }

Q_SIGNALS:
    void answered(const pc::models::CallLookup::Answer &answer);

private:
    client::PartnersClient &m_partners;
    client::CredentialsClient &m_credentials;
    client::Call m_call;
};

} // namespace pc::models
