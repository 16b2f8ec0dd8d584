// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/audit/audit_export.h"
#include "models/calls/call_export.h"
#include "tests/models/model_fixture.h"
#include "tests/support/full_disk.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;
using Format = ListExport::Format;
using State = ListExport::State;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
}

} // namespace

/// Files of exactly what is filtered: whole, or not there.
class TestListExport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<ModelFixture>();
        m_dir = std::make_unique<QTemporaryDir>();
    }
    void cleanup()
    {
        QVERIFY(m_fixture->transport.isUsedUp());
        QCOMPARE(m_fixture->transport.unscripted(), 0);
    }

    /// Page by page to the end, also over pages on which nothing was found in time.
    void everyPageIsAsked()
    {
        CallFilter filter;
        filter.set(CallField::Status, {u"403"_s});
        filter.from = m_fixture->clock.now();
        CallExport calls(m_fixture->calls, filter, RowOrder::OldestFirst);
        QSignalSpy changes(&calls, &ListExport::changed);
        script({sampleCall(1), sampleCall(2)}, u"c1"_s, 5);
        Page<CallRecord> nothing;
        nothing.nextCursor = u"c2"_s;
        nothing.searchedTo = m_fixture->clock.now();
        nothing.countAtLeast = 3;
        m_fixture->transport.reply("GET", u"/calls"_s, toJson(nothing));
        script({sampleCall(3)}, {}, {});
        calls.start(path(), Format::JsonLines);
        QCOMPARE(calls.state(), State::Running);
        QTRY_COMPARE(calls.state(), State::Done);
        QCOMPARE(changes.count(), 4);
        QCOMPARE(calls.rows(), 3);
        QCOMPARE(calls.total(), std::optional<qint64>(3));
        QVERIFY(!calls.isTotalAtLeast());
        const auto sent = m_fixture->transport.sent();
        QCOMPARE(sent.size(), 3);
        for (const SentRequest &request : sent) {
            QCOMPARE(request.queryValue(u"status"_s), u"403"_s);
            QCOMPARE(request.queryValue(u"order"_s), u"oldest_first"_s);
            QCOMPARE(request.queryValue(u"limit"_s), u"1000"_s);
            QCOMPARE(request.queryValue(u"from"_s), u"2026-03-02T10:00:00.000Z"_s);
        }
        QCOMPARE(sent.at(0).queryValue(u"cursor"_s), QString());
        QCOMPARE(sent.at(1).queryValue(u"cursor"_s), u"c1"_s);
        QCOMPARE(sent.at(2).queryValue(u"cursor"_s), u"c2"_s);
        const QList<QByteArray> lines = bytesOf(path()).split('\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines.at(3).isEmpty());
        for (int i = 0; i < 3; ++i)
            QCOMPARE(fromJson<CallRecord>(*parseObject(lines.at(i))).value(), sampleCall(i + 1));
    }

    void progressIsTold()
    {
        CallExport calls(m_fixture->calls, {}, RowOrder::NewestFirst);
        Page<CallRecord> first;
        first.items = {sampleCall(2)};
        first.nextCursor = u"c1"_s;
        first.countAtLeast = 2;
        m_fixture->transport.reply("GET", u"/calls"_s, toJson(first));
        m_fixture->transport.reply("GET", u"/calls"_s, pageOf(QList<CallRecord>{sampleCall(1)})).hold();
        calls.start(path(), Format::Csv);
        QTRY_COMPARE(calls.rows(), 1);
        QCOMPARE(calls.total(), std::optional<qint64>(2));
        QVERIFY(calls.isTotalAtLeast());
        calls.start(m_dir->filePath(u"other"_s), Format::Csv); // one at a time
        QCOMPARE(calls.path(), path());
        QTRY_COMPARE(m_fixture->transport.heldCount(), 1);
        QVERIFY(!QFile::exists(path())); // not before it is whole
        m_fixture->transport.release();
        QTRY_COMPARE(calls.state(), State::Done);
        QVERIFY(QFile::exists(path()));
    }

    /// What a spreadsheet reads: a mark, a head, numbers as numbers, and nothing that it would run.
    void callsAsCsv()
    {
        CallRecord call = sampleCall(1);
        call.userAgent = u"=cmd|' /C calc'!A0"_s;
        call.path = u"/v1/\"quoted\",comma"_s;
        CallRecord ended = sampleCall(2);
        ended.end = CallEnd{502, 1234, std::nullopt, 5678, ended.at, u"edge-1"_s};
        ended.generation = 0;
        CallExport calls(m_fixture->calls, {}, RowOrder::NewestFirst);
        script({ended, call}, {}, {});
        calls.start(path(), Format::Csv);
        QTRY_COMPARE(calls.state(), State::Done);
        const QByteArray bytes = bytesOf(path());
        QVERIFY(bytes.startsWith("\xEF\xBB\xBF\"at\",\"partner_id\""));
        const QStringList lines = QString::fromUtf8(bytes.mid(3)).split(u"\r\n"_s);
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines.at(3).isEmpty());
        QVERIFY2(lines.at(1).endsWith(u",380,502,1234,,5678"_s), qPrintable(lines.at(1)));
        QVERIFY(lines.at(1).startsWith(u"\"2026-03-01T08:00:02.000Z\",\""_s));
        QVERIFY2(lines.at(2).endsWith(u",380,,,,"_s), qPrintable(lines.at(2)));
        QVERIFY(lines.at(2).contains(u"\"'=cmd|' /C calc'!A0\""_s));
        QVERIFY(lines.at(2).contains(u"\"/v1/\"\"quoted\"\",comma\""_s));
        const qsizetype columns = lines.at(0).count(u',');
        QCOMPARE(lines.at(1).count(u','), columns);
        QCOMPARE(lines.at(2).count(u','), columns + 1); // the comma of the path
    }

    void eventsInBothFormats()
    {
        AuditEvent event = sampleEvent(7);
        event.changes = {{u"quota.daily"_s, u"1000"_s, u"2000"_s}, {u"scopes"_s, {}, u"orders:write"_s}};
        AuditFilter filter;
        filter.notActor = u"ops-2"_s;
        for (const Format format : {Format::Csv, Format::JsonLines}) {
            AuditExport events(m_fixture->audit, filter, RowOrder::NewestFirst);
            m_fixture->transport.reply("GET", u"/audit/events"_s, pageOf(QList<AuditEvent>{event}));
            events.start(path(), format);
            QTRY_COMPARE(events.state(), State::Done);
            QCOMPARE(m_fixture->transport.last().queryValue(u"not_actor"_s), u"ops-2"_s);
            const QByteArray bytes = bytesOf(path());
            if (format == Format::JsonLines) {
                QCOMPARE(fromJson<AuditEvent>(*parseObject(bytes.trimmed())).value(), event);
                continue;
            }
            QVERIFY(bytes.startsWith("\xEF\xBB\xBF\"index\",\"id\""));
            QVERIFY(bytes.contains("\r\n7,\""));
            QVERIFY(bytes.contains("\"quota.daily: 1000 → 2000; scopes:  → orders:write\"\r\n"));
        }
    }

    /// Nothing is left of what is not finished, and what was there before stays.
    void whatIsCancelledLeavesNothing_data()
    {
        QTest::addColumn<bool>("isOld");
        QTest::newRow("new") << false;
        QTest::newRow("over an old one") << true;
    }
    void whatIsCancelledLeavesNothing()
    {
        QFETCH(const bool, isOld);
        if (isOld) {
            QFile old(path());
            QVERIFY(old.open(QIODevice::WriteOnly));
            old.write("old");
        }
        CallExport calls(m_fixture->calls, {}, RowOrder::NewestFirst);
        script({sampleCall(2)}, u"c1"_s, {});
        m_fixture->transport.reply("GET", u"/calls"_s, pageOf(QList<CallRecord>{sampleCall(1)})).hold();
        calls.start(path(), Format::Csv);
        QTRY_COMPARE(m_fixture->transport.heldCount(), 1);
        calls.cancel();
        QCOMPARE(calls.state(), State::Cancelled);
        m_fixture->transport.release();
        ModelFixture::spin();
        QCOMPARE(calls.state(), State::Cancelled);
        calls.cancel(); // is over
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden).size(), isOld ? 1 : 0);
        if (isOld)
            QCOMPARE(bytesOf(path()), QByteArray("old"));
        script({sampleCall(1)}, {}, {}); // anew, from the beginning
        calls.start(path(), Format::Csv);
        QTRY_COMPARE(calls.state(), State::Done);
        QCOMPARE(calls.rows(), 1);
    }

    void whatFailsLeavesNothing()
    {
        CallExport calls(m_fixture->calls, {}, RowOrder::NewestFirst);
        script({sampleCall(2)}, u"c1"_s, {});
        m_fixture->transport.problem("GET", u"/calls"_s, 403, u"forbidden"_s);
        calls.start(path(), Format::Csv);
        QTRY_COMPARE(calls.state(), State::Failed);
        QCOMPARE(calls.error()->kind, client::ErrorKind::Forbidden);
        QVERIFY(calls.fileError().isEmpty());
        QVERIFY(QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
    }

    void aFileThatCannotBeWrittenIsSaid()
    {
        CallExport calls(m_fixture->calls, {}, RowOrder::NewestFirst);
        QFile file(m_dir->filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        calls.start(m_dir->filePath(u"file/calls.csv"_s), Format::Csv); // a file is no folder
        QCOMPARE(calls.state(), State::Failed);
        QVERIFY(!calls.fileError().isEmpty());
        QVERIFY(!calls.error());
    }

    /// The disk fills up on the way: with the last bytes, or with some before.
    void aFullDiskIsSaid_data()
    {
        QTest::addColumn<int>("rows");
        QTest::newRow("at the end") << 1;
        QTest::newRow("on the way") << 1000;
    }
    void aFullDiskIsSaid()
    {
        QFETCH(const int, rows);
        CallExport calls(m_fixture->calls, {}, RowOrder::NewestFirst);
        QList<CallRecord> page;
        for (int i = rows; i > 0; --i)
            page.append(sampleCall(i));
        m_fixture->transport.reply("GET", u"/calls"_s, pageOf(page)).hold();
        calls.start(path(), Format::JsonLines);
        QTRY_COMPARE(m_fixture->transport.heldCount(), 1);
        {
            const FullDisk full;
            m_fixture->transport.release();
            QTRY_COMPARE(calls.state(), State::Failed);
        }
        QCOMPARE(calls.fileError(), qt_error_string(EFBIG));
        QVERIFY(QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
    }

private:
    void script(const QList<CallRecord> &calls, const QString &cursor, std::optional<qint64> count)
    {
        m_fixture->transport.reply("GET", u"/calls"_s, pageOf(calls, cursor, count));
    }
    QString path() const { return m_dir->filePath(u"calls.csv"_s); }

    std::unique_ptr<ModelFixture> m_fixture;
    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestListExport)
#include "tst_list_export.moc"
