// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/call_filter.h"

#include "platform/store/rows/call_rows.h"

namespace pc::platform::call_rows {

using namespace Qt::StringLiterals;

namespace {

/// Rows of this request, looked up in each part of the table.
QString hasRequest()
{
    // house: sql — the size of a part is a constant of the program
    return u"seq IN (WITH RECURSIVE parts (part) AS (SELECT MIN(seq) / %1 FROM calls "
           "UNION ALL SELECT part + 1 FROM parts WHERE part < (SELECT MAX(seq) / %1 FROM calls)) "
           "SELECT c.seq FROM parts CROSS JOIN calls c WHERE c.seq / %1 = part AND c.request_id = ?)"_s.arg(
               partSize);
}

struct FieldColumn
{
    CallField field;
    const char16_t *column;
    bool isNumber = false;
};
constexpr FieldColumn fieldColumns[]{
    {CallField::Partner, u"partner_id"},
    {CallField::Credential, u"credential_id"},
    {CallField::Generation, u"generation", true},
    {CallField::Realm, u"realm"},
    {CallField::Method, u"method"},
    {CallField::Route, u"route_id"},
    {CallField::Path, u"path"},
    {CallField::Outcome, u"outcome"},
    {CallField::Reason, u"reason"},
    {CallField::Status, u"COALESCE(end_status, status)", true},
    {CallField::Source, u"source"},
    {CallField::UserAgent, u"user_agent"},
    {CallField::Gateway, u"gateway"},
    {CallField::Decision, u"id"},
};

/// By what few rows are found at once.
bool isById(const CallFilter &filter)
{
    return !filter.values(CallField::Request).isEmpty() || !filter.values(CallField::Decision).isEmpty();
}

} // namespace

QString columnOf(CallField field)
{
    for (const FieldColumn &row : fieldColumns) {
        if (row.field == field)
            return QStringView(row.column).toString();
    }
    return {};
}

QString timeExpression(const CallFilter &filter)
{
    return isById(filter) ? u"at + 0"_s : u"at"_s;
}

Filter sqlOf(const CallFilter &filter)
{
    Filter sql;
    const bool byId = isById(filter);
    if (const QStringList requests = filter.values(CallField::Request); !requests.isEmpty())
        sql.add(hasRequest(), {requests.first()});
    for (const CallCondition &condition : filter.conditions) {
        for (const FieldColumn &row : fieldColumns) {
            if (row.field != condition.field)
                continue;
            QString column = QStringView(row.column).toString();
            if (byId && row.field != CallField::Decision)
                column += row.isNumber ? u" + 0"_s : u" || ''"_s;
            QVariantList values;
            for (const QString &value : condition.values)
                values.append(row.isNumber ? QVariant(value.toLongLong()) : QVariant(value));
            sql.addIn(column, values, condition.isExcluded);
        }
    }
    sql.addSpan(timeExpression(filter), filter.from, filter.to);
    return sql;
}

} // namespace pc::platform::call_rows
