// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/partner_rules.h"

#include "contract/rules/agreement.h"
#include "contract/rules/unknown_values.h"
#include "contract/rules/verification.h"
#include "platform/domain/field_check.h"

#include <algorithm>

namespace pc::platform::domain {

using namespace Qt::StringLiterals;
using pc::rules::FieldFault;

namespace {

void checkContact(FieldCheck &check, const Contact &contact, const QString &at)
{
    if (contact.kind == ContactKind::Unknown)
        check.fail(at + u"/kind"_s, FieldFault::UnknownValue, u"No such kind of contact."_s);
}

void checkAgreement(FieldCheck &check, const Agreement &agreement)
{
    const QList<pc::rules::FieldProblem> faults = pc::rules::agreementFaults(agreement);
    for (const pc::rules::FieldProblem &each : faults)
        check.fail(each.pointer, each.fault,
                   each.fault == FieldFault::Required ? u"Required."_s : u"After the day it was signed."_s);
}

} // namespace

QList<FieldError> checkDraft(const PartnerDraft &draft, const QList<FieldError> &faults)
{
    FieldCheck check(faults);
    const QList<pc::rules::FieldProblem> unknown = pc::rules::unknownPlaces(draft);
    for (const pc::rules::FieldProblem &each : unknown)
        check.fail(each.pointer, each.fault,
                   each.pointer == u"/country" ? u"A country code of ISO 3166-1, two capital letters."_s
                                               : u"An IANA time zone such as Europe/Berlin."_s);
    if (draft.lawfulBasis == LawfulBasis::Unknown)
        check.fail(u"/lawful_basis"_s, FieldFault::UnknownValue, u"No such lawful basis."_s);
    const qsizetype contacts = lookedAt("PartnerDraft", "contacts", draft.contacts.size());
    for (qsizetype i = 0; i < contacts; ++i)
        checkContact(check, draft.contacts.at(i), u"/contacts/"_s + QString::number(i));
    if (draft.agreement)
        checkAgreement(check, *draft.agreement);
    return check.errors();
}

QList<FieldError> checkVerifications(const QList<Contact> &wanted, const QList<Contact> &known)
{
    FieldCheck check;
    const qsizetype count = lookedAt("PartnerDraft", "contacts", wanted.size());
    for (qsizetype i = 0; i < count; ++i) {
        if (pc::rules::lacksNumber(wanted.at(i), known))
            check.fail(u"/contacts/%1/phone"_s.arg(i), FieldFault::Required,
                       u"Who is verified by calling back needs a telephone number."_s);
    }
    return check.errors();
}

QList<Contact> settledContacts(const QList<Contact> &wanted, const QList<Contact> &known, const QString &by,
                               const QDateTime &now)
{
    QList<Contact> result;
    for (Contact contact : wanted) {
        if (!contact.verifiedAt) {
            contact.verifiedBy.clear();
            contact.verifiedWith.clear();
        } else if (const Contact *before = pc::rules::verifiedBefore(known, contact)) {
            contact = *before;
        } else {
            contact.verifiedAt = now;
            contact.verifiedBy = by;
            if (contact.verifiedWith.isEmpty())
                contact.verifiedWith = contact.name;
        }
        result.append(contact);
    }
    return result;
}

} // namespace pc::platform::domain
