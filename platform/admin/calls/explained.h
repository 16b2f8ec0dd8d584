// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codec/time_text.h"
#include "contract/rules/explained_facts.h"
#include "contract/rules/list_line.h"
#include "contract/types/explanation.h"

/// Facts as explanations have them.
namespace pc::platform {

inline void addFact(QList<ExplainedFact> &facts, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        facts.append({name, value});
}
inline void addFact(QList<ExplainedFact> &facts, const QString &name, const QDateTime &at)
{
    addFact(facts, name, timeToText(at));
}
inline void addFact(QList<ExplainedFact> &facts, const QString &name, qint64 number)
{
    facts.append({name, QString::number(number)});
}
/// An empty list is a fact, too.
inline void addFact(QList<ExplainedFact> &facts, const QString &name, const QStringList &list)
{
    facts.append({name, pc::rules::listLine(list)});
}
inline void addTrue(QList<ExplainedFact> &facts, const QString &name)
{
    facts.append({name, QStringLiteral("true")});
}

} // namespace pc::platform
