// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/report_command.h"

#include "platform/cli/end_signal.h"
#include "platform/cli/output.h"
#include "platform/cli/process_hardening.h"
#include "platform/cli/values.h"
#include "platform/report/http_sender.h"
#include "platform/report/log_import.h"
#include "platform/report/reporter.h"
#include "platform/report/state_lock.h"

#include <QDir>
#include <QFile>

#include <cstdio>
#include <memory>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::minutes statusEvery{1};
constexpr std::chrono::seconds progressEvery{5};

struct ReportOptions
{
    QString follow;
    QStringList imported;
    QString state;
    ReportTarget target;
};

void remark(const QString &sentence)
{
    complain(u"partner-platform report: "_s + sentence);
}

QString stateFileOf(const ReportOptions &options)
{
    return options.state.isEmpty() ? QString(options.follow + u".reported"_s) : options.state;
}

/// Told at once, whoever reads it.
void sayStatus(const Reporter &reporter)
{
    say(u"%1; %2 bytes to go"_s.arg(sentenceOf(reporter.counts()), QString::number(reporter.behind())));
    (void)wasSaid();
}

Outcome follow(const ReportOptions &options)
{
    hardenProcess(); // a service that hangs up is no end
    EndSignal endSignal;
    const QString stateFile = stateFileOf(options);
    const StateLock lock(stateFile);
    if (lock.isTaken())
        return failed(u"another process reports by %1"_s.arg(stateFile), ExitCode::Busy);
    if (!lock.isHeld())
        return failed(u"%1.lock cannot be written"_s.arg(stateFile));
    auto state = ReportState::read(stateFile);
    if (!state) {
        remark(state.error() + u"; beginning again with the first line"_s);
        state = ReportState();
    }
    if (!QFile::exists(options.follow))
        remark(u"%1 is not there yet"_s.arg(options.follow));
    const SystemClock clock;
    HttpSender sender(options.target);
    Reporter reporter(LogFollower(options.follow, std::move(*state)), sender, stateFile);
    std::chrono::nanoseconds toldAt = clock.now().steady;
    for (;;) {
        const std::chrono::milliseconds wait = reporter.step(clock.now());
        for (const QString &sentence : reporter.takeRemarks())
            remark(sentence);
        if (clock.now().steady - toldAt >= statusEvery) {
            toldAt = clock.now().steady;
            sayStatus(reporter);
        }
        if (!endSignal.wait(false, static_cast<int>(wait.count())).isEmpty())
            break;
    }
    sayStatus(reporter);
    return ExitCode::Done;
}

/// "-" is standard input.
bool openLog(QFile &log, const QString &name)
{
    return name == u"-"_s ? log.open(stdin, QIODevice::ReadOnly) : log.open(QIODevice::ReadOnly);
}

Outcome import(const ReportOptions &options)
{
    hardenProcess();
    EndSignal endSignal;
    const SystemClock clock;
    HttpSender sender(options.target);
    ReportCounts all;
    for (const QString &name : options.imported) {
        QFile log(name);
        if (!openLog(log, name))
            return failed(u"%1 cannot be read"_s.arg(name));
        std::chrono::nanoseconds toldAt = clock.now().steady;
        const qint64 size = log.isSequential() ? 0 : log.size();
        LogImport importer(
            sender, {[&endSignal](std::chrono::milliseconds wait) {
                         return endSignal.wait(false, static_cast<int>(wait.count())).isEmpty();
                     },
                     [&](const ReportCounts &counts, qint64 bytes) {
                         if (clock.now().steady - toldAt < progressEvery)
                             return endSignal.wait(false, 0).isEmpty();
                         toldAt = clock.now().steady;
                         const QString part = size > 0 ? u" (%1 %)"_s.arg(bytes * 100 / size) : QString();
                         remark(u"%1: %2 lines%3"_s.arg(name, QString::number(counts.lines()), part));
                         return endSignal.wait(false, 0).isEmpty();
                     }});
        const auto counts = importer.run(log);
        if (!counts)
            return failed(u"%1: %2"_s.arg(name, counts.error()));
        say(u"%1: %2"_s.arg(name, sentenceOf(*counts)));
        all += *counts;
    }
    return all.malformed > 0 ? ExitCode::Warned : ExitCode::Done;
}

Taken takeUrl(ReportTarget &target, const QString &value)
{
    const QUrl url(value, QUrl::StrictMode);
    const bool isPlain = url.isValid() && url.scheme() == u"https"_s && !url.host().isEmpty() &&
                         url.userInfo().isEmpty() && !url.hasQuery() &&
                         (url.path().isEmpty() || url.path() == u"/"_s);
    if (!isPlain)
        return tl::make_unexpected(u"is not a plain https URL"_s);
    target.url = url;
    return {};
}

Take plainFile(QString &into)
{
    return [&into](const QString &value) -> Taken {
        if (value.isEmpty() || !QFile::exists(value))
            return tl::make_unexpected(u"names a file that does not exist: \"%1\""_s.arg(value));
        into = QDir().absoluteFilePath(value);
        return {};
    };
}

Taken checkOptions(const ReportOptions &options)
{
    if (options.follow.isEmpty() == options.imported.isEmpty())
        return tl::make_unexpected(u"wants either --follow or --import"_s);
    if (options.target.socket.isEmpty() == options.target.url.isEmpty())
        return tl::make_unexpected(u"wants either --socket or --url"_s);
    const bool hasFiles = !options.target.certificateFile.isEmpty() && !options.target.keyFile.isEmpty();
    if (!options.target.url.isEmpty() && !hasFiles)
        return tl::make_unexpected(u"wants --certificate and --key with --url"_s);
    if (!options.state.isEmpty() && options.follow.isEmpty())
        return tl::make_unexpected(u"wants --state with --follow only"_s);
    return {};
}

void describeReport(Command &command, ReportOptions &options)
{
    command.options = {
        {u"--follow"_s, u"FILE"_s, u"the access log, from where it was left, for ever"_s,
         values::text(options.follow)},
        {u"--import"_s, u"FILE"_s, u"an access log, from its first line to its last; - is standard input"_s,
         values::oneMore(options.imported), false, true},
        {u"--socket"_s, u"PATH"_s, u"the service's --gateway-socket"_s, values::text(options.target.socket)},
        {u"--url"_s, u"URL"_s, u"the service: https://HOST:PORT"_s,
         [target = &options.target](const QString &value) { return takeUrl(*target, value); }},
        {u"--certificate"_s, u"FILE"_s, u"NAME.crt of `gateway add`"_s,
         plainFile(options.target.certificateFile)},
        {u"--key"_s, u"FILE"_s, u"NAME.key of `gateway add`"_s, plainFile(options.target.keyFile)},
        {u"--ca"_s, u"FILE"_s, u"platform-ca.crt of `gateway add` (default: what the system trusts)"_s,
         plainFile(options.target.caFile)},
        {u"--state"_s, u"FILE"_s, u"how far the log is reported (default: the log's name and .reported)"_s,
         values::text(options.state)},
    };
}

} // namespace

Command reportCommand()
{
    const auto options = std::make_shared<ReportOptions>();
    Command command;
    command.name = u"report"_s;
    command.summary = u"tells the service how calls ended, from a gateway's access log"_s;
    command.text =
        u"Runs beside the gateway and reads the access log that the shipped configurations write: how each "
        "call ended goes to the service's record of its decision, and requests that never came to a decision "
        "are kept as the gateway's own evidence. The log may be rotated or emptied. Reporting a line again "
        "changes nothing.\n\n"
        "The gateway is the one that asks for decisions: over the same Unix socket, or with the same "
        "certificate. While the service is away, it waits. Ends on SIGTERM; how far it came is kept. An "
        "import ends with 1 when something could not be reported, and with 4 when lines were not of the "
        "shipped form."_s;
    describeReport(command, *options);
    command.check = [options] { return checkOptions(*options); };
    command.run = [options] { return options->follow.isEmpty() ? import(*options) : follow(*options); };
    return command;
}

} // namespace pc::platform
