// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/field_check.h"

#include "contract/rules/body_check.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

void FieldCheck::fail(const QString &pointer, const QString &code, const QString &detail)
{
    const bool known = std::any_of(m_errors.begin(), m_errors.end(),
                                   [&pointer](const FieldError &error) { return error.pointer == pointer; });
    if (!known)
        m_errors.append({pointer, code, detail});
}

void FieldCheck::fields(const char *schema, const QJsonObject &request)
{
    const QList<pc::rules::BodyFault> faults = pc::rules::bodyFaults(schema, request);
    for (const pc::rules::BodyFault &fault : faults)
        m_errors.append(pc::rules::fieldError(fault));
}

void FieldCheck::reason(const QString &reason, pc::rules::ReasonNeed need)
{
    if (need == pc::rules::ReasonNeed::Required && reason.isEmpty())
        fail(u"/reason"_s, u"required"_s, u"Required."_s);
}

} // namespace pc::platform
