// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/onboarding/onboard_draft.h"

#include "contract/codec/codecs.h"
#include "contract/rules/body_check.h"
#include "contract/rules/countries.h"
#include "contract/rules/lawful_basis.h"
#include "contract/rules/time_zones.h"
#include "contract/rules/verification.h"

#include <algorithm>
#include <array>

namespace pc::models {

using namespace Qt::StringLiterals;

namespace {

DraftFault formFault(QLatin1StringView member)
{
    if (member == "slug"_L1)
        return DraftFault::BadSlug;
    if (member == "country"_L1)
        return DraftFault::BadCountry;
    if (member == "email"_L1)
        return DraftFault::BadEmail;
    if (member == "phone"_L1)
        return DraftFault::BadPhone;
    if (member == "time_zone"_L1)
        return DraftFault::BadTimeZone;
    if (member == "file_sha256"_L1)
        return DraftFault::BadHash;
    return DraftFault::BadForm;
}

DraftFault faultOf(const rules::BodyFault &fault)
{
    switch (fault.fault) {
    case rules::FieldFault::Required:
        return DraftFault::Required;
    case rules::FieldFault::TooLong:
        return DraftFault::TooLong;
    case rules::FieldFault::TooMany:
        return DraftFault::TooMany;
    case rules::FieldFault::Repeated:
        return DraftFault::Repeated;
    case rules::FieldFault::OutOfRange:
        return DraftFault::OutOfRange;
    case rules::FieldFault::NotText:
        return DraftFault::NotText;
    case rules::FieldFault::BadCharacters:
        return DraftFault::BadCharacters;
    case rules::FieldFault::TooShort:
    case rules::FieldFault::BadFormat:
    case rules::FieldFault::UnknownValue:
        break;
    }
    return formFault(QLatin1StringView(fault.limit->member));
}

/// What the message needs beside the fault: a range, a most.
QString detailOf(const rules::BodyFault &fault)
{
    switch (fault.fault) {
    case rules::FieldFault::OutOfRange:
        return u"%1–%2"_s.arg(fault.limit->minimum).arg(fault.limit->maximum);
    case rules::FieldFault::TooLong:
        return QString::number(fault.limit->maximum);
    case rules::FieldFault::TooMany:
        return QString::number(fault.limit->maximumItems);
    default:
        return {};
    }
}

/// What a draft needs beyond the fields themselves: the table (contract/rules/field_limits.h) says what a
/// field may hold, this what the onboarding of a partner is complete with.
class Checker
{
public:
    Checker(const OnboardDraft &draft, const DraftContext &context)
        : m_draft(draft), m_partner(draft.partner), m_context(context)
    {
    }

    QList<DraftProblem> run()
    {
        fields();
        organisation();
        contacts();
        agreement();
        lawfulBasis();
        access();
        sandbox();
        unread();
        std::stable_sort(m_problems.begin(), m_problems.end(),
                         [](const DraftProblem &a, const DraftProblem &b) { return a.step < b.step; });
        return std::move(m_problems);
    }

private:
    void add(OnboardStep step, const QString &pointer, DraftFault fault, const QString &detail = {})
    {
        // One thing at a time: a text of a wrong form is not looked up as well.
        const bool known =
            std::any_of(m_problems.begin(), m_problems.end(), [&](const DraftProblem &problem) {
                return problem.pointer == pointer && fault != DraftFault::MissingContact;
            });
        if (known)
            return;
        if (const auto typed = m_draft.unread.constFind(pointer); typed != m_draft.unread.constEnd())
            m_problems.append({step, pointer, DraftFault::Unread, *typed});
        else
            m_problems.append({step, pointer, fault, detail});
    }

    void fields()
    {
        const QJsonObject body = rules::settledBody("PartnerDraft", toJson(m_partner));
        const QList<rules::BodyFault> faults = rules::bodyFaults("PartnerDraft", body);
        for (const rules::BodyFault &fault : faults)
            add(stepOf(fault.pointer), fault.pointer, faultOf(fault), detailOf(fault));
    }

    void organisation()
    {
        constexpr auto step = OnboardStep::Organisation;
        if (m_partner.country.size() == 2 && !rules::isCountryCode(m_partner.country))
            add(step, u"/country"_s, DraftFault::BadCountry);
        if (m_partner.timeZone.isEmpty())
            add(step, u"/time_zone"_s, DraftFault::Required);
        else if (!rules::isTimeZoneName(m_partner.timeZone))
            add(step, u"/time_zone"_s, DraftFault::BadTimeZone);
    }

    void contacts()
    {
        constexpr auto step = OnboardStep::Contacts;
        for (qsizetype i = 0; i < m_partner.contacts.size(); ++i) {
            if (rules::lacksNumber(m_partner.contacts.at(i), m_context.knownContacts))
                add(step, u"/contacts/%1/phone"_s.arg(i), DraftFault::Required);
            else if (rules::lacksPerson(m_partner.contacts.at(i), m_context.knownContacts))
                add(step, u"/contacts/%1/verified_with"_s.arg(i), DraftFault::Required);
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
        if (!m_partner.agreement)
            return; // may be signed later: a gate of promotion asks for it
        const Agreement &agreement = *m_partner.agreement;
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
        if (rules::settled(m_partner.purpose).isEmpty())
            add(step, u"/purpose"_s, DraftFault::Required);
        if (m_partner.dataCategories.isEmpty())
            add(step, u"/data_categories"_s, DraftFault::Required);
    }

    void access()
    {
        constexpr auto step = OnboardStep::Access;
        const auto isPlan = [this](const Plan &plan) { return plan.id == m_partner.planId; };
        if (!m_partner.planId.isEmpty() &&
            std::none_of(m_context.plans.begin(), m_context.plans.end(), isPlan))
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
                     !rules::allowedByBasis(*scope, m_partner.lawfulBasis))
                add(step, at, DraftFault::NotAllowedByBasis, name);
        }
    }

    void sandbox()
    {
        if (!m_draft.sandbox.issueCredential)
            return;
        const rules::FieldLimit &name = rules::limit("IssueRequest", "name");
        const auto fault = rules::faultOf(name, rules::valueOf(name, m_draft.sandbox.credentialName));
        if (fault) {
            const rules::BodyFault found{u"/sandbox/credential_name"_s, &name, *fault};
            add(OnboardStep::Sandbox, found.pointer, faultOf(found), detailOf(found));
        }
    }

    /// What no other rule found fault with.
    void unread()
    {
        for (auto typed = m_draft.unread.cbegin(); typed != m_draft.unread.cend(); ++typed)
            add(stepOf(typed.key()), typed.key(), DraftFault::Unread, *typed);
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

} // namespace pc::models
