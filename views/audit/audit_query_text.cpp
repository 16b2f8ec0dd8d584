// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/audit/audit_query_text.h"

#include <QRegularExpression>
#include <QStringList>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

struct Term
{
    QString field; ///< lower case; empty for a word
    QString value; ///< without its quotes; may be empty: a field without a value yet, an empty quote
    QString text;  ///< as a line holds it
};

/// A field without a value yet, field:"value with blanks", field:value, a "quoted text" or a word. A quote
/// that is still open goes to the end of the line.
QList<Term> termsOf(const QString &line)
{
    static const QRegularExpression pattern(
        u"([A-Za-z_]+):(?=\\s|$)|(?:([A-Za-z_]+):)?(?:\"([^\"]*)(\"|$)|(\\S+))"_s);
    QList<Term> terms;
    auto found = pattern.globalMatch(line);
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        Term term;
        term.field = (match.captured(1) + match.captured(2)).toLower();
        term.value = match.capturedStart(3) >= 0 ? match.captured(3) : match.captured(5);
        term.text = match.captured(0);
        if (match.capturedStart(4) >= 0 && match.capturedLength(4) == 0)
            term.text += u'"';
        terms.append(term);
    }
    return terms;
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
    for (const Term &term : termsOf(line)) {
        if (term.field.isEmpty()) {
            if (!term.value.isEmpty())
                words.append(term.value);
            continue;
        }
        if (QString *member = memberOf(result.query, term.field)) {
            if (!term.value.isEmpty())
                *member = term.value;
            else if (result.emptyField.isEmpty())
                result.emptyField = term.field;
        } else if (result.unknownField.isEmpty()) {
            result.unknownField = term.field;
        }
    }
    result.query.text = words.join(u' ');
    return result;
}

QString withAuditField(const QString &line, const QString &field, const QString &value)
{
    QStringList terms;
    for (const Term &term : termsOf(line)) {
        if (term.field != field)
            terms.append(term.text);
    }
    terms.append(field + u':' + quoted(value));
    return terms.join(u' ');
}

} // namespace pc::views
