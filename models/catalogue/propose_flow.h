// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/catalogue_client.h"
#include "models/base/flow.h"
#include "models/catalogue/description_file.h"

namespace pc::models {

/// Hands a description over: for an API that is there, or for one that is made first. An API that was made
/// stays, whatever becomes of the description: the next try is for it.
class ProposeFlow final : public Flow
{
    Q_OBJECT
public:
    ProposeFlow(client::CatalogueClient &catalogue, QObject *parent = nullptr);
    ~ProposeFlow() override;

    void setApi(const QString &apiId);
    /// Makes it with the flow's reason and ticket.
    void setNewApi(const ApiDraft &draft);
    [[nodiscard]] bool makesApi() const { return m_draft.has_value(); }
    void setFile(const DescriptionFile &file);
    void setRule(const ScopeRule &rule);

    /// Bytes of the description that have left, and all of them; while Working.
    [[nodiscard]] qint64 sent() const { return m_sent; }
    [[nodiscard]] qint64 total() const { return m_file.bytes.size(); }
    /// All of it has left: the platform reads it.
    [[nodiscard]] bool isRead() const { return m_sent > 0 && m_sent >= total(); }
    /// It leaves now, and may be stopped. What arrived all the same is a proposal, by which nothing decides.
    [[nodiscard]] bool canStop() const { return m_uploads && isBusy(); }
    void stop();

    /// The API that it is for, once it is there.
    [[nodiscard]] const QString &apiId() const { return m_apiId; }
    [[nodiscard]] const std::optional<CatalogueRevision> &result() const { return m_result; }

Q_SIGNALS:
    void progressed();
    /// The API was made.
    void apiMade(const pc::Versioned<pc::Api> &api);

private:
    void send() override;
    [[nodiscard]] std::optional<client::ApiError> refusal() const override;
    [[nodiscard]] ApiDraft draft() const;
    void makeApi();
    void upload();

    client::CatalogueClient &m_catalogue;
    QString m_apiId;
    std::optional<ApiDraft> m_draft; ///< none: it is there
    DescriptionFile m_file;
    ScopeRule m_rule;
    client::IdempotencyKey m_apiKey; ///< of the other act
    qint64 m_sent = 0;
    bool m_uploads = false;
    std::optional<CatalogueRevision> m_result;
};

} // namespace pc::models
