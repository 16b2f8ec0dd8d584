// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/propose_flow.h"

#include "models/base/request_check.h"

namespace pc::models {

ProposeFlow::ProposeFlow(client::CatalogueClient &catalogue, QObject *parent)
    : Flow(parent), m_catalogue(catalogue)
{
}

ProposeFlow::~ProposeFlow() = default;

void ProposeFlow::setApi(const QString &apiId)
{
    if (!mayEdit())
        return;
    m_apiId = apiId;
    m_draft.reset();
}

void ProposeFlow::setNewApi(const ApiDraft &draft)
{
    if (!mayEdit())
        return;
    m_apiId.clear();
    m_draft = draft;
}

void ProposeFlow::setFile(const DescriptionFile &file)
{
    if (mayEdit())
        m_file = file;
}

void ProposeFlow::setRule(const ScopeRule &rule)
{
    if (mayEdit())
        m_rule = rule;
}

ApiDraft ProposeFlow::draft() const
{
    ApiDraft draft = m_draft.value_or(ApiDraft());
    draft.reason = reason();
    draft.ticket = ticket();
    return draft;
}

std::optional<client::ApiError> ProposeFlow::refusal() const
{
    return m_draft ? refusedBeforehand("ApiDraft", draft()) : std::nullopt;
}

void ProposeFlow::send()
{
    if (m_draft)
        makeApi();
    else
        upload();
}

void ProposeFlow::makeApi()
{
    if (m_apiKey.isEmpty())
        m_apiKey = client::IdempotencyKey::make();
    m_call = m_catalogue.create(draft(), m_apiKey, this, [this](client::Result<Versioned<Api>> result) {
        if (!result) {
            if (result.error().kind != client::ErrorKind::OutcomeUnknown)
                m_apiKey = {}; // the next try is another act
            return fail(result.error());
        }
        m_apiKey = {};
        m_apiId = result->value.id;
        m_draft.reset();
        Q_EMIT apiMade(*result);
        upload();
    });
}

void ProposeFlow::upload()
{
    m_uploads = true;
    m_sent = 0;
    Q_EMIT progressed();
    const auto onProgress = [this](qint64 sent, qint64) {
        m_sent = sent;
        Q_EMIT progressed();
    };
    m_call = m_catalogue.propose(m_apiId, m_file.bytes, m_rule, key(), onProgress, this,
                                 [this](client::Result<CatalogueRevision> result) {
                                     m_uploads = false;
                                     if (!result)
                                         return fail(result.error());
                                     m_result = std::move(*result);
                                     succeed();
                                 });
}

void ProposeFlow::stop()
{
    if (!canStop())
        return;
    m_call.cancel();
    m_uploads = false;
    m_sent = 0;
    moveTo(FlowState::Editing);
    Q_EMIT progressed();
}

} // namespace pc::models
