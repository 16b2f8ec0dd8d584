// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/codecs.h"
#include "contract/rules/agreement.h"
#include "contract/rules/body_check.h"
#include "contract/rules/countries.h"
#include "contract/rules/lawful_basis.h"
#include "contract/rules/limits.h"
#include "contract/rules/required_reason.h"
#include "contract/rules/secret_life.h"
#include "contract/rules/time_zones.h"

#include <QJsonArray>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::rules;

namespace {

bool isText(const FieldLimit &limit)
{
    return limit.kind == FieldKind::Text || limit.kind == FieldKind::Paragraphs ||
           limit.kind == FieldKind::Word;
}

QString nameOf(const FieldLimit &limit)
{
    return QString::fromLatin1(limit.schema) + u'.' + QString::fromLatin1(limit.member);
}

QStringList codes(const QList<BodyFault> &faults)
{
    QStringList list;
    for (const BodyFault &fault : faults)
        list.append(fieldError(fault).pointer + u' ' + fieldError(fault).code);
    return list;
}

} // namespace

class TestFieldRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tableIsSound()
    {
        QSet<QString> seen;
        for (const FieldLimit &limit : fieldLimits()) {
            const QString name = nameOf(limit);
            QVERIFY2(!seen.contains(name), qPrintable(name));
            seen.insert(name);
            QVERIFY2(limit.minimum <= limit.maximum, qPrintable(name));
            QVERIFY2(limit.list == (limit.maximumItems > 0), qPrintable(name));
            QVERIFY2((limit.kind == FieldKind::Object) == (limit.nested != nullptr), qPrintable(name));
            QCOMPARE(&rules::limit(limit.schema, limit.member), &limit);
            // An object has the limits of its own members only.
            QVERIFY2(limit.nested == nullptr || (limit.minimum == 0 && limit.maximum == 0 && !limit.orEmpty),
                     qPrintable(name));
        }
        QCOMPARE(limit("IssueRequest", "name").maximum, 80);
        QCOMPARE(limit("ActRequest", "ticket").maximum, 80);
    }

    /// Nobody is shown a pattern: a sentence says what it means, and what it names as an example is one.
    void everyPatternIsSaidInWords()
    {
        static const QRegularExpression example(u"such as (.+?)\\.?$"_s);
        for (const FieldLimit &limit : fieldLimits()) {
            const QString form = formOf(limit);
            QCOMPARE(form.isEmpty(), limit.pattern == nullptr);
            if (form.isEmpty())
                continue;
            QVERIFY2(form.endsWith(u'.') && !form.contains(u'[') && !form.contains(u'\\'), qPrintable(form));
            QString named = example.match(form).captured(1).section(u';', 0, 0);
            if (QByteArrayView(limit.member) == "prefix")
                named += u'.'; // which ends the sentence as well
            if (!named.isEmpty())
                QVERIFY2(!faultOf(limit, named), qPrintable(nameOf(limit) + u' ' + named));
        }
    }

    /// Every text field at its edges, by code points, and with every kind of text that nobody can read.
    void everyTextFieldAtItsEdges()
    {
        const QString wide = QStringView(QChar::fromUcs4(0x1f600)).toString();
        for (const FieldLimit &limit : fieldLimits()) {
            if (!isText(limit))
                continue;
            const QString name = nameOf(limit);
            const auto fault = [&limit](const QString &typed) {
                return faultOf(limit, valueOf(limit, typed));
            };
            QVERIFY2(fault(QString(limit.maximum + 1, u'a')) == FieldFault::TooLong, qPrintable(name));
            QVERIFY2(fault(QString()) == (limit.minimum > 0 && !limit.orEmpty
                                              ? std::optional(FieldFault::Required)
                                              : std::nullopt),
                     qPrintable(name));
            QVERIFY2(fault(QString(QChar(0xd800))) == FieldFault::NotText, qPrintable(name));
            QVERIFY2(fault(u"\u0301\u0302"_s) == FieldFault::NotText, qPrintable(name));
            QVERIFY2(fault(u"a\u202eb"_s) == FieldFault::BadCharacters, qPrintable(name));
            QVERIFY2(fault(u"a\u0007b"_s) == FieldFault::BadCharacters, qPrintable(name));
            if (limit.kind == FieldKind::Word) {
                QVERIFY2(fault(u"aa\n"_s).has_value(), qPrintable(name));
                for (const char32_t hidden : {0x200b, 0xad, 0x2060, 0xfeff, 0xa0, 0xe000, 0x200f, 0x378,
                                              0xfffc, 0xe0041, 0x1d159, 0x3000})
                    QVERIFY2(fault(u'a' + QStringView(QChar::fromUcs4(hidden)).toString() + u'b') ==
                                 FieldFault::BadCharacters,
                             qPrintable(name + u' ' + QString::number(hidden, 16)));
                QVERIFY2(fault(u"a\u2066b\u2069"_s) == FieldFault::BadCharacters, qPrintable(name));
                continue;
            }
            QVERIFY2(!fault(u"a"_s + wide.repeated(limit.maximum - 1)), qPrintable(name));
            QVERIFY2(fault(wide.repeated(limit.maximum + 1)) == FieldFault::TooLong, qPrintable(name));
            QVERIFY2(!fault(u"  a\u200b\n"_s), qPrintable(name));
            QCOMPARE(fault(u"a\nb"_s).has_value(), limit.kind == FieldKind::Text);
            QVERIFY2(fault(u"\u200b\ufeff"_s) == FieldFault::NotText, qPrintable(name));
            QVERIFY2(fault(u" \u00a0\n"_s) == fault(QString()), qPrintable(name)); // trimmed to nothing
        }
    }

    void patterns_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("fits");
        const auto row = [](const char *schema, const char *member, const QString &value, bool fits) {
            QTest::addRow("%s %s", member, qPrintable(value.left(30).simplified()))
                << QByteArray(schema) << QByteArray(member) << value << fits;
        };
        row("PartnerDraft", "slug", u"acme-1"_s, true);
        row("PartnerDraft", "slug", u"a"_s, true);
        row("PartnerDraft", "slug", QString(48, u'a'), true);
        row("PartnerDraft", "slug", u"-acme"_s, false);
        row("PartnerDraft", "slug", u"acme-"_s, false);
        row("PartnerDraft", "slug", u"Acme"_s, false);
        row("PartnerDraft", "slug", u"a--b"_s, false);
        row("PartnerDraft", "slug", u"acme\n"_s, false);
        row("Contact", "email", u"a@b.example"_s, true);
        row("Contact", "email", u"ä.b+c@münchen.example"_s, true);
        row("Contact", "email", u"a\u200b@b.org"_s, false);
        row("Contact", "email", u"a@b\u00ad.org"_s, false);
        row("Contact", "email", u"शर्मा@उदाहरण.भारत"_s, true);
        row("Contact", "email", u"a@b"_s, false);
        row("Contact", "email", u"a@b."_s, false);
        row("Contact", "email", u"a@.b"_s, false);
        row("Contact", "email", u"a b@c.example"_s, false);
        row("Contact", "email", u"a@b.example\n"_s, false);
        row("Contact", "phone", QString(), true);
        row("Contact", "phone", u"+49 (0)30 123-45"_s, true);
        row("Contact", "phone", u"(030) 1.2/3"_s, true);
        row("Contact", "phone", u"---"_s, false);
        row("Contact", "phone", u"call me"_s, false);
        row("Contact", "phone", u"12"_s, false);
        row("Agreement", "file_sha256", QString(64, u'a'), true);
        row("Agreement", "file_sha256", QString(), false);
        row("Agreement", "file_sha256", QString(63, u'a'), false);
        row("Agreement", "file_sha256", QString(64, u'A'), false);
        row("Agreement", "file_sha256", QString(64, u'g'), false);
        row("ActRequest", "ticket", QString(), true);
        row("ActRequest", "ticket", u"7"_s, true);
        row("ActRequest", "ticket", u"INC 4711"_s, true);
        row("ActRequest", "ticket", u"Ä-1"_s, true);
        row("ActRequest", "ticket", QString(80, u'7'), true);
        row("ActRequest", "ticket", u"INC-1\n"_s, false);
        row("ActRequest", "ticket", u" INC-1"_s, false);
    }
    void patterns()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, member);
        QFETCH(QString, value);
        QFETCH(bool, fits);
        QCOMPARE(!faultOf(limit(schema, member), value), fits);
    }

    void numbers()
    {
        const FieldLimit &rate = limit("Limits", "rate");
        QVERIFY(!faultOf(rate, 0.01) && !faultOf(rate, 100000));
        for (const double wrong : {0.0, -1.0, 100000.01, qQNaN(), qInf()})
            QVERIFY(faultOf(rate, wrong) == FieldFault::OutOfRange);
        const FieldLimit &burst = limit("Limits", "burst");
        QVERIFY(!faultOf(burst, 1.0) && !faultOf(burst, 1000000.0));
        for (const double wrong : {0.0, 1000001.0, 1.5})
            QVERIFY(faultOf(burst, wrong) == FieldFault::OutOfRange);
        QVERIFY(!faultOf(limit("Limits", "daily_quota"), 0.0));
    }

    void bodies()
    {
        QCOMPARE(firstNotText(QJsonObject{{u"a"_s, u"ok"_s}}), std::nullopt);
        QCOMPARE(firstNotText(QJsonObject{{u"a"_s, QJsonArray{u"ok"_s, QString(QChar(0xdc00))}}}), u"/a/1"_s);
        QCOMPARE(firstNotText(QJsonObject{{u"a/b"_s, QJsonObject{{u"c~"_s, QString(QChar(0))}}}}),
                 u"/a~1b/c~0"_s);
        QCOMPARE(firstNotText(QJsonObject{{QString(QChar(0xd800)), 1}}), QString());

        QJsonObject draft = toJson(PartnerDraft());
        draft.insert(u"name"_s, u" Mu\u0308ller \n"_s);
        draft.insert(u"slug"_s, u" mueller"_s);
        draft.insert(u"tags"_s, QJsonArray{u"a "_s, u"a"_s, QString()});
        draft.insert(u"contacts"_s, QJsonArray{QJsonObject{{u"name"_s, u" X"_s}, {u"email"_s, u"x"_s}}});
        draft = settledBody("PartnerDraft", draft);
        QCOMPARE(draft.value(u"name"_s).toString(), u"Müller"_s);
        QCOMPARE(draft.value(u"slug"_s).toString(), u" mueller"_s);
        QCOMPARE(draft.value(u"contacts"_s).toArray().at(0).toObject().value(u"name"_s).toString(), u"X"_s);
        const QStringList found = codes(bodyFaults("PartnerDraft", draft));
        for (const QString &expected :
             {u"/slug bad_format"_s, u"/legal_name required"_s, u"/tags/1 repeated"_s, u"/tags/2 required"_s,
              u"/contacts/0/email bad_format"_s, u"/owner required"_s})
            QVERIFY2(found.contains(expected), qPrintable(expected + u" not in " + found.join(u", "_s)));
        QVERIFY(!found.join(u' ').contains(u"/name "_s) || !found.contains(u"/name required"_s));
        QVERIFY(!found.contains(u"/tags/0 repeated"_s));

        QJsonArray many;
        for (int i = 0; i <= limit("PartnerDraft", "tags").maximumItems; ++i)
            many.append(QString::number(i));
        QVERIFY(codes(bodyFaults("PartnerDraft", {{u"tags"_s, many}})).contains(u"/tags too_many"_s));
    }

    /// A body is looked through member by member; a wrong type is the codec's business.
    void bodiesAreLookedThrough_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QStringList>("faults"); // of this member and below
        const auto row = [](const char *schema, const char *member, const QJsonValue &value,
                            const QStringList &faults) {
            QTest::addRow("%s %s %d", schema, member, int(value.type()))
                << QByteArray(schema) << QString::fromLatin1(member) << value << faults;
        };
        row("IssueRequest", "scopes", QJsonArray(), {u"/scopes required"_s});
        row("IssueRequest", "scopes", u"orders:read"_s, {});
        row("IssueRequest", "name", 5, {});
        row("IssueRequest", "name", QJsonArray{u"a"_s}, {});
        row("PartnerDraft", "tags", QJsonArray{u"a"_s, u"b"_s}, {});
        row("PartnerDraft", "tags", QJsonArray{u"a"_s, u"b"_s, u"a"_s}, {u"/tags/2 repeated"_s});
        row("PartnerDraft", "tags", QJsonArray{5, 5}, {});
        row("PartnerDraft", "contacts", QJsonArray{u"a"_s}, {});
        row("PartnerDraft", "contacts", QJsonArray{QJsonObject()},
            {u"/contacts/0/name required"_s, u"/contacts/0/email required"_s});
        row("PartnerDraft", "agreement", u"none"_s, {});
        row("PartnerDraft", "retention_days", 0, {u"/retention_days out_of_range"_s});
        row("PartnerDraft", "retention_days", 1, {});
        row("PartnerDraft", "retention_days", u"many"_s, {});
    }
    void bodiesAreLookedThrough()
    {
        QFETCH(const QByteArray, schema);
        QFETCH(const QString, member);
        QFETCH(const QJsonValue, value);
        QFETCH(const QStringList, faults);
        QStringList found = codes(bodyFaults(schema, {{member, value}}));
        found.removeIf([&](const QString &each) { return !each.startsWith(u'/' + member); });
        QCOMPARE(found, faults);
    }

    /// What is not of the table, or of another type, is stored as it came; what is not there does not come to
    /// be.
    void onlyFieldsAreSettled()
    {
        const QJsonObject odd{{u"tags"_s, u" a "_s},
                              {u"name"_s, 5},
                              {u"zz"_s, u" z "_s},
                              {u"contacts"_s, u"none"_s},
                              {u"agreement"_s, QJsonObject{{u"version"_s, u" 1 "_s}}}};
        QJsonObject settled = odd;
        settled.insert(u"tags"_s, u"a"_s);
        settled.insert(u"agreement"_s, QJsonObject{{u"version"_s, u"1"_s}});
        QCOMPARE(settledBody("PartnerDraft", odd), settled);
        QCOMPARE(settledBody("Limits", odd), odd);
        QCOMPARE(firstNotText(QJsonArray{QString(QChar(0xdc00))}), u"/0"_s);
        QCOMPARE(firstNotText(QString(QChar(0xdc00))), QString());
        QCOMPARE(firstNotText(5), std::nullopt);
    }

    /// A code comes back as what it means by itself; one of a newer service is kept.
    void codesOfFaults()
    {
        QSet<QString> codes;
        for (const FieldFaultRow &row : fieldFaults()) {
            const QString code = codeOf(row.fault);
            QCOMPARE(code, QString::fromLatin1(row.code));
            const FieldFault back = fieldFaultOf(code);
            QCOMPARE(back == row.fault, !codes.contains(code));
            QCOMPARE(codeOf(back), code);
            codes.insert(code);
            QCOMPARE(fieldError(u"/x"_s, row.fault, u"Why."_s), (FieldError{u"/x"_s, code, u"Why."_s}));
            QCOMPARE(fieldProblem({u"/x"_s, code, u"Why."_s}), (FieldProblem{u"/x"_s, back}));
        }
        QCOMPARE(codes.size(), 18);
        QCOMPARE(fieldFaultOf(u"not_yet_thought_of"_s), FieldFault::Unknown);
        QCOMPARE(fieldProblem({u"/x"_s, u"not_yet_thought_of"_s, {}}),
                 (FieldProblem{u"/x"_s, FieldFault::Unknown, u"not_yet_thought_of"_s}));
    }

    void rowsOfPlaces()
    {
        for (const FieldLimit &row : fieldLimits()) {
            const QString pointer = u'/' + QString::fromLatin1(row.member);
            QCOMPARE(limitAt(row.schema, pointer), &row);
            if (row.list)
                QCOMPARE(limitAt(row.schema, pointer + u"/3"_s), &row);
        }
        QCOMPARE(limitAt("PartnerDraft", u"/contacts/1/email"_s), &limit("Contact", "email"));
        QCOMPARE(limitAt("PartnerDraft", u"/agreement/signatories/0"_s), &limit("Agreement", "signatories"));
        QCOMPARE(limitAt("GrantEdit", u"/limit_override/limits/rate"_s), &limit("Limits", "rate"));
        for (const QString &nowhere : {u"/agreement/signed_on"_s, u"/nothing"_s, u"/name/x"_s, QString()})
            QCOMPARE(limitAt("PartnerDraft", nowhere), nullptr);
    }

    void scopesOfACatalogue()
    {
        Scope any;
        any.name = u"any"_s;
        Scope some;
        some.name = u"some"_s;
        some.lawfulBases = {LawfulBasis::Consent};
        const QList<Scope> catalogue{any, some};
        const auto fault = [&](const QString &name, LawfulBasis basis) {
            return scopeFault(name, catalogue, {basis, {}});
        };
        QCOMPARE(fault(u"any"_s, LawfulBasis::Unknown), std::nullopt);
        QCOMPARE(fault(u"some"_s, LawfulBasis::Consent), std::nullopt);
        QCOMPARE(fault(u"some"_s, LawfulBasis::Contract), FieldFault::LawfulBasis);
        QCOMPARE(fault(u"none"_s, LawfulBasis::Consent), FieldFault::UnknownValue);
        QCOMPARE(fault(u"some*"_s, LawfulBasis::Consent), FieldFault::Wildcard);
    }

    void agreements()
    {
        const QDate today(2026, 3, 2);
        const Agreement good{u"1"_s, QString(64, u'a'), {u"Board"_s}, today, today.addDays(1)};
        QVERIFY(agreementFaults(good).isEmpty() && agreementGaps(good, today).isEmpty());
        const auto faults = [&](Agreement agreement, auto change) {
            change(agreement);
            return agreementFaults(agreement) + agreementGaps(agreement, today);
        };
        using Problems = QList<FieldProblem>;
        const QString on = u"/agreement/signed_on"_s;
        const QString until = u"/agreement/valid_until"_s;
        QCOMPARE(faults(good, [](Agreement &a) { a.signedOn = {}; }), (Problems{{on, FieldFault::Required}}));
        QCOMPARE(faults(good, [](Agreement &a) { a.validUntil = {}; }).constFirst(),
                 (FieldProblem{until, FieldFault::Required}));
        QCOMPARE(faults(good, [&](Agreement &a) { a.validUntil = today; }),
                 (Problems{{until, FieldFault::BeforeStart}}));
        QCOMPARE(faults(good, [&](Agreement &a) { a.signedOn = today.addDays(-1), a.validUntil = today; }),
                 Problems{});
        QCOMPARE(
            faults(good,
                   [&](Agreement &a) { a.signedOn = today.addDays(1), a.validUntil = today.addDays(2); }),
            (Problems{{on, FieldFault::NotYet}}));
        QCOMPARE(
            faults(good,
                   [&](Agreement &a) { a.signedOn = today.addDays(-2), a.validUntil = today.addDays(-1); }),
            (Problems{{until, FieldFault::Ended}}));
        QCOMPARE(faults(good, [](Agreement &a) { a.fileSha256.clear(), a.signatories.clear(); }),
                 (Problems{{u"/agreement/file_sha256"_s, FieldFault::Required},
                           {u"/agreement/signatories"_s, FieldFault::Required}}));
    }

    void endsOfWhatIsGranted()
    {
        const QDateTime now(QDate(2026, 3, 2), QTime(12, 0), Qt::UTC);
        const QDateTime year = longestLife(now);
        QCOMPARE(expiryFault(now.addMSecs(1), now, year), std::nullopt);
        QCOMPARE(expiryFault(now, now, year), FieldFault::InThePast);
        QCOMPARE(expiryFault(QDateTime(), now, year), FieldFault::InThePast);
        QCOMPARE(expiryFault(year, now, year), std::nullopt);
        QCOMPARE(expiryFault(year.addMSecs(1), now, year), FieldFault::TooFarAhead);
        QCOMPARE(expiryFault(latestEnd(now), now, latestEnd(now)), std::nullopt);
        LimitOverride over;
        QCOMPARE(endFault(over, now), std::nullopt);
        over.until = now;
        QCOMPARE(endFault(over, now), FieldFault::InThePast);
        over.until = now.addMSecs(1);
        QCOMPARE(endFault(over, now), std::nullopt);
        over.from = over.until;
        QCOMPARE(endFault(over, now), FieldFault::BeforeStart);
        over.from = now;
        QCOMPARE(endFault(over, now), std::nullopt);
    }

    void everyFaultIsSaidInWords_data()
    {
        QTest::addColumn<const FieldLimit *>("row");
        QTest::addColumn<FieldFault>("fault");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("detail");
        const auto row = [](const FieldLimit &limit, FieldFault fault, const QString &code,
                            const QString &detail) {
            QTest::addRow("%s %s", limit.member, qPrintable(code)) << &limit << fault << code << detail;
        };
        const FieldLimit &name = limit("IssueRequest", "name");
        const FieldLimit &owner = limit("IssueRequest", "owner");
        row(name, FieldFault::Required, u"required"_s, u"Required."_s);
        row(limit("Contact", "email"), FieldFault::TooShort, u"too_short"_s, u"At least 3 characters."_s);
        row(name, FieldFault::TooLong, u"too_long"_s, u"At most 80 characters."_s);
        row(limit("IssueRequest", "scopes"), FieldFault::TooMany, u"too_many"_s, u"At most 200."_s);
        row(limit("IssueRequest", "scopes"), FieldFault::Repeated, u"repeated"_s, u"Every entry once."_s);
        row(limit("Limits", "rate"), FieldFault::OutOfRange, u"out_of_range"_s,
            u"Above 0, at most 100000."_s);
        row(limit("Limits", "burst"), FieldFault::OutOfRange, u"out_of_range"_s,
            u"A whole number from 1 to 1000000."_s);
        row(name, FieldFault::NotText, u"not_text"_s, u"Not a text that can be read."_s);
        row(name, FieldFault::BadCharacters, u"bad_characters"_s,
            u"Control characters, line breaks and open direction marks are not allowed."_s);
        row(owner, FieldFault::BadCharacters, u"bad_characters"_s,
            u"Control characters, line breaks and invisible characters are not allowed."_s);
        row(limit("Contact", "email"), FieldFault::BadFormat, u"bad_format"_s,
            u"An e-mail address, such as name@company.example."_s);
    }
    void everyFaultIsSaidInWords()
    {
        QFETCH(const FieldLimit *, row);
        QFETCH(const FieldFault, fault);
        const FieldError said = fieldError({u"/x"_s, row, fault});
        QCOMPARE(said.pointer, u"/x"_s);
        QTEST(said.code, "code");
        QTEST(said.detail, "detail");
        QCOMPARE(notText(u"/y"_s).pointer, u"/y"_s);
        QCOMPARE(notText(u"/y"_s).code, u"not_text"_s);
    }

    void timeZones()
    {
        for (const QString &name : {u"UTC"_s, u"Etc/UTC"_s, u"Asia/Calcutta"_s, u"Asia/Kolkata"_s, u"GMT"_s,
                                    u"Etc/GMT+3"_s, u"US/Pacific"_s, u"Europe/Kiev"_s, u"Europe/Kyiv"_s,
                                    u"America/Argentina/Buenos_Aires"_s, u"EST5EDT"_s}) {
            QVERIFY2(isTimeZoneName(name), qPrintable(name));
            QVERIFY2(timeZoneOf(name).isValid(), qPrintable(name));
        }
        for (const QString &name :
             {QString(), u"UTC+3"_s, u"UTC+03:00"_s, u"europe/berlin"_s, u"Europe/Berlin "_s,
              u"Europe/Berlin\n"_s, u"Europe"_s, u"Factory"_s, u"localtime"_s, u"posix/Europe/Berlin"_s,
              u"../zoneinfo/UTC"_s, u"CEST"_s}) {
            QVERIFY2(!isTimeZoneName(name), qPrintable(name));
            QVERIFY2(!timeZoneOf(name).isValid(), qPrintable(name));
        }
        QVERIFY(timeZoneNames().size() > 550);
        for (const QString &name : timeZoneNames()) {
            QVERIFY2(timeZoneOf(name).isValid(), qPrintable(name));
            QVERIFY2(!faultOf(limit("PartnerDraft", "time_zone"), name), qPrintable(name));
        }
    }

    void countries()
    {
        QCOMPARE(countryCodes().size(), 249);
        QVERIFY(isCountryCode(u"DE"_s) && isCountryCode(u"GE"_s));
        for (const QString &wrong : {u"de"_s, u"Germany"_s, u"ZZ"_s, u"EU"_s, u"UK"_s, u"DE\n"_s, QString()})
            QVERIFY2(!isCountryCode(wrong), qPrintable(wrong));
        QVERIFY(std::is_sorted(countryCodes().begin(), countryCodes().end()));
    }

    void reasons()
    {
        QCOMPARE(reasonNeed(Op::CredentialIssue, {Realm::Sandbox}), ReasonNeed::Optional);
        QCOMPARE(reasonNeed(Op::CredentialIssue, {Realm::Production}), ReasonNeed::Required);
        QCOMPARE(reasonNeed(Op::CredentialRotate, {Realm::Production}), ReasonNeed::Optional);
        QCOMPARE(reasonNeed(Op::CredentialRotate, {Realm::Sandbox, true}), ReasonNeed::Required);
        QCOMPARE(reasonNeed(Op::CredentialRotate, {.endsNow = true}), ReasonNeed::Required);
        QCOMPARE(reasonNeed(Op::CredentialGrace), ReasonNeed::Optional);
        QCOMPARE(reasonNeed(Op::CredentialGrace, {Realm::Unknown, false, true}), ReasonNeed::Required);
        QCOMPARE(reasonNeed(Op::CredentialRevoke), ReasonNeed::Required);
        QCOMPARE(reasonNeed(Op::GrantEdit), ReasonNeed::Required);
        QCOMPARE(reasonNeed(Op::NetworksEdit), ReasonNeed::Optional);
        QCOMPARE(reasonNeed(Op::NetworksEdit, {.changesReach = true}), ReasonNeed::Required);
        QCOMPARE(reasonNeed(Op::PartnerEdit), ReasonNeed::None);
        QCOMPARE(reasonNeed(Op::PartnerList), ReasonNeed::None);
    }

    /// What a row says of the reason fits the body that it names; one that depends does depend.
    void everyReasonIsDecided()
    {
        for (const Operation &row : operations()) {
            const bool hasOne = row.body && limitAt(row.body, u"/reason"_s);
            QVERIFY2(hasOne == (row.reason != Reason::None), row.id);
            QSet<ReasonNeed> needs;
            for (const Realm realm : {Realm::Sandbox, Realm::Production})
                for (const bool emergency : {false, true})
                    for (const bool endsNow : {false, true})
                        for (const bool changesReach : {false, true})
                            needs.insert(reasonNeed(row.op, {realm, emergency, endsNow, changesReach}));
            const bool onlyAsked = !row.write; // with the body of the act, whose reason may be missing yet
            const QSet<ReasonNeed> expected =
                row.reason == Reason::None ? QSet<ReasonNeed>{ReasonNeed::None}
                : onlyAsked                ? QSet<ReasonNeed>{ReasonNeed::Optional}
                : row.reason == Reason::Required
                    ? QSet<ReasonNeed>{ReasonNeed::Required}
                    : QSet<ReasonNeed>{ReasonNeed::Optional, ReasonNeed::Required};
            QVERIFY2(needs == expected, row.id);
        }
    }
};

QTEST_APPLESS_MAIN(TestFieldRules)
#include "tst_field_rules.moc"
