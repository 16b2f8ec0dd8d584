// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/partner_rules.h"

#include "platform/admin/field_check.h"

#include <QLocale>
#include <QRegularExpression>
#include <QSet>
#include <QTimeZone>

namespace pc::platform::rules {

using namespace Qt::StringLiterals;

namespace {

bool matches(const QRegularExpression &shape, const QString &text)
{
    return shape.match(text).hasMatch();
}

bool isCountry(const QString &code)
{
    static const QRegularExpression shape(u"^[A-Z]{2}$"_s);
    return matches(shape, code) && QLocale::codeToTerritory(code) != QLocale::AnyTerritory;
}

void checkContact(FieldCheck &check, const Contact &contact, const QString &at)
{
    static const QRegularExpression email(u"^[^@\\s,;<>\"]+@[^@\\s,;<>\"]+\\.[^@\\s,;<>\"]+$"_s);
    static const QRegularExpression phone(u"^\\+?[0-9 ()/.-]{3,40}$"_s);
    if (contact.kind == ContactKind::Unknown)
        check.fail(at + u"/kind"_s, u"unknown_value"_s, u"No such kind of contact."_s);
    check.required(at + u"/name"_s, contact.name, 120);
    check.required(at + u"/email"_s, contact.email, 254);
    if (!contact.email.isEmpty() && !matches(email, contact.email))
        check.fail(at + u"/email"_s, u"bad_format"_s, u"Not an e-mail address."_s);
    if (!contact.phone.isEmpty() && !matches(phone, contact.phone))
        check.fail(at + u"/phone"_s, u"bad_format"_s, u"Not a telephone number."_s);
}

void checkAgreement(FieldCheck &check, const Agreement &agreement)
{
    static const QRegularExpression hash(u"^[0-9a-f]{64}$"_s);
    check.required(u"/agreement/version"_s, agreement.version, 40);
    if (!agreement.fileSha256.isEmpty() && !matches(hash, agreement.fileSha256))
        check.fail(u"/agreement/file_sha256"_s, u"bad_format"_s, u"64 lower-case hexadecimal digits."_s);
    if (!agreement.signedOn.isValid())
        check.fail(u"/agreement/signed_on"_s, u"required"_s, u"Required."_s);
    if (!agreement.validUntil.isValid())
        check.fail(u"/agreement/valid_until"_s, u"required"_s, u"Required."_s);
    else if (agreement.signedOn.isValid() && agreement.validUntil <= agreement.signedOn)
        check.fail(u"/agreement/valid_until"_s, u"out_of_range"_s, u"After the day it was signed."_s);
    if (agreement.signatories.size() > 10)
        check.fail(u"/agreement/signatories"_s, u"too_many"_s, u"At most 10."_s);
    for (qsizetype i = 0; i < agreement.signatories.size(); ++i)
        check.required(u"/agreement/signatories/"_s + QString::number(i), agreement.signatories.at(i), 120);
}

void checkTexts(FieldCheck &check, const QStringList &texts, const QString &pointer, int most, int length)
{
    if (texts.size() > most)
        check.fail(pointer, u"too_many"_s, u"At most %1."_s.arg(most));
    for (qsizetype i = 0; i < texts.size() && i < most; ++i)
        check.required(pointer + u'/' + QString::number(i), texts.at(i), length);
    if (QSet<QString>(texts.begin(), texts.end()).size() != texts.size())
        check.fail(pointer, u"repeated"_s, u"Every entry once."_s);
}

} // namespace

QList<FieldError> checkDraft(const PartnerDraft &draft)
{
    static const QRegularExpression slug(u"^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$"_s);
    FieldCheck check;
    check.required(u"/name"_s, draft.name, 120);
    check.required(u"/slug"_s, draft.slug, 48);
    if (!draft.slug.isEmpty() && !matches(slug, draft.slug))
        check.fail(u"/slug"_s, u"bad_format"_s,
                   u"Lower-case letters, digits and hyphens, a letter or digit at both ends."_s);
    check.required(u"/legal_name"_s, draft.legalName, 200);
    if (!isCountry(draft.country))
        check.fail(u"/country"_s, u"bad_format"_s, u"A country code of ISO 3166-1, two capital letters."_s);
    check.optional(u"/registration"_s, draft.registration, 60);
    check.required(u"/owner"_s, draft.owner, 60);
    check.required(u"/plan_id"_s, draft.planId, 60);
    if (!QTimeZone::isTimeZoneIdAvailable(draft.timeZone.toLatin1()))
        check.fail(u"/time_zone"_s, u"unknown_value"_s, u"An IANA time zone such as Europe/Berlin."_s);
    if (draft.lawfulBasis == LawfulBasis::Unknown)
        check.fail(u"/lawful_basis"_s, u"unknown_value"_s, u"No such lawful basis."_s);
    checkTexts(check, draft.dataCategories, u"/data_categories"_s, 30, 60);
    check.optional(u"/purpose"_s, draft.purpose, 1000, true);
    if (draft.retentionDays < 1 || draft.retentionDays > 3660)
        check.fail(u"/retention_days"_s, u"out_of_range"_s, u"1 to 3660 days."_s);
    if (draft.contacts.size() > 20)
        check.fail(u"/contacts"_s, u"too_many"_s, u"At most 20."_s);
    for (qsizetype i = 0; i < draft.contacts.size() && i < 20; ++i)
        checkContact(check, draft.contacts.at(i), u"/contacts/"_s + QString::number(i));
    if (draft.agreement)
        checkAgreement(check, *draft.agreement);
    checkTexts(check, draft.tags, u"/tags"_s, 20, 40);
    check.optional(u"/notes"_s, draft.notes, 4000, true);
    return check.errors();
}

bool allPassed(const StageGates &gates)
{
    return gates.next != Stage::Unknown &&
           std::all_of(gates.gates.begin(), gates.gates.end(), [](const Gate &gate) { return gate.passed; });
}

} // namespace pc::platform::rules
