// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/local/local_platform.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pc;
using namespace pc::client;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The child process and its ways to fail, with a stand-in program that behaves as asked.
class TestLocalPlatform final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void startsAnswersAndEndsWithItsInput()
    {
        LocalPlatform platform(program(healthy()), data());
        QVERIFY(!platform.hasData());
        QSignalSpy stopped(&platform, &LocalPlatform::stopped);
        platform.start();
        QCOMPARE(platform.state(), LocalPlatform::State::Starting);
        QTRY_COMPARE(platform.state(), LocalPlatform::State::Running);
        QCOMPARE(platform.endpoint()->url, QUrl(u"https://127.0.0.1:4711"_s));
        QCOMPARE(platform.endpoint()->caFile, u"/tmp/ca.pem"_s);
        QVERIFY(platform.takeToken() == Secret::copyOf("tok-1"));
        QVERIFY(platform.takeToken().isEmpty()); // once
        platform.stop();
        QTRY_COMPARE(platform.state(), LocalPlatform::State::Stopped);
        QCOMPARE(stopped.count(), 1);
        QVERIFY(QFile::exists(m_dir->filePath(u"ended-politely"_s)));
        QVERIFY(!platform.endpoint());
    }

    void endsWithTheConsole()
    {
        {
            LocalPlatform platform(program(healthy()), data());
            platform.start();
            QTRY_COMPARE(platform.state(), LocalPlatform::State::Running);
        }
        QVERIFY(QFile::exists(m_dir->filePath(u"ended-politely"_s)));
    }

    void restarts()
    {
        LocalPlatform platform(program(healthy()), data());
        QSignalSpy ready(&platform, &LocalPlatform::ready);
        platform.start();
        QTRY_COMPARE(ready.count(), 1);
        platform.restart();
        QTRY_COMPARE(ready.count(), 2);
        QCOMPARE(platform.state(), LocalPlatform::State::Running);
    }

    void seedsWithNamedStepsAndThenStarts()
    {
        LocalPlatform platform(program(healthy()), data());
        QList<SeedProgress> steps;
        connect(&platform, &LocalPlatform::seedProgress, this,
                [&](const SeedProgress &step) { steps.append(step); });
        platform.seedAndStart({1000});
        QTRY_COMPARE(platform.state(), LocalPlatform::State::Running);
        QCOMPARE(steps.size(), 2);
        QCOMPARE(steps.at(0).step, u"partners"_s);
        QCOMPARE(steps.at(1).done, 500);
        QCOMPARE(steps.at(1).total, 1000);
    }

    void seedingCanBeCancelled()
    {
        LocalPlatform platform(
            program("trap 'exit 1' TERM; echo '{\"step\":\"usage\",\"done\":1,\"total\":9}'; "
                    "while true; do sleep 0.05; done"),
            data());
        QSignalSpy progress(&platform, &LocalPlatform::seedProgress);
        QSignalSpy cancelled(&platform, &LocalPlatform::seedCancelled);
        QSignalSpy failed(&platform, &LocalPlatform::failed);
        platform.seedAndStart({});
        QTRY_COMPARE(progress.count(), 1);
        platform.cancelSeed();
        QTRY_COMPARE(cancelled.count(), 1);
        QCOMPARE(platform.state(), LocalPlatform::State::Stopped);
        QCOMPARE(failed.count(), 0);
    }

    void faultsAreValues_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<LocalPlatformFault>("fault");
        QTest::addColumn<QString>("detail");
        QTest::newRow("exits") << QByteArray("echo 'no room' >&2; exit 4") << LocalPlatformFault::Exited
                               << u"no room"_s;
        QTest::newRow("busy") << QByteArray("echo 'somebody is there' >&2; exit 3")
                              << LocalPlatformFault::Busy << u"somebody"_s;
        // The code says it, and no words do.
        QTest::newRow("not busy") << QByteArray("echo '/x is in use by another partner-platform' >&2; exit 1")
                                  << LocalPlatformFault::Exited << u"in use"_s;
        QTest::newRow("wrong member")
            << QByteArray("echo '{\"url\":\"https://127.0.0.1:1\",\"ca_file\":\"x\",\"token\":\"t\","
                          "\"attached\":1}'; cat >/dev/null")
            << LocalPlatformFault::BadAnswer << QString();
        QTest::newRow("not JSON") << QByteArray("echo hello; cat >/dev/null") << LocalPlatformFault::BadAnswer
                                  << QString();
        QTest::newRow("no token")
            << QByteArray("echo '{\"url\":\"https://127.0.0.1:1\",\"ca_file\":\"x\"}'; cat >/dev/null")
            << LocalPlatformFault::BadAnswer << QString();
        QTest::newRow("not https")
            << QByteArray("echo '{\"url\":\"http://127.0.0.1:1\",\"ca_file\":\"x\",\"token\":\"t\"}'; cat "
                          ">/dev/null")
            << LocalPlatformFault::BadAnswer << QString();
        QTest::newRow("no CA")
            << QByteArray("echo '{\"url\":\"https://127.0.0.1:1\",\"token\":\"t\"}'; cat >/dev/null")
            << LocalPlatformFault::BadAnswer << QString();
        QTest::newRow("no host")
            << QByteArray("echo '{\"url\":\"https:///x\",\"ca_file\":\"x\",\"token\":\"t\"}'; cat >/dev/null")
            << LocalPlatformFault::BadAnswer << QString();
        QTest::newRow("silent") << QByteArray("cat >/dev/null") << LocalPlatformFault::TimedOut << QString();
    }
    void faultsAreValues()
    {
        QFETCH(QByteArray, script);
        QFETCH(LocalPlatformFault, fault);
        QFETCH(QString, detail);
        LocalPlatform platform(program(script), data());
        platform.setReadyTimeout(fault == LocalPlatformFault::TimedOut ? 300ms : 20000ms);
        QSignalSpy failed(&platform, &LocalPlatform::failed);
        platform.start();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(platform.state(), LocalPlatform::State::Failed);
        QCOMPARE(platform.error()->fault, fault);
        QVERIFY2(platform.error()->detail.contains(detail), qPrintable(platform.error()->detail));
    }

    void aMissingProgramIsTold()
    {
        LocalPlatform platform(m_dir->filePath(u"none"_s), data());
        QSignalSpy failed(&platform, &LocalPlatform::failed);
        platform.start();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(platform.error()->fault, LocalPlatformFault::ProgramMissing);
    }

    void dyingLaterIsTold()
    {
        LocalPlatform platform(program(TestLocalPlatform::ready() + "sleep 0.2; exit 7"), data());
        QSignalSpy ready(&platform, &LocalPlatform::ready);
        QSignalSpy failed(&platform, &LocalPlatform::failed);
        platform.start();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(ready.count(), 1);
        QCOMPARE(platform.error()->fault, LocalPlatformFault::Exited);
        QVERIFY(!platform.endpoint());
    }

    void aFailedSeedIsTold()
    {
        LocalPlatform platform(program("echo 'disk full' >&2; exit 1"), data());
        QSignalSpy failed(&platform, &LocalPlatform::failed);
        platform.seedAndStart({});
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(platform.error()->fault, LocalPlatformFault::SeedFailed);
        QVERIFY(platform.error()->detail.contains(u"disk full"_s));
    }

    /// What is in use cannot be replaced, and no disk is full.
    void aSeedOverWhatIsInUseIsTold()
    {
        LocalPlatform platform(program("echo 'in use' >&2; exit 3"), data());
        QSignalSpy failed(&platform, &LocalPlatform::failed);
        platform.resetSample({});
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(platform.error()->fault, LocalPlatformFault::Busy);
    }

    void resettingTheSampleStartsFresh()
    {
        LocalPlatform platform(program(healthy()), data());
        QSignalSpy ready(&platform, &LocalPlatform::ready);
        QVERIFY(QDir().mkpath(data()));
        QFile old(data() + u"/old"_s);
        QVERIFY(old.open(QIODevice::WriteOnly));
        QVERIFY(platform.hasData());
        const QString replaced = m_dir->filePath(u"replaced"_s);
        QVERIFY(!QFile::exists(replaced));
        platform.start();
        QTRY_COMPARE(ready.count(), 1);
        platform.resetSample({});
        QTRY_COMPARE(ready.count(), 2);
        QVERIFY2(QFile::exists(replaced), "the program replaces the data; nothing is removed before");
        QVERIFY(old.exists());
    }

    /// What is asked at the wrong time changes nothing, and nobody is told of it.
    void outOfTurnNothingHappens()
    {
        LocalPlatform platform(program(healthy()), data());
        QSignalSpy states(&platform, &LocalPlatform::stateChanged);
        platform.stop();
        platform.cancelSeed();
        QCOMPARE(states.count(), 0);
        QCOMPARE(platform.state(), LocalPlatform::State::Stopped);
        platform.restart(); // nothing runs: it starts
        QTRY_COMPARE(platform.state(), LocalPlatform::State::Running);
        QCOMPARE(states.count(), 2);
        platform.start();
        platform.seedAndStart({});
        platform.cancelSeed();
        QCOMPARE(states.count(), 2);
        QSignalSpy stopped(&platform, &LocalPlatform::stopped);
        platform.stop();
        platform.stop();
        QTRY_COMPARE(stopped.count(), 1);
        QCOMPARE(platform.state(), LocalPlatform::State::Stopped);
        QCOMPARE(states.count(), 4);
        QCOMPARE(starts(), 1);
        platform.start(); // and again, from the beginning
        QTRY_COMPARE(platform.state(), LocalPlatform::State::Running);
        QVERIFY(platform.takeToken() == Secret::copyOf("tok-1"));
    }

    /// A restart that is asked for while it ends already.
    void restartsWhatIsStopping()
    {
        LocalPlatform platform(program(healthy()), data());
        platform.start();
        QTRY_COMPARE(platform.state(), LocalPlatform::State::Running);
        platform.stop();
        platform.restart();
        QCOMPARE(platform.state(), LocalPlatform::State::Stopping);
        QTRY_COMPARE(platform.state(), LocalPlatform::State::Running);
        QCOMPARE(starts(), 2);
        platform.stop(); // this time for good
        QTRY_COMPARE(platform.state(), LocalPlatform::State::Stopped);
        QCOMPARE(starts(), 2);
    }

    /// Every way of asking for an end while it seeds; what was asked to come afterwards does.
    void seedingEndsHoweverItIsAsked_data()
    {
        QTest::addColumn<int>("way");
        QTest::addColumn<bool>("startsAfterwards");
        QTest::newRow("stop") << 0 << false;
        QTest::newRow("cancel") << 1 << false;
        QTest::newRow("restart") << 2 << true;
        QTest::newRow("reset") << 3 << true;
    }
    void seedingEndsHoweverItIsAsked()
    {
        QFETCH(const int, way);
        QFETCH(const bool, startsAfterwards);
        const QString seeding = m_dir->filePath(u"seeding"_s);
        const QByteArray once = "if [ \"$1\" = seed ] && [ ! -e '" + seeding.toLocal8Bit() +
                                "' ]; then touch '" + seeding.toLocal8Bit() +
                                "'; trap 'exit 1' TERM; echo '{\"step\":\"usage\"}'; while true; do sleep "
                                "0.02; done; fi; ";
        LocalPlatform platform(program(once + healthy()), data());
        QSignalSpy progress(&platform, &LocalPlatform::seedProgress);
        QSignalSpy cancelled(&platform, &LocalPlatform::seedCancelled);
        QSignalSpy failed(&platform, &LocalPlatform::failed);
        platform.seedAndStart({});
        QTRY_COMPARE(progress.count(), 1);
        switch (way) {
        case 0:
            platform.stop();
            break;
        case 1:
            platform.cancelSeed();
            break;
        case 2:
            platform.restart();
            break;
        default:
            platform.resetSample({});
        }
        QTRY_COMPARE(cancelled.count(), 1);
        QTRY_COMPARE(platform.state(),
                     startsAfterwards ? LocalPlatform::State::Running : LocalPlatform::State::Stopped);
        QCOMPARE(failed.count(), 0);
        QCOMPARE(progress.count(), way == 3 ? 3 : 1);
    }

    void seedingIsToldWhatToMake()
    {
        for (const auto &[events, asked] :
             {std::pair(0, u"seed --data %1"_s), std::pair(1, u"seed --data %1 --events 1"_s)}) {
            LocalPlatform platform(program(healthy()), m_dir->filePath(u"deep/down/data"_s));
            QSignalSpy ready(&platform, &LocalPlatform::ready);
            platform.seedAndStart({events});
            QTRY_COMPARE(ready.count(), 1);
            QVERIFY(QDir(m_dir->filePath(u"deep/down"_s)).exists()); // the program makes only the last one
            QVERIFY(said().contains(asked.arg(m_dir->filePath(u"deep/down/data"_s)) + u'\n'));
            QVERIFY(said().contains(
                u"serve --data %1 --exit-with-stdin --attach\n"_s.arg(m_dir->filePath(u"deep/down/data"_s))));
        }
    }

    /// With nothing that runs and no data, a reset is a first seeding.
    void resettingNothingSeeds()
    {
        LocalPlatform platform(program(healthy()), data());
        QSignalSpy stopped(&platform, &LocalPlatform::stopped);
        platform.resetSample({7});
        QTRY_COMPARE(platform.state(), LocalPlatform::State::Running);
        QVERIFY(said().contains(u"--events 7\n"_s));
        QVERIFY(!said().contains(u"--replace"_s));
    }

    void anothersDataIsLeftAlone()
    {
        QByteArray script = healthy();
        script.replace("\"token\":", "\"attached\":true,\"token\":");
        LocalPlatform platform(program(script), data());
        platform.start();
        QTRY_COMPARE(platform.state(), LocalPlatform::State::Running);
        QVERIFY(platform.endpoint()->attached);
        platform.resetSample({});
        QCOMPARE(platform.state(), LocalPlatform::State::Running);
        QCOMPARE(starts(), 1);
    }

    /// What is known of a first start says nothing about the second.
    void aFailureIsForgottenWithTheNextStart()
    {
        const QString tried = m_dir->filePath(u"tried"_s);
        LocalPlatform platform(
            program("if [ ! -e '" + tried.toLocal8Bit() + "' ]; then touch '" + tried.toLocal8Bit() +
                    "'; printf 'half a line'; echo 'no room' >&2; kill -9 $$; fi; " + healthy()),
            data());
        QSignalSpy failed(&platform, &LocalPlatform::failed);
        platform.start();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(platform.error()->fault, LocalPlatformFault::Exited);
        QVERIFY2(platform.error()->detail.contains(u"signal"_s), qPrintable(platform.error()->detail));
        QVERIFY(platform.error()->detail.contains(u"no room"_s));
        platform.start();
        QVERIFY(!platform.error());
        QTRY_COMPARE(platform.state(), LocalPlatform::State::Running);
        platform.stop();
        QTRY_COMPARE(platform.state(), LocalPlatform::State::Stopped);
        QCOMPARE(failed.count(), 1);
    }

    /// Neither token nor address of a platform that is gone.
    void whatIsGoneHasNoToken()
    {
        LocalPlatform platform(program(TestLocalPlatform::ready() + "exit 7"), data());
        QSignalSpy failed(&platform, &LocalPlatform::failed);
        platform.start();
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(platform.takeToken().isEmpty());
        QVERIFY(platform.error()->detail.contains(u"code 7"_s));
    }

    /// Of what it complains only the end is kept.
    void theEndOfALongComplaintIsKept()
    {
        LocalPlatform platform(program("head -c 9000 /dev/zero | tr '\\0' x >&2; printf END >&2; exit 1"),
                               data());
        QSignalSpy failed(&platform, &LocalPlatform::failed);
        platform.start();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(platform.error()->detail, u"exit code 1; "_s + QString(3997, u'x') + u"END"_s);
    }

    void dataIsWhateverStandsThere()
    {
        LocalPlatform platform(program(healthy()), data());
        QVERIFY(platform.freeBytes().value_or(0) > 0); // of the folder that it will be made in
        QVERIFY(QDir().mkpath(data()));
        QVERIFY(!platform.hasData());
        QVERIFY(platform.freeBytes().value_or(0) > 0);
        QFile hidden(data() + u"/.lock"_s);
        QVERIFY(hidden.open(QIODevice::WriteOnly));
        QVERIFY(platform.hasData());
    }

    /// One that does not listen is ended all the same, by the console's end, too.
    void whatDoesNotEndIsEnded()
    {
        const QString pid = m_dir->filePath(u"pid"_s);
        const QByteArray deaf = "echo $$ > '" + pid.toLocal8Bit() + "'; trap '' TERM HUP; " +
                                TestLocalPlatform::ready() + "exec sleep 60";
        const auto runs = [&pid] {
            QFile file(pid);
            const QByteArray number = file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : "none";
            return QFile::exists(u"/proc/%1"_s.arg(QString::fromLatin1(number)));
        };
        {
            LocalPlatform platform(program(deaf), data());
            platform.setPatience(50ms);
            platform.start();
            QTRY_COMPARE(platform.state(), LocalPlatform::State::Running);
            QVERIFY(runs());
            platform.stop();
            QTRY_COMPARE(platform.state(), LocalPlatform::State::Stopped);
            QVERIFY(!runs());
            platform.start();
            QTRY_COMPARE(platform.state(), LocalPlatform::State::Running);
            QVERIFY(runs());
        }
        QVERIFY(!runs());
        LocalPlatform platform(program("trap '' TERM; echo '{\"step\":\"usage\"}'; exec sleep 60"), data());
        platform.setPatience(50ms);
        QSignalSpy progress(&platform, &LocalPlatform::seedProgress);
        QSignalSpy cancelled(&platform, &LocalPlatform::seedCancelled);
        platform.seedAndStart({});
        QTRY_COMPARE(progress.count(), 1);
        platform.cancelSeed();
        QTRY_COMPARE(cancelled.count(), 1);
    }

private:
    QString data() const { return m_dir->filePath(u"data"_s); }
    /// With which arguments it was called, a line each.
    QString said() const
    {
        QFile file(m_dir->filePath(u"said"_s));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    qsizetype starts() const { return said().count(u"serve "_s); }
    static QByteArray ready()
    {
        return R"(echo '{"url":"https://127.0.0.1:4711","ca_file":"/tmp/ca.pem","token":"tok-1"}'; )";
    }
    QByteArray healthy() const
    {
        return "echo \"$*\" >> '" + m_dir->filePath(u"said"_s).toLocal8Bit() +
               "'; case \"$*\" in *--replace*) touch '" + m_dir->filePath(u"replaced"_s).toLocal8Bit() +
               "';; esac; if [ \"$1\" = seed ]; then echo '{\"step\":\"partners\"}'; "
               "echo '{\"step\":\"audit\",\"done\":500,\"total\":1000}'; echo '{\"step\":\"done\"}'; exit 0; "
               "fi; " +
               ready() + "cat >/dev/null; touch '" + m_dir->filePath(u"ended-politely"_s).toLocal8Bit() + "'";
    }
    QString program(const QByteArray &script) const
    {
        const QString path = m_dir->filePath(u"program-%1"_s.arg(qHash(script)));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write("#!/bin/sh\n" + script + "\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestLocalPlatform)
#include "tst_local_platform.moc"
