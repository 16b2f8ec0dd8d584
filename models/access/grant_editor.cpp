// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/access/grant_editor.h"

#include "contract/rules/lawful_basis.h"
#include "models/access/catalogue_model.h"
#include "models/partners/partner_model.h"

namespace pc::models {

using namespace Qt::StringLiterals;

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

Limits mergedLimits(const Limits &was, const Limits &mine, const Limits &theirs)
{
    return {merged(was.rate, mine.rate, theirs.rate), merged(was.burst, mine.burst, theirs.burst),
            merged(was.dailyQuota, mine.dailyQuota, theirs.dailyQuota)};
}

/// Member by member. `was`: what the staged one began as; `inForce`: the limits in force on theirs.
std::optional<LimitOverride> mergedOverride(const LimitOverride &was,
                                            const std::optional<LimitOverride> &base,
                                            const std::optional<LimitOverride> &mine,
                                            const std::optional<LimitOverride> &theirs, const Limits &inForce)
{
    if (!mine || (base && !theirs))
        return merged(base, mine, theirs);
    LimitOverride result = *mine;
    // Of one that is new of mine, what it only proposed is what is in force on theirs.
    result.limits = mergedLimits(was.limits, mine->limits, theirs ? theirs->limits : inForce);
    if (!theirs)
        return result;
    result.from = merged(was.from, mine->from, theirs->from);
    result.until = merged(was.until, mine->until, theirs->until);
    result.reason = merged(was.reason, mine->reason, theirs->reason);
    return result;
}

/// `inForce`, `theirInForce`: the limits in force on `base`, on `theirs`. An override that is new began as
/// the former, so what still is one of them was not touched.
GrantEdit mergedEdits(const GrantEdit &base, const GrantEdit &mine, const GrantEdit &theirs,
                      const Limits &inForce, const Limits &theirInForce)
{
    GrantEdit edit = mine;
    edit.scopes = mergedScopes(base.scopes, mine.scopes, theirs.scopes);
    edit.planId = merged(base.planId, mine.planId, theirs.planId);
    edit.limitOverride =
        mergedOverride(base.limitOverride.value_or(LimitOverride{inForce, {}, {}, {}}), base.limitOverride,
                       mine.limitOverride, theirs.limitOverride, theirInForce);
    edit.resources = merged(base.resources, mine.resources, theirs.resources);
    return edit;
}

/// The one field of an override that differs; empty when it comes, goes or changes in several.
QString fieldThatDiffers(const std::optional<LimitOverride> &was, const std::optional<LimitOverride> &is)
{
    if (!was || !is)
        return {};
    QStringList fields;
    if (was->limits.rate != is->limits.rate)
        fields.append(u"rate"_s);
    if (was->limits.burst != is->limits.burst)
        fields.append(u"burst"_s);
    if (was->limits.dailyQuota != is->limits.dailyQuota)
        fields.append(u"daily_quota"_s);
    if (was->from != is->from)
        fields.append(u"from"_s);
    if (was->until != is->until)
        fields.append(u"until"_s);
    if (was->reason != is->reason)
        fields.append(u"reason"_s);
    return fields.size() == 1 ? fields.first() : QString();
}

} // namespace

GrantEditor::GrantEditor(PartnerModel &partner, CatalogueModel &catalogue, TimerClock &clock, QObject *parent)
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
        forgetSteps();
        return touch();
    }
    const bool isWhatWasStaged = m_base && diffGrant(editOf(grant->value), m_edit).isEmpty(); // our own save
    if (!m_base || m_base->value.partnerId != grant->value.partnerId || !isTouched() || isWhatWasStaged) {
        const bool saved = isWhatWasStaged && isTouched();
        const bool another = !m_base || m_base->value.partnerId != grant->value.partnerId;
        m_base = grant;
        m_newer.reset();
        m_edit = editOf(grant->value);
        if (another || saved)
            forgetSteps();
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

bool GrantEditor::isTouched() const
{
    return m_base && !diffGrant(editOf(m_base->value), m_edit).isEmpty();
}

QList<FieldChange> GrantEditor::theirChanges() const
{
    return m_base && m_newer ? changesInForce(editOf(m_base->value), editOf(m_newer->value),
                                              m_catalogue.plans(), partnerStage(), m_clock.now())
                             : QList<FieldChange>();
}

void GrantEditor::stage(GrantEdit next, const QString &what)
{
    if (!m_base || next == m_edit)
        return;
    if (what.isEmpty() || what != m_lastStep)
        m_steps.append({editOf(m_base->value), m_edit});
    m_lastStep = what;
    m_edit = std::move(next);
    touch();
}

void GrantEditor::forgetSteps()
{
    m_steps.clear();
    m_lastStep.clear();
}

void GrantEditor::setScope(const QString &scope, bool granted)
{
    setScopes({scope}, granted);
}

void GrantEditor::setScopes(const QStringList &scopes, bool granted)
{
    GrantEdit next = m_edit;
    for (const QString &scope : scopes) {
        if (!granted)
            next.scopes.removeAll(scope);
        else if (!next.scopes.contains(scope))
            next.scopes.append(scope);
    }
    stage(std::move(next), {});
}

void GrantEditor::setPlan(const QString &planId)
{
    GrantEdit next = m_edit;
    next.planId = planId;
    stage(std::move(next), {});
}

void GrantEditor::setLimitOverride(const std::optional<LimitOverride> &limitOverride)
{
    const QString field = fieldThatDiffers(m_edit.limitOverride, limitOverride);
    GrantEdit next = m_edit;
    next.limitOverride = limitOverride;
    stage(std::move(next), field);
}

void GrantEditor::discard()
{
    if (!m_base)
        return;
    if (isTouched())
        m_steps.append({editOf(m_base->value), m_edit});
    m_lastStep.clear();
    if (m_newer)
        m_base = std::exchange(m_newer, std::nullopt);
    m_edit = editOf(m_base->value);
    touch();
}

bool GrantEditor::undo()
{
    if (!m_base || m_steps.isEmpty())
        return false;
    const Step step = m_steps.takeLast();
    m_lastStep.clear();
    m_edit = mergedEdits(step.base, step.edit, editOf(m_base->value), inForceOn(step.base),
                         inForceOn(editOf(m_base->value)));
    touch();
    return true;
}

void GrantEditor::rebase()
{
    if (!m_base || !m_newer)
        return;
    m_edit = mergedEdits(editOf(m_base->value), m_edit, editOf(m_newer->value), limitsInForce(),
                         inForceOn(editOf(m_newer->value)));
    m_base = std::exchange(m_newer, std::nullopt);
    touch();
}

QList<FieldChange> GrantEditor::diff() const
{
    return m_base ? changesInForce(editOf(m_base->value), m_edit, m_catalogue.plans(), partnerStage(),
                                   m_clock.now())
                  : QList<FieldChange>();
}

Stage GrantEditor::partnerStage() const
{
    const auto &partner = m_partner.partner();
    return partner ? partner->value.stage : Stage::Unknown;
}

QList<ScopeConflict> GrantEditor::conflicts() const
{
    const auto &partner = m_partner.partner();
    return partner ? conflictsOf(m_edit.scopes, m_catalogue.scopes(),
                                 {partner->value.lawfulBasis, partner->value.dataCategories})
                   : QList<ScopeConflict>();
}

bool GrantEditor::isAllowed(const Scope &scope) const
{
    const auto &partner = m_partner.partner();
    return !partner || (rules::allowedByBasis(scope, partner->value.lawfulBasis) &&
                        rules::uncoveredCategories(scope, partner->value.dataCategories).isEmpty());
}

Limits GrantEditor::effectiveLimits() const
{
    return inForceOn(m_edit);
}

Limits GrantEditor::limitsToCome() const
{
    return models::limitsToCome(m_edit, m_catalogue.plans(), partnerStage(), m_clock.now());
}

Limits GrantEditor::limitsInForce() const
{
    return m_base ? inForceOn(editOf(m_base->value)) : Limits();
}

Limits GrantEditor::inForceOn(const GrantEdit &base) const
{
    return models::effectiveLimits(base, m_catalogue.plans(), partnerStage(), m_clock.now());
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
    return forecastThrottling(m_days, limitsToCome().dailyQuota);
}

} // namespace pc::models
