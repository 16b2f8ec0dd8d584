// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/store/history/history_fixture.h"

#include "platform/store/rows/credential_rows.h"
#include "platform/store/rows/partner_rows.h"
#include "tests/support/platform_process.h"
#include "tests/support/samples.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <grp.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using pc::test::PlatformProcess;

namespace {

bool end(PlatformProcess &platform)
{
    platform.closeStdin();
    return platform.exitCodeWithin(20'000) == 0;
}

/// What a start says that does not come about.
QByteArray refusal(const QStringList &arguments)
{
    QByteArray errors;
    const int code =
        PlatformProcess::run(QStringList{u"serve"_s, u"--exit-with-stdin"_s} + arguments, nullptr, &errors);
    return code == 1 && errors.startsWith("partner-platform serve: ") ? errors
                                                                      : QByteArray::number(code) + errors;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// What a start makes of its options and of what it finds.
class TestServeStarts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theUrlCanBeReached_data()
    {
        QTest::addColumn<QString>("listen");
        QTest::addColumn<QString>("url");
        QTest::newRow("this host") << u"127.0.0.1:0"_s << u"https://127.0.0.1:"_s;
        QTest::newRow("every address") << u"0.0.0.0:0"_s << u"https://127.0.0.1:"_s;
        QTest::newRow("every address, version 6") << u"[::]:0"_s << u"https://[::1]:"_s;
        QTest::newRow("this host, version 6") << u"[::1]:0"_s << u"https://[::1]:"_s;
    }
    void theUrlCanBeReached()
    {
        QFETCH(QString, listen);
        QFETCH(QString, url);
        if (url.contains(u'[') && !QFile::exists(u"/proc/net/if_inet6"_s))
            QSKIP("this machine has no IPv6");
        QString error;
        const auto platform = PlatformProcess::start({u"--listen"_s, listen}, {}, &error);
        QVERIFY2(platform, qPrintable(error));
        QVERIFY2(platform->url().startsWith(url), qPrintable(platform->url()));
        QVERIFY(end(*platform));
    }

    /// A fresh pepper in the place of a lost one would make every secret look wrong.
    void aLostPepperIsNotReplaced()
    {
        const QTemporaryDir dir;
        const QString data = dir.filePath(u"d"_s);
        const QString pepper = data + u"/pepper-1"_s;
        auto platform = PlatformProcess::start({}, data);
        QVERIFY(platform && end(*platform));
        const QByteArray first = contentOf(pepper);
        QVERIFY(!first.isEmpty());
        QVERIFY(QFile::remove(pepper)); // nothing was made with it
        platform = PlatformProcess::start({}, data);
        QVERIFY(platform && end(*platform));
        const QByteArray second = contentOf(pepper);
        QVERIFY(!second.isEmpty() && second != first);
        platform = PlatformProcess::start({}, data); // and stays
        QVERIFY(platform && end(*platform));
        QCOMPARE(contentOf(pepper), second);

        pc::platform::test::tamper(data, [](Tx &tx) {
            Partner partner = pc::test::samplePartner();
            partner_rows::insert(tx, partner);
            CredentialRow row;
            row.value = pc::test::sampleCredential();
            row.value.partnerId = partner.id;
            GenerationRow generation;
            generation.value = row.value.generations.constFirst();
            generation.verifier = QByteArray(32, 'v');
            generation.pepperVersion = 1;
            row.generations = {generation};
            credential_rows::put(tx, row);
        });
        platform = PlatformProcess::start({}, data);
        QVERIFY(platform && end(*platform));
        QVERIFY(QFile::remove(pepper));
        QVERIFY2(refusal({u"--data"_s, data})
                     .contains(QByteArray("the pepper " + pepper.toUtf8() + " is missing")),
                 refusal({u"--data"_s, data}).constData());
        QVERIFY(!QFile::exists(pepper));
    }

    void theGatewaySocketIsForItsGroup()
    {
        const QTemporaryDir dir;
        const QString socket = dir.filePath(u"g.sock"_s);
        const group *ours = ::getgrgid(::getegid());
        QVERIFY(ours != nullptr);
        const auto modeWith = [&](const QStringList &more) {
            const auto platform = PlatformProcess::start(QStringList{u"--gateway-socket"_s, socket} + more);
            struct stat info
            {
            };
            const bool found = platform && ::stat(QFile::encodeName(socket).constData(), &info) == 0;
            return found ? info.st_mode & 0777 : 0;
        };
        QCOMPARE(modeWith({}), 0600u);
        QCOMPARE(modeWith({u"--gateway-socket-group"_s, QString::fromLocal8Bit(ours->gr_name)}), 0660u);
        QVERIFY(refusal({u"--data"_s, dir.filePath(u"d"_s), u"--gateway-socket"_s, socket,
                         u"--gateway-socket-group"_s, u"no-such-group"_s})
                    .contains("there is no group \"no-such-group\""));
    }

    /// No core, no file for others, no end by a reader that went away, and as many descriptors as there may
    /// be.
    void theProcessIsHardened()
    {
        const auto platform = PlatformProcess::start();
        QVERIFY(platform);
        const auto lineOf = [&platform](const QString &file, const QByteArray &name) {
            for (const QByteArray &line :
                 contentOf(u"/proc/%1/%2"_s.arg(platform->processId()).arg(file)).split('\n'))
                if (line.startsWith(name))
                    return line.mid(name.size()).simplified().split(' ');
            return QList<QByteArray>();
        };
        QCOMPARE(lineOf(u"limits"_s, "Max core file size").mid(0, 2), (QList<QByteArray>{"0", "0"}));
        const QList<QByteArray> files = lineOf(u"limits"_s, "Max open files");
        QVERIFY(files.size() >= 2);
        QCOMPARE(files.at(0), files.at(1));
        QCOMPARE(lineOf(u"status"_s, "Umask:").value(0), "0077");
        QVERIFY((lineOf(u"status"_s, "SigIgn:").value(0).toULongLong(nullptr, 16) >> (SIGPIPE - 1) & 1) == 1);
    }

    /// To a file, which is ours alone and goes on where it was; to nobody; and not to where no file can be.
    void theLogGoesWhereItIsSent()
    {
        const QTemporaryDir dir;
        const QString log = dir.filePath(u"log"_s);
        QByteArray before;
        for (int run = 0; run < 2; ++run) {
            const auto platform = PlatformProcess::start({u"--log"_s, log});
            QVERIFY(platform && end(*platform));
            QVERIFY(platform->standardError().isEmpty());
            const QByteArray lines = contentOf(log);
            QVERIFY(lines.startsWith(before) && lines.size() > before.size());
            QCOMPARE(lines.count("\"stopped\""), run + 1);
            for (const QByteArray &line : lines.trimmed().split('\n'))
                QVERIFY2(QJsonDocument::fromJson(line).isObject(), line.constData());
            before = lines;
        }
        QCOMPARE(QFile::permissions(log) &
                     (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
        const auto quiet = PlatformProcess::start({u"--log"_s, u"none"_s});
        QVERIFY(quiet && end(*quiet));
        QVERIFY(quiet->standardError().isEmpty());
        const auto usual = PlatformProcess::start({u"--log"_s, u"stderr"_s});
        QVERIFY(usual && end(*usual));
        QVERIFY(usual->standardError().contains("\"ready\""));
        QVERIFY(refusal({u"--data"_s, dir.filePath(u"d"_s), u"--log"_s, dir.filePath(u"no/log"_s)})
                    .contains("cannot open the log"));
    }
};

QTEST_GUILESS_MAIN(TestServeStarts)
#include "tst_serve_starts.moc"
