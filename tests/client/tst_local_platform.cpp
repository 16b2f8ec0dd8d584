// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/local_platform.h"

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
        QTest::newRow("exits") << QByteArray("echo 'no room' >&2; exit 3") << LocalPlatformFault::Exited
                               << u"no room"_s;
        QTest::newRow("busy") << QByteArray("echo '/x is in use by another partner-platform' >&2; exit 1")
                              << LocalPlatformFault::Busy << u"in use"_s;
        QTest::newRow("not JSON") << QByteArray("echo hello; cat >/dev/null") << LocalPlatformFault::BadAnswer
                                  << QString();
        QTest::newRow("no token")
            << QByteArray("echo '{\"url\":\"https://127.0.0.1:1\",\"ca_file\":\"x\"}'; cat >/dev/null")
            << LocalPlatformFault::BadAnswer << QString();
        QTest::newRow("not https")
            << QByteArray("echo '{\"url\":\"http://127.0.0.1:1\",\"ca_file\":\"x\",\"token\":\"t\"}'; cat "
                          ">/dev/null")
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

private:
    QString data() const { return m_dir->filePath(u"data"_s); }
    static QByteArray ready()
    {
        return R"(echo '{"url":"https://127.0.0.1:4711","ca_file":"/tmp/ca.pem","token":"tok-1"}'; )";
    }
    QByteArray healthy() const
    {
        return "case \"$*\" in *--replace*) touch '" + m_dir->filePath(u"replaced"_s).toLocal8Bit() +
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
