// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/onboarding/told_problems.h"

#include "contract/codec/codecs.h"

#include <QJsonArray>

#include <algorithm>

namespace pc::models {

using namespace Qt::StringLiterals;
using rules::FieldFault;
using rules::FieldProblem;

namespace {

/// RFC 6901; undefined when there is no such place.
QJsonValue valueAt(QJsonValue value, const QString &pointer)
{
    const QStringList parts = pointer.split(u'/').mid(1);
    for (QString part : parts) {
        part.replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s);
        if (value.isArray()) {
            bool isIndex = false;
            const int index = part.toInt(&isIndex);
            value = isIndex ? value.toArray().at(index) : QJsonValue(QJsonValue::Undefined);
        } else {
            value = value.toObject().value(part);
        }
    }
    return value;
}

/// The places where an edit may mend it.
QStringList mendedAt(const FieldProblem &problem)
{
    switch (problem.fault) {
    case FieldFault::Taken:
        return {problem.pointer, u"/name"_s, u"/slug"_s};
    case FieldFault::LawfulBasis:
        return {problem.pointer, u"/lawful_basis"_s};
    case FieldFault::DataCategory:
        return {problem.pointer, u"/data_categories"_s};
    case FieldFault::ScopesNotCovered:
        return {problem.pointer, u"/scopes"_s};
    case FieldFault::BeforeStart:
    case FieldFault::Required: // of what its neighbours ask for: the number of a contact that is verified
        if (problem.pointer.count(u'/') > 1)
            return {problem.pointer.section(u'/', 0, -2)};
        return {problem.pointer};
    default:
        return {problem.pointer};
    }
}

} // namespace

QList<FieldProblem> stillTold(const QList<FieldProblem> &told, const OnboardDraft &before,
                              const OnboardDraft &after)
{
    if (told.isEmpty())
        return {};
    const QJsonObject was = toJson(before.partner);
    const QJsonObject is = toJson(after.partner);
    const auto isEdited = [&](const QString &pointer) {
        return valueAt(was, pointer) != valueAt(is, pointer) ||
               before.unread.value(pointer) != after.unread.value(pointer);
    };
    QList<FieldProblem> still;
    for (const FieldProblem &problem : told) {
        const QStringList places = mendedAt(problem);
        const bool isField = !valueAt(was, problem.pointer).isUndefined() || draftLimit(problem.pointer);
        if (isField && std::none_of(places.begin(), places.end(), isEdited))
            still.append(problem);
    }
    return still;
}

} // namespace pc::models
