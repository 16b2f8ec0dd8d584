// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/operator_command.h"

#include "platform/cli/command_line.h"
#include "platform/data_dir/data_directory.h"
#include "platform/local/local_client.h"
#include "platform/local/record_host_act.h"
#include "platform/local/stopped_store.h"
#include "platform/operators/host_acts.h"
#include "platform/operators/operator_accounts.h"
#include "platform/store/rows/doc.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QJsonArray>

#include <cstdio>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

using Said = tl::expected<QString, QString>; // what to print, or a sentence

struct Asked
{
    QString act;
    QString account;
    QString displayName;
    QStringList roles;
    QString data;
};

Said explain(const LocalReply &reply)
{
    const QString detail = QJsonDocument::fromJson(reply.body).object().value(u"detail"_s).toString();
    return tl::make_unexpected(detail.isEmpty() ? u"the service answered %1"_s.arg(reply.status) : detail);
}

QString line(const QString &account, const QString &displayName, const QStringList &roles, bool disabled)
{
    return u"%1\t%2\t%3%4\n"_s.arg(account, roles.join(u','), displayName,
                                   disabled ? u"\t(disabled)"_s : QString());
}

Said overSocket(const Asked &asked, const QString &socket)
{
    if (asked.act == u"list"_s) {
        const auto reply = askLocally(socket, "GET", "/local/v1/operators");
        if (!reply)
            return tl::make_unexpected(reply.error());
        if (reply->status != 200)
            return explain(*reply);
        QString text;
        const QJsonArray items = QJsonDocument::fromJson(reply->body).object().value(u"items"_s).toArray();
        for (const QJsonValue &item : items) {
            QStringList roles;
            const QJsonArray names = item[u"roles"_s].toArray();
            for (const QJsonValue &name : names)
                roles.append(name.toString());
            text += line(item[u"account"_s].toString(), item[u"display_name"_s].toString(), roles,
                         item[u"disabled"_s].toBool());
        }
        return text;
    }
    tl::expected<LocalReply, QString> reply;
    if (asked.act == u"add"_s) {
        const QJsonObject json{{u"account"_s, asked.account},
                               {u"display_name"_s, asked.displayName},
                               {u"roles"_s, QJsonArray::fromStringList(asked.roles)}};
        reply = askLocally(socket, "POST", "/local/v1/operators",
                           QJsonDocument(json).toJson(QJsonDocument::Compact));
    } else {
        const QByteArray act = asked.act == u"disable"_s ? "disable" : "token";
        const QJsonObject json{{u"account"_s, asked.account}}; // no path could carry every name
        reply = askLocally(socket, "POST", "/local/v1/operators/" + act,
                           QJsonDocument(json).toJson(QJsonDocument::Compact));
    }
    if (!reply)
        return tl::make_unexpected(reply.error());
    if (reply->status >= 300)
        return explain(*reply);
    if (reply->status == 202) // kept by the side journal
        return QString(QJsonDocument::fromJson(reply->body).object().value(u"detail"_s).toString() + u'\n');
    if (asked.act != u"token"_s)
        return QString();
    return QString(QJsonDocument::fromJson(reply->body).object().value(u"token"_s).toString() + u'\n');
}

/// Taking power away does not wait until somebody has looked into the history.
Said disableLater(StoppedStore &stopped, const QString &account)
{
    using Found = std::optional<OperatorRow>;
    const auto known =
        stopped.store->readNow<Found>([&account](Tx &tx) { return operator_rows::find(tx, account); });
    if (!known)
        return tl::make_unexpected(known.error().text);
    if (!*known)
        return tl::make_unexpected(u"there is no operator \"%1\""_s.arg(account));
    if ((*known)->disabledAt)
        return QString();
    const auto kept = host_acts::keepForLater(
        stopped, host_acts::disabledOperator(account, QDateTime::currentDateTimeUtc(), u"command"_s));
    if (!kept)
        return tl::make_unexpected(kept.error());
    return u"\"%1\" is shut out from the next start on. The side journal keeps it, as the history is not "
           u"accepted; the audit log has it once it is.\n"_s.arg(account);
}

Said onDirectory(const Asked &asked)
{
    auto stopped = StoppedStore::open(asked.data, asked.act == u"add"_s ? StoppedStore::WhenEmpty::Create
                                                                        : StoppedStore::WhenEmpty::Refuse);
    if (!stopped)
        return tl::make_unexpected(stopped.error());
    if (asked.act == u"disable"_s && !stopped->history->isAccepted())
        return disableLater(*stopped, asked.account);
    if (asked.act != u"list"_s && !stopped->history->isAccepted())
        return tl::make_unexpected(
            u"the history is not accepted: %1; see partner-platform history --help"_s.arg(
                stopped->history->verdict().why));
    SystemRandom random;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString by = u"command"_s;
    if (asked.act == u"list"_s) {
        const auto read = stopped->store->readNow<QString>([&stopped](Tx &tx) {
            QString text;
            for (const OperatorRow &row : operator_rows::all(tx))
                text += line(row.account, row.displayName, textsOf(row.roles),
                             row.disabledAt.has_value() || stopped->isShut(tx, row.account));
            return text;
        });
        return read ? Said(*read) : tl::make_unexpected(read.error().text);
    }
    const auto done = stopped->store->writeNow<Said>([&](Tx &tx) -> Said {
        stopped->storeJournaled(tx, JournalEntry::Kind::Operator, asked.account, now);
        if (asked.act == u"add"_s) {
            const auto row = operator_accounts::check(asked.account, asked.displayName, asked.roles, now);
            if (!row)
                return tl::make_unexpected(row.error());
            operator_accounts::put(tx, *row, by);
            return QString();
        }
        if (asked.act == u"disable"_s) {
            if (!operator_accounts::disable(tx, asked.account, now, by))
                return tl::make_unexpected(u"there is no operator \"%1\""_s.arg(asked.account));
            return QString();
        }
        const auto minted = operator_accounts::signIn(tx, asked.account, now, by, random);
        if (!minted)
            return tl::make_unexpected(minted.error());
        return QString(QString::fromLatin1(minted->token.view()) + u'\n');
    });
    if (!done)
        return tl::make_unexpected(done.error().text);
    return *done;
}

void printUsage()
{
    std::puts(
        "Usage: partner-platform operator add ACCOUNT --role ROLE [--role ROLE] [--name TEXT] --data DIR\n"
        "       partner-platform operator list --data DIR\n"
        "       partner-platform operator disable ACCOUNT --data DIR\n"
        "       partner-platform operator token ACCOUNT --data DIR\n\n"
        "Roles: viewer, support, partner_ops, security, admin. add on an account that is there sets its "
        "roles and\n"
        "enables it again. token prints a sign-in token that is valid for 15 minutes, for the console.");
}

} // namespace

int operatorCommand(const QStringList &arguments)
{
    const auto fail = [](const QString &why, int code) {
        std::fprintf(stderr, "partner-platform operator: %s\n", qUtf8Printable(why));
        return code;
    };
    QCommandLineParser parser;
    const QCommandLineOption help(u"help"_s);
    const QCommandLineOption data(u"data"_s, {}, u"DIR"_s);
    const QCommandLineOption role(u"role"_s, {}, u"ROLE"_s);
    const QCommandLineOption name(u"name"_s, {}, u"TEXT"_s);
    parser.addOptions({help, data, role, name});
    if (!parser.parse(QStringList{u"operator"_s} + arguments))
        return fail(parser.errorText(), ExitUsage);
    if (parser.isSet(help)) {
        printUsage();
        return ExitDone;
    }
    const QStringList words = parser.positionalArguments();
    Asked asked{words.value(0), words.value(1), parser.value(name), parser.values(role), parser.value(data)};
    const bool known = QStringList{u"add"_s, u"list"_s, u"disable"_s, u"token"_s}.contains(asked.act);
    if (!known || words.size() != (asked.act == u"list"_s ? 1 : 2) || asked.data.isEmpty())
        return fail(u"wrong usage; see partner-platform operator --help"_s, ExitUsage);
    if (!QFileInfo(asked.data).isDir())
        return fail(u"there is no data directory %1"_s.arg(asked.data), ExitFailed);
    const QString socket = localSocketPath(QFileInfo(asked.data).absoluteFilePath());
    const Said said = isListening(socket) ? overSocket(asked, socket) : onDirectory(asked);
    if (!said)
        return fail(said.error(), ExitFailed);
    std::fputs(qUtf8Printable(*said), stdout);
    return ExitDone;
}

} // namespace pc::platform
