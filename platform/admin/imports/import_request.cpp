// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/imports/import_request.h"

#include "contract/codec/time_text.h"
#include "contract/crypto/redaction.h"
#include "contract/rules/field_limits.h"
#include "contract/rules/legacy_keys.h"
#include "contract/rules/text_rule.h"
#include "platform/admin/api/leak_events.h"
#include "platform/admin/api/parameters.h"

#include <QRegularExpression>
#include <QSet>

namespace pc::platform::imports {

using namespace Qt::StringLiterals;
using pc::rules::FieldFault;

namespace {

tl::unexpected<AdminProblem> refusedFile(const QString &why)
{
    return refuse(ProblemCode::ImportRefused, u"The file cannot be imported"_s, why);
}

AdminExpected<ImportTable> tableOf(const QByteArray &bytes, bool isJson, const QString &member,
                                   const QStringList &columns)
{
    ReadTable table = isJson ? readJsonTable(bytes, member, columns, pc::rules::mostImportRows)
                             : readCsvTable(bytes, pc::rules::mostImportRows);
    if (table)
        return std::move(*table);
    const TableFault &fault = table.error();
    return refusedFile(
        fault.line > 0 ? u"%1 %2: %3"_s.arg(isJson ? u"entry"_s : u"line"_s).arg(fault.line).arg(fault.reason)
                       : fault.reason);
}

/// A file is looked through as a form is: a living secret of ours is told of, and none is kept. A hash is not
/// taken for one; a client id that looks like one must still do so when it is judged, and is refused.
void takeSecretsOut(ImportTable &table, const WriteCall &call)
{
    const LeakSighting about = sightingIn(call);
    for (ImportTable::Row &row : table.rows) {
        for (auto cell = row.cells.begin(); cell != row.cells.end(); ++cell) {
            if (call.context.leaks != nullptr)
                call.context.leaks->look(*cell, about);
            if (cell.key() != u"hash" && cell.key() != u"client_id")
                *cell = redactText(*cell);
        }
    }
}

/// Invalid when it is none. With points it is a day before a month; with slashes it could be either, and is
/// none.
QDate dayIn(const QString &cell)
{
    if (pc::rules::matchesWhole(u"[0-9]{4}-[0-9]{2}-[0-9]{2}"_s, cell))
        return QDate::fromString(cell, u"yyyy-MM-dd"_s);
    return pc::rules::matchesWhole(u"[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{4}"_s, cell)
               ? QDate::fromString(cell, u"d.M.yyyy"_s)
               : QDate();
}

QString reasonIn(Parameters &parameters, QStringView name)
{
    const QString text = redactText(parameters.text(name, 500).trimmed());
    if (pc::rules::faultOf(pc::rules::limit("ActRequest", name.toString().toLatin1().constData()), text))
        parameters.fail(name, u"a text without control characters"_s);
    return text;
}

} // namespace

AdminExpected<ImportRequest> requestOf(const WriteCall &call, const QString &member,
                                       const QStringList &columns, const QStringList &forbidden)
{
    Parameters parameters(call.request);
    ImportRequest request;
    const QString format = parameters.text(u"format");
    request.apply = parameters.flag(u"apply", false);
    request.reason = reasonIn(parameters, u"reason");
    request.ticket = reasonIn(parameters, u"ticket");
    if (!format.isEmpty() && format != u"csv" && format != u"json")
        parameters.fail(u"format", u"csv or json"_s);
    if (request.apply && request.reason.isEmpty())
        parameters.fail(u"reason", u"why it is applied"_s);
    if (!parameters.ok())
        return tl::make_unexpected(parameters.error().value());
    AdminExpected<ImportTable> table = tableOf(call.request.body, format == u"json", member, columns);
    if (!table)
        return tl::make_unexpected(std::move(table.error()));
    for (qsizetype i = 0; i < table->columns.size(); ++i) {
        if (forbidden.contains(table->columns.at(i)))
            return refusedFile(u"The column \"%1\" would hold keys in clear. Only their hashes may be handed "
                               "over. Nothing of the file was kept; if it did hold keys, treat them as "
                               "leaked."_s.arg(table->columns.at(i)));
        if (!columns.contains(table->columns.at(i)))
            return refusedFile(
                u"Column %1 is none of: %2."_s.arg(QString::number(i + 1), columns.join(u", "_s)));
    }
    takeSecretsOut(*table, call);
    request.table = std::move(*table);
    return request;
}

QStringList scopesIn(const QString &cell)
{
    QString text = cell;
    const QStringList parts = text.replace(listSeparator, u' ').simplified().split(u' ', Qt::SkipEmptyParts);
    QStringList scopes;
    QSet<QString> known; // a cell has room for thousands
    for (QString scope : parts) {
        while (scope.endsWith(u',') || scope.endsWith(u';'))
            scope.chop(1);
        if (scope.isEmpty() || known.contains(scope))
            continue;
        known.insert(scope);
        scopes.append(scope);
    }
    return scopes;
}

QDateTime takeDeadline(FieldCheck &check, const QString &cell, const QDateTime &now)
{
    const QDate day = dayIn(cell);
    const auto deadline = day.isValid() ? QDateTime(day, QTime(23, 59, 59), Qt::UTC) : timeFromText(cell);
    if (!deadline) {
        check.fail(u"/expires_at"_s, FieldFault::BadFormat,
                   u"A day (2026-12-31 or 31.12.2026), or a time with its offset."_s);
        return {};
    }
    if (const auto fault = pc::rules::deadlineFault(*deadline, now)) {
        check.fail(u"/expires_at"_s, *fault,
                   *fault == FieldFault::InThePast
                       ? u"In the future."_s
                       : u"What is imported goes on for %1 days at most."_s.arg(pc::rules::maxLegacyDays));
        return {};
    }
    return *deadline;
}

QList<FieldChange> shownChanges(QList<FieldChange> changes)
{
    constexpr qsizetype longest = 200;
    for (FieldChange &each : changes) {
        each.before = pc::rules::beginningOf(each.before, longest);
        each.after = pc::rules::beginningOf(each.after, longest);
    }
    return changes;
}

void ImportPlan::add(ImportRow row, Write write)
{
    switch (row.outcome) {
    case ImportOutcome::Create:
        ++m_report.created;
        break;
    case ImportOutcome::Update:
        ++m_report.updated;
        break;
    case ImportOutcome::Unchanged:
        ++m_report.unchanged;
        break;
    case ImportOutcome::Refused:
    case ImportOutcome::Unknown:
        ++m_report.refused;
        break;
    }
    m_report.rows.append(std::move(row));
    m_writes.push_back(std::move(write));
}

WriteOutcome ImportPlan::settle(const ImportRequest &request, Tx &tx) const
{
    ImportReport report = m_report;
    WriteOutcome outcome;
    report.applied = request.apply && report.refused == 0;
    for (std::size_t i = 0; report.applied && i < m_writes.size(); ++i) {
        if (!m_writes[i])
            continue;
        WriteOutcome written = m_writes[i](tx);
        for (WriteEvent &each : written.events) {
            each.event.reason = request.reason;
            each.event.ticket = request.ticket;
            report.rows[static_cast<qsizetype>(i)].targetId = each.event.targetId;
        }
        platform::add(outcome, std::move(written));
    }
    outcome.answer = replyWith(report);
    return outcome;
}

} // namespace pc::platform::imports
