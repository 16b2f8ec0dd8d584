// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words/draft_words.h"

#include "contract/rules/date_words.h"
#include "models/text/enum_names.h"
#include "views/widgets/field_words.h"
#include "views/words/member_words.h"
#include "views/words/names.h"

#include <QCoreApplication>
#include <QLocale>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::OnboardStep;
using rules::FieldFault;

namespace {

struct DraftText
{
    Q_DECLARE_TR_FUNCTIONS(DraftWords)
};

QString contactName(const QString &json)
{
    return models::nameOf(enumFromText<ContactKind>(json));
}

} // namespace

QString stepTitle(OnboardStep step)
{
    switch (step) {
    case OnboardStep::Organisation:
        return DraftText::tr("Organisation");
    case OnboardStep::Contacts:
        return DraftText::tr("Contacts");
    case OnboardStep::Agreement:
        return DraftText::tr("Agreement");
    case OnboardStep::LawfulBasis:
        return DraftText::tr("Lawful basis & data");
    case OnboardStep::Access:
        return DraftText::tr("Scopes & quota");
    case OnboardStep::Sandbox:
        return DraftText::tr("Sandbox access");
    case OnboardStep::Review:
        return DraftText::tr("Review");
    }
    return {};
}

QString stepIntro(OnboardStep step)
{
    switch (step) {
    case OnboardStep::Organisation:
        return DraftText::tr("Who the partner is, and who looks after it here.");
    case OnboardStep::Contacts:
        return DraftText::tr(
            "Whom to reach. A caller is verified by calling back one of these, never by what the "
            "caller says.");
    case OnboardStep::Agreement:
        return DraftText::tr(
            "The data-sharing agreement that was signed. The file stays with you; its fingerprint is kept.");
    case OnboardStep::LawfulBasis:
        return DraftText::tr("Decides which scopes this partner may ever receive.");
    case OnboardStep::Access:
        return DraftText::tr(
            "Grant the least that the integration needs. More can be added later, with its own review.");
    case OnboardStep::Sandbox:
        return DraftText::tr("The partner starts in the sandbox: separate credentials, separate data.");
    case OnboardStep::Review:
        return DraftText::tr(
            "Nothing has been sent yet. Creating the partner is recorded in the audit trail.");
    }
    return {};
}

QString problemText(const rules::FieldProblem &problem)
{
    if (problem.fault == FieldFault::MissingContact)
        return DraftText::tr("The contact “%1” is missing: a person or a team.", "kind of contact")
            .arg(contactName(problem.detail));
    return faultText(models::draftLimit(problem.pointer), problem.fault, problem.detail);
}

QString fieldName(const rules::FieldProblem &problem)
{
    if (problem.fault == FieldFault::MissingContact || problem.pointer.startsWith(u"/scopes/"_s))
        return {};
    return memberName(problem.pointer);
}

QString fieldName(const rules::FieldProblem &problem, const PartnerDraft &draft)
{
    const QString field = fieldName(problem);
    const QStringList parts = problem.pointer.split(u'/', Qt::SkipEmptyParts);
    bool isNumber = false;
    const qsizetype index = parts.value(1).toLongLong(&isNumber);
    if (field.isEmpty() || parts.first() != u"contacts" || !isNumber || index >= draft.contacts.size())
        return field;
    return DraftText::tr("%1, %2", "kind of contact, field")
        .arg(models::nameOf(draft.contacts.at(index).kind), field);
}

QString problemShort(const rules::FieldProblem &problem)
{
    switch (problem.fault) {
    case FieldFault::MissingContact:
        return DraftText::tr("%1 contact missing", "kind of contact").arg(contactName(problem.detail));
    case FieldFault::Required:
        return DraftText::tr("Something is missing");
    case FieldFault::LawfulBasis:
        return DraftText::tr("%1 not allowed", "scope").arg(problem.detail);
    case FieldFault::DataCategory:
        return DraftText::tr("Data of %1 not agreed", "scope").arg(problem.detail);
    case FieldFault::Taken:
        return problem.pointer == u"/slug" ? DraftText::tr("Slug is taken")
                                           : DraftText::tr("Something to correct");
    case FieldFault::Ended:
        return DraftText::tr("Agreement has ended");
    default:
        return DraftText::tr("Something to correct");
    }
}

QString stepSummary(OnboardStep step, const models::OnboardDraft &draft, const QString &planName)
{
    const PartnerDraft &partner = draft.partner;
    switch (step) {
    case OnboardStep::Organisation:
        return partner.legalName.isEmpty() ? partner.name : partner.legalName;
    case OnboardStep::Contacts:
        return DraftText::tr("%n contact(s)", nullptr, static_cast<int>(partner.contacts.size()));
    case OnboardStep::Agreement:
        return partner.agreement ? DraftText::tr("Version %1").arg(partner.agreement->version)
                                 : DraftText::tr("None yet");
    case OnboardStep::LawfulBasis:
        return models::nameOf(partner.lawfulBasis);
    case OnboardStep::Access:
        return DraftText::tr("%1 · %n scope(s)", "plan", static_cast<int>(partner.scopes.size()))
            .arg(inSentence(planName));
    case OnboardStep::Sandbox:
        return draft.sandbox.issueCredential ? draft.sandbox.credentialName
                                             : DraftText::tr("No credential yet");
    case OnboardStep::Review:
        break;
    }
    return {};
}

QString draftSentence(const models::OnboardDraft &draft, const QString &planName)
{
    const PartnerDraft &partner = draft.partner;
    QStringList sentences;
    sentences.append(
        DraftText::tr("%1 (%2) starts in the sandbox, looked after by %3.", "partner, slug, account")
            .arg(inSentence(partner.name), partner.slug, partner.owner));
    sentences.append(DraftText::tr("Plan %1 with %n scope(s), on the basis “%2”.", nullptr,
                                   static_cast<int>(partner.scopes.size()))
                         .arg(inSentence(planName), models::nameOf(partner.lawfulBasis)));
    sentences.append(
        partner.agreement
            ? DraftText::tr("Agreement %1 is valid until %2.")
                  .arg(partner.agreement->version,
                       rules::dateText(partner.agreement->validUntil, rules::DateForm::DayOfYear))
            : DraftText::tr("No agreement is recorded yet: it is needed before limited production."));
    sentences.append(
        draft.sandbox.issueCredential
            ? DraftText::tr("A sandbox credential “%1” (%2) is issued right after; its secret is shown once.")
                  .arg(inSentence(draft.sandbox.credentialName), models::nameOf(draft.sandbox.kind))
            : DraftText::tr("No credential is issued yet."));
    return sentences.join(u' ');
}

} // namespace pc::views
