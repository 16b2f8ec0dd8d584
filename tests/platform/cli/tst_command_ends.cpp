// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/data_dir/data_directory.h"
#include "tests/support/platform_process.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace pc::platform;
using namespace Qt::StringLiterals;

namespace {

struct Ran
{
    int code = -1;
    QString out;
    QString error;
};

Ran run(const QStringList &words, const QString &output = {})
{
    QByteArray out;
    QByteArray error;
    const int code = pc::test::PlatformProcess::run(words, &out, &error, output);
    return {code, QString::fromUtf8(out), QString::fromUtf8(error)};
}

} // namespace

/// How the program itself ends, and with which one line.
class TestCommandEnds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir().mkdir(data()));
        QCOMPARE(run({u"operator"_s, u"add"_s, u"ann"_s, u"--role"_s, u"viewer"_s, u"--data"_s, data()}).code,
                 0);
    }

    void helpAndVersionAreNoErrors()
    {
        for (const QStringList &words : {QStringList{u"--help"_s}, {u"help"_s}, {u"-h"_s}}) {
            const Ran ran = run(words);
            QCOMPARE(ran.code, 0);
            QVERIFY(ran.out.startsWith(u"Usage: partner-platform COMMAND"_s));
            QVERIFY(ran.error.isEmpty());
        }
        QCOMPARE(run({u"help"_s, u"gateway"_s, u"add"_s}).out,
                 run({u"gateway"_s, u"add"_s, u"--help"_s}).out);
        QCOMPARE(run({u"--version"_s}).out, u"partner-platform " PC_VERSION "\n"_s);
        const Ran nothing = run({});
        QCOMPARE(nothing.code, 2);
        QCOMPARE(nothing.error, run({u"--help"_s}).out);
        QVERIFY(nothing.out.isEmpty());
        const Ran unknown = run({u"frob"_s});
        QCOMPARE(unknown.code, 2);
        QVERIFY(unknown.error.startsWith(u"partner-platform: there is no command \"frob\""_s));
        QCOMPARE(unknown.error.count(u'\n'), 1);
    }

    /// Each command, on a directory that another process holds.
    void aHeldDirectoryIsBusy()
    {
        const auto held = DataDirectory::open(data());
        QVERIFY(held);
        const QList<QStringList> commands{{u"serve"_s},
                                          {u"seed"_s, u"--replace"_s},
                                          {u"verify"_s},
                                          {u"history"_s, u"show"_s},
                                          {u"history"_s, u"accept"_s, u"--reason"_s, u"r"_s},
                                          {u"operator"_s, u"list"_s},
                                          {u"operator"_s, u"add"_s, u"bob"_s, u"--role"_s, u"viewer"_s},
                                          {u"operator"_s, u"disable"_s, u"ann"_s},
                                          {u"operator"_s, u"token"_s, u"ann"_s}};
        for (const QStringList &words : commands) {
            const Ran ran = run(words + QStringList{u"--data"_s, data()});
            QVERIFY2(ran.code == 3, qPrintable(words.join(u' ') + ran.error));
            QVERIFY2(ran.error.contains(u"is in use by another partner-platform"_s), qPrintable(ran.error));
            QCOMPARE(ran.error.count(u'\n'), 1);
            QVERIFY(ran.out.isEmpty());
        }
    }

    void whatCannotBeSaidIsNoSuccess()
    {
        for (const QStringList &words : {QStringList{u"operator"_s, u"list"_s, u"--data"_s, data()},
                                         {u"operator"_s, u"token"_s, u"ann"_s, u"--data"_s, data()},
                                         {u"--help"_s}}) {
            const Ran ran = run(words, u"/dev/full"_s);
            QCOMPARE(ran.code, 1);
            QVERIFY2(ran.error.contains(u"standard output cannot be written"_s), qPrintable(ran.error));
        }
    }

    void whatIsNoDirectoryIsTold()
    {
        const QString file = m_dir.filePath(u"file"_s);
        QVERIFY(QFile(file).open(QIODevice::WriteOnly));
        for (const QStringList &words : {QStringList{u"operator"_s, u"list"_s},
                                         {u"verify"_s},
                                         {u"gateway"_s, u"list"_s},
                                         {u"seed"_s},
                                         {u"serve"_s}}) {
            const Ran ran = run(words + QStringList{u"--data"_s, file});
            QCOMPARE(ran.code, 1);
            QVERIFY2(ran.error.contains(u"is not a directory"_s), qPrintable(ran.error));
        }
    }

    void whatIsSomebodyElsesIsTold()
    {
        if (::geteuid() == 0)
            QSKIP("nothing is closed to this user");
        const QString closed = m_dir.filePath(u"closed"_s);
        QVERIFY(QDir().mkdir(closed));
        QFile::setPermissions(closed, QFile::Permissions());
        const Ran ran = run({u"operator"_s, u"list"_s, u"--data"_s, closed});
        QFile::setPermissions(closed, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QCOMPARE(ran.code, 1);
        QVERIFY2(ran.error.contains(u"cannot be read"_s), qPrintable(ran.error));
    }

private:
    [[nodiscard]] QString data() const { return m_dir.filePath(u"data"_s); }

    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(TestCommandEnds)
#include "tst_command_ends.moc"
