// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/effect_preview.h"

#include <utility>

namespace pc::models {

using namespace std::chrono_literals;

EffectPreview::EffectPreview(TimerClock &clock, QObject *parent) : QObject(parent), m_clock(clock) {}

EffectPreview::~EffectPreview() = default;

void EffectPreview::askLater()
{
    m_call.cancel();
    m_busy = true;
    m_pause = m_clock.after(300ms, [this] { ask(); });
    Q_EMIT changed();
}

void EffectPreview::answered(const client::ApiError *error)
{
    m_busy = false;
    m_error = error ? std::optional(*error) : std::nullopt;
    Q_EMIT changed();
}

PlanPreview::PlanPreview(client::PlansClient &plans, const QString &planId, TimerClock &clock,
                         QObject *parent)
    : EffectPreview(clock, parent), m_plans(plans), m_planId(planId)
{
}

PlanPreview::~PlanPreview() = default;

void PlanPreview::show(PlanDraft draft)
{
    m_draft = std::move(draft);
    askLater();
}

void PlanPreview::ask()
{
    m_call = m_plans.effect(m_planId, m_draft, this, [this](client::Result<PlanEffect> result) {
        m_effect = result ? std::optional(std::move(*result)) : std::nullopt;
        answered(result ? nullptr : &result.error());
    });
}

ScopePreview::ScopePreview(client::ScopesClient &scopes, const QString &name, TimerClock &clock,
                           QObject *parent)
    : EffectPreview(clock, parent), m_scopes(scopes), m_name(name)
{
}

ScopePreview::~ScopePreview() = default;

void ScopePreview::show(ScopeDraft draft)
{
    m_draft = std::move(draft);
    askLater();
}

void ScopePreview::ask()
{
    m_call = m_scopes.effect(m_name, m_draft, this, [this](client::Result<ScopeEffect> result) {
        m_effect = result ? std::optional(std::move(*result)) : std::nullopt;
        answered(result ? nullptr : &result.error());
    });
}

} // namespace pc::models
