// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/api/partners_client.h"
#include "client/api/session_client.h"
#include "client/http/api_caller.h"
#include "client/http/qt_transport.h"
#include "client/local/local_platform.h"
#include "client/sign_in/session_token.h"
#include "tests/support/describe.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pc;
using namespace pc::client;
using namespace pc::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int seedMs = 120000;
constexpr int startMs = 30000;
using State = LocalPlatform::State;

/// What a console sees of a platform that runs, asked over real HTTPS with the token it was handed.
class Caller
{
public:
    explicit Caller(LocalPlatform &platform)
        : m_token(platform.takeToken()),
          m_transport(*QtTransport::make(platform.endpoint()->url, platform.endpoint()->caFile))
    {
    }
    /// Number of partners; -1 with `problem` when the platform does not answer.
    qint64 partners()
    {
        std::optional<Result<Page<Partner>>> page;
        PartnerQuery query;
        query.limit = 1;
        const Call call = m_partners.list(query, &m_context, [&](auto result) { page = std::move(result); });
        if (!QTest::qWaitFor([&] { return page.has_value(); }, 15000))
            return -1;
        if (!*page) {
            problem = describe(page->error());
            return -1;
        }
        return (*page)->count.value_or(-1);
    }
    QString problem;

private:
    QObject m_context;
    SystemClock m_clock;
    SessionToken m_token;
    std::unique_ptr<QtTransport> m_transport;
    ApiCaller m_api{*m_transport, m_token, m_clock};
    PartnersClient m_partners{m_api};
};

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The child process with the program that is shipped: what a person sees on the first day.
class TestLocalPlatformLive final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void seedsServesEndsAndComesBack()
    {
        LocalPlatform platform(program(), data());
        QVERIFY(!platform.hasData());
        QList<SeedProgress> steps;
        connect(&platform, &LocalPlatform::seedProgress, this,
                [&](const SeedProgress &step) { steps.append(step); });
        QList<State> states;
        connect(&platform, &LocalPlatform::stateChanged, this, [&](State state) { states.append(state); });
        platform.seedAndStart(few());
        QTRY_VERIFY_WITH_TIMEOUT(isSettled(platform), seedMs);
        QVERIFY2(platform.state() == State::Running, said(platform));
        QCOMPARE(states, (QList<State>{State::Seeding, State::Starting, State::Running}));

        // Every step counts up to its end. These are the ones that views/welcome has words for.
        QMap<QString, SeedProgress> last;
        QStringList names;
        for (const SeedProgress &step : std::as_const(steps)) {
            if (!names.contains(step.step))
                names.append(step.step);
            QVERIFY2(step.done >= last.value(step.step).done, qPrintable(step.step));
            last.insert(step.step, step);
        }
        QCOMPARE(names, (QStringList{u"partners"_s, u"usage"_s, u"audit"_s, u"checkpoint"_s}));
        for (const SeedProgress &step : std::as_const(last))
            QVERIFY2(step.done == step.total, qPrintable(step.step));

        QVERIFY(platform.hasData());
        const QUrl url = platform.endpoint()->url;
        QCOMPARE(url.scheme(), u"https"_s);
        QVERIFY(QHostAddress(url.host()).isLoopback());
        QVERIFY(QFileInfo(platform.endpoint()->caFile).isReadable());
        QVERIFY(!platform.endpoint()->attached);
        Caller caller(platform);
        const qint64 partners = caller.partners();
        QVERIFY2(partners > 5, qPrintable(caller.problem));
        QVERIFY(platform.takeToken().isEmpty()); // it was handed over

        platform.stop();
        QTRY_COMPARE_WITH_TIMEOUT(platform.state(), State::Stopped, startMs);
        QVERIFY(!platform.endpoint());
        QVERIFY(platform.hasData());
        QCOMPARE(caller.partners(), -1); // nobody listens any more

        platform.start();
        QTRY_VERIFY_WITH_TIMEOUT(isSettled(platform), startMs);
        QVERIFY2(platform.state() == State::Running, said(platform));
        Caller again(platform);
        QVERIFY2(again.partners() == partners, qPrintable(again.problem));
    }

    void cancelledSeedingLeavesNothing()
    {
        LocalPlatform platform(program(), data());
        QSignalSpy progress(&platform, &LocalPlatform::seedProgress);
        QSignalSpy cancelled(&platform, &LocalPlatform::seedCancelled);
        QSignalSpy failed(&platform, &LocalPlatform::failed);
        SeedOptions many;
        many.auditEvents = 500000; // takes longer than it takes to change one's mind
        platform.seedAndStart(many);
        QTRY_VERIFY_WITH_TIMEOUT(!progress.isEmpty() || !failed.isEmpty(), startMs);
        platform.cancelSeed();
        QTRY_VERIFY_WITH_TIMEOUT(isSettled(platform), startMs);
        QCOMPARE(cancelled.count(), 1);
        QCOMPARE(failed.count(), 0);
        QCOMPARE(platform.state(), State::Stopped);
        QVERIFY(!platform.hasData());
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList()); // nothing beside it either
        platform.start();        // an empty one, after all
        QTRY_VERIFY_WITH_TIMEOUT(isSettled(platform), startMs);
        QVERIFY2(platform.state() == State::Running, said(platform));
        Caller caller(platform);
        QVERIFY2(caller.partners() == 0, qPrintable(caller.problem));
    }

    void seedingNeverWritesOverData()
    {
        LocalPlatform platform(program(), data());
        platform.start();
        QTRY_VERIFY_WITH_TIMEOUT(isSettled(platform), startMs);
        QVERIFY2(platform.state() == State::Running, said(platform));
        platform.stop();
        QTRY_COMPARE_WITH_TIMEOUT(platform.state(), State::Stopped, startMs);
        QSignalSpy failed(&platform, &LocalPlatform::failed);
        platform.seedAndStart(few());
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, seedMs);
        QCOMPARE(platform.error()->fault, LocalPlatformFault::SeedFailed);
        QVERIFY(!platform.error()->detail.isEmpty());
        platform.start(); // what was there is there
        QTRY_VERIFY_WITH_TIMEOUT(isSettled(platform), startMs);
        QVERIFY2(platform.state() == State::Running, said(platform));
        Caller caller(platform);
        QVERIFY2(caller.partners() == 0, qPrintable(caller.problem));
    }

    void resettingMakesAnotherPlatform()
    {
        LocalPlatform platform(program(), data());
        platform.start();
        QTRY_VERIFY_WITH_TIMEOUT(isSettled(platform), startMs);
        QVERIFY2(platform.state() == State::Running, said(platform));
        Caller empty(platform);
        QVERIFY2(empty.partners() == 0, qPrintable(empty.problem));
        const QByteArray authority = contents(platform.endpoint()->caFile);
        QVERIFY(!authority.isEmpty());
        QSignalSpy ready(&platform, &LocalPlatform::ready);
        platform.resetSample(few());
        QTRY_VERIFY_WITH_TIMEOUT(!ready.isEmpty() || platform.error(), seedMs);
        QVERIFY2(platform.state() == State::Running, said(platform));
        Caller caller(platform);
        QVERIFY2(caller.partners() > 5, qPrintable(caller.problem));
        QVERIFY(contents(platform.endpoint()->caFile) != authority);
    }

    /// Two consoles of one person look at the same data; the second goes without taking it from the first.
    void aSecondConsoleAttaches()
    {
        LocalPlatform first(program(), data());
        first.start();
        QTRY_VERIFY_WITH_TIMEOUT(isSettled(first), startMs);
        QVERIFY2(first.state() == State::Running, said(first));
        Caller mine(first);
        {
            LocalPlatform second(program(), data());
            second.start();
            QTRY_VERIFY_WITH_TIMEOUT(isSettled(second), startMs);
            QVERIFY2(second.state() == State::Running, said(second));
            QVERIFY(second.endpoint()->attached);
            QCOMPARE(second.endpoint()->url, first.endpoint()->url);
            Caller theirs(second);
            QVERIFY2(theirs.partners() == 0, qPrintable(theirs.problem));
            second.resetSample(few()); // not while it is another console's
            QCOMPARE(second.state(), State::Running);
            second.stop();
            QTRY_COMPARE_WITH_TIMEOUT(second.state(), State::Stopped, startMs);
        }
        QCOMPARE(first.state(), State::Running);
        QVERIFY2(mine.partners() == 0, qPrintable(mine.problem));

        // The first one ends: the second is told, and can serve the data itself.
        LocalPlatform third(program(), data());
        third.start();
        QTRY_VERIFY_WITH_TIMEOUT(isSettled(third), startMs);
        QVERIFY2(third.state() == State::Running, said(third));
        QSignalSpy told(&third, &LocalPlatform::failed);
        first.stop();
        QTRY_COMPARE_WITH_TIMEOUT(told.count(), 1, startMs);
        QCOMPARE(third.error()->fault, LocalPlatformFault::Exited);
        third.start();
        QTRY_VERIFY_WITH_TIMEOUT(isSettled(third), startMs);
        QVERIFY2(third.state() == State::Running, said(third));
        QVERIFY(!third.endpoint()->attached);
        Caller theirs(third);
        QVERIFY2(theirs.partners() == 0, qPrintable(theirs.problem));
    }

private:
    static QString program() { return QStringLiteral(PC_BINARY_DIR) + u"/bin/partner-platform"_s; }
    QString data() const { return m_dir->filePath(u"data"_s); }
    static SeedOptions few()
    {
        SeedOptions options;
        options.auditEvents = 300;
        return options;
    }
    static bool isSettled(const LocalPlatform &platform)
    {
        return platform.state() == State::Running || platform.state() == State::Failed ||
               platform.state() == State::Stopped;
    }
    static const char *said(const LocalPlatform &platform)
    {
        static QByteArray text;
        text = platform.error() ? platform.error()->detail.toUtf8() : QByteArray("no error");
        return text.constData();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestLocalPlatformLive)
#include "tst_local_platform_live.moc"
