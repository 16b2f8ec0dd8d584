// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/page.h"
#include "contract/types/partner.h"
#include "models/access/grant_changes.h"
#include "models/audit/field_change_model.h"
#include "models/base/clock.h"

#include <QObject>

#include <optional>

namespace pc::models {

class CatalogueModel;
class PartnerModel;

/// Staged edits of a partner's scopes and limits. Nothing is sent from here: SaveGrantFlow does that with
/// edit() and baseEtag().
class GrantEditor final : public QObject
{
    Q_OBJECT
public:
    /// Follows the partner's grant and the catalogue.
    GrantEditor(PartnerModel &partner, CatalogueModel &catalogue, TimerClock &clock,
                QObject *parent = nullptr);
    ~GrantEditor() override;

    /// False until the grant is there.
    [[nodiscard]] bool isReady() const { return m_base.has_value(); }
    [[nodiscard]] const std::optional<Versioned<Grant>> &base() const { return m_base; }
    [[nodiscard]] const GrantEdit &edit() const { return m_edit; }
    [[nodiscard]] QString baseEtag() const { return m_base ? m_base->etag : QString(); }
    /// Saving would change something: diff() has rows.
    [[nodiscard]] bool isDirty() const;
    /// Something differs from the base, also what would change nothing (limits that deviate from nothing
    /// yet): it stays as it is, and can be taken back.
    [[nodiscard]] bool isTouched() const;
    /// Somebody else changed the grant while edits are staged: newerBase() holds theirs until rebase() or
    /// discard().
    [[nodiscard]] bool isStale() const { return m_newer.has_value(); }
    [[nodiscard]] const std::optional<Versioned<Grant>> &newerBase() const { return m_newer; }
    /// What the other edit changed, against the base these edits were made on; of limits as diff() does.
    [[nodiscard]] QList<FieldChange> theirChanges() const;

    void setScope(const QString &scope, bool granted);
    void setScopes(const QStringList &scopes, bool granted);
    [[nodiscard]] bool hasScope(const QString &scope) const { return m_edit.scopes.contains(scope); }
    void setPlan(const QString &planId);
    void setLimitOverride(const std::optional<LimitOverride> &limitOverride);
    /// Back to the base (the newer one when there is one). undo() brings the edits back.
    void discard();
    /// Takes back the last staged step: one tick, one plan, the typing in one limit, or a discard. On a base
    /// that changed meanwhile the former edits are put on top of it. False when there is no step.
    bool undo();
    [[nodiscard]] bool canUndo() const { return !m_steps.isEmpty(); }
    /// What was saved is taken back otherwise.
    void forgetSteps();
    /// Puts these edits on top of the newer base: what the other did not touch stays as staged here, what
    /// only the other touched is theirs; scopes and the members of limits that deviate merge one by one.
    void rebase();

    /// What saving would change; limits that come or go stand against those in force at the partner's stage.
    [[nodiscard]] QList<FieldChange> diff() const;
    [[nodiscard]] FieldChangeModel &diffTable() { return m_diffTable; }
    [[nodiscard]] QList<ScopeConflict> conflicts() const;
    /// The partner's lawful basis allows the scope (true while the partner is not known).
    [[nodiscard]] bool isAllowed(const Scope &scope) const;
    [[nodiscard]] Limits effectiveLimits() const;
    /// Those that saving leads to, also where they start later.
    [[nodiscard]] Limits limitsToCome() const;
    /// Those of the base: what is in force without these edits.
    [[nodiscard]] Limits limitsInForce() const;
    /// Quota days for throttleForecast(), from UsageModel::quota().
    void setQuotaDays(const QList<QuotaDay> &days);
    [[nodiscard]] ThrottleForecast throttleForecast() const;
    [[nodiscard]] CatalogueModel &catalogue() const { return m_catalogue; }
    [[nodiscard]] QDateTime now() const { return m_clock.now(); }

Q_SIGNALS:
    /// Base, staged edits, conflicts or forecast changed.
    void changed();

private:
    /// The edits as they were before a step, and the base they stood on.
    struct Step
    {
        GrantEdit base;
        GrantEdit edit;
    };

    void onPartner();
    /// `what` names the field: typing in one field is one step.
    void stage(GrantEdit next, const QString &what);
    [[nodiscard]] Stage partnerStage() const;
    [[nodiscard]] Limits inForceOn(const GrantEdit &base) const;
    void touch();

    PartnerModel &m_partner;
    CatalogueModel &m_catalogue;
    TimerClock &m_clock;
    std::optional<Versioned<Grant>> m_base;
    std::optional<Versioned<Grant>> m_newer;
    GrantEdit m_edit;
    QList<Step> m_steps;
    QString m_lastStep; ///< field of the newest step; empty: the next edit begins a step of its own
    QList<QuotaDay> m_days;
    FieldChangeModel m_diffTable;
};

} // namespace pc::models
