// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/onboard_draft.h"

#include "models/grant_rules.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace pc::models {

using namespace Qt::StringLiterals;

namespace {

constexpr int longText = 200;
constexpr int longNotes = 4000;

bool fits(const QRegularExpression &pattern, const QString &text)
{
    return pattern.match(text).hasMatch();
}

class Checker
{
public:
    Checker(const OnboardDraft &draft, const DraftContext &context)
        : m_draft(draft), m_partner(draft.partner), m_context(context)
    {
    }

    QList<DraftProblem> run()
    {
        organisation();
        contacts();
        agreement();
        lawfulBasis();
        access();
        sandbox();
        return std::move(m_problems);
    }

private:
    void add(OnboardStep step, const QString &pointer, DraftFault fault, const QString &detail = {})
    {
        m_problems.append({step, pointer, fault, detail});
    }

    /// True when there is something to look at further.
    bool text(OnboardStep step, const QString &pointer, const QString &value, bool required,
              int longest = longText)
    {
        if (value.trimmed().isEmpty()) {
            if (required)
                add(step, pointer, DraftFault::Required);
            return false;
        }
        if (value.size() > longest) {
            add(step, pointer, DraftFault::TooLong);
            return false;
        }
        return true;
    }

    void organisation()
    {
        constexpr auto step = OnboardStep::Organisation;
        static const QRegularExpression slug(u"^[a-z0-9]+(-[a-z0-9]+)*$"_s);
        static const QRegularExpression country(u"^[A-Z]{2}$"_s);
        text(step, u"/name"_s, m_partner.name, true, 120);
        if (text(step, u"/slug"_s, m_partner.slug, true, 48) && !fits(slug, m_partner.slug))
            add(step, u"/slug"_s, DraftFault::BadSlug);
        text(step, u"/legal_name"_s, m_partner.legalName, true);
        if (text(step, u"/country"_s, m_partner.country, true) && !fits(country, m_partner.country))
            add(step, u"/country"_s, DraftFault::BadCountry);
        text(step, u"/registration"_s, m_partner.registration, false, 60);
        text(step, u"/owner"_s, m_partner.owner, true, 60);
        if (text(step, u"/time_zone"_s, m_partner.timeZone, true) &&
            !QTimeZone::isTimeZoneIdAvailable(m_partner.timeZone.toUtf8()))
            add(step, u"/time_zone"_s, DraftFault::BadTimeZone);
        text(step, u"/notes"_s, m_partner.notes, false, longNotes);
    }

    void contacts()
    {
        constexpr auto step = OnboardStep::Contacts;
        static const QRegularExpression email(u"^[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+$"_s);
        for (qsizetype i = 0; i < m_partner.contacts.size(); ++i) {
            const Contact &contact = m_partner.contacts.at(i);
            const QString at = u"/contacts/%1"_s.arg(i);
            text(step, at + u"/name"_s, contact.name, true, 120);
            if (text(step, at + u"/email"_s, contact.email, true, 254) && !fits(email, contact.email))
                add(step, at + u"/email"_s, DraftFault::BadEmail);
            text(step, at + u"/phone"_s, contact.phone, false, 40);
        }
        static constexpr std::array needed{ContactKind::Business, ContactKind::Technical,
                                           ContactKind::Security, ContactKind::DataProtection};
        for (const ContactKind kind : needed) {
            const bool there = std::any_of(m_partner.contacts.begin(), m_partner.contacts.end(),
                                           [kind](const Contact &contact) { return contact.kind == kind; });
            if (!there)
                add(step, u"/contacts"_s, DraftFault::MissingContact, toText(kind));
        }
    }

    void agreement()
    {
        constexpr auto step = OnboardStep::Agreement;
        static const QRegularExpression sha256(u"^[0-9a-f]{64}$"_s);
        if (!m_partner.agreement)
            return; // may be signed later: a gate of promotion asks for it
        const Agreement &agreement = *m_partner.agreement;
        text(step, u"/agreement/version"_s, agreement.version, true, 40);
        if (text(step, u"/agreement/file_sha256"_s, agreement.fileSha256, true) &&
            !fits(sha256, agreement.fileSha256))
            add(step, u"/agreement/file_sha256"_s, DraftFault::BadHash);
        if (agreement.signatories.isEmpty())
            add(step, u"/agreement/signatories"_s, DraftFault::Required);
        if (!agreement.signedOn.isValid())
            add(step, u"/agreement/signed_on"_s, DraftFault::Required);
        else if (agreement.signedOn > m_context.today)
            add(step, u"/agreement/signed_on"_s, DraftFault::SignedLater);
        if (!agreement.validUntil.isValid())
            add(step, u"/agreement/valid_until"_s, DraftFault::Required);
        else if (agreement.validUntil < m_context.today)
            add(step, u"/agreement/valid_until"_s, DraftFault::Expired);
        else if (agreement.signedOn.isValid() && agreement.signedOn >= agreement.validUntil)
            add(step, u"/agreement/valid_until"_s, DraftFault::SignedLater);
    }

    void lawfulBasis()
    {
        constexpr auto step = OnboardStep::LawfulBasis;
        if (m_partner.lawfulBasis == LawfulBasis::Unknown)
            add(step, u"/lawful_basis"_s, DraftFault::Required);
        text(step, u"/purpose"_s, m_partner.purpose, true, 1000);
        if (m_partner.dataCategories.isEmpty())
            add(step, u"/data_categories"_s, DraftFault::Required);
        if (m_partner.retentionDays < 1 || m_partner.retentionDays > 3660)
            add(step, u"/retention_days"_s, DraftFault::OutOfRange, u"1–3660"_s);
    }

    void access()
    {
        constexpr auto step = OnboardStep::Access;
        const auto isPlan = [this](const Plan &plan) { return plan.id == m_partner.planId; };
        if (m_partner.planId.isEmpty())
            add(step, u"/plan_id"_s, DraftFault::Required);
        else if (std::none_of(m_context.plans.begin(), m_context.plans.end(), isPlan))
            add(step, u"/plan_id"_s, DraftFault::UnknownPlan);
        if (m_partner.scopes.isEmpty())
            add(step, u"/scopes"_s, DraftFault::Required);
        for (qsizetype i = 0; i < m_partner.scopes.size(); ++i) {
            const QString &name = m_partner.scopes.at(i);
            const QString at = u"/scopes/%1"_s.arg(i);
            const auto scope = std::find_if(m_context.scopes.begin(), m_context.scopes.end(),
                                            [&](const Scope &candidate) { return candidate.name == name; });
            if (scope == m_context.scopes.end())
                add(step, at, DraftFault::UnknownScope, name);
            else if (m_partner.lawfulBasis != LawfulBasis::Unknown &&
                     !allowedByBasis(*scope, m_partner.lawfulBasis))
                add(step, at, DraftFault::NotAllowedByBasis, name);
        }
    }

    void sandbox()
    {
        if (m_draft.sandbox.issueCredential)
            text(OnboardStep::Sandbox, u"/sandbox/credential_name"_s, m_draft.sandbox.credentialName, true,
                 100);
    }

    const OnboardDraft &m_draft;
    const PartnerDraft &m_partner;
    const DraftContext &m_context;
    QList<DraftProblem> m_problems;
};

} // namespace

QList<DraftProblem> validateDraft(const OnboardDraft &draft, const DraftContext &context)
{
    return Checker(draft, context).run();
}

OnboardStep stepOf(const QString &pointer)
{
    const QString first = pointer.section(u'/', 1, 1);
    if (first == u"contacts")
        return OnboardStep::Contacts;
    if (first == u"agreement")
        return OnboardStep::Agreement;
    if (first == u"lawful_basis" || first == u"purpose" || first == u"data_categories" ||
        first == u"retention_days")
        return OnboardStep::LawfulBasis;
    if (first == u"plan_id" || first == u"scopes")
        return OnboardStep::Access;
    if (first == u"sandbox")
        return OnboardStep::Sandbox;
    return OnboardStep::Organisation;
}

QString suggestSlug(const QString &name)
{
    QString slug;
    // Decomposed, so that "é" becomes "e" and its accent is dropped.
    for (const QChar c : name.normalized(QString::NormalizationForm_KD).toLower()) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            slug += c;
        else if (c.category() != QChar::Mark_NonSpacing && !slug.isEmpty() && !slug.endsWith(u'-'))
            slug += u'-';
        if (slug.size() >= 40)
            break;
    }
    while (slug.endsWith(u'-'))
        slug.chop(1);
    return slug;
}

} // namespace pc::models
