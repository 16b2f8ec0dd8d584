// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/codecs.h"
#include "contract/rules/body_check.h"
#include "contract/rules/countries.h"
#include "contract/rules/required_reason.h"
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
        }
        QCOMPARE(limit("IssueRequest", "name").maximum, 80);
        QCOMPARE(limit("ActRequest", "ticket").maximum, 80);
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

        QJsonArray many;
        for (int i = 0; i <= limit("PartnerDraft", "tags").maximumItems; ++i)
            many.append(QString::number(i));
        QVERIFY(codes(bodyFaults("PartnerDraft", {{u"tags"_s, many}})).contains(u"/tags too_many"_s));
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
        QCOMPARE(reasonNeed(Op::CredentialGrace), ReasonNeed::Optional);
        QCOMPARE(reasonNeed(Op::CredentialGrace, {Realm::Unknown, false, true}), ReasonNeed::Required);
        QCOMPARE(reasonNeed(Op::CredentialRevoke), ReasonNeed::Required);
        QCOMPARE(reasonNeed(Op::GrantEdit), ReasonNeed::Required);
        QCOMPARE(reasonNeed(Op::PartnerEdit), ReasonNeed::None);
        QCOMPARE(reasonNeed(Op::PartnerList), ReasonNeed::None);
    }
};

QTEST_APPLESS_MAIN(TestFieldRules)
#include "tst_field_rules.moc"
