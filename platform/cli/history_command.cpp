// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/history_command.h"

#include "platform/cli/command_line.h"
#include "platform/local/history_api.h"
#include "platform/local/local_client.h"
#include "platform/local/stopped_store.h"
#include "platform/store/history/history_anchor.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

/// What to print, and whether the history is accepted; or a sentence.
struct Told
{
    QString text;
    bool accepted = true;
};
using Said = tl::expected<Told, QString>;

Told tell(bool accepted, const QString &why)
{
    return accepted ? Told{u"The history is accepted.\n"_s, true}
                    : Told{u"The history is not accepted: %1.\n"_s.arg(why), false};
}

Said overSocket(const QString &socket, bool accept, const QString &reason)
{
    const auto reply = accept ? askLocally(socket, "POST", "/local/v1/history/accept",
                                           QJsonDocument(QJsonObject{{u"reason"_s, reason}}).toJson())
                              : askLocally(socket, "GET", "/local/v1/history");
    if (!reply)
        return tl::make_unexpected(reply.error());
    const QJsonObject json = QJsonDocument::fromJson(reply->body).object();
    if (reply->status >= 300) {
        const QString detail = json.value(u"detail"_s).toString();
        return tl::make_unexpected(detail.isEmpty() ? u"the service answered %1"_s.arg(reply->status)
                                                    : detail);
    }
    return accept ? tell(true, {})
                  : tell(json.value(u"accepted"_s).toBool(), json.value(u"why"_s).toString());
}

Said onDirectory(const QString &data, bool accept, const QString &reason)
{
    const auto stopped = StoppedStore::open(data, StoppedStore::WhenEmpty::Refuse);
    if (!stopped)
        return tl::make_unexpected(stopped.error());
    HistoryAnchor &history = *stopped->history;
    if (!accept)
        return tell(history.isAccepted(), history.verdict().why);
    if (const QString why = history.cannotBeAccepted(); !why.isEmpty())
        return tl::make_unexpected(why);
    const auto stored = stopped->store->writeNow<bool>([&](Tx &tx) {
        history.accept(tx, reason, u"command"_s, QDateTime::currentDateTimeUtc());
        return true;
    });
    if (!stored)
        return tl::make_unexpected(stored.error().text);
    if (!history.isAccepted())
        return tl::make_unexpected(u"the anchor file cannot be written"_s);
    return tell(true, {});
}

void printUsage()
{
    std::puts(
        "Usage: partner-platform history show --data DIR\n"
        "       partner-platform history accept --reason TEXT --data DIR\n\n"
        "The service decides nothing when the audit log in its database is not the one that audit-anchor\n"
        "remembers: an older copy was put back, or the log was changed. show says what does not fit (exit "
        "code\n"
        "1). accept takes the log as it is, as an event with your reason; what was revoked after that copy "
        "was\n"
        "made works again, so revoke it again.");
}

} // namespace

int historyCommand(const QStringList &arguments)
{
    const auto fail = [](const QString &why, int code) {
        std::fprintf(stderr, "partner-platform history: %s\n", qUtf8Printable(why));
        return code;
    };
    QCommandLineParser parser;
    const QCommandLineOption help(u"help"_s);
    const QCommandLineOption dataOption(u"data"_s, {}, u"DIR"_s);
    const QCommandLineOption reasonOption(u"reason"_s, {}, u"TEXT"_s);
    parser.addOptions({help, dataOption, reasonOption});
    if (!parser.parse(QStringList{u"history"_s} + arguments))
        return fail(parser.errorText(), ExitUsage);
    if (parser.isSet(help)) {
        printUsage();
        return ExitDone;
    }
    const QStringList words = parser.positionalArguments();
    const bool accept = words.value(0) == u"accept"_s;
    const QString data = parser.value(dataOption);
    if (words.size() != 1 || (!accept && words.constFirst() != u"show"_s) || data.isEmpty() ||
        parser.isSet(reasonOption) != accept)
        return fail(u"wrong usage; see partner-platform history --help"_s, ExitUsage);
    const auto reason = accept ? acceptanceReason(parser.value(reasonOption)) : QString();
    if (!reason)
        return fail(u"a reason of 1 to 500 characters is needed"_s, ExitUsage);
    if (!QFileInfo(data).isDir())
        return fail(u"there is no data directory %1"_s.arg(data), ExitFailed);
    const QString socket = localSocketPath(QFileInfo(data).absoluteFilePath());
    const Said said =
        isListening(socket) ? overSocket(socket, accept, *reason) : onDirectory(data, accept, *reason);
    if (!said)
        return fail(said.error(), ExitFailed);
    std::fputs(qUtf8Printable(said->text), stdout);
    return said->accepted ? ExitDone : ExitFailed;
}

} // namespace pc::platform
