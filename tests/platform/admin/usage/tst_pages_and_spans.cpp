// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/admin_fixture.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using pc::platform::test::AdminFixture;
using pc::platform::test::Reply;

namespace {

struct Row
{
    QString id;
    QDateTime at;
};

QList<Row> rowsOf(const Reply &page)
{
    QList<Row> rows;
    const QJsonArray items = page.json.value(u"items"_s).toArray();
    for (const QJsonValue &item : items) {
        const QJsonObject row = item.toObject();
        rows.append({row.value(u"id"_s).toString(),
                     QDateTime::fromString(row.value(u"at"_s).toString(), Qt::ISODateWithMs).toUTC()});
    }
    return rows;
}

QStringList idsOf(const QList<Row> &rows)
{
    QStringList ids;
    for (const Row &row : rows)
        ids.append(row.id);
    return ids;
}

QByteArray stamp(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs).toLatin1();
}

} // namespace

/// Lists by time: rows on both sides of each boundary, and pages that hold each row once.
class TestPagesAndSpans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_fixture = std::make_unique<AdminFixture>();
        const QString partner = m_fixture->makePartner(u"spans"_s);
        const AdminFixture::Issued credential = m_fixture->makeCredential(partner);
        for (int i = 0; i < 7; ++i) {
            m_fixture->clock.advance(std::chrono::seconds(1));
            m_fixture->calls->push(m_fixture->servedCall(partner, credential.id, i));
            (void)m_fixture->makePartner(u"span-%1"_s.arg(i)); // and an event at the same instant
        }
        m_fixture->administration->start();
        QTRY_COMPARE(m_fixture->get("/calls").json.value(u"count"_s).toInteger(), 7);
    }
    void cleanupTestCase() { m_fixture.reset(); }

    void aSpanHoldsItsFirstInstantAndNotItsLast_data() { lists(); }
    void aSpanHoldsItsFirstInstantAndNotItsLast()
    {
        QFETCH(QByteArray, list);
        const QList<Row> all = rowsOf(m_fixture->get(list + "?limit=1000"));
        QVERIFY(all.size() >= 7);
        QList<QDateTime> instants;
        for (const Row &row : all) {
            for (const int offset : {-1, 0, 1})
                if (!instants.contains(row.at.addMSecs(offset)))
                    instants.append(row.at.addMSecs(offset));
        }
        const auto expected = [&all](const std::optional<QDateTime> &from,
                                     const std::optional<QDateTime> &to) {
            QStringList ids;
            for (const Row &row : all)
                if ((!from || row.at >= *from) && (!to || row.at < *to))
                    ids.append(row.id);
            return ids;
        };
        for (const QDateTime &at : std::as_const(instants)) {
            const Reply since = m_fixture->get(list + "?limit=1000&from=" + stamp(at));
            QCOMPARE(idsOf(rowsOf(since)), expected(at, {}));
            const Reply until = m_fixture->get(list + "?limit=1000&to=" + stamp(at));
            QCOMPARE(idsOf(rowsOf(until)), expected({}, at));
            QCOMPARE(until.json.value(u"count"_s).toInteger(), expected({}, at).size());
        }
        const Reply between = m_fixture->get(list + "?limit=1000&from=" + stamp(all.last().at) +
                                             "&to=" + stamp(all.first().at));
        QCOMPARE(idsOf(rowsOf(between)), expected(all.last().at, all.first().at));
    }

    /// Whatever the size of a page: each row once, newest first, and the last page says that it is the last.
    void pagesHoldEachRowOnce_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<int>("limit");
        for (const char *list : {"/audit/events", "/calls"})
            for (const int limit : {1, 2, 3, 7, 1000})
                QTest::addRow("%s by %d", list, limit) << QByteArray(list) << limit;
    }
    void pagesHoldEachRowOnce()
    {
        QFETCH(QByteArray, list);
        QFETCH(int, limit);
        const QStringList all = idsOf(rowsOf(m_fixture->get(list + "?limit=1000")));
        QStringList seen;
        QByteArray cursor;
        do {
            const Reply page = m_fixture->get(list + "?limit=" + QByteArray::number(limit) +
                                              (cursor.isEmpty() ? QByteArray() : "&cursor=" + cursor));
            QCOMPARE(page.status, 200);
            const QStringList ids = idsOf(rowsOf(page));
            QVERIFY(!ids.isEmpty() && ids.size() <= limit);
            seen += ids;
            const QByteArray next = page.json.value(u"next_cursor"_s).toString().toLatin1();
            QVERIFY(next.isEmpty() || next != cursor);
            cursor = next;
            QVERIFY(seen.size() <= all.size());
        } while (!cursor.isEmpty());
        QCOMPARE(seen, all);
    }

private:
    static void lists()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::newRow("audit") << QByteArray("/audit/events");
        QTest::newRow("calls") << QByteArray("/calls");
    }

    std::unique_ptr<AdminFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestPagesAndSpans)
#include "tst_pages_and_spans.moc"
