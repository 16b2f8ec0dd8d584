// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/serve_command.h"

#include "contract/codec/program_codecs.h"
#include "platform/cli/data_option.h"
#include "platform/cli/end_signal.h"
#include "platform/cli/process_hardening.h"
#include "platform/cli/serve_arguments.h"
#include "platform/cli/stop_deadline.h"
#include "platform/data_dir/write_all.h"
#include "platform/local/attach.h"
#include "platform/local/local_client.h"
#include "platform/log/log_writer.h"
#include "platform/service/service.h"

#include <QFile>
#include <QJsonDocument>

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <future>
#include <memory>

#include <fcntl.h>
#include <unistd.h>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr auto stopPatience = std::chrono::seconds(5);
constexpr auto stopLimit = std::chrono::seconds(20);
constexpr auto startLimit = std::chrono::seconds(5); ///< of a start that is to end; nothing is promised yet
constexpr auto lookEvery = std::chrono::milliseconds(50); ///< for an end, while something else is waited for
constexpr auto attachLimit = std::chrono::seconds(10);    ///< of waiting for a service that starts or ends

/// Where log lines go, for as long as the service lives.
class LogTarget
{
public:
    [[nodiscard]] static tl::expected<LogTarget, QString> open(const QString &target)
    {
        LogTarget opened;
        if (target == u"none"_s)
            return opened;
        int descriptor = STDERR_FILENO;
        if (target != u"stderr"_s) {
            descriptor = ::open(QFile::encodeName(target).constData(),
                                O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
            if (descriptor < 0) {
                return tl::make_unexpected(u"cannot open the log %1: %2"_s.arg(
                    target, QString::fromLocal8Bit(std::strerror(errno))));
            }
        }
        // A file of ours stays open until the process ends: lines are written to the very end.
        opened.m_writer = std::make_unique<LogWriter>(descriptor);
        return opened;
    }

    [[nodiscard]] Log::Sink sink() const
    {
        if (!m_writer)
            return {};
        return [writer = m_writer.get()](const QByteArray &line) { writer->append(line); };
    }

private:
    std::unique_ptr<LogWriter> m_writer;
};

/// What to do with the data directory: serve it, or stay beside the service that does.
struct DataClaim
{
    std::optional<DataDirectory> data;
    std::optional<Attachment> attachment; ///< instead of `data`
};

/// A service that is starting or ending holds the lock while its socket is not there: with --attach such a
/// moment is waited through.
tl::expected<DataClaim, Failure> claimData(const ServeOptions &options, EndSignal &endSignal)
{
    const auto began = std::chrono::steady_clock::now();
    for (;;) {
        tl::expected<DataDirectory, DataDirectoryError> data = DataDirectory::open(options.dataDirectory);
        if (data)
            return DataClaim{std::move(*data), {}};
        if (!data.error().inUse || !options.attach)
            return tl::make_unexpected(failureOf(data.error()));
        tl::expected<Attachment, QString> attachment = attachTo(options.dataDirectory);
        if (attachment)
            return DataClaim{{}, std::move(*attachment)};
        if (std::chrono::steady_clock::now() - began >= attachLimit)
            return failed(data.error().text + u"; "_s + attachment.error(), ExitCode::Busy);
        if (const QByteArray reason = endSignal.wait(options.exitWithStdin, 100); !reason.isEmpty())
            return failed(
                u"ended while it waited for the running service (%1)"_s.arg(QString::fromLatin1(reason)));
    }
}

/// Whether `awaited` came before a reason to end, which stands in `reason` otherwise: what is asked of a disk
/// may take for ever, and an end is an end meanwhile.
template <typename T>
bool cameBeforeTheEnd(const std::future<T> &awaited, EndSignal &endSignal, bool withStdin, QByteArray *reason)
{
    while (awaited.wait_for(lookEvery) != std::future_status::ready) {
        *reason = endSignal.wait(withStdin, 0);
        if (!reason->isEmpty())
            return false;
    }
    return true;
}

using Started = tl::expected<std::unique_ptr<Service>, QString>;
/// On a thread of its own. What was not there in time when the end was asked for ends the process.
Started startService(const ServeOptions &options, const DataDirectory &data, const Log &log,
                     EndSignal &endSignal, QByteArray *reason)
{
    std::future<Started> started =
        std::async(std::launch::async, [&] { return Service::start(options, data, log); });
    if (!cameBeforeTheEnd(started, endSignal, options.exitWithStdin, reason) &&
        started.wait_for(startLimit) != std::future_status::ready) {
        log.error("start_gave_up", {{"reason", QString::fromLatin1(*reason)}});
        std::_Exit(static_cast<int>(ExitCode::Failed)); // its thread cannot be ended otherwise
    }
    return started.get();
}

/// The readiness line, with a token only for the parent that holds our standard input: anybody else's output
/// may be a log.
void sayReady(Service &service, const ServeOptions &options, const Log &log, EndSignal &endSignal,
              QByteArray *reason)
{
    std::optional<pc::Secret> token;
    if (options.exitWithStdin) {
        std::future<std::optional<pc::Secret>> asked = service.localToken();
        if (!cameBeforeTheEnd(asked, endSignal, true, reason))
            return;
        token = asked.get();
    }
    if (!writeAll(STDOUT_FILENO, readinessLine(service.url(), service.caFile(), token).view()))
        log.warning("readiness_line_not_written");
    log.info("ready", {{"url", service.url()}, {"threads", options.effectiveThreads()}});
}

/// Stays as long as the other service does, so that whoever started this process sees it end.
Outcome stayAttached(Attachment attachment, const QString &dataDirectory, EndSignal &endSignal)
{
    const std::optional<pc::Secret> token(std::move(attachment.token));
    if (!writeAll(STDOUT_FILENO, readinessLine(attachment.url, attachment.caFile, token, true).view()))
        return failed(u"nobody reads standard output"_s);
    const QString socket = localSocketPath(dataDirectory);
    while (endSignal.wait(true, 500).isEmpty()) {
        if (!isListening(socket))
            return failed(u"the service that this process was attached to has ended"_s);
    }
    return ExitCode::Done;
}

Outcome serve(const ServeOptions &options)
{
    hardenProcess();
    EndSignal endSignal; // before the first thread

    tl::expected<DataClaim, Failure> claim = claimData(options, endSignal);
    if (!claim)
        return tl::make_unexpected(claim.error());
    if (claim->attachment)
        return stayAttached(std::move(*claim->attachment), options.dataDirectory, endSignal);
    const tl::expected<LogTarget, QString> target = LogTarget::open(options.logTarget);
    if (!target)
        return failed(target.error());
    const Log log(target->sink());

    QByteArray reason;
    Started service = startService(options, *claim->data, log, endSignal, &reason);
    if (!service)
        return failed(service.error());
    if (reason.isEmpty())
        sayReady(**service, options, log, endSignal, &reason);
    if (reason.isEmpty())
        reason = endSignal.wait(options.exitWithStdin);
    log.info("stopping", {{"reason", QString::fromLatin1(reason)}});
    {
        // Past the log's own thread too: its target may lie on the same disk.
        const StopDeadline deadline(log, stopPatience, stopLimit,
                                    [] { std::_Exit(static_cast<int>(ExitCode::Failed)); });
        (*service)->stop();
    }
    log.info("stopped");
    return ExitCode::Done;
}

} // namespace

pc::Secret readinessLine(const QString &url, const QString &caFile, const std::optional<pc::Secret> &token,
                         bool attached)
{
    QByteArray line =
        QJsonDocument(toJson(ReadyLine{url, caFile, {}, attached})).toJson(QJsonDocument::Compact);
    if (token) { // never through QJsonDocument, which would leave copies; a token needs no escaping
        line.chop(1);
        line += ",\"token\":\"";
        line += token->view();
        line += "\"}";
    }
    line += '\n';
    return pc::Secret::takeFrom(line);
}

Command serveCommand()
{
    const auto options = std::make_shared<ServeOptions>();
    Command command;
    command.name = u"serve"_s;
    command.summary = u"runs the service"_s;
    command.text =
        u"Holds DIR (mode 0700), listens with TLS only, and prints one JSON line when it is ready: "
        "{\"url\", \"ca_file\"}. Ends on SIGTERM or Ctrl+C. The log goes to standard error."_s;
    describe(command, *options);
    command.run = [options] { return serve(*options); };
    return command;
}

} // namespace pc::platform
