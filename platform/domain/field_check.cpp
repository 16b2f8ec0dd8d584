// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/field_check.h"

#include "contract/rules/body_check.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

FieldCheck::FieldCheck(const QList<FieldError> &found)
{
    for (const FieldError &error : found)
        append(error);
}

void FieldCheck::append(const FieldError &error)
{
    if (m_errors.size() >= pc::rules::mostFaults)
        return;
    m_errors.append(error);
    m_pointers.insert(error.pointer);
}

void FieldCheck::fail(const QString &pointer, pc::rules::FieldFault fault, const QString &detail)
{
    if (!m_pointers.contains(pointer))
        append(pc::rules::fieldError(pointer, fault, detail));
}

void FieldCheck::fields(const char *schema, const QJsonObject &request)
{
    const QList<pc::rules::BodyFault> faults = pc::rules::bodyFaults(schema, request);
    for (const pc::rules::BodyFault &fault : faults)
        append(pc::rules::fieldError(fault));
}

void FieldCheck::reason(const QString &reason, pc::rules::ReasonNeed need)
{
    if (need == pc::rules::ReasonNeed::Required && reason.isEmpty())
        fail(u"/reason"_s, pc::rules::FieldFault::Required, u"Required."_s);
}

qsizetype lookedAt(const char *schema, const char *member, qsizetype size)
{
    return std::min<qsizetype>(size, pc::rules::limit(schema, member).maximumItems);
}

} // namespace pc::platform
