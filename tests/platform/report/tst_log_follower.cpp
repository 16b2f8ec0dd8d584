// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/report/log_fixture.h"

#include "platform/gateway/access_line.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

/// Follows the log of the fixture, and may be ended and begun again.
struct Following : LogFixture
{
    std::optional<LogFollower> follower{LogFollower(path(), {})};

    /// What is new, dealt with.
    QString take(qsizetype most = 1000)
    {
        follower->look(clock.now());
        QByteArray all;
        while (const auto batch = follower->next(most, 1024 * 1024)) {
            for (const QByteArray &each : batch->lines.lines)
                all += each + '\n';
            follower->advance(*batch);
        }
        return numbersIn(all);
    }
    /// At most one batch.
    QString takeOnce(qsizetype most)
    {
        follower->look(clock.now());
        const auto batch = follower->next(most, 1024 * 1024);
        if (!batch)
            return {};
        follower->advance(*batch);
        return numbersIn(batch->lines.lines.join('\n'));
    }
    void end()
    {
        const auto written = follower->state().write(path(u"state"_s));
        Q_ASSERT(written);
        follower.reset();
    }
    void begin() { follower.emplace(path(), ReportState::read(path(u"state"_s)).value()); }
};

} // namespace

class TestLogFollower : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLogThatIsNotThereYet()
    {
        Following log;
        QCOMPARE(log.take(), QString());
        log.write(1, 2);
        QCOMPARE(log.take(), u"1 2"_s);
        QCOMPARE(log.take(), QString());
        log.write(3, 3);
        QCOMPARE(log.take(), u"3"_s);
        QCOMPARE(log.follower->behind(), 0);
    }

    void onlyWholeLines()
    {
        Following log;
        log.append(LogFixture::line(1) + "\r\n\n" + LogFixture::line(2));
        QCOMPARE(log.take(), u"1"_s);
        QVERIFY(log.follower->behind() > 0);
        log.append("\n");
        QCOMPARE(log.take(), u"2"_s);
    }

    void aLineThatIsTooLongIsLeftOut()
    {
        Following log;
        log.write(1, 1);
        log.append(QByteArray(3 * longestAccessLine, 'x'));
        QCOMPARE(log.take(), u"1"_s);
        QCOMPARE(log.follower->behind(), 0); // what is known to be none is dealt with
        log.append("y\n");
        log.write(2, 2);
        log.follower->look(log.clock.now());
        const auto batch = log.follower->next(10, 1000);
        QVERIFY(batch);
        QCOMPARE(batch->lines.tooLong, 1);
        QCOMPARE(batch->lines.lines, QList{LogFixture::line(2)});
    }

    void itGoesOnWhereItWas()
    {
        Following log;
        log.write(1, 5);
        QCOMPARE(log.takeOnce(2), u"1 2"_s);
        log.end();
        log.write(6, 6);
        log.begin();
        QCOMPARE(log.take(), u"3 4 5 6"_s);
    }

    // The gateway writes to the file that it has open until it is told of another.
    void renamedAndWrittenOn()
    {
        Following log;
        log.write(1, 3);
        QCOMPARE(log.takeOnce(1), u"1"_s);
        log.rename(u"access.log"_s, u"access.log.1"_s);
        log.write(4, 4, u"access.log.1"_s);
        QCOMPARE(log.take(), u"2 3 4"_s);
        log.write(10, 11);
        log.write(5, 5, u"access.log.1"_s);
        QCOMPARE(log.take(), u"5 10 11"_s);
        log.write(6, 6, u"access.log.1"_s);
        log.remove(u"access.log.1"_s); // it stays open
        QCOMPARE(log.take(), u"6"_s);
    }

    void renamedWhileAway()
    {
        Following log;
        log.write(1, 3);
        QCOMPARE(log.takeOnce(1), u"1"_s);
        log.end();
        log.rename(u"access.log"_s, u"access.log.1"_s);
        log.write(4, 5);
        log.begin();
        QCOMPARE(log.take(), u"2 3 4 5"_s);
    }

    // None that was rotated in between is left out, and none from before is read.
    void rotatedTwiceWhileAway()
    {
        Following log;
        log.write(90, 91, u"access.log.2"_s);
        log.write(80, 80, u"access.log.3.gz"_s);
        QFile old(log.path(u"access.log.2"_s));
        QVERIFY(old.open(QIODevice::ReadWrite));
        QVERIFY(
            old.setFileTime(QDateTime::currentDateTimeUtc().addDays(-1), QFileDevice::FileModificationTime));
        old.close();
        log.write(1, 3);
        QCOMPARE(log.takeOnce(1), u"1"_s);
        log.end();
        log.rename(u"access.log.2"_s, u"access.log.4"_s);
        log.rename(u"access.log"_s, u"access.log.2"_s);
        log.write(4, 5, u"access.log.1"_s);
        log.write(70, 70, u"access.log.1.gz"_s);
        log.write(71, 71, u"access.log.reported"_s);
        log.write(72, 72, u"access-other.log"_s);
        log.write(6, 6);
        log.begin();
        QCOMPARE(log.take(), u"2 3 4 5 6"_s);
        QVERIFY(log.follower->takeRemarks().isEmpty());
    }

    void caddyRotatesByItself()
    {
        Following log;
        log.write(1, 2);
        QCOMPARE(log.takeOnce(1), u"1"_s);
        log.end();
        log.rename(u"access.log"_s, u"access-2026-12-01T05-58-01.000.log"_s);
        log.write(3, 3, u"access-2026-12-01T06-00-00.000.log"_s);
        log.write(4, 4);
        log.begin();
        QCOMPARE(log.take(), u"2 3 4"_s);
    }

    void copiedAndEmptied()
    {
        Following log;
        log.write(1, 3);
        QCOMPARE(log.takeOnce(1), u"1"_s);
        log.copyAndEmpty(u"access.log.1"_s);
        QCOMPARE(log.take(), u"2 3"_s);
        log.write(4, 4);
        QCOMPARE(log.take(), u"4"_s);
        // So much is written at once that it is not shorter than before.
        log.copyAndEmpty(u"access.log.2"_s);
        log.write(20, 29);
        QCOMPARE(log.take(), u"20 21 22 23 24 25 26 27 28 29"_s);
    }

    void copiedAndEmptiedTwiceAtOnce()
    {
        Following log;
        log.write(1, 3);
        QCOMPARE(log.takeOnce(1), u"1"_s);
        log.copyAndEmpty(u"access.log.2"_s);
        log.write(4, 5);
        log.copyAndEmpty(u"access.log.1"_s);
        log.write(6, 9);
        QCOMPARE(log.take(), u"2 3 4 5 6 7 8 9"_s);
        QCOMPARE(log.take(), QString());
    }

    // By a writer that does not append (Caddy): it goes on at its place, behind a hole.
    void emptiedAndWrittenOn()
    {
        Following log;
        log.write(1, 400);
        QVERIFY(log.take().endsWith(u"399 400"_s));
        const qint64 place = QFileInfo(log.path()).size();
        QVERIFY(QFile::resize(log.path(), 0));
        QVERIFY(QFile::resize(log.path(), place + 5 * longestAccessLine));
        log.write(401, 402);
        QCOMPARE(log.take(), u"401 402"_s);
        log.write(403, 403);
        QCOMPARE(log.take(), u"403"_s);
        // And again: it is as long as before, and begins with a hole as before.
        log.write(404, 405);
        QCOMPARE(log.takeOnce(1), u"404"_s);
        const qint64 end = QFileInfo(log.path()).size();
        log.copyAndEmpty(u"access.log.1"_s);
        QVERIFY(QFile::resize(log.path(), end));
        log.write(406, 406);
        QCOMPARE(log.take(), u"405 406"_s);
    }

    void copiedAndEmptiedWhileAway()
    {
        Following log;
        log.write(1, 3);
        QCOMPARE(log.takeOnce(1), u"1"_s);
        log.end();
        log.copyAndEmpty(u"access.log-20261201"_s);
        log.write(10, 15);
        log.begin();
        QCOMPARE(log.take(), u"2 3 10 11 12 13 14 15"_s);
    }

    // Whoever makes a file may get the number of one that was removed.
    void anotherFileWithThePlaceOfTheFirst()
    {
        Following log;
        log.write(1, 3);
        QCOMPARE(log.take(), u"1 2 3"_s);
        ReportState state = log.follower->state();
        log.follower.reset();
        log.remove(u"access.log"_s);
        log.write(4, 8);
        state.places[0].file = LogFile::open(log.path())->id();
        log.follower.emplace(log.path(), state);
        QCOMPARE(log.take(), u"4 5 6 7 8"_s);
    }

    void whatIsGoneIsSaid()
    {
        Following log;
        log.write(1, 3);
        QCOMPARE(log.takeOnce(1), u"1"_s);
        log.end();
        log.remove(u"access.log"_s);
        log.write(4, 4);
        log.begin();
        QCOMPARE(log.take(), u"4"_s);
        const QStringList remarks = log.follower->takeRemarks();
        QCOMPARE(remarks.size(), 1);
        QVERIFY(remarks[0].contains(u"is gone"_s));
        QVERIFY(remarks[0].contains(QString::number(LogFixture::line(1).size() + 1)));
    }

    void whatIsDoneWithIsLetGo()
    {
        Following log;
        log.write(1, 1);
        QCOMPARE(log.take(), u"1"_s);
        log.rename(u"access.log"_s, u"access.log.1"_s);
        log.write(2, 2);
        QCOMPARE(log.take(), u"2"_s);
        QCOMPARE(log.follower->state().places.size(), 2);
        QVERIFY(log.follower->state().places[0].isWhole);
        QVERIFY(!log.follower->state().places[1].isWhole); // more may come, and be rotated away
        log.clock.advance(LogFollower::patience - std::chrono::seconds(1));
        log.write(3, 3, u"access.log.1"_s);
        QCOMPARE(log.take(), u"3"_s);
        log.clock.advance(LogFollower::patience);
        QCOMPARE(log.take(), QString());
        QCOMPARE(log.follower->state().places.size(), 2); // it was written to
        log.clock.advance(std::chrono::seconds(1));
        QCOMPARE(log.take(), QString());
        QCOMPARE(log.follower->state().places.size(), 1);
        // And is not taken for a new one after a pause.
        log.end();
        log.begin();
        QCOMPARE(log.take(), QString());
    }

    void theStateIsKept()
    {
        Following log;
        log.write(1, 3);
        QCOMPARE(log.takeOnce(2), u"1 2"_s);
        const ReportState state = log.follower->state();
        QVERIFY(state.write(log.path(u"state"_s)));
        QCOMPARE(ReportState::read(log.path(u"state"_s)).value(), state);
        QCOMPARE(QFile::permissions(log.path(u"state"_s)) &
                     (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());
        QCOMPARE(ReportState::read(log.path(u"none"_s)).value(), ReportState());
        for (const QByteArray &damaged :
             {QByteArray(), QByteArray("{}"),
              QByteArray(R"({"at":"2026-12-01T06:00:00.000Z","files":[{"device":"1","inode":"x"}]})")}) {
            QFile file(log.path(u"damaged"_s));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(damaged);
            file.close();
            QVERIFY(!ReportState::read(log.path(u"damaged"_s)));
        }
    }

    void aDirectoryIsNoLog()
    {
        LogFixture fixture;
        QVERIFY(QDir(fixture.dir.path()).mkdir(u"access.log"_s));
        LogFollower follower(fixture.path(), {});
        follower.look(fixture.clock.now());
        QVERIFY(!follower.next(10, 1000));
    }
};

QTEST_GUILESS_MAIN(TestLogFollower)
#include "tst_log_follower.moc"
