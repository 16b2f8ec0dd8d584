// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/admin_fixture.h"

#include "contract/codec/codecs.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/audit/audit_signer.h"
#include "platform/verify/evidence_check.h"

#include <QtTest>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

QString iso(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

BodyChunk nextPiece(const BodySource &stream)
{
    auto promise = std::make_shared<std::promise<BodyChunk>>();
    auto future = promise->get_future();
    stream([promise](BodyChunk chunk) { promise->set_value(std::move(chunk)); });
    return future.wait_for(std::chrono::seconds(20)) == std::future_status::ready ? future.get()
                                                                                  : BodyChunk();
}

} // namespace

/// Lists, bars and files of events as the Admin API has them.
class TestAuditInTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Of exactly a filter, up to now, for whom it is meant; cut when the right to it ends.
    void theEvidenceIsWhole()
    {
        AdminFixture fixture;
        AdminContext &context = fixture.administration->context();
        const QString id = fixture.makePartner(u"mu"_s);
        QVERIFY(context.store.writeNow<bool>([](Tx &tx) {
            for (qint64 i = 0; i < 1200; ++i) {
                AuditEvent event;
                event.at = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
                event.actor = i % 3 == 0 ? u"tester"_s : u"another"_s;
                event.action = u"partner.edit"_s;
                audit_log::append(tx, event);
            }
            return true;
        }));
        const VerifyKey key = context.signer.verifyKey();
        const auto verdict = [&](const QByteArray &query, int *pieces = nullptr) {
            const Reply opened = fixture.get("/audit/evidence" + query);
            EvidenceCheck check(key);
            if (opened.status != 200 || opened.headers.value("Content-Type") != "application/x-ndjson")
                return check.finish(true);
            BodyChunk piece;
            QByteArray rest;
            do {
                piece = nextPiece(opened.stream);
                rest += piece.data;
                for (qsizetype end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
                    (void)check.take(rest.left(end));
                    rest.remove(0, end + 1);
                }
                if (pieces != nullptr)
                    ++*pieces;
            } while (piece.kind == BodyChunk::Kind::More);
            return check.finish(piece.kind == BodyChunk::Kind::Last && rest.isEmpty());
        };
        const qint64 size = fixture.eventCount();
        int pieces = 0;
        EvidenceVerdict whole = verdict({}, &pieces);
        QVERIFY2(whole.ok, qPrintable(whole.why));
        QCOMPARE(whole.events, size);
        QVERIFY(pieces >= 3);
        QCOMPARE(whole.manifest.madeBy, u"tester"_s);
        QCOMPARE(whole.manifest.proves, EvidenceProof::Range);
        // What was appended since the last checkpoint is in it.
        QVERIFY(!fixture.makePartner(u"nu"_s).isEmpty());
        whole = verdict("?partner_id=" + id.toLatin1());
        QVERIFY2(whole.ok, qPrintable(whole.why));
        QCOMPARE(whole.events, fixture.eventCount("partner_id=" + id.toLatin1()));
        QCOMPARE(whole.manifest.checkpoint.size, fixture.eventCount());
        QCOMPARE(fixture.get("/audit/evidence?from=never").code(), u"bad_parameter"_s);
        const Reply opened = fixture.get("/audit/evidence");
        QCOMPARE(nextPiece(opened.stream).kind, BodyChunk::Kind::More);
        fixture.signIn(u"vera"_s, {u"viewer"_s});
        QCOMPARE(fixture.get("/audit/evidence").code(), u"forbidden"_s);
        QCOMPARE(fixture.local(HttpMethod::Post, "/local/v1/operators/disable", {{u"account"_s, u"tester"_s}})
                     .status,
                 204);
        QCOMPARE(nextPiece(opened.stream).kind, BodyChunk::Kind::Failed);
    }

    /// How events lie in time, and lists that begin at a time, as the API has them.
    void eventsInTime()
    {
        AdminFixture fixture;
        AdminContext &context = fixture.administration->context();
        const QDateTime day = context.now().addDays(1);
        QVERIFY(context.store.writeNow<bool>([&day](Tx &tx) {
            for (qint64 i = 0; i < 60; ++i) {
                AuditEvent event;
                event.at = day.addSecs(i);
                event.actor = i % 3 == 0 ? u"robot"_s : u"another"_s;
                event.action = u"partner.edit"_s;
                audit_log::append(tx, event);
            }
            return true;
        }));
        const auto at = [&day](int seconds) { return iso(day.addSecs(seconds)).toLatin1(); };
        const Reply bars =
            fixture.get("/audit/histogram?actor=robot&buckets=6&from=" + at(0) + "&to=" + at(60));
        QCOMPARE(bars.status, 200);
        const auto histogram = fromJson<TimeHistogram>(bars.json);
        QVERIFY(histogram && histogram->matching.size() <= 6);
        QCOMPARE(std::accumulate(histogram->matching.begin(), histogram->matching.end(), qint64{0}), 20);
        QVERIFY(!histogram->countedFrom.isValid());
        QCOMPARE(fixture.get("/audit/histogram?buckets=301").code(), u"bad_parameter"_s);
        QCOMPARE(fixture.get("/audit/histogram?buckets=0").code(), u"bad_parameter"_s);
        QCOMPARE(fromJson<TimeHistogram>(fixture.get("/audit/histogram").json)->asOf, context.now());

        const auto actors = [&fixture](const QByteArray &query, QByteArray *previous = nullptr) {
            const Reply page = fixture.get("/audit/events?limit=2" + query);
            QStringList texts;
            const QJsonArray items = page.json.value(u"items"_s).toArray();
            for (const QJsonValue &item : items)
                texts.append(item[u"at"_s].toString());
            if (previous != nullptr)
                *previous = page.json.value(u"previous_cursor"_s).toString().toLatin1();
            return texts;
        };
        const auto texts = [&at](std::initializer_list<int> seconds) {
            QStringList list;
            for (const int each : seconds)
                list.append(QString::fromLatin1(at(each)));
            return list;
        };
        QByteArray previous;
        QCOMPARE(actors("&not_actor=robot&at=" + at(30), &previous), texts({29, 28}));
        QCOMPARE(actors("&not_actor=robot&order=oldest_first&cursor=" + previous), texts({31, 32}));
        QCOMPARE(actors("&actor=robot&order=oldest_first&at=" + at(30)), texts({30, 33}));
        QCOMPARE(actors("&order=oldest_first&from=" + at(58)), texts({58, 59}));
        QCOMPARE(fixture.get("/audit/events?order=sideways").code(), u"bad_parameter"_s);
    }
};

QTEST_GUILESS_MAIN(TestAuditInTime)
#include "tst_audit_in_time.moc"
