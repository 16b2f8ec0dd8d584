// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/tls_ca.h"
#include "platform/data_dir/data_directory.h"
#include "platform/data_dir/remembered_address.h"
#include "platform/data_dir/tls_files.h"
#include "tests/support/full_disk.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace pc::platform;
using namespace Qt::StringLiterals;

namespace {

unsigned modeOf(const QString &path)
{
    struct stat info
    {
    };
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & 07777u : 0xffffu;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Where the service's files lie, and who may read them.
class TestDataDirectory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void directoryIsPrivateAndLocked();
    void openDirectoryIsClosedToOthers();
    void directoryErrorsArePlain();
    void tlsFilesAreKeptAndRenewed();
    void lostServerKeyIsReplaced();
    void theCertificateFitsWhatItIsFor();
    void brokenAuthorityIsNotReplaced();
    void addressesAreRemembered_data();
    void addressesAreRemembered();
    void privateFilesAreReplacedWhole();
};

void TestDataDirectory::directoryIsPrivateAndLocked()
{
    const QTemporaryDir parent;
    const QString path = parent.filePath(u"a/b"_s);
    {
        auto first = DataDirectory::open(path);
        QVERIFY2(first, first ? "" : qPrintable(first.error().text));
        QCOMPARE(modeOf(path), 0700u);
        const auto second = DataDirectory::open(path + u"/../b/"_s);
        QVERIFY(!second);
        QVERIFY(second.error().inUse);
        QVERIFY2(second.error().text.contains(u"in use"_s), qPrintable(second.error().text));
        QVERIFY(second.error().text.contains(QString::number(::getpid())));
        const DataDirectory moved = std::move(*first);
        QVERIFY(!DataDirectory::open(path));
        QCOMPARE(moved.file(u"x"), QString(path + u"/x"_s));
    }
    QVERIFY(DataDirectory::open(path));
}

void TestDataDirectory::openDirectoryIsClosedToOthers()
{
    const QTemporaryDir parent;
    const QString path = parent.filePath(u"open"_s);
    QCOMPARE(::mkdir(QFile::encodeName(path).constData(), 0755), 0);
    QVERIFY(DataDirectory::open(path));
    QCOMPARE(modeOf(path), 0700u);
}

void TestDataDirectory::directoryErrorsArePlain()
{
    const QTemporaryDir parent;
    QVERIFY(writePrivateFile(parent.filePath(u"file"_s), "x"));
    QCOMPARE(modeOf(parent.filePath(u"file"_s)), 0600u);
    const auto onFile = DataDirectory::open(parent.filePath(u"file"_s));
    QVERIFY(!onFile);
    QVERIFY(onFile.error().text.contains(u"not a directory"_s));
    QVERIFY(!onFile.error().inUse);
    QVERIFY(!DataDirectory::open(u"/proc/nothing/here"_s));
    QVERIFY(!DataDirectory::open(QString()));
    QVERIFY(!writePrivateFile(parent.filePath(u"no/such/file"_s), "x"));
}

void TestDataDirectory::tlsFilesAreKeptAndRenewed()
{
    const QTemporaryDir parent;
    const auto data = DataDirectory::open(parent.filePath(u"d"_s));
    QVERIFY(data);
    const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    const auto made = ensureTlsFiles(*data, {u"localhost"_s}, {u"127.0.0.1"_s}, now);
    QVERIFY2(made, made ? "" : qPrintable(made.error()));
    for (const QString &file : {made->caKeyFile, made->keyFile, made->caFile, made->certificateFile})
        QCOMPARE(modeOf(file), 0600u);
    const QByteArray authority = contentOf(made->caFile);
    const QByteArray certificate = contentOf(made->certificateFile);

    QVERIFY(made->renewed);

    const auto kept = ensureTlsFiles(*data, {u"localhost"_s}, {u"127.0.0.1"_s}, now.addDays(300));
    QVERIFY(kept && !kept->renewed);
    QCOMPARE(contentOf(made->certificateFile), certificate);

    QVERIFY(ensureTlsFiles(*data, {u"localhost"_s, u"api.example"_s}, {u"127.0.0.1"_s}, now));
    const QByteArray wider = contentOf(made->certificateFile);
    QVERIFY(wider != certificate);

    QVERIFY(ensureTlsFiles(*data, {u"localhost"_s}, {}, now.addDays(380)));
    QVERIFY(contentOf(made->certificateFile) != wider);
    QVERIFY(pc::certificateNotAfter(contentOf(made->certificateFile)).value() > now.addDays(700));
    QCOMPARE(contentOf(made->caFile), authority);

    // Made while the clock was ahead: nobody takes it before it is valid.
    const QByteArray early = contentOf(made->certificateFile);
    QVERIFY(ensureTlsFiles(*data, {u"localhost"_s}, {}, now));
    QVERIFY(contentOf(made->certificateFile) != early);
}

void TestDataDirectory::lostServerKeyIsReplaced()
{
    const QTemporaryDir parent;
    const auto data = DataDirectory::open(parent.filePath(u"d"_s));
    QVERIFY(data);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto made = ensureTlsFiles(*data, {u"localhost"_s}, {}, now);
    QVERIFY(made);
    QVERIFY(QFile::remove(made->keyFile));
    QVERIFY(ensureTlsFiles(*data, {u"localhost"_s}, {}, now));
    QVERIFY(QFile::exists(made->keyFile));
}

/// Kept for as long as it serves every name and address, ends more than 30 days later, and is of our own CA.
void TestDataDirectory::theCertificateFitsWhatItIsFor()
{
    const QTemporaryDir parent;
    const auto data = DataDirectory::open(parent.filePath(u"d"_s));
    QVERIFY(data);
    const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    const auto renewed = [&](const QStringList &names, const QStringList &addresses, const QDateTime &at) {
        const auto files = ensureTlsFiles(*data, names, addresses, at);
        return files ? int{files->renewed} : -1;
    };
    const QStringList names{u"localhost"_s, u"api.example"_s};
    const QStringList addresses{u"127.0.0.1"_s, u"::1"_s};
    QCOMPARE(renewed(names, addresses, now), 1);
    QCOMPARE(renewed(names, addresses, now), 0);
    QCOMPARE(renewed({u"api.example"_s}, {u"::1"_s}, now), 0); // fewer are covered as well
    const QDateTime ends =
        pc::certificateNotAfter(contentOf(tlsFilesOf(data->path()).certificateFile)).value();
    QCOMPARE(renewed(names, addresses, ends.addDays(-30)), 0);
    QCOMPARE(renewed(names, addresses, ends.addDays(-30).addSecs(1)), 1);
    QCOMPARE(renewed(names, addresses + QStringList{u"192.0.2.1"_s}, ends), 1); // an address alone
    QCOMPARE(renewed(names + QStringList{u"b.example"_s}, addresses, ends), 1); // a name alone
    const auto other = DataDirectory::open(parent.filePath(u"other"_s));
    QVERIFY(other && ensureTlsFiles(*other, names, addresses, ends));
    for (const auto &[from, to] :
         {std::pair(tlsFilesOf(other->path()).caFile, tlsFilesOf(data->path()).caFile),
          {tlsFilesOf(other->path()).caKeyFile, tlsFilesOf(data->path()).caKeyFile}})
        QVERIFY(QFile::remove(to) && QFile::copy(from, to));
    QCOMPARE(renewed(names, addresses, ends), 1);
    QCOMPARE(renewed(names, addresses, ends), 0);
    QVERIFY(writePrivateFile(tlsFilesOf(data->path()).certificateFile, "no certificate"));
    QCOMPARE(renewed(names, addresses, ends), 1);
}

void TestDataDirectory::brokenAuthorityIsNotReplaced()
{
    const QTemporaryDir parent;
    const auto data = DataDirectory::open(parent.filePath(u"d"_s));
    QVERIFY(data);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto made = ensureTlsFiles(*data, {u"localhost"_s}, {}, now);
    QVERIFY(made);
    QVERIFY(QFile::remove(made->caKeyFile));
    const auto again = ensureTlsFiles(*data, {u"localhost"_s}, {}, now);
    QVERIFY2(!again, "a CA that consoles trust was replaced in silence");
    QVERIFY(again.error().contains(u"ca.key"_s));
}

void TestDataDirectory::addressesAreRemembered_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("issuer");
    const auto row = [](const char *name, const QByteArray &port, const QByteArray &issuer, int kept,
                        const QString &keptIssuer) {
        QTest::newRow(name) << QByteArray("{\"port\":" + port + ",\"issuer\":\"" + issuer + "\"}") << kept
                            << keptIssuer;
    };
    const QString good = u"https://a.example:1"_s;
    row("whole", "8443", good.toLatin1(), 8443, good);
    row("least", "1", good.toLatin1(), 1, good);
    row("most", "65535", good.toLatin1(), 65535, good);
    row("port 0", "0", good.toLatin1(), 0, good);
    row("below", "-1", good.toLatin1(), 0, good);
    row("beyond", "65536", good.toLatin1(), 0, good);
    row("plain", "7", "http://a.example", 7, {});
    row("no host", "7", "https://", 7, {});
    row("no URL", "7", "https://a b", 7, {});
    row("nothing", "7", "", 7, {});
    QTest::newRow("damaged") << QByteArray("{\"port\":7") << 0 << QString();
    QTest::newRow("empty") << QByteArray() << 0 << QString();
}

void TestDataDirectory::addressesAreRemembered()
{
    QFETCH(QByteArray, file);
    QFETCH(int, port);
    QFETCH(QString, issuer);
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"address"_s);
    QVERIFY(RememberedAddress::read(path) == RememberedAddress());
    QVERIFY(writePrivateFile(path, file));
    const RememberedAddress read = RememberedAddress::read(path);
    QCOMPARE(read.port, port);
    QCOMPARE(read.issuer, issuer);
    QVERIFY(read.write(path));
    QVERIFY(RememberedAddress::read(path) == read);
}

/// Also over what a crash left, and nothing is left of one that failed.
void TestDataDirectory::privateFilesAreReplacedWhole()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"file"_s);
    QVERIFY(writePrivateFile(path, "first"));
    QVERIFY(writePrivateFile(path + u".new"_s, "left by a crash"));
    QVERIFY(writePrivateFile(path, "second"));
    QCOMPARE(contentOf(path), QByteArray("second"));
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList{u"file"_s});
    {
        const pc::test::FullDisk full;
        QVERIFY(!writePrivateFile(path, "third"));
    }
    QCOMPARE(contentOf(path), QByteArray("second"));
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList{u"file"_s});
    // A lock says who holds it, also when the file held a longer number before.
    QVERIFY(QDir(dir.path()).mkdir(u"d"_s));
    QVERIFY(writePrivateFile(dir.filePath(u"d/lock"_s), "12345678901234567890"));
    auto held = DataDirectory::open(dir.filePath(u"d"_s));
    QVERIFY(held);
    QCOMPARE(contentOf(dir.filePath(u"d/lock"_s)), QByteArray::number(::getpid()));
    auto other = DataDirectory::open(dir.filePath(u"e"_s));
    QVERIFY(other);
    *other = std::move(*held); // each lock is let go once
    QCOMPARE(other->path(), dir.filePath(u"d"_s));
    QVERIFY(!DataDirectory::open(dir.filePath(u"d"_s)));
    QCOMPARE(localSocketPath(dir.path() + u"/x/../d/"_s), dir.filePath(u"d/admin.sock"_s));
}

QTEST_GUILESS_MAIN(TestDataDirectory)
#include "tst_data_directory.moc"
