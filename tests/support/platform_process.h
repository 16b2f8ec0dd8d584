// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace pc::test {

/// A real `partner-platform serve --exit-with-stdin` on a free loopback port, in a temporary data directory
/// unless one is given. Ends with this object. Waits block without an event loop, so it can be used from any
/// test.
class PlatformProcess
{
public:
    /// Path of the built program.
    [[nodiscard]] static QString program();
    /// Runs another subcommand to its end (two minutes at most) and gives its exit code. With `outputFile`
    /// its standard output goes there.
    static int run(const QStringList &arguments, QByteArray *standardOutput = nullptr,
                   QByteArray *standardError = nullptr, const QString &outputFile = {});

    /// nullptr when it does not become ready within 20 s; then `error` has what it said.
    [[nodiscard]] static std::unique_ptr<PlatformProcess> start(const QStringList &extraArguments = {},
                                                                const QString &dataDirectory = {},
                                                                QString *error = nullptr);
    ~PlatformProcess();

    [[nodiscard]] QString url() const { return m_url; }
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QString caFile() const { return m_caFile; }
    /// Operator token from the readiness line; empty when there was none.
    [[nodiscard]] QByteArray token() const { return m_token; }
    [[nodiscard]] QString dataDirectory() const { return m_data; }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }

    /// Closes its standard input, which ends it.
    void closeStdin() { m_process.closeWriteChannel(); }
    void sendSignal(int number);
    /// Exit code, or -1 when it crashed, was killed or is still running after that time.
    [[nodiscard]] int exitCodeWithin(int milliseconds);
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    /// All that it wrote so far.
    [[nodiscard]] QByteArray standardOutput();
    [[nodiscard]] QByteArray standardError();

private:
    PlatformProcess() = default;
    bool waitUntilReady(QString *error);

    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_data;
    QProcess m_process;
    QByteArray m_output;
    QByteArray m_errors;
    QString m_url;
    QString m_caFile;
    QByteArray m_token;
};

} // namespace pc::test
