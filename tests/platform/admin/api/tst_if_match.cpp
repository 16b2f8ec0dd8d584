// SPDX-License-Identifier: GPL-3.0-or-later
// Every edit, and everything in If-Match that does not name the one version that was read.
#include "tests/platform/admin/admin_fixture.h"

#include "platform/admin/api/if_match.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

class TestIfMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneTagOnly_data()
    {
        QTest::addColumn<QByteArrayList>("fields");
        QTest::addColumn<QString>("tag");
        QTest::newRow("one") << QByteArrayList{"\"7\""} << u"\"7\""_s;
        QTest::newRow("spaces around") << QByteArrayList{" \"7\" "} << u"\"7\""_s;
        QTest::newRow("foreign") << QByteArrayList{"\"a-b\""} << u"\"a-b\""_s;
        for (const char *field :
             {"", "*", "\"*", "*, \"7\"", "W/\"7\"", "w/\"7\"", "\"7\", \"8\"", "\"7\",", ",\"7\"", "7",
              "\"7", "7\"", "\"\"", "\"", "'7'", "\"7\" \"8\"", "\"7 8\"", "\"7\\\"8\"", "%227%22"})
            QTest::newRow(field) << QByteArrayList{field} << QString();
        QTest::newRow("first visible") << QByteArrayList{"\"!\""} << u"\"!\""_s;
        QTest::newRow("last visible") << QByteArrayList{"\"~\""} << u"\"~\""_s;
        QTest::newRow("delete") << QByteArrayList{"\"7\x7f\""} << QString();
        QTest::newRow("tab") << QByteArrayList{"\"7\t8\""} << QString();
        QTest::newRow("not ASCII") << QByteArrayList{"\"7\xc3\xa4\""} << QString();
        QTest::newRow("none") << QByteArrayList() << QString();
        QTest::newRow("twice the same") << QByteArrayList{"\"7\"", "\"7\""} << QString();
        QTest::newRow("two") << QByteArrayList{"\"7\"", "\"8\""} << QString();
        QTest::newRow("any beside one") << QByteArrayList{"\"7\"", "*"} << QString();
    }

    void oneTagOnly()
    {
        QFETCH(QByteArrayList, fields);
        QFETCH(QString, tag);
        HttpHeaders headers;
        for (const QByteArray &field : fields)
            headers.add("If-Match", field);
        QCOMPARE(onlyEntityTag(headers), tag);
    }

    void noEditGoesUnseen()
    {
        AdminFixture fixture;
        const QString partner = fixture.makePartner(u"seen"_s);
        const AdminFixture::Issued credential = fixture.makeCredential(partner);
        const QByteArray grant = "/partners/" + partner.toLatin1() + "/grant";
        const QByteArray version =
            fixture
                .post("/apis/api_demo/versions",
                      {{u"path_prefix"_s, u"/api/v1/orders"_s}, {u"reason"_s, u"why"_s}})
                .json.value(u"id"_s)
                .toString()
                .toLatin1();
        const qint64 events = eventCount(fixture);
        int edits = 0;
        for (const Operation &operation : operations()) {
            if (!operation.ifMatch)
                continue;
            ++edits;
            QByteArray path = operation.path;
            path.replace("{partner_id}", partner.toLatin1())
                .replace("{credential_id}", credential.id.toLatin1());
            path.replace("{api_id}", "api_demo")
                .replace("{revision_id}", "rev_none")
                .replace("{observation_id}", "obs_none")
                .replace("{version_id}", version)
                .replace("{plan_id}", "pln_standard");
            if (queryNames(operation).contains(u"scope"_s))
                path += "?scope=orders:read";
            const qint64 denied = fixture.policy->current()->number();
            for (const auto &tag :
                 {u"*"_s, u"W/\"1\""_s, u"\"1\", \"2\""_s, u"1"_s, u"\"1\",*"_s, QString()}) {
                const Reply reply =
                    fixture.send(methodFromName(operation.method), path, bodyOf(operation.op, fixture, grant),
                                 fixture.freshKey(), tag);
                QVERIFY2(reply.status == 428, qPrintable(QString::fromLatin1(operation.id) + u' ' + tag +
                                                         u' ' + QString::fromUtf8(reply.body)));
                QCOMPARE(reply.code(), u"if_match_required"_s);
            }
            QCOMPARE(fixture.policy->current()->number(), denied); // not even for a moment
            const Reply late =
                fixture.send(methodFromName(operation.method), path, bodyOf(operation.op, fixture, grant),
                             fixture.freshKey(), u"\"999\""_s);
            QVERIFY2(late.status == 412, operation.id);
        }
        QVERIFY(edits >= 7);
        QCOMPARE(eventCount(fixture), events); // nothing was changed
    }

private:
    static qint64 eventCount(AdminFixture &fixture)
    {
        return fixture.eventCount("limit=1&action=partner.*") +
               fixture.eventCount("limit=1&action=credential.*") +
               fixture.eventCount("limit=1&action=networks.*");
    }

    /// A body that would be carried out.
    static QJsonObject bodyOf(Op op, AdminFixture &fixture, const QByteArray &grant)
    {
        switch (op) {
        case Op::PartnerEdit:
            return fixture.draft(u"seen"_s);
        case Op::GrantEdit: {
            const QJsonObject now = fixture.get(grant).json;
            return {{u"plan_id"_s, now.value(u"plan_id"_s)},
                    {u"scopes"_s, QJsonArray{u"orders:read"_s}},
                    {u"resources"_s, now.value(u"resources"_s)},
                    {u"reason"_s, u"Test"_s}};
        }
        case Op::NetworksEdit:
            return {{u"sandbox"_s, QJsonArray{QJsonObject{{u"network"_s, u"198.18.0.0/24"_s}}}},
                    {u"production"_s, QJsonArray()},
                    {u"credentials"_s, QJsonArray()},
                    {u"reason"_s, u"Test"_s}};
        case Op::CredentialGrace:
            return {{u"until"_s, toDateTime(fixture.clock.now().wall).addDays(2).toString(Qt::ISODateWithMs)},
                    {u"reason"_s, u"Test"_s},
                    {u"ticket"_s, QString()}};
        default:
            return {{u"reason"_s, u"Test"_s}, {u"ticket"_s, QString()}};
        }
    }
};

QTEST_GUILESS_MAIN(TestIfMatch)
#include "tst_if_match.moc"
