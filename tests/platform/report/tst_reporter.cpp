// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/report/http_sender.h"
#include "platform/report/log_import.h"
#include "platform/report/report_lines.h"
#include "platform/report/reporter.h"
#include "platform/report/state_lock.h"
#include "tests/platform/report/log_fixture.h"

#include <QBuffer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pc::platform;
using namespace pc::platform::test;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

struct Reporting : LogFixture
{
    ScriptedSender sender;
    std::optional<Reporter> reporter;

    Reporting() { begin(); }
    void begin()
    {
        reporter.emplace(LogFollower(path(), ReportState::read(path(u"state"_s)).value()), sender,
                         path(u"state"_s));
    }
    milliseconds step() { return reporter->step(clock.now()); }
    /// Of the reports since the last time.
    QString reported()
    {
        const QString numbers = numbersIn(sender.reports.join());
        sender.reports.clear();
        return numbers;
    }
    void answer(int status, seconds retryAfter = seconds(0))
    {
        sender.answers.push_back({status, {}, retryAfter, u"it answered %1"_s.arg(status)});
    }
};

} // namespace

class TestReporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreReportedOnce()
    {
        Reporting log;
        QCOMPARE(log.step(), Reporter::lookEvery);
        QVERIFY(log.sender.reports.isEmpty());
        log.write(1, 3);
        QCOMPARE(log.step(), Reporter::lookEvery);
        QCOMPARE(log.reported(), u"1 2 3"_s);
        QCOMPARE(log.step(), Reporter::lookEvery);
        QCOMPARE(log.reported(), QString());
        QCOMPARE(log.reporter->counts().taken, 3);
        QVERIFY(log.reporter->takeRemarks().isEmpty());
        log.begin(); // after its end
        log.write(4, 4);
        log.step();
        QCOMPARE(log.reported(), u"4"_s);
    }

    void whatIsFullIsFollowedAtOnce()
    {
        Reporting log;
        QByteArray many;
        for (int i = 0; i <= ReportLines::most; ++i)
            many += LogFixture::line(i) + '\n';
        log.append(many);
        QCOMPARE(log.step(), milliseconds(0));
        QCOMPARE(log.step(), Reporter::lookEvery);
        QCOMPARE(log.sender.reports.size(), 2);
        QCOMPARE(log.reporter->counts().taken, ReportLines::most + 1);
    }

    // Killed between the answer and the state: the same again, and nothing less.
    void whatIsNotKnownToBeStoredIsReportedAgain()
    {
        Reporting log;
        log.write(1, 1);
        log.step();
        QVERIFY(QFile::copy(log.path(u"state"_s), log.path(u"before"_s)));
        log.write(2, 3);
        log.step();
        QCOMPARE(log.reported(), u"1 2 3"_s);
        log.remove(u"state"_s);
        log.rename(u"before"_s, u"state"_s);
        log.begin();
        log.step();
        QCOMPARE(log.reported(), u"2 3"_s);
    }

    void whileTheServiceIsAway()
    {
        Reporting log;
        log.write(1, 2);
        for (int i = 0; i < 9; ++i)
            log.answer(0);
        seconds waited(0);
        QList<qint64> pauses;
        QByteArray report;
        while (!log.sender.answers.empty()) {
            const auto left = log.sender.answers.size();
            const milliseconds wait = log.step();
            QVERIFY(wait <= Reporter::lookEvery); // a rotation is noticed meanwhile
            if (log.sender.answers.size() < left) {
                pauses.append(waited.count());
                waited = seconds(0);
            }
            log.clock.advance(seconds(1));
            waited += seconds(1);
        }
        QCOMPARE(pauses, (QList<qint64>{0, 1, 2, 4, 8, 16, 32, 60, 60}));
        QCOMPARE(log.reporter->takeRemarks(), QStringList{u"not reported, and tried again: it answered 0"_s});
        log.sender.reports.clear();
        log.rename(u"access.log"_s, u"access.log.1"_s);
        log.write(3, 3);
        log.clock.advance(seconds(60));
        log.step();
        log.step();
        QCOMPARE(log.reported(), u"1 2 3"_s);
        QCOMPARE(log.reporter->takeRemarks(), QStringList{u"reporting again"_s});
        log.answer(0);
        log.write(4, 4);
        log.step();
        log.clock.advance(seconds(1));
        log.step();
        QCOMPARE(log.reported(), u"4 4"_s); // it begins again with a short pause
    }

    // The log is rotated, and the reporter ends, both while the service is away.
    void aRotationIsRememberedWhileTheServiceIsAway()
    {
        Reporting log;
        log.write(1, 2);
        log.answer(503);
        log.step();
        log.rename(u"access.log"_s, u"access.log.1"_s);
        log.write(3, 3);
        log.step();
        log.rename(u"access.log.1"_s, u"kept"_s); // no rotation would call it so
        log.reported();
        log.begin();
        log.step();
        log.step();
        QCOMPARE(log.reported(), u"1 2 3"_s);
    }

    void aServiceThatIsBusySaysWhen()
    {
        Reporting log;
        log.write(1, 1);
        log.answer(429, seconds(7));
        log.step();
        log.clock.advance(seconds(6));
        log.step();
        QCOMPARE(log.reported(), u"1"_s);
        log.clock.advance(seconds(1));
        log.step();
        QCOMPARE(log.reported(), u"1"_s);
        QCOMPARE(log.reporter->counts().taken, 1);
    }

    void whoIsRefusedAsksSeldom()
    {
        Reporting log;
        log.write(1, 1);
        log.answer(403);
        log.step();
        log.clock.advance(Reporter::longestPause - seconds(1));
        log.step();
        QCOMPARE(log.sender.reports.size(), 1);
        log.clock.advance(seconds(1));
        log.step();
        QCOMPARE(log.reported(), u"1 1"_s);
    }

    void tooMuchIsHalved()
    {
        Reporting log;
        log.write(1, 4);
        log.answer(413);
        log.answer(413);
        QCOMPARE(log.step(), milliseconds(0));
        QCOMPARE(log.step(), milliseconds(0));
        QCOMPARE(log.reported(), u"1 2 3 4 1 2"_s);
        log.answer(413);
        log.step(); // a single line: it never will be taken
        QCOMPARE(log.reported(), u"1"_s);
        QCOMPARE(log.reporter->counts().malformed, 1);
        log.step();
        log.step();
        QCOMPARE(log.reported(), u"2 3 4"_s);
    }

    void linesOfAnotherFormatStayHere()
    {
        Reporting log;
        log.append("203.0.113.24 - - [01/Dec/2026:06:13:37 +0000] \"GET /?key=secret HTTP/1.1\" 200 787\n");
        log.step();
        QVERIFY(log.sender.reports.isEmpty());
        QCOMPARE(log.reporter->counts().malformed, 1);
        QCOMPARE(log.reporter->takeRemarks().size(), 1);
        log.append("more of it\n");
        log.step();
        QVERIFY(log.reporter->takeRemarks().isEmpty()); // that was said
        log.append("and again\n" + LogFixture::line(1) + '\n');
        log.step();
        QCOMPARE(log.reported(), u"1"_s);
        QCOMPARE(log.reporter->counts(), (ReportCounts{1, 0, 0, 0, 3}));
    }

    void aStateThatCannotBeWrittenIsSaidOnce()
    {
        Reporting log;
        log.reporter.emplace(LogFollower(log.path(), {}), log.sender, log.path(u"none/state"_s));
        log.write(1, 1);
        log.step();
        log.write(2, 2);
        log.step();
        QCOMPARE(log.reported(), u"1 2"_s);
        QCOMPARE(log.reporter->takeRemarks().size(), 1);
    }

    void anImportGoesFromEndToEnd()
    {
        ScriptedSender sender;
        QByteArray log;
        for (int i = 0; i < ReportLines::most + 5; ++i)
            log += LogFixture::line(i) + '\n';
        log = QByteArray(300'000, '\0') + log; // it was emptied, and its writer went on at its place
        log += "other\n\n" + QByteArray(200'000, 'x') + "\r\n" + LogFixture::line(9999);
        QBuffer buffer(&log);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        sender.answers = {{503, {}, {}, u"busy"_s}, {413, {}, {}, u"large"_s}};
        QList<qint64> waited;
        qint64 read = 0;
        LogImport import(sender, {[&waited](milliseconds wait) {
                                      waited.append(wait.count());
                                      return true;
                                  },
                                  [&read](const ReportCounts &, qint64 bytes) {
                                      read = bytes;
                                      return true;
                                  }});
        const auto counts = import.run(buffer);
        QVERIFY(counts);
        QCOMPARE(*counts, (ReportCounts{ReportLines::most + 6, 0, 0, 0, 2}));
        QCOMPARE(waited, QList<qint64>{1000});
        QVERIFY(read > 200'000);
        QVERIFY(sender.reports.constLast().contains("dec_9999"));
    }

    void anImportEndsWithWhatIsWrong()
    {
        ScriptedSender sender;
        QByteArray log = LogFixture::line(1) + '\n';
        const auto run = [&](bool goesOn) {
            QBuffer buffer(&log);
            (void)buffer.open(QIODevice::ReadOnly);
            LogImport import(sender, {[goesOn](milliseconds) { return goesOn; },
                                      [](const ReportCounts &, qint64) { return true; }});
            return import.run(buffer);
        };
        sender.answers = {{403, {}, {}, u"it answered 403"_s}};
        QCOMPARE(run(true).error(), u"it answered 403"_s);
        sender.answers = {{0, {}, {}, u"away"_s}};
        QCOMPARE(run(false).error(), u"ended before the log was"_s);
        for (int i = 0; i < 1000; ++i)
            sender.answers.push_back({0, {}, {}, u"away"_s});
        sender.reports.clear();
        QCOMPARE(run(true).error(), u"away"_s);
        QVERIFY(sender.reports.size() > 5 && sender.reports.size() < 100);
    }

    void verdicts()
    {
        using Verdict = ReportAnswer::Verdict;
        const auto of = [](int status) { return ReportAnswer{status, {}, {}, {}}.verdict(); };
        QCOMPARE(of(200), Verdict::Stored);
        QCOMPARE(of(413), Verdict::Smaller);
        for (const int later : {0, 408, 429, 500, 502, 503, 302})
            QCOMPARE(of(later), Verdict::Later);
        for (const int refused : {400, 401, 403, 404, 405, 415})
            QCOMPARE(of(refused), Verdict::Refused);
    }

    void nobodyListens()
    {
        const LogFixture fixture;
        ReportTarget target;
        target.socket = fixture.path(u"socket"_s);
        const ReportAnswer answer = HttpSender(target).send("{}\n");
        QCOMPARE(answer.status, 0);
        QVERIFY(!answer.fault.isEmpty());
    }

    void oneProcessByAState()
    {
        const LogFixture fixture;
        const StateLock first(fixture.path(u"state"_s));
        QVERIFY(first.isHeld());
        const StateLock second(fixture.path(u"state"_s));
        QVERIFY(!second.isHeld());
        QVERIFY(second.isTaken());
        const StateLock nowhere(fixture.path(u"none/state"_s));
        QVERIFY(!nowhere.isHeld() && !nowhere.isTaken());
    }
};

QTEST_GUILESS_MAIN(TestReporter)
#include "tst_reporter.moc"
