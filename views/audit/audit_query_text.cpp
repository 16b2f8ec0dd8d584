// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/audit/audit_query_text.h"

#include "models/text/query_terms.h"
#include "models/time/time_reader.h"

#include <QStringList>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::QueryTerm;

namespace {

struct AuditField
{
    QLatin1StringView name;
    QString AuditFilter::*member;
    QString AuditFilter::*without; ///< null: it cannot be left out
};

constexpr AuditField auditFields[]{
    {"actor"_L1, &AuditFilter::actor, &AuditFilter::notActor},
    {"action"_L1, &AuditFilter::action, &AuditFilter::notAction},
    {"partner"_L1, &AuditFilter::partnerId, &AuditFilter::notPartnerId},
    {"target"_L1, &AuditFilter::targetId, &AuditFilter::notTargetId},
    {"request"_L1, &AuditFilter::requestId, nullptr},
};

const AuditField *auditFieldNamed(const QString &name)
{
    for (const AuditField &field : auditFields) {
        if (name == field.name)
            return &field;
    }
    return nullptr;
}

/// The first of its kind is named.
void note(QString &fault, const QString &what)
{
    if (fault.isEmpty())
        fault = what;
}

void readTime(AuditQueryText &result, const QueryTerm &term, const models::TimeFrame &frame)
{
    const QDateTime time = models::readTime(term.value, frame).span.from;
    if (term.value.isEmpty())
        note(result.emptyField, term.field);
    else if (!time.isValid())
        note(result.wrongTime, term.value);
    else
        (term.field == u"after" ? result.query.from : result.query.to) = time;
}

void readField(AuditQueryText &result, const AuditField &field, const QueryTerm &term)
{
    if (term.isExcluded && field.without == nullptr)
        note(result.notExcludable, term.field);
    else if (term.value.isEmpty())
        note(result.emptyField, term.field);
    else
        result.query.*(term.isExcluded ? field.without : field.member) = term.value;
}

} // namespace

QStringList auditQueryFields()
{
    QStringList names;
    for (const AuditField &field : auditFields)
        names.append(field.name);
    return names + QStringList{u"after"_s, u"before"_s};
}

AuditQueryText parseAuditQuery(const QString &line, const AuditQuery &base, const models::TimeFrame &frame)
{
    AuditQueryText result;
    result.query = base;
    QStringList words;
    for (const QueryTerm &term : models::queryTerms(line)) {
        if (term.field.isEmpty()) {
            if (!term.value.isEmpty())
                words.append(term.value);
        } else if (const AuditField *field = auditFieldNamed(term.field)) {
            readField(result, *field, term);
        } else if (!term.isExcluded && (term.field == u"after" || term.field == u"before")) {
            readTime(result, term, frame);
        } else {
            note(result.unknownField, term.field);
        }
    }
    result.query.text = words.join(u' ');
    result.endsFirst = result.query.from && result.query.to && *result.query.to <= *result.query.from;
    return result;
}

QString withAuditField(const QString &line, const QString &field, const QString &value, bool isExcluded)
{
    QStringList terms;
    for (const QueryTerm &term : models::queryTerms(line)) {
        const bool isReplaced = term.field == field && (term.isExcluded == isExcluded || term.value == value);
        if (!isReplaced)
            terms.append(term.text);
    }
    terms.append(models::termText(field, value, isExcluded));
    return terms.join(u' ');
}

QString withoutAuditTime(const QString &line, const models::TimeFrame &frame)
{
    QStringList terms;
    for (const QueryTerm &term : models::queryTerms(line)) {
        const bool isTime = !term.isExcluded && (term.field == u"after" || term.field == u"before") &&
                            models::readTime(term.value, frame).span.from.isValid();
        if (!isTime)
            terms.append(term.text);
    }
    return terms.join(u' ');
}

QString withAuditTime(const QString &line, const models::TimeSpan &span)
{
    QStringList terms{line};
    const auto add = [&terms](const QString &field, const QDateTime &time) {
        if (time.isValid())
            terms.append(models::termText(field, time.toUTC().toString(Qt::ISODateWithMs), false));
    };
    add(u"after"_s, span.from);
    add(u"before"_s, span.to);
    return terms.join(u' ').trimmed();
}

} // namespace pc::views
