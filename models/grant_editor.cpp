// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grant_editor.h"

#include "contract/rules/lawful_basis.h"
#include "models/catalogue_model.h"
#include "models/partner_model.h"

namespace pc::models {

namespace {

/// Three-way: mine where I changed it, else theirs.
template <typename V>
V merged(const V &base, const V &mine, const V &theirs)
{
    return mine == base ? theirs : mine;
}

QStringList mergedScopes(const QStringList &base, const QStringList &mine, const QStringList &theirs)
{
    QStringList result;
    for (const QString &scope : theirs) {
        if (mine.contains(scope) || !base.contains(scope))
            result.append(scope); // kept by both, or new from them
    }
    for (const QString &scope : mine) {
        if (!base.contains(scope) && !result.contains(scope))
            result.append(scope);
    }
    return result;
}

} // namespace

GrantEditor::GrantEditor(PartnerModel &partner, CatalogueModel &catalogue, Clock &clock, QObject *parent)
    : QObject(parent), m_partner(partner), m_catalogue(catalogue), m_clock(clock)
{
    connect(&partner, &PartnerModel::changed, this, [this] { onPartner(); });
    connect(&catalogue, &CatalogueModel::changed, this, &GrantEditor::changed);
    onPartner();
}

GrantEditor::~GrantEditor() = default;

void GrantEditor::onPartner()
{
    const auto &grant = m_partner.grant();
    if (!grant || grant->value.partnerId != m_partner.partnerId()) {
        if (m_base && m_base->value.partnerId == m_partner.partnerId())
            return; // a refresh failed: the edits stay
        m_base.reset();
        m_newer.reset();
        m_edit = {};
        return touch();
    }
    const bool isWhatWasStaged = m_base && diffGrant(editOf(grant->value), m_edit).isEmpty(); // our own save
    if (!m_base || m_base->value.partnerId != grant->value.partnerId || !isDirty() || isWhatWasStaged) {
        m_base = grant;
        m_newer.reset();
        m_edit = editOf(grant->value);
        return touch();
    }
    if (grant->value.version == m_base->value.version) {
        m_base = grant;
        return touch();
    }
    if (grant->value.version > m_base->value.version)
        m_newer = grant;
    touch();
}

void GrantEditor::touch()
{
    m_diffTable.setRows(diff());
    Q_EMIT changed();
}

bool GrantEditor::isDirty() const
{
    return m_base && !diff().isEmpty();
}

QList<FieldChange> GrantEditor::theirChanges() const
{
    return m_base && m_newer ? diffGrant(editOf(m_base->value), editOf(m_newer->value))
                             : QList<FieldChange>();
}

void GrantEditor::setScope(const QString &scope, bool granted)
{
    setScopes({scope}, granted);
}

void GrantEditor::setScopes(const QStringList &scopes, bool granted)
{
    if (!m_base)
        return;
    for (const QString &scope : scopes) {
        if (!granted)
            m_edit.scopes.removeAll(scope);
        else if (!m_edit.scopes.contains(scope))
            m_edit.scopes.append(scope);
    }
    touch();
}

void GrantEditor::setPlan(const QString &planId)
{
    if (!m_base)
        return;
    m_edit.planId = planId;
    touch();
}

void GrantEditor::setLimitOverride(const std::optional<LimitOverride> &limitOverride)
{
    if (!m_base)
        return;
    m_edit.limitOverride = limitOverride;
    touch();
}

void GrantEditor::discard()
{
    if (!m_base)
        return;
    if (m_newer)
        m_base = std::exchange(m_newer, std::nullopt);
    m_edit = editOf(m_base->value);
    touch();
}

void GrantEditor::rebase()
{
    if (!m_base || !m_newer)
        return;
    const GrantEdit base = editOf(m_base->value);
    const GrantEdit theirs = editOf(m_newer->value);
    m_edit.scopes = mergedScopes(base.scopes, m_edit.scopes, theirs.scopes);
    m_edit.planId = merged(base.planId, m_edit.planId, theirs.planId);
    m_edit.limitOverride = merged(base.limitOverride, m_edit.limitOverride, theirs.limitOverride);
    m_edit.resources = merged(base.resources, m_edit.resources, theirs.resources);
    m_base = std::exchange(m_newer, std::nullopt);
    touch();
}

QList<FieldChange> GrantEditor::diff() const
{
    return m_base ? diffGrant(editOf(m_base->value), m_edit) : QList<FieldChange>();
}

QList<ScopeConflict> GrantEditor::conflicts() const
{
    const auto &partner = m_partner.partner();
    return partner ? conflictsOf(m_edit.scopes, m_catalogue.scopes(), partner->value.lawfulBasis)
                   : QList<ScopeConflict>();
}

bool GrantEditor::isAllowed(const Scope &scope) const
{
    const auto &partner = m_partner.partner();
    return !partner || rules::allowedByBasis(scope, partner->value.lawfulBasis);
}

Limits GrantEditor::effectiveLimits() const
{
    const auto &partner = m_partner.partner();
    const Stage stage = partner ? partner->value.stage : Stage::Unknown;
    return models::effectiveLimits(m_edit, m_catalogue.plans(), stage, m_clock.now());
}

void GrantEditor::setQuotaDays(const QList<QuotaDay> &days)
{
    if (days == m_days)
        return;
    m_days = days;
    Q_EMIT changed();
}

ThrottleForecast GrantEditor::throttleForecast() const
{
    return forecastThrottling(m_days, effectiveLimits().dailyQuota);
}

} // namespace pc::models
