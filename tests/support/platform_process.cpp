// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/platform_process.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <csignal>

namespace pc::test {

namespace {

constexpr int readyMilliseconds = 20'000;

} // namespace

QString PlatformProcess::program()
{
    return QStringLiteral(PC_BINARY_DIR "/bin/partner-platform");
}

int PlatformProcess::run(const QStringList &arguments, QByteArray *standardOutput, QByteArray *standardError,
                         const QString &outputFile)
{
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    if (!outputFile.isEmpty())
        process.setStandardOutputFile(outputFile);
    process.start(program(), arguments);
    const bool finished = process.waitForFinished(120'000);
    if (standardOutput != nullptr)
        *standardOutput = process.readAllStandardOutput();
    if (standardError != nullptr)
        *standardError = process.readAllStandardError();
    return finished && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

std::unique_ptr<PlatformProcess> PlatformProcess::start(const QStringList &extraArguments,
                                                        const QString &dataDirectory, QString *error)
{
    std::unique_ptr<PlatformProcess> platform(new PlatformProcess);
    platform->m_data = dataDirectory;
    if (dataDirectory.isEmpty()) {
        platform->m_temporary = std::make_unique<QTemporaryDir>();
        platform->m_data = platform->m_temporary->filePath(QStringLiteral("data"));
    }
    QStringList arguments{QStringLiteral("serve"), QStringLiteral("--exit-with-stdin"),
                          QStringLiteral("--data"), platform->m_data};
    platform->m_process.start(program(), arguments + extraArguments);
    if (!platform->waitUntilReady(error))
        return nullptr;
    return platform;
}

bool PlatformProcess::waitUntilReady(QString *error)
{
    QElapsedTimer timer;
    timer.start();
    while (!m_output.contains('\n') && timer.elapsed() < readyMilliseconds &&
           m_process.state() != QProcess::NotRunning) {
        m_process.waitForReadyRead(100);
        m_output += m_process.readAllStandardOutput();
    }
    const QByteArray line = m_output.left(m_output.indexOf('\n') + 1);
    const QJsonObject ready = QJsonDocument::fromJson(line).object();
    m_url = ready.value(QStringLiteral("url")).toString();
    m_caFile = ready.value(QStringLiteral("ca_file")).toString();
    m_token = ready.value(QStringLiteral("token")).toString().toUtf8();
    if (error != nullptr && m_url.isEmpty())
        *error = QString::fromUtf8(standardError());
    return !m_url.isEmpty() && !m_caFile.isEmpty();
}

PlatformProcess::~PlatformProcess()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    closeStdin();
    if (!m_process.waitForFinished(10'000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

quint16 PlatformProcess::port() const
{
    return static_cast<quint16>(QUrl(m_url).port());
}

void PlatformProcess::sendSignal(int number)
{
    ::kill(static_cast<pid_t>(m_process.processId()), number);
}

int PlatformProcess::exitCodeWithin(int milliseconds)
{
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(milliseconds))
        return -1;
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

QByteArray PlatformProcess::standardOutput()
{
    m_output += m_process.readAllStandardOutput();
    return m_output;
}

QByteArray PlatformProcess::standardError()
{
    m_errors += m_process.readAllStandardError();
    return m_errors;
}

} // namespace pc::test
