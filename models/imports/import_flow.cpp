// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/import_flow.h"

#include <utility>

namespace pc::models {

ImportFlow::ImportFlow(client::ImportsClient &imports, QObject *parent) : Flow(parent), m_imports(imports) {}

ImportFlow::~ImportFlow() = default;

void ImportFlow::setFile(ImportKind kind, const ImportFile &file)
{
    if (!mayEdit())
        return;
    m_kind = kind;
    m_file = file;
    tryOut();
}

void ImportFlow::dropFile()
{
    if (!mayEdit())
        return;
    m_ask.cancel();
    m_file = {};
    m_report = {};
    setTrial(Trial::None);
}

client::ImportUpload ImportFlow::upload() const
{
    return {opOf(m_kind), m_file.bytes, m_file.format == ImportFormat::Json};
}

std::function<void(qint64, qint64)> ImportFlow::follow()
{
    m_sent = 0;
    return [this](qint64 sent, qint64) {
        m_sent = sent;
        Q_EMIT progressed();
    };
}

void ImportFlow::setTrial(Trial trial, const std::optional<client::ApiError> &error)
{
    m_trial = trial;
    m_trialError = error;
    Q_EMIT trialChanged();
}

void ImportFlow::tryOut()
{
    if (!mayEdit() || !hasFile())
        return;
    m_report = {};
    m_overtaken = false;
    m_ask = m_imports.tryOut(upload(), follow(), this, [this](client::Result<ImportReport> result) {
        if (!result)
            return setTrial(Trial::Failed, result.error());
        m_report = std::move(*result);
        setTrial(Trial::Known);
    });
    setTrial(Trial::Asking);
}

bool ImportFlow::mayApply() const
{
    return m_trial == Trial::Known && m_report.refused == 0 && m_report.created + m_report.updated > 0;
}

void ImportFlow::send()
{
    m_overtaken = false;
    const ActRequest act{reason(), ticket()};
    m_call =
        m_imports.apply(upload(), act, key(), follow(), this, [this](client::Result<ImportReport> result) {
            if (!result)
                return fail(result.error());
            m_report = std::move(*result);
            if (m_report.applied)
                return succeed();
            m_overtaken = true;
            useKey({}); // the next try is another act
            moveTo(FlowState::Editing);
            setTrial(Trial::Known);
        });
}

bool ImportFlow::canStop() const
{
    return m_trial == Trial::Asking || (isBusy() && m_sent < total());
}

void ImportFlow::stop()
{
    if (!canStop())
        return;
    if (isBusy()) {
        m_call.cancel();
        m_sent = 0;
        useKey({});
        moveTo(FlowState::Editing);
        Q_EMIT progressed();
        return;
    }
    m_ask.cancel();
    setTrial(Trial::None);
}

} // namespace pc::models
