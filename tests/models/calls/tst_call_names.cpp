// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calls/call_names.h"
#include "tests/models/model_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;

/// Names come when they are wanted, once.
class TestCallNames final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ModelFixture>();
        m_names = std::make_unique<CallNames>(m_fixture->partners, m_fixture->credentials, m_fixture->access,
                                              m_fixture->feed);
    }
    void cleanup()
    {
        m_names.reset();
        QVERIFY(m_fixture->transport.isUsedUp());
        QCOMPARE(m_fixture->transport.unscripted(), 0);
    }

    void aNameIsAskedForOnce()
    {
        QSignalSpy changes(m_names.get(), &CallNames::changed);
        QCOMPARE(m_names->partner({}), QString());
        QVERIFY(m_fixture->transport.sent().isEmpty());
        scriptPartner(u"prt_1"_s, u"Northwind"_s);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(m_names->partner(u"prt_1"_s), QString());
        ModelFixture::spin();
        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes.at(0).at(0).value<CallField>(), CallField::Partner);
        QCOMPARE(m_names->partner(u"prt_1"_s), u"Northwind"_s);
        QCOMPARE(m_fixture->transport.sent().size(), 1);
    }

    void credentialsWithHowTheyEnd()
    {
        Credential credential = sampleCredential();
        Generation older = credential.generations.first();
        older.number = 2;
        older.lastFour = u"Zz09"_s;
        credential.generations.append(older);
        m_fixture->transport.reply("GET", u"/credentials/"_s + credential.id, toJson(credential));
        QCOMPARE(m_names->credential(credential.id), QString());
        ModelFixture::spin();
        QCOMPARE(m_names->credential(credential.id), credential.name);
        QCOMPARE(m_names->lastFour(credential.id, 1), u"x7Qa"_s);
        QCOMPARE(m_names->lastFour(credential.id, 2), u"Zz09"_s);
        QCOMPARE(m_names->lastFour(credential.id, 3), QString());
    }

    void allRoutesAreOneRequest()
    {
        Route route;
        route.id = u"rte_1"_s;
        route.method = u"GET"_s;
        route.pathTemplate = u"/v1/orders/{id}"_s;
        route.title = u"An order"_s;
        route.scope = u"orders:read"_s;
        m_fixture->transport.reply("GET", u"/routes"_s, pageOf(QList<Route>{route}));
        QCOMPARE(m_names->pathTemplate(u"rte_1"_s), QString());
        QCOMPARE(m_names->pathTemplate(u"rte_2"_s), QString());
        ModelFixture::spin();
        QCOMPARE(m_names->pathTemplate(u"rte_1"_s), u"/v1/orders/{id}"_s);
        QCOMPARE(m_names->routeTitle(u"rte_1"_s), u"An order"_s);
        QCOMPARE(m_names->pathTemplate(u"rte_2"_s), QString()); // gone
        route.pathTemplate = u"/v2/orders/{id}"_s;
        m_fixture->transport.reply("GET", u"/routes"_s, pageOf(QList<Route>{route}));
        m_fixture->tell(ChangeKind::Catalogue);
        QCOMPARE(m_names->pathTemplate(u"rte_1"_s), u"/v1/orders/{id}"_s); // until it is known anew
        ModelFixture::spin();
        QCOMPARE(m_names->pathTemplate(u"rte_1"_s), u"/v2/orders/{id}"_s);
    }

    /// Many rows at once: some requests at a time.
    void fourAtATime()
    {
        for (int i = 0; i < 9; ++i) {
            const QString id = u"prt_%1"_s.arg(i);
            m_fixture->transport
                .on("GET", u"/partners/"_s + id,
                    [id](const SentRequest &) {
                        Partner partner = samplePartner();
                        partner.id = id;
                        partner.name = u"name of "_s + id;
                        return ScriptedTransport::response(200, QJsonDocument(toJson(partner)).toJson());
                    })
                .hold();
            QCOMPARE(m_names->partner(id), QString());
        }
        ModelFixture::spin();
        QCOMPARE(m_fixture->transport.sent().size(), CallNames::mostAtOnce);
        while (m_fixture->transport.release())
            ModelFixture::spin();
        for (int i = 0; i < 9; ++i)
            QCOMPARE(m_names->partner(u"prt_%1"_s.arg(i)), u"name of prt_%1"_s.arg(i));
    }

    /// One that cannot be had is not asked for with every painted row; after a change it is.
    void whatIsNotThereIsNotAskedAgain()
    {
        m_fixture->transport.problem("GET", u"/partners/prt_1"_s, 404, u"not_found"_s);
        QCOMPARE(m_names->partner(u"prt_1"_s), QString());
        ModelFixture::spin();
        QCOMPARE(m_names->partner(u"prt_1"_s), QString());
        ModelFixture::spin();
        QCOMPARE(m_fixture->transport.sent().size(), 1);
        m_fixture->tell(ChangeKind::Partner, u"prt_2"_s); // another
        QCOMPARE(m_names->partner(u"prt_1"_s), QString());
        ModelFixture::spin();
        QCOMPARE(m_fixture->transport.sent().size(), 1);
        scriptPartner(u"prt_1"_s, u"Northwind"_s);
        m_fixture->tell(ChangeKind::Partner, u"prt_1"_s);
        QCOMPARE(m_names->partner(u"prt_1"_s), QString());
        ModelFixture::spin();
        QCOMPARE(m_names->partner(u"prt_1"_s), u"Northwind"_s);
    }

    /// It was renamed while the answer was on its way: the old name does not stay.
    void anAnswerOfBeforeDoesNotCount()
    {
        QSignalSpy changes(m_names.get(), &CallNames::changed);
        Partner partner = samplePartner();
        partner.name = u"old"_s;
        m_fixture->transport.reply("GET", u"/partners/prt_1"_s, toJson(partner)).hold();
        QCOMPARE(m_names->partner(u"prt_1"_s), QString());
        QTRY_COMPARE(m_fixture->transport.heldCount(), 1);
        m_fixture->tell(ChangeKind::Partner, u"prt_1"_s);
        QCOMPARE(changes.count(), 1);
        scriptPartner(u"prt_1"_s, u"new"_s);
        QCOMPARE(m_names->partner(u"prt_1"_s), QString());
        m_fixture->transport.release();
        ModelFixture::spin();
        QCOMPARE(m_names->partner(u"prt_1"_s), u"new"_s);
    }

    void afterAGapEverythingIsAskedAgain()
    {
        scriptPartner(u"prt_1"_s, u"one"_s);
        QCOMPARE(m_names->partner(u"prt_1"_s), QString());
        ModelFixture::spin();
        m_fixture->tellReset();
        scriptPartner(u"prt_1"_s, u"two"_s);
        QCOMPARE(m_names->partner(u"prt_1"_s), u"one"_s);
        ModelFixture::spin();
        QCOMPARE(m_names->partner(u"prt_1"_s), u"two"_s);
    }

private:
    void scriptPartner(const QString &id, const QString &name)
    {
        Partner partner = samplePartner();
        partner.id = id;
        partner.name = name;
        m_fixture->transport.reply("GET", u"/partners/"_s + id, toJson(partner));
    }

    std::unique_ptr<ModelFixture> m_fixture;
    std::unique_ptr<CallNames> m_names;
};

QTEST_GUILESS_MAIN(TestCallNames)
#include "tst_call_names.moc"
