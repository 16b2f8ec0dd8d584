// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/local/local_platform.h"

#include "contract/api/exit_codes.h"
#include "contract/codec/program_codecs.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace pc::client {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype errorTail = 4000;

} // namespace

LocalPlatform::LocalPlatform(QString program, QString dataDir, QObject *parent)
    : QObject(parent), m_program(std::move(program)), m_dataDir(std::move(dataDir)),
      m_timer(std::make_unique<QTimer>())
{
    m_timer->setSingleShot(true);
    connect(m_timer.get(), &QTimer::timeout, this, [this] { onTimeout(); });
}

LocalPlatform::~LocalPlatform()
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    if (m_state == State::Seeding)
        m_process->terminate();
    else
        m_process->closeWriteChannel();
    if (!m_process->waitForFinished(int(m_patience.count()))) {
        m_process->kill();
        m_process->waitForFinished(1000);
    }
}

bool LocalPlatform::hasData() const
{
    return !QDir(m_dataDir).isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
}

std::optional<qint64> LocalPlatform::freeBytes() const
{
    QString there = QFileInfo(m_dataDir).absoluteFilePath();
    while (!QFileInfo::exists(there) && there.size() > 1) // it is made later; cdUp() wants it to exist
        there = QFileInfo(there).path();
    const QStorageInfo disk(there);
    return disk.isValid() ? std::optional(disk.bytesAvailable()) : std::nullopt;
}

void LocalPlatform::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void LocalPlatform::fail(LocalPlatformFault fault, const QString &detail)
{
    m_timer->stop();
    m_next = Next::Nothing;
    m_endpoint.reset();
    m_token.clear();
    m_error = LocalPlatformError{fault, detail};
    setState(State::Failed);
    Q_EMIT failed();
}

void LocalPlatform::launch(const QStringList &arguments)
{
    m_output.clear();
    m_errors.clear();
    m_error.reset();
    m_process = std::make_unique<QProcess>();
    QProcess *process = m_process.get();
    connect(process, &QProcess::readyReadStandardOutput, this, [this] { readOutput(); });
    connect(process, &QProcess::readyReadStandardError, this,
            [this] { m_errors = QByteArray(m_errors + m_process->readAllStandardError()).right(errorTail); });
    connect(process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return; // finished() follows
        const QString detail = m_process->errorString();
        m_process.release()->deleteLater();
        fail(LocalPlatformFault::ProgramMissing, u"%1: %2"_s.arg(m_program, detail));
    });
    connect(process, &QProcess::finished, this,
            [this](int exitCode, QProcess::ExitStatus status) { onFinished(exitCode, status); });
    process->start(m_program, arguments, QIODevice::ReadWrite);
}

void LocalPlatform::seedAndStart(const SeedOptions &options)
{
    if (!m_process)
        seed(options, false);
}

void LocalPlatform::seed(const SeedOptions &options, bool replace)
{
    m_cancelled = false;
    m_next = Next::Start;
    setState(State::Seeding);
    QDir().mkpath(QFileInfo(m_dataDir).absolutePath());
    QStringList arguments{u"seed"_s, u"--data"_s, m_dataDir};
    if (options.auditEvents > 0)
        arguments << u"--events"_s << QString::number(options.auditEvents);
    if (replace)
        arguments << u"--replace"_s;
    launch(arguments);
}

void LocalPlatform::start()
{
    if (m_process)
        return;
    m_next = Next::Nothing;
    setState(State::Starting);
    m_timer->start(m_readyTimeout);
    launch({u"serve"_s, u"--data"_s, m_dataDir, u"--exit-with-stdin"_s, u"--attach"_s});
}

void LocalPlatform::cancelSeed()
{
    if (m_state != State::Seeding || !m_process)
        return;
    m_cancelled = true;
    m_next = Next::Nothing;
    m_process->terminate();
    m_timer->start(m_patience);
}

void LocalPlatform::stop()
{
    if (m_state == State::Seeding)
        return cancelSeed();
    if (!m_process || m_state == State::Stopping)
        return;
    setState(State::Stopping);
    m_process->closeWriteChannel();
    m_timer->start(m_patience);
}

void LocalPlatform::restart()
{
    if (!m_process)
        return start();
    stop();
    m_next = Next::Start;
}

void LocalPlatform::resetSample(const SeedOptions &options)
{
    m_seedOptions = options;
    if (m_endpoint && m_endpoint->attached)
        return;
    if (m_process) {
        stop();
        m_next = Next::ResetSample;
        return;
    }
    m_next = Next::ResetSample;
    afterStop();
}

void LocalPlatform::onTimeout()
{
    if (!m_process)
        return;
    if (m_state == State::Starting)
        m_timedOut = true;
    m_process->kill(); // finished() follows
}

void LocalPlatform::readOutput()
{
    m_output += m_process->readAllStandardOutput();
    for (qsizetype end = m_output.indexOf('\n'); end >= 0; end = m_output.indexOf('\n')) {
        QByteArray line = m_output.left(end);
        // The ready line holds a token: what is left of it here is overwritten, not only forgotten.
        std::fill_n(m_output.data(), end, '\0');
        m_output.remove(0, end + 1);
        if (m_state == State::Seeding)
            readSeedLine(line);
        else if (m_state == State::Starting)
            readReadyLine(std::move(line));
    }
}

void LocalPlatform::readSeedLine(const QByteArray &line)
{
    const Decoded<SeedLine> said = lineFrom<SeedLine>(line);
    if (said && said->step != u"done") // the end is the end of the process
        Q_EMIT seedProgress({said->step, said->done.value_or(0), said->total.value_or(0)});
}

void LocalPlatform::readReadyLine(QByteArray line)
{
    Decoded<ReadyLine> said = lineFrom<ReadyLine>(line);
    pc::wipe(line);
    const ReadyLine told = said ? std::move(*said) : ReadyLine();
    const QUrl url(told.url, QUrl::StrictMode);
    QByteArray token = told.token.toLatin1();
    if (url.scheme() != u"https" || url.host().isEmpty() || told.caFile.isEmpty() || token.isEmpty()) {
        m_badAnswer = true;
        m_process->kill();
        return;
    }
    m_timer->stop();
    m_token = Secret::takeFrom(token);
    m_endpoint = LocalEndpoint{url, told.caFile, told.attached};
    setState(State::Running);
    Q_EMIT ready();
}

void LocalPlatform::onFinished(int exitCode, QProcess::ExitStatus status)
{
    m_timer->stop();
    const State was = m_state;
    m_errors = QByteArray(m_errors + m_process->readAllStandardError()).right(errorTail);
    m_process.release()->deleteLater(); // we are inside its signal
    m_endpoint.reset();
    m_token.clear();
    const bool badAnswer = std::exchange(m_badAnswer, false);
    const bool timedOut = std::exchange(m_timedOut, false);
    const QString said = QString::fromUtf8(m_errors).trimmed();
    const QString detail = status == QProcess::CrashExit ? u"ended by a signal; %1"_s.arg(said)
                                                         : u"exit code %1; %2"_s.arg(exitCode).arg(said);
    const auto endedWith = [status, exitCode](ExitCode code) {
        return status == QProcess::NormalExit && exitCode == static_cast<int>(code);
    };
    const bool isBusy = endedWith(ExitCode::Busy);
    switch (was) {
    case State::Seeding:
        if (m_cancelled) {
            setState(State::Stopped);
            Q_EMIT seedCancelled();
            if (m_next != Next::Nothing)
                afterStop();
            return;
        }
        if (endedWith(ExitCode::Done))
            return start();
        return fail(isBusy ? LocalPlatformFault::Busy : LocalPlatformFault::SeedFailed, detail);
    case State::Stopping:
        return afterStop();
    case State::Starting:
        if (timedOut)
            return fail(LocalPlatformFault::TimedOut, detail);
        if (badAnswer)
            return fail(LocalPlatformFault::BadAnswer, detail);
        [[fallthrough]];
    default:
        return fail(isBusy ? LocalPlatformFault::Busy : LocalPlatformFault::Exited, detail);
    }
}

void LocalPlatform::afterStop()
{
    setState(State::Stopped);
    Q_EMIT stopped();
    switch (std::exchange(m_next, Next::Nothing)) {
    case Next::Nothing:
        return;
    case Next::Start:
        return start();
    case Next::ResetSample:
        return seed(m_seedOptions, hasData());
    }
}

} // namespace pc::client
