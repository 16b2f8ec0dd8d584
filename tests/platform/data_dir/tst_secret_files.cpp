// SPDX-License-Identifier: GPL-3.0-or-later
// The files that hold the service's secrets, and how they are written.
#include "tests/platform/core/decision/decision_fixture.h"

#include "platform/data_dir/private_file.h"
#include "platform/data_dir/write_all.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>
#include <thread>

#include <fcntl.h>
#include <pthread.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace testing;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool put(const QString &path, const QByteArray &bytes, mode_t mode)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size() &&
           file.flush() && ::chmod(QFile::encodeName(path).constData(), mode) == 0;
}

qsizetype openDescriptors()
{
    return QDir(u"/proc/self/fd"_s).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size();
}

/// Whether the process would be ended by this.
template <typename Act>
bool isFatal(Act act)
{
    const pid_t child = ::fork();
    if (child == 0) {
        std::signal(SIGABRT, SIG_DFL);
        const rlimit none{0, 0};
        ::setrlimit(RLIMIT_CORE, &none);
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
        act();
        ::_exit(0);
    }
    int status = 0;
    return ::waitpid(child, &status, 0) == child && WIFSIGNALED(status);
}

std::atomic<int> signalsSeen{0};

} // namespace

class TestSecretFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void privateFilesAreOurs_data();
    void privateFilesAreOurs();
    void onlyPlainFilesAreRead();
    void aFileOfSecretsIsWrittenWhole();
    void replacingLeavesTheOldOrTheNew();
    void noDescriptorStaysOpen();
    void peppersByVersion();
    void strayFilesAreNoPeppers();
    void aPepperIsNeverReplaced();
    void writesGoOnAfterSignals();
};

void TestSecretFiles::privateFilesAreOurs_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("read");
    for (const int mode : {0400, 0600, 0700})
        QTest::addRow("%o", unsigned(mode)) << mode << true;
    for (const int bit : {01, 02, 04, 010, 020, 040})
        QTest::addRow("%o", unsigned(0400 | bit)) << (0400 | bit) << false;
}

void TestSecretFiles::privateFilesAreOurs()
{
    QFETCH(int, mode);
    QFETCH(bool, read);
    QTemporaryDir dir;
    const QString path = dir.filePath(u"secret"_s);
    QVERIFY(put(path, "12345678", mode_t(mode)));
    QString why;
    const auto bytes = readPrivateFile(path, 8, &why);
    QCOMPARE(bytes.has_value(), read);
    if (read)
        QCOMPARE(bytes->view().toByteArray(), QByteArray("12345678"));
    else
        QVERIFY2(why.contains(u"0400"_s) && why.contains(path), qPrintable(why));
}

void TestSecretFiles::onlyPlainFilesAreRead()
{
    QTemporaryDir dir;
    QString why;
    const QString path = dir.filePath(u"secret"_s);
    QVERIFY(put(path, "12345678", 0400));
    QVERIFY(readPrivateFile(path, 9, &why));
    QVERIFY(!readPrivateFile(path, 7, &why));
    QVERIFY2(why.contains(u"larger"_s), qPrintable(why));
    QVERIFY(put(dir.filePath(u"empty"_s), {}, 0400));
    QCOMPARE(readPrivateFile(dir.filePath(u"empty"_s), 0, &why)->size(), 0);
    QVERIFY(QFile::link(path, dir.filePath(u"link"_s)));
    QCOMPARE(::mkfifo(QFile::encodeName(dir.filePath(u"pipe"_s)).constData(), 0400), 0);
    QVERIFY(QDir(dir.path()).mkdir(u"directory"_s));
    QCOMPARE(::chmod(QFile::encodeName(dir.filePath(u"directory"_s)).constData(), 0700), 0);
    for (const QString &name : {u"none"_s, u"link"_s, u"pipe"_s, u"directory"_s}) {
        why.clear();
        QVERIFY2(!readPrivateFile(dir.filePath(name), 1'000'000, &why), qPrintable(name));
        QVERIFY2(why.contains(u"cannot be read"_s), qPrintable(name));
    }
}

void TestSecretFiles::aFileOfSecretsIsWrittenWhole()
{
    QTemporaryDir dir;
    QString why;
    const QString path = dir.filePath(u"secret"_s);
    QVERIFY(put(path + u".part"_s, "of an attempt that was cut off", 0400));
    QVERIFY2(writeNewPrivateFile(path, "one", &why), qPrintable(why));
    QVERIFY(why.isEmpty());
    QCOMPARE(contentOf(path), QByteArray("one"));
    struct stat info
    {
    };
    QCOMPARE(::stat(QFile::encodeName(path).constData(), &info), 0);
    QCOMPARE(info.st_mode & 07777U, 0400U);
    QVERIFY(!writeNewPrivateFile(path, "two", &why)); // never over one that is there
    QVERIFY2(why.contains(u"cannot be written"_s), qPrintable(why));
    QCOMPARE(contentOf(path), QByteArray("one"));
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList{u"secret"_s});
    why.clear();
    QVERIFY(!writeNewPrivateFile(dir.filePath(u"no/where"_s), "x", &why));
    QVERIFY(!why.isEmpty());
}

void TestSecretFiles::replacingLeavesTheOldOrTheNew()
{
    QTemporaryDir dir;
    QString why;
    const QString path = dir.filePath(u"secret"_s);
    QVERIFY(replacePrivateFile(path, "one", &why));
    QVERIFY(replacePrivateFile(path, "two", &why));
    QVERIFY(why.isEmpty());
    QCOMPARE(contentOf(path), QByteArray("two"));
    QVERIFY(QDir(dir.path()).mkdir(u"directory"_s));
    QVERIFY(!replacePrivateFile(dir.filePath(u"directory"_s), "x", &why)); // no file to be replaced
    QVERIFY(!why.isEmpty());
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList{u"secret"_s});
}

void TestSecretFiles::noDescriptorStaysOpen()
{
    QTemporaryDir dir;
    QString why;
    const qsizetype before = openDescriptors();
    for (int i = 0; i < 3; ++i) {
        QVERIFY(replacePrivateFile(dir.filePath(u"secret"_s), "one", &why));
        QVERIFY(readPrivateFile(dir.filePath(u"secret"_s), 10, &why));
        QVERIFY(!readPrivateFile(dir.filePath(u"secret"_s), 1, &why));
    }
    QCOMPARE(openDescriptors(), before);
}

void TestSecretFiles::peppersByVersion()
{
    const VerifierInput input{u"prt_1"_s, u"crd_1"_s, 1, Realm::Production};
    const Secret secret = Fixture::secret(1, 1);
    PepperRing ring;
    QCOMPARE(ring.currentVersion(), 0);
    QVERIFY(!ring.has(0) && !ring.has(1));
    ring.add(2, Secret::copyOf(QByteArray(32, 'b')));
    const QByteArray second = ring.verifier(input, secret);
    ring.add(1, Secret::copyOf(QByteArray(32, 'a')));
    QCOMPARE(ring.currentVersion(), 2);
    QCOMPARE(ring.verifier(input, secret), second); // the newest, whenever it came
    QVERIFY(ring.has(1) && ring.has(2) && !ring.has(3));
    PepperRing alone;
    alone.add(1, Secret::copyOf(QByteArray(32, 'a')));
    QVERIFY(alone.verifier(input, secret) != second);
}

void TestSecretFiles::strayFilesAreNoPeppers()
{
    QTemporaryDir dir;
    QString why;
    auto none = PepperRing::open(dir.path(), false, &why);
    QVERIFY(none);
    QCOMPARE(none->currentVersion(), 0);
    QVERIFY(QDir(dir.path()).isEmpty());
    // Names that are none, whoever may read them.
    for (const QString &name :
         {u"pepper-"_s, u"pepper-0"_s, u"pepper--1"_s, u"pepper-x"_s, u"pepper-1x"_s, u"pepper"_s})
        QVERIFY(put(dir.filePath(name), "junk", 0644));
    QVERIFY(put(dir.filePath(u"pepper-2"_s), QByteArray(32, 'b'), 0400));
    QVERIFY(put(dir.filePath(u"pepper-10"_s), QByteArray(32, 'j'), 0400));
    const auto ring = PepperRing::open(dir.path(), true, &why);
    QVERIFY2(ring, qPrintable(why));
    QCOMPARE(ring->currentVersion(), 10);
    QVERIFY(ring->has(2) && !ring->has(1));
    QVERIFY(!QFile::exists(dir.filePath(u"pepper-1"_s)));
    for (const int size : {31, 33}) {
        QVERIFY(put(dir.filePath(u"pepper-3"_s), QByteArray(size, 'c'), 0600));
        why.clear();
        QVERIFY(!PepperRing::open(dir.path(), true, &why));
        QVERIFY2(why.contains(u"pepper-3"_s), qPrintable(why));
    }
    why.clear();
    QVERIFY(!PepperRing::open(dir.filePath(u"nowhere"_s), true, &why)); // cannot be made there
    QVERIFY(!why.isEmpty());
}

void TestSecretFiles::aPepperIsNeverReplaced()
{
    const Secret pepper = Secret::copyOf(QByteArray(32, 'a'));
    PepperRing ring;
    ring.add(1, pepper);
    QVERIFY(isFatal([&] { ring.add(1, pepper); }));
    QVERIFY(isFatal([&] { ring.add(0, pepper); }));
    QVERIFY(!isFatal([&] { ring.add(2, pepper); }));
    QVERIFY(isFatal([] { (void)PepperRing().verifier({}, Secret::copyOf("s")); }));
}

void TestSecretFiles::writesGoOnAfterSignals()
{
    int ends[2];
    QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
    struct sigaction count
    {
    };
    count.sa_handler = [](int) { ++signalsSeen; };
    struct sigaction before
    {
    };
    QCOMPARE(::sigaction(SIGUSR1, &count, &before), 0); // without SA_RESTART: it cuts a write short
    QByteArray bytes(1'000'000, '\0');
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>(i % 251);
    std::atomic<bool> written{false};
    std::thread writer([&] {
        written = writeAll(ends[1], bytes);
        ::close(ends[1]); // ends the reading, whatever was written
    });
    for (int i = 1; i <= 20; ++i) { // while nobody reads, and the pipe is full
        ::pthread_kill(writer.native_handle(), SIGUSR1);
        const QDeadlineTimer limit(20'000);
        while (signalsSeen < i && !limit.hasExpired())
            std::this_thread::yield();
        std::this_thread::sleep_for(1ms); // back into its write
    }
    QByteArray got;
    char part[65'536];
    while (got.size() < bytes.size()) {
        const ssize_t size = ::read(ends[0], part, sizeof part);
        if (size <= 0)
            break;
        got.append(part, size);
    }
    writer.join();
    ::sigaction(SIGUSR1, &before, nullptr);
    QVERIFY(written);
    QCOMPARE(got, bytes);

    ::close(ends[0]);

    QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
    ::close(ends[0]); // nobody will read
    std::signal(SIGPIPE, SIG_IGN);
    QVERIFY(!writeAll(ends[1], "x"));
    QVERIFY(writeAll(ends[1], {})); // nothing to write
    ::close(ends[1]);
    QVERIFY(!writeAll(-1, "x"));
}

QTEST_GUILESS_MAIN(TestSecretFiles)
#include "tst_secret_files.moc"
