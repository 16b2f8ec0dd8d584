// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/api/partners_client.h"
#include "client/http/api_caller.h"
#include "client/sign_in/session_token.h"
#include "tests/support/manual_clock.h"
#include "tests/support/samples.h"
#include "tests/support/scripted_transport.h"

#include <QTest>
#include <QThread>

using namespace pc;
using namespace pc::client;
using namespace pc::test;
using namespace Qt::StringLiterals;

/// The callback contract of client/http/call.h, with the real clients above a scripted network.
class TestCall final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_transport = std::make_unique<ScriptedTransport>();
        m_api = std::make_unique<ApiCaller>(*m_transport, m_token, m_clock);
        m_partners = std::make_unique<PartnersClient>(*m_api);
    }
    void cleanup()
    {
        m_partners.reset();
        m_api.reset();
        m_transport.reset();
    }

    void answersOnceAndLater()
    {
        m_transport->reply("GET", u"/partners/prt_0001"_s, toJson(samplePartner()));
        QObject context;
        int answers = 0;
        bool inside = true;
        const Call call = m_partners->get(u"prt_0001"_s, &context, [&](Result<Versioned<Partner>> result) {
            QVERIFY(!inside);
            QVERIFY(result.has_value());
            QCOMPARE(QThread::currentThread(), context.thread());
            ++answers;
        });
        inside = false;
        QCOMPARE(answers, 0);
        QTRY_COMPARE(answers, 1);
        spin();
        QCOMPARE(answers, 1);
        QVERIFY(!call.isActive());
    }

    /// Also an error that is known before anything is sent comes later.
    void failsLaterWithoutASession()
    {
        SessionToken none;
        ApiCaller api(*m_transport, none, m_clock);
        PartnersClient partners(api);
        QObject context;
        int answers = 0;
        const Call call = partners.get(u"prt_0001"_s, &context, [&](Result<Versioned<Partner>> result) {
            QCOMPARE(result.error().kind, ErrorKind::Unauthorized);
            ++answers;
        });
        QCOMPARE(answers, 0);
        QTRY_COMPARE(answers, 1);
        QVERIFY(m_transport->sent().isEmpty());
    }

    void isSilentWhenCancelled()
    {
        m_transport->reply("GET", u"/partners/prt_0001"_s, toJson(samplePartner())).always();
        QObject context;
        int answers = 0;
        const auto count = [&](const Result<Versioned<Partner>> &) { ++answers; };
        Call call = m_partners->get(u"prt_0001"_s, &context, count);
        call.cancel();
        {
            const Call dropped = m_partners->get(u"prt_0001"_s, &context, count);
        }
        spin();
        QCOMPARE(answers, 0);
        QCOMPARE(m_transport->aborted(), 2);
    }

    /// Cancelled between the network's answer and its delivery.
    void isSilentWhenCancelledAtTheLastMoment()
    {
        m_transport->reply("GET", u"/partners/prt_0001"_s, toJson(samplePartner()));
        QObject context;
        int answers = 0;
        Call call =
            m_partners->get(u"prt_0001"_s, &context, [&](const Result<Versioned<Partner>> &) { ++answers; });
        QCoreApplication::sendPostedEvents(); // the answer arrives, and its delivery is queued
        call.cancel();
        spin();
        QCOMPARE(answers, 0);
    }

    void isSilentWhenTheContextIsGone()
    {
        m_transport->reply("GET", u"/partners/prt_0001"_s, toJson(samplePartner())).always();
        int answers = 0;
        auto context = std::make_unique<QObject>();
        const Call before = m_partners->get(u"prt_0001"_s, context.get(),
                                            [&](const Result<Versioned<Partner>> &) { ++answers; });
        context.reset();
        spin();

        context = std::make_unique<QObject>();
        const Call between = m_partners->get(u"prt_0001"_s, context.get(),
                                             [&](const Result<Versioned<Partner>> &) { ++answers; });
        QCoreApplication::sendPostedEvents();
        context.reset();
        spin();
        QCOMPARE(answers, 0);
    }

    void theLatestWins()
    {
        m_transport->reply("GET", u"/partners/prt_0001"_s, toJson(samplePartner(1))).hold();
        m_transport->reply("GET", u"/partners/prt_0002"_s, toJson(samplePartner(2)));
        QObject context;
        QStringList names;
        const auto note = [&](Result<Versioned<Partner>> result) { names.append(result->value.id); };
        Call call = m_partners->get(u"prt_0001"_s, &context, note);
        call = m_partners->get(u"prt_0002"_s, &context, note);
        m_transport->release();
        QTRY_COMPARE(names, QStringList{u"prt_0002"_s});
        spin();
        QCOMPARE(names.size(), 1);
    }

    void theHandleMayDieInsideTheCallback()
    {
        m_transport->reply("GET", u"/partners/prt_0001"_s, toJson(samplePartner()));
        QObject context;
        auto call = std::make_unique<Call>();
        bool answered = false;
        *call = m_partners->get(u"prt_0001"_s, &context, [&](const Result<Versioned<Partner>> &) {
            call.reset();
            answered = true;
        });
        QTRY_VERIFY(answered);
        QVERIFY(!call);
    }

    /// The clients may go first (a window that closes while its pages still hold calls).
    void outlivesTheClients()
    {
        m_transport->reply("GET", u"/partners/prt_0001"_s, toJson(samplePartner())).hold();
        QObject context;
        int answers = 0;
        Call call =
            m_partners->get(u"prt_0001"_s, &context, [&](const Result<Versioned<Partner>> &) { ++answers; });
        m_partners.reset();
        m_api.reset();
        m_transport->release();
        spin();
        m_transport.reset();
        call.cancel();
        QCOMPARE(answers, 0);
    }

private:
    static void spin()
    {
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
    }

    ManualClock m_clock;
    SessionToken m_token{Secret::copyOf("token-1")};
    std::unique_ptr<ScriptedTransport> m_transport;
    std::unique_ptr<ApiCaller> m_api;
    std::unique_ptr<PartnersClient> m_partners;
};

QTEST_GUILESS_MAIN(TestCall)
#include "tst_call.moc"
