// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/base64url.h"
#include "platform/domain/latency_histogram.h"
#include "platform/store/audit/audit_canonical.h"
#include "platform/store/sql/keyset.h"
#include "platform/store/sqlite/sqlite_dialect.h"

#include <rapidcheck.h>

#include <QSqlError>
#include <QtTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;

class TestStoreValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cursorsAreStrict();
    void theEnginesFaultsAreTold();
    void histogramsAddUp();
    void histogramsHaveBounds();
    void damagedHistogramsGiveWhatCanBeRead();
    void canonicalBytesAreThese();
    void eventIdsAreStrict();
    void searchesAreBounded();
};

void TestStoreValues::cursorsAreStrict()
{
    const QString text = KeysetCursor{u"o"_s, u"käse"_s, u"id"_s}.encode();
    QCOMPARE(KeysetCursor::decode(text, u"o"_s, false)->key.toString(), u"käse"_s);
    QVERIFY(!KeysetCursor::decode(text, u"other"_s, false));
    QVERIFY(!KeysetCursor::decode(text, u"o"_s, true));
    QVERIFY(!KeysetCursor::decode(u"!!"_s, u"o"_s, false));
    QVERIFY(!KeysetCursor::decode(QString(3000, u'A'), u"o"_s, false));
    for (const double real : {0.125, 7.0, 1e15 + 1, -3.5}) {
        const auto number = KeysetCursor::decode(KeysetCursor{u"o"_s, real, u"i"_s}.encode(), u"o"_s, true);
        QCOMPARE(number->key.toDouble(), real);
        // What is whole is compared with whole numbers.
        QCOMPARE(number->key.typeId() == QMetaType::LongLong, std::floor(real) == real);
    }
    // Up to 2,000 characters; three members, and nothing but those.
    const auto padded = [](qsizetype size) {
        for (qsizetype pad = size / 2; pad < size; ++pad) {
            const QString cursor = KeysetCursor{u"o"_s, QString(pad, u'k'), u"i"_s}.encode();
            if (cursor.size() >= size)
                return cursor;
        }
        return QString();
    };
    QCOMPARE(padded(2000).size(), 2000);
    QVERIFY(KeysetCursor::decode(padded(2000), u"o"_s, false));
    QVERIFY(padded(2001).size() > 2000);
    QVERIFY(!KeysetCursor::decode(padded(2001), u"o"_s, false));
    for (const QByteArray &json : {QByteArray("[]"), QByteArray("[\"o\",\"k\"]"), QByteArray("{}"),
                                   QByteArray("[\"o\",\"k\",\"i\",\"x\"]"), QByteArray("no")})
        QVERIFY(!KeysetCursor::decode(QString::fromLatin1(toBase64Url(json)), u"o"_s, false));
}

/// sqlite.org/rescode.html, primary and extended codes.
void TestStoreValues::theEnginesFaultsAreTold()
{
    using Kind = StoreError::Kind;
    const QList<std::pair<int, Kind>> kinds{{1, Kind::Other},
                                            {5, Kind::Busy},
                                            {6, Kind::Busy},
                                            {7, Kind::Other},
                                            {8, Kind::Gone},
                                            {9, Kind::Interrupted},
                                            {10, Kind::Gone},
                                            {11, Kind::Corrupt},
                                            {12, Kind::Other},
                                            {13, Kind::Full},
                                            {14, Kind::Gone},
                                            {19, Kind::Constraint},
                                            {20, Kind::Other},
                                            {26, Kind::Corrupt},
                                            {5 | 1 << 8, Kind::Busy},
                                            {10 | 4 << 8, Kind::Gone},
                                            {19 | 8 << 8, Kind::Constraint}};
    for (const auto &[code, kind] : kinds) {
        const StoreError error = sqliteDialect().errorOf(
            QSqlError(u"driver"_s, u"database"_s, QSqlError::StatementError, QString::number(code)));
        QVERIFY2(error.kind == kind, qPrintable(QString::number(code)));
        QCOMPARE(error.text, u"driver / database (%1)"_s.arg(code));
    }
}

void TestStoreValues::histogramsAddUp()
{
    const bool held = rc::check("merged equals added, and survives its bytes",
                                [](const std::vector<unsigned> &a, const std::vector<unsigned> &b) {
                                    LatencyHistogram first;
                                    LatencyHistogram second;
                                    LatencyHistogram both;
                                    for (const unsigned micros : a) {
                                        first.add(micros);
                                        both.add(micros);
                                    }
                                    for (const unsigned micros : b) {
                                        second.add(micros);
                                        both.add(micros);
                                    }
                                    first.merge(second);
                                    RC_ASSERT(first == both);
                                    RC_ASSERT(LatencyHistogram::parse(both.serialise()) == both);
                                    RC_ASSERT(both.total() == static_cast<qint64>(a.size() + b.size()));
                                });
    QVERIFY(held);
    LatencyHistogram histogram;
    for (int i = 1; i <= 1000; ++i)
        histogram.add(i);
    QVERIFY(histogram.quantileMs(0.5) >= 0.5 && histogram.quantileMs(0.5) < 0.65);
    QVERIFY(histogram.quantileMs(0.99) >= 0.99 && histogram.quantileMs(0.99) < 1.3);
}

/// Three classes to each doubling from one microsecond on; what is longer than the last stands in it.
void TestStoreValues::histogramsHaveBounds()
{
    QCOMPARE(LatencyHistogram().quantileMs(0.5), 0.0);
    const double last = std::exp2(63 / 3.0) / 1000;
    for (const auto &[micros, upper] : {std::pair<qint64, double>{-5, 0.001},
                                        {0, 0.001},
                                        {1, 0.001},
                                        {2, 0.002},
                                        {8, 0.008},
                                        {1024, 1.024},
                                        {qint64{1} << 21, last},
                                        {INT64_MAX, last}}) {
        LatencyHistogram one;
        one.add(micros);
        QVERIFY2(std::abs(one.quantileMs(0.5) - upper) < upper * 1e-9, qPrintable(QString::number(micros)));
        QCOMPARE(one.quantileMs(0), one.quantileMs(1));
    }
    LatencyHistogram two;
    two.add(1, 99);
    two.add(1024);
    QCOMPARE(two.total(), 100);
    QCOMPARE(two.quantileMs(0.99), 0.001);
    QCOMPARE(two.quantileMs(0.991), two.quantileMs(1));
    QVERIFY(two.quantileMs(1) > 1);
}

void TestStoreValues::damagedHistogramsGiveWhatCanBeRead()
{
    LatencyHistogram whole;
    whole.add(1, 5);
    whole.add(1024, 300);
    const QByteArray bytes = whole.serialise();
    QCOMPARE(bytes.toHex(), "00051eac02"); // class, count; class 30, count in two bytes
    LatencyHistogram first;
    first.add(1, 5);
    for (const QByteArray &damage :
         {QByteArray("\x1e"), QByteArray("\x1e\xac"), QByteArray("\x40\x01"), QByteArray("\xff\x01")})
        QVERIFY(LatencyHistogram::parse(bytes.first(2) + damage) == first);
    // A count that never ends is none; the classes up to the last are.
    QVERIFY(LatencyHistogram::parse(QByteArray("\x3e") + QByteArray(9, '\x80')) == LatencyHistogram());
    LatencyHistogram most;
    most.add(INT64_MAX, INT64_MAX);
    QVERIFY(LatencyHistogram::parse(most.serialise()) == most);
    QCOMPARE(LatencyHistogram::parse(most.serialise()).total(), INT64_MAX);
}

/// The bytes that are signed: they may never change.
void TestStoreValues::canonicalBytesAreThese()
{
    AuditEvent event;
    event.id = eventId(42);
    event.index = 42;
    event.at = QDateTime({2026, 3, 2}, {4, 5, 6, 78}, Qt::UTC);
    event.actor = u"actor"_s;
    event.actorRole = u"role"_s;
    event.action = u"a\"\\\n\x1f\x20ä"_s;
    event.singleOperator = true;
    event.targetKind = u"kind"_s;
    event.targetId = u"target"_s;
    event.targetName = u"name"_s;
    event.partnerId = u"partner"_s;
    event.reason = u"reason"_s;
    event.ticket = u"ticket"_s;
    event.requestId = u"request"_s;
    event.source = u"source"_s;
    event.changes = {{u"f1"_s, u"b1"_s, u"a1"_s}, {u"f2"_s, u"b2"_s, u"a2"_s}};
    const QByteArray expected =
        R"({"action":"a\"\\\u000a\u001f ä","actor":"actor","actor_role":"role","alone":true,)"
        R"("at":"2026-03-02T04:05:06.078Z","changes":[{"after":"a1","before":"b1","field":"f1"},)"
        R"({"after":"a2","before":"b2","field":"f2"}],"id":"evt_000000000042","index":42,)"
        R"("partner_id":"partner","reason":"reason","request_id":"request","source":"source",)"
        R"("target_id":"target","target_kind":"kind","target_name":"name","ticket":"ticket"})";
    QCOMPARE(canonicalBytes(event), expected);
    event.at = QDateTime({2026, 12, 31}, {23, 59, 59, 999}, Qt::UTC).toOffsetFromUtc(3600);
    QVERIFY(canonicalBytes(event).contains("2026-12-31T23:59:59.999Z"));
    event.singleOperator = false;
    event.changes.clear();
    QVERIFY(canonicalBytes(event).contains(R"("alone":false,)"));
    QVERIFY(canonicalBytes(event).contains(R"("changes":[],)"));
}

void TestStoreValues::eventIdsAreStrict()
{
    for (const qint64 index : {qint64{0}, qint64{1}, qint64{999'999'999'999}, qint64{1'000'000'000'000},
                               qint64{999'999'999'999'999'999}})
        QCOMPARE(eventIndex(eventId(index)), index);
    QCOMPARE(eventId(1), u"evt_000000000001"_s);
    for (const QString &id :
         {u"evt_00000000001"_s, u"evt_0000000000001"_s, u"crd_000000000001"_s, u"evt_-00000000001"_s,
          u"evt_1000000000000000000"_s, u"evt_ 00000000001"_s, QString()})
        QCOMPARE(eventIndex(id), -1);
}

/// Sixteen words are looked for; more are not asked of the index.
void TestStoreValues::searchesAreBounded()
{
    QStringList words;
    for (int i = 0; i < 17; ++i)
        words.append(u"w%1"_s.arg(i));
    const auto termsOf = [](const QStringList &list) {
        return sqliteDialect().searchMatch(list, 0).split(u" AND "_s).size();
    };
    QCOMPARE(termsOf(words.mid(0, 15)), 15);
    QCOMPARE(termsOf(words.mid(0, 16)), 16);
    QCOMPARE(termsOf(words), 16);
    QCOMPARE(sqliteDialect().searchMatch({u"one"_s, u"two"_s}, 65535), u"\"0000one\"* AND \"0000two\"*"_s);
    QCOMPARE(sqliteDialect().searchMatch({u"one"_s}, 65536 * 36), u"\"0010one\"*"_s);
    QCOMPARE(sqliteDialect().searchDocument(u"One, two"_s, 65536), u"0001one 0001two"_s);
}

QTEST_GUILESS_MAIN(TestStoreValues)
#include "tst_store_values.moc"
