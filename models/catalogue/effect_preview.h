// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/plans_client.h"
#include "client/api/scopes_client.h"
#include "models/base/clock.h"

#include <QObject>

namespace pc::models {

/// What an edit would do, asked while it is typed: the last draft counts, a moment after the last key. The
/// answer to an earlier one is dropped.
class EffectPreview : public QObject
{
    Q_OBJECT
public:
    EffectPreview(TimerClock &clock, QObject *parent);
    ~EffectPreview() override;

    /// Being asked, or about to be.
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] const std::optional<client::ApiError> &error() const { return m_error; }

Q_SIGNALS:
    void changed();

protected:
    void askLater();
    /// Asks for what was given last, with `m_call`.
    virtual void ask() = 0;
    void answered(const client::ApiError *error);
    client::Call m_call;

private:
    TimerClock &m_clock;
    Alarm m_pause;
    bool m_busy = false;
    std::optional<client::ApiError> m_error;
};

/// Of a plan.
class PlanPreview final : public EffectPreview
{
    Q_OBJECT
public:
    PlanPreview(client::PlansClient &plans, const QString &planId, TimerClock &clock,
                QObject *parent = nullptr);
    ~PlanPreview() override;
    void show(PlanDraft draft);
    /// Of the last draft that was answered.
    [[nodiscard]] const std::optional<PlanEffect> &effect() const { return m_effect; }

private:
    void ask() override;

    client::PlansClient &m_plans;
    QString m_planId;
    PlanDraft m_draft;
    std::optional<PlanEffect> m_effect;
};

/// Of a scope.
class ScopePreview final : public EffectPreview
{
    Q_OBJECT
public:
    ScopePreview(client::ScopesClient &scopes, const QString &name, TimerClock &clock,
                 QObject *parent = nullptr);
    ~ScopePreview() override;
    void show(ScopeDraft draft);
    [[nodiscard]] const std::optional<ScopeEffect> &effect() const { return m_effect; }

private:
    void ask() override;

    client::ScopesClient &m_scopes;
    QString m_name;
    ScopeDraft m_draft;
    std::optional<ScopeEffect> m_effect;
};

} // namespace pc::models
