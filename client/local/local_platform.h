// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/secret.h"

#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>

class QTimer;

namespace pc::client {

/// Why the local platform is not there.
enum class LocalPlatformFault {
    ProgramMissing, ///< the program could not be started
    SeedFailed,     ///< seeding ended with an error; `detail` is its last line
    Busy,           ///< another process holds the data directory and cannot be attached to
    Exited,         ///< it ended by itself (before or after it was ready)
    BadAnswer,      ///< its first line was not the JSON line of the contract
    TimedOut        ///< not ready in time
};

struct LocalPlatformError
{
    LocalPlatformFault fault = LocalPlatformFault::Exited;
    QString detail; ///< technical: exit code and the end of its standard error
};

/// Where a running local platform is reached.
struct LocalEndpoint
{
    QUrl url;
    QString caFile;
    bool attached = false; ///< another console's platform: it ends with that one, and its data is in use
};

/// One step of seeding, as `partner-platform seed` reports it.
struct SeedProgress
{
    QString step; ///< stable name: "partners", "usage", "audit", …
    qint64 done = 0;
    qint64 total = 0; ///< 0 when unknown
};

struct SeedOptions
{
    qint64 auditEvents = 0; ///< 0: the program's default
    bool operator==(const SeedOptions &) const = default;
};

/// Runs `partner-platform` for the local profile: seeds sample data when asked, serves it as a child that
/// ends with the console. When another console of this person serves it already, the child attaches to that
/// platform and ends when it does: start() then serves it anew.
class LocalPlatform final : public QObject
{
    Q_OBJECT
public:
    enum class State { Stopped, Seeding, Starting, Running, Stopping, Failed };
    Q_ENUM(State)

    /// `program`: path of partner-platform; `dataDir`: where its data lives (made when missing).
    LocalPlatform(QString program, QString dataDir, QObject *parent = nullptr);
    /// Closes the child's standard input and waits shortly; kills only what does not end.
    ~LocalPlatform() override;

    [[nodiscard]] State state() const { return m_state; }
    /// True when the data directory has been seeded or served before.
    [[nodiscard]] bool hasData() const;
    /// Free where the data lives or will live; nothing when the system does not tell.
    [[nodiscard]] std::optional<qint64> freeBytes() const;
    [[nodiscard]] const std::optional<LocalEndpoint> &endpoint() const { return m_endpoint; }
    /// The operator token of the ready line, handed over once.
    [[nodiscard]] Secret takeToken() { return std::move(m_token); }
    [[nodiscard]] const std::optional<LocalPlatformError> &error() const { return m_error; }

    /// Seeds, then serves. The data directory must be empty or missing.
    void seedAndStart(const SeedOptions &options);
    void start();
    /// Ends seeding; nothing is left behind.
    void cancelSeed();
    /// Asks the child to end by closing its standard input; stopped() follows.
    void stop();
    /// stop(), then start().
    void restart();
    /// stop(), then seed anew and start(); the old data goes when the new is complete. Does nothing while
    /// attached: the data is another console's too.
    void resetSample(const SeedOptions &options);

    void setReadyTimeout(std::chrono::milliseconds timeout) { m_readyTimeout = timeout; }
    /// How long a child may take to end when it was asked to; then it is killed.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

Q_SIGNALS:
    void stateChanged(pc::client::LocalPlatform::State state);
    void seedProgress(const pc::client::SeedProgress &progress);
    void seedCancelled();
    void ready();
    /// error() says why. Also when a running platform ends by itself.
    void failed();
    void stopped();

private:
    enum class Next { Nothing, Start, ResetSample };
    void setState(State state);
    void fail(LocalPlatformFault fault, const QString &detail);
    void launch(const QStringList &arguments);
    void seed(const SeedOptions &options, bool replace);
    void readOutput();
    void readSeedLine(const QByteArray &line);
    void readReadyLine(QByteArray line);
    void onFinished(int exitCode, QProcess::ExitStatus status);
    void afterStop();
    void onTimeout();

    QString m_program;
    QString m_dataDir;
    State m_state = State::Stopped;
    Next m_next = Next::Nothing;
    SeedOptions m_seedOptions;
    bool m_cancelled = false;
    bool m_badAnswer = false;
    bool m_timedOut = false;
    std::unique_ptr<QProcess> m_process;
    std::unique_ptr<QTimer> m_timer;
    std::chrono::milliseconds m_readyTimeout{20000};
    std::chrono::milliseconds m_patience{3000};
    QByteArray m_output;
    QByteArray m_errors; ///< the end of standard error
    std::optional<LocalEndpoint> m_endpoint;
    Secret m_token;
    std::optional<LocalPlatformError> m_error;
};

} // namespace pc::client
