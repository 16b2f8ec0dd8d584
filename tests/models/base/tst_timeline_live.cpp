// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/http/qt_transport.h"
#include "client/local/local_platform.h"
#include "contract/codec/codecs.h"
#include "models/audit/audit_export.h"
#include "models/audit/audit_histogram_model.h"
#include "models/audit/audit_list_model.h"
#include "models/calls/call_export.h"
#include "models/calls/call_histogram_model.h"
#include "models/calls/call_list_model.h"
#include "models/session/connection.h"
#include "tests/support/describe.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <numeric>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int waitMs = 20'000;

bool isSettled(const TimelineModel &model)
{
    return model.state() == LoadState::Ready && !model.isBusy();
}

/// Reads on in one direction, until the list ends there: the ids in the list's order. Every window on the way
/// is a piece of what was read.
QStringList readAll(TimelineModel &model, TimelineModel::End end)
{
    const bool isDown = end == TimelineModel::End::Lower;
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids.append(model.idAt(row));
    for (int step = 0; step < 10'000; ++step) {
        const int rows = model.rowCount();
        if (rows == 0 || (isDown ? model.isAtEnd() : model.isAtStart()))
            break;
        const QString edge = isDown ? ids.constLast() : ids.constFirst();
        if (isDown)
            model.setVisibleRows(std::max(0, rows - 20), rows - 1);
        else
            model.setVisibleRows(0, std::min(19, rows - 1));
        if (model.canSearchFurther(end))
            model.searchFurther(end);
        if (!QTest::qWaitFor([&model] { return isSettled(model); }, waitMs))
            return {u"no answer"_s};
        const int known = model.rowOf(edge);
        if (known < 0)
            return {u"a gap"_s};
        QStringList more;
        for (int row = isDown ? known + 1 : 0; row < (isDown ? model.rowCount() : known); ++row)
            more.append(model.idAt(row));
        ids = isDown ? ids + more : more + ids;
    }
    return ids;
}

} // namespace

/// Lists in time over the real service: what they hold is what an export of the same filter holds.
class TestTimelineLive final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_platform = std::make_unique<client::LocalPlatform>(
            QStringLiteral(PC_BINARY_DIR) + u"/bin/partner-platform"_s, m_dir.filePath(u"data"_s));
        m_platform->seedAndStart({12'000}); // more than a window holds
        QTRY_VERIFY_WITH_TIMEOUT(
            m_platform->state() == client::LocalPlatform::State::Running || m_platform->error(), 60'000);
        QVERIFY2(!m_platform->error(), m_platform->error() ? qPrintable(m_platform->error()->detail) : "");
        auto transport =
            client::QtTransport::make(m_platform->endpoint()->url, m_platform->endpoint()->caFile);
        QVERIFY(transport.has_value());
        m_connection = std::make_unique<Connection>(std::move(*transport), m_platform->takeToken(), m_clock);
        m_connection->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_connection->status().state, ConnectionState::Online, 15'000);
        m_end = m_clock.now(); // what happens from now on is no part of it
        m_names = std::make_unique<CallNames>(m_connection->partners(), m_connection->credentials(),
                                              m_connection->access(), m_connection->feed());
    }
    void cleanupTestCase()
    {
        m_names.reset();
        m_connection.reset();
        m_platform.reset();
    }

    void events_data() { filters({u"all"_s, u"actor"_s, u"not a family"_s, u"words"_s, u"a week"_s}); }
    void events()
    {
        QFETCH(const QString, what);
        QFETCH(const RowOrder, order);
        AuditFilter filter;
        filter.to = m_end;
        if (what == u"actor")
            filter.actor = u"ops-2"_s;
        else if (what == u"not a family")
            filter.notAction = u"credential.*"_s;
        else if (what == u"words")
            filter.text = u"OPS"_s;
        else if (what == u"a week")
            filter.from = m_clock.now().addDays(-7);
        AuditListModel model(m_connection->audit(), m_connection->feed());
        AuditExport file(m_connection->audit(), filter, order);
        AuditHistogramModel histogram(m_connection->audit(), m_connection->feed());
        AuditQuery query;
        static_cast<AuditFilter &>(query) = filter;
        query.order = order;
        histogram.setFilter(filter);
        model.setQuery(query);
        compare<AuditEvent>(model, file, histogram);
    }

    void calls_data() { filters({u"all"_s, u"refused"_s, u"not served"_s, u"a partner"_s, u"an hour"_s}); }
    void calls()
    {
        QFETCH(const QString, what);
        QFETCH(const RowOrder, order);
        CallQuery query;
        query.order = order;
        query.filter.to = m_end;
        if (what == u"refused")
            query.filter.set(CallField::Outcome, {u"refused"_s, u"throttled"_s});
        else if (what == u"not served")
            query.filter.set(CallField::Outcome, {u"served"_s}, true);
        else if (what == u"a partner")
            query.filter.set(CallField::Partner, {aPartner()});
        else if (what == u"an hour")
            query.filter.from = m_clock.now().addSecs(-3600);
        CallListModel model(m_connection->calls(), *m_names, m_connection->feed());
        CallExport file(m_connection->calls(), query.filter, order);
        CallHistogramModel histogram(m_connection->calls(), m_connection->feed());
        histogram.setFilter(query.filter);
        model.setQuery(query);
        compare<CallRecord>(model, file, histogram);
    }

private:
    static void filters(const QStringList &names)
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<RowOrder>("order");
        for (const QString &name : names) {
            for (const RowOrder order : {RowOrder::NewestFirst, RowOrder::OldestFirst})
                QTest::addRow("%s, %s", qPrintable(name), qPrintable(toText(order))) << name << order;
        }
    }

    template <typename Row>
    void compare(TimelineModel &model, ListExport &file, HistogramModel &histogram)
    {
        QTRY_VERIFY_WITH_TIMEOUT(isSettled(model), waitMs);
        const QString path = m_dir.filePath(u"export"_s);
        file.start(path, ListExport::Format::JsonLines);
        QTRY_VERIFY_WITH_TIMEOUT(file.state() != ListExport::State::Running, waitMs);
        QVERIFY2(file.state() == ListExport::State::Done,
                 file.error() ? qPrintable(describe(*file.error())) : qPrintable(file.fileError()));
        QFile exported(path);
        QVERIFY(exported.open(QIODevice::ReadOnly));
        QStringList ids;
        QList<QDateTime> times;
        while (!exported.atEnd()) {
            const auto row = fromJson<Row>(*parseObject(exported.readLine()));
            QVERIFY(row.has_value());
            ids.append(row->id);
            times.append(row->at);
        }
        QVERIFY(!ids.isEmpty());
        // From the beginning to the end, and from there back again.
        QCOMPARE(readAll(model, TimelineModel::End::Lower), ids);
        model.showEnd();
        QTRY_VERIFY_WITH_TIMEOUT(isSettled(model), waitMs);
        QCOMPARE(model.idAt(model.rowCount() - 1), ids.constLast());
        QCOMPARE(readAll(model, TimelineModel::End::Upper), ids);
        // From any instant.
        for (const qsizetype at : {ids.size() / 3, ids.size() - 1, qsizetype(0)}) {
            model.showAt(times.at(at), ids.at(at));
            QTRY_VERIFY_WITH_TIMEOUT(isSettled(model), waitMs);
            const int row = model.rowOf(ids.at(at));
            QVERIFY(row >= 0);
            QStringList there;
            for (int i = 0; i < model.rowCount(); ++i)
                there.append(model.idAt(i));
            QCOMPARE(there, ids.mid(at - row, there.size()));
        }
        // All of them are counted.
        QTRY_COMPARE_WITH_TIMEOUT(histogram.state(), LoadState::Ready, waitMs);
        const QList<qint64> &counts = histogram.histogram()->matching;
        QVERIFY(!histogram.histogram()->countedFrom.isValid());
        const qint64 counted = std::accumulate(counts.begin(), counts.end(), qint64(0));
        model.takeHistogram(*histogram.histogram());
        if (!histogram.histogram()->keptSince.isValid())
            QCOMPARE(counted, ids.size());
        if (model.count())
            QCOMPARE(*model.count(), ids.size());
        else
            QVERIFY(*model.countAtLeast() <= ids.size());
    }

    QString aPartner()
    {
        if (!m_partner.isEmpty())
            return m_partner;
        CallListModel model(m_connection->calls(), *m_names, m_connection->feed());
        model.setQuery({});
        if (!QTest::qWaitFor([&model] { return isSettled(model) && model.rowCount() > 0; }, waitMs))
            return {};
        for (int row = 0; m_partner.isEmpty() && row < model.rowCount(); ++row)
            m_partner = model.callAt(row).partnerId;
        return m_partner;
    }

    QTemporaryDir m_dir;
    SystemClock m_clock;
    std::unique_ptr<client::LocalPlatform> m_platform;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<CallNames> m_names;
    QString m_partner;
    QDateTime m_end;
};

QTEST_GUILESS_MAIN(TestTimelineLive)
#include "tst_timeline_live.moc"
