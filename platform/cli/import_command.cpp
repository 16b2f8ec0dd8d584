// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/import_command.h"

#include "contract/codec/codecs.h"
#include "platform/cli/data_option.h"
#include "platform/cli/operator_store.h"
#include "platform/cli/output.h"
#include "platform/cli/plain_text.h"
#include "platform/cli/values.h"
#include "platform/local/local_admin.h"

#include <QFile>
#include <QUrlQuery>

#include <memory>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownImportText = 300;

struct ImportOptions
{
    QString file;
    QString data;
    QString account;
    QString format; ///< "csv", "json"; empty: by the name of the file
    bool apply = false;
    bool dryRun = false;
    QString reason;
    QString ticket;
};

QString shown(const QString &text)
{
    return plainText(text, shownImportText);
}

tl::expected<QByteArray, Failure> readTable(Op op, const QString &path)
{
    QFile file(path);
    const qint64 most = qint64{1024} * operation(op).bodyLimit;
    if (!file.open(QIODevice::ReadOnly))
        return failed(u"%1 cannot be read: %2"_s.arg(path, file.errorString()));
    const QByteArray bytes = file.read(most + 1);
    if (file.error() != QFileDevice::NoError)
        return failed(u"%1 cannot be read: %2"_s.arg(path, file.errorString()));
    if (bytes.size() > most)
        return failed(u"%1 is larger than %2 KiB"_s.arg(path).arg(operation(op).bodyLimit));
    return bytes;
}

QByteArray importQuery(const ImportOptions &options)
{
    QUrlQuery query;
    const bool isJson = options.format.isEmpty() ? options.file.endsWith(u".json"_s, Qt::CaseInsensitive)
                                                 : options.format == u"json";
    query.addQueryItem(u"format"_s, isJson ? u"json"_s : u"csv"_s);
    query.addQueryItem(u"apply"_s, options.apply ? u"true"_s : u"false"_s);
    if (!options.reason.isEmpty())
        query.addQueryItem(u"reason"_s, QString::fromLatin1(QUrl::toPercentEncoding(options.reason)));
    if (!options.ticket.isEmpty())
        query.addQueryItem(u"ticket"_s, QString::fromLatin1(QUrl::toPercentEncoding(options.ticket)));
    return query.toString(QUrl::FullyEncoded).toLatin1();
}

QString lineOf(const ImportRow &row)
{
    QString line =
        u"  line %1: %2 %3"_s.arg(row.line, 4).arg(toText(row.outcome), -9).arg(shown(row.subject));
    if (!row.targetId.isEmpty())
        line += u" ("_s + shown(row.targetId) + u')';
    if (!row.changed.isEmpty())
        line += u": "_s + shown(row.changed.join(u", "_s));
    if (!row.leftAlone.isEmpty())
        line += u"; left as it is: "_s + shown(row.leftAlone.join(u", "_s));
    if (!row.sameName.isEmpty())
        line += u"; called as "_s + shown(row.sameName.join(u", "_s));
    return line;
}

void tellReport(const ImportReport &report)
{
    for (const ImportRow &row : report.rows) {
        say(lineOf(row));
        for (const FieldError &each : row.errors)
            say(u"             %1: %2"_s.arg(shown(each.pointer.mid(1)),
                                             shown(each.detail.isEmpty() ? each.code : each.detail)));
    }
    say(u"%1 new, %2 changed, %3 unchanged, %4 refused"_s.arg(
        QString::number(report.created), QString::number(report.updated), QString::number(report.unchanged),
        QString::number(report.refused)));
}

Outcome importFile(Op op, const ImportOptions &options)
{
    if (const auto there = checkPlatform(options.data); !there)
        return tl::make_unexpected(there.error());
    const auto bytes = readTable(op, options.file);
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    const auto admin = LocalAdmin::signIn(options.data, options.account);
    if (!admin)
        return failed(u"cannot act as %1: %2"_s.arg(options.account, shown(admin.error().text)));
    const auto answer = admin->read({op, {}, importQuery(options), *bytes});
    if (!answer)
        return failed(u"%1: %2"_s.arg(options.file, shown(answer.error().text)));
    const auto report = fromJson<ImportReport>(*answer);
    if (!report)
        return failed(u"the service gave an answer that this program cannot read"_s);
    tellReport(*report);
    if (report->refused > 0)
        return failed(u"nothing was changed: a refused row keeps all of the file out"_s);
    say(report->applied ? u"Applied"_s
                        : u"Nothing was changed: this is what would happen. Give --apply and --reason"_s);
    return ExitCode::Done;
}

Command importOf(Op op, const QString &name, const QString &summary, const QString &text)
{
    const auto options = std::make_shared<ImportOptions>();
    Command command;
    command.name = name;
    command.summary = summary;
    command.text = text;
    command.operands = {{u"FILE"_s, values::text(options->file)}};
    command.options = {
        dataOption(options->data),
        {u"--as"_s, u"ACCOUNT"_s, u"the operator whose act it is"_s, values::text(options->account), true},
        {u"--format"_s, u"FORMAT"_s, u"csv or json (default: by the name of the file)"_s,
         [options](const QString &value) -> Taken {
             if (value != u"csv" && value != u"json")
                 return tl::make_unexpected(u"is csv or json"_s);
             options->format = value;
             return {};
         }},
        {u"--dry-run"_s,
         {},
         u"say what would happen; that is so without --apply, too"_s,
         values::isGiven(options->dryRun)},
        {u"--apply"_s, {}, u"change it"_s, values::isGiven(options->apply)},
        {u"--reason"_s, u"TEXT"_s, u"why; needed to apply it"_s, values::text(options->reason)},
        {u"--ticket"_s, u"TICKET"_s, u"where that is written down"_s, values::text(options->ticket)},
    };
    command.check = [options]() -> Taken {
        if (options->apply && options->dryRun)
            return tl::make_unexpected(u"--dry-run and --apply contradict each other"_s);
        if (options->apply && options->reason.isEmpty())
            return tl::make_unexpected(u"--apply wants a --reason"_s);
        return {};
    };
    command.run = [op, options] { return importFile(op, *options); };
    return command;
}

} // namespace

Command importCommand()
{
    Command command;
    command.name = u"import"_s;
    command.summary = u"brings along what another system has"_s;
    command.text =
        u"Partners, plans, client ids, and keys by their hashes, from a CSV or JSON file. Nothing is "
        "changed before --apply."_s;
    command.commands = {
        importOf(
            Op::ImportPartners, u"partners"_s, u"partners, contacts and plans from a file"_s,
            u"Hands a file of partners to the running service, as one of its operators, and says row by "
            "row what would happen: a partner is known by its short name. Applied as one change; the same "
            "file again changes nothing."_s),
        importOf(
            Op::ImportKeys, u"keys"_s, u"keys of another system, by their hashes"_s,
            u"Hands a file of hashes (sha256, hmac_sha256, bcrypt) to the running service, as one of its "
            "operators. The keys go on working until their deadline, 180 days ahead at most. A key of less "
            "than 8 or more than 512 bytes never works, and its hash does not show that. A file with keys in "
            "clear is refused; treat such keys as leaked."_s),
        importOf(
            Op::ImportPlans, u"plans"_s, u"plans and their limits"_s,
            u"Hands a file of plans to the running service, as one of its operators: name, description, and "
            "of sandbox, limited and production rate, burst and daily quota. A plan is known by its name; "
            "an empty cell changes nothing, and a plan that the file does not name stays."_s),
        importOf(
            Op::ImportClientIds, u"client-ids"_s, u"client ids of another system"_s,
            u"Hands a file of client ids to the running service, as one of its operators. The token "
            "endpoint takes the secrets of the partner under its old client id as well, until a deadline, "
            "180 days ahead at most."_s)};
    return command;
}

} // namespace pc::platform
