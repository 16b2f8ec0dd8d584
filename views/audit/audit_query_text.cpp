// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/audit/audit_query_text.h"

#include <QRegularExpression>
#include <QStringList>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

/// field:"value with blanks", field:value, or a word.
const QRegularExpression &termPattern()
{
    static const QRegularExpression pattern(u"(?:([a-z_]+):)?(?:\"([^\"]*)\"|(\\S+))"_s);
    return pattern;
}

QString *memberOf(AuditQuery &query, const QString &field)
{
    if (field == u"actor")
        return &query.actor;
    if (field == u"action")
        return &query.action;
    if (field == u"partner")
        return &query.partnerId;
    if (field == u"target")
        return &query.targetId;
    if (field == u"request")
        return &query.requestId;
    return nullptr;
}

QString quoted(const QString &value)
{
    return value.contains(u' ') ? u'"' + value + u'"' : value;
}

} // namespace

QStringList auditQueryFields()
{
    return {u"actor"_s, u"action"_s, u"partner"_s, u"target"_s, u"request"_s};
}

AuditQueryText parseAuditQuery(const QString &line, const AuditQuery &base)
{
    AuditQueryText result;
    result.query = base;
    QStringList words;
    auto terms = termPattern().globalMatch(line);
    while (terms.hasNext()) {
        const QRegularExpressionMatch term = terms.next();
        const QString field = term.captured(1);
        const QString value = term.capturedStart(2) >= 0 ? term.captured(2) : term.captured(3);
        if (field.isEmpty()) {
            words.append(value);
            continue;
        }
        if (QString *member = memberOf(result.query, field)) {
            if (!value.isEmpty())
                *member = value;
        } else if (result.unknownField.isEmpty()) {
            result.unknownField = field;
        }
    }
    result.query.text = words.join(u' ');
    return result;
}

QString withAuditField(const QString &line, const QString &field, const QString &value)
{
    QStringList terms;
    auto found = termPattern().globalMatch(line);
    while (found.hasNext()) {
        const QRegularExpressionMatch term = found.next();
        if (term.captured(1) != field)
            terms.append(term.captured(0));
    }
    terms.append(field + u':' + quoted(value));
    return terms.join(u' ');
}

} // namespace pc::views
