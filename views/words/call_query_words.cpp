// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words/call_query_words.h"

#include "models/calls/call_names.h"
#include "models/calls/call_query_text.h"
#include "models/text/enum_names.h"
#include "views/words/names.h"

#include <QCoreApplication>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::CallQueryFault;

namespace {

struct CallQueryWords
{
    Q_DECLARE_TR_FUNCTIONS(CallQueryWords)
};

QString nameOr(const QString &name, const QString &id)
{
    return name.isEmpty() ? id : inSentence(name);
}

} // namespace

QString faultText(const CallQueryFault &fault)
{
    switch (fault.code) {
    case CallQueryFault::Code::None:
        return {};
    case CallQueryFault::Code::UnknownField:
        return CallQueryWords::tr("There is no field “%1”. Fields are: %2.")
            .arg(fault.field, models::callQueryFields().join(u", "_s));
    case CallQueryFault::Code::MissingValue:
        return CallQueryWords::tr("“%1:” stands without a value. Write it right after the colon.")
            .arg(fault.field);
    case CallQueryFault::Code::WrongValue:
        return CallQueryWords::tr("“%1” cannot be a value of “%2”.").arg(fault.value, fault.field);
    case CallQueryFault::Code::NotATime:
        return CallQueryWords::tr("“%1” is no time. Try “yesterday 14:00”, “-3d” or “2026-11-27 14:03”.")
            .arg(fault.value);
    case CallQueryFault::Code::EndsFirst:
        return CallQueryWords::tr("Nothing is after “after:” and before “before:”.");
    case CallQueryFault::Code::NotExcludable:
        return CallQueryWords::tr("“%1” can be asked for, but not left out.").arg(fault.field);
    case CallQueryFault::Code::OneValueOnly:
        return CallQueryWords::tr("“%1” takes one value only.").arg(fault.field);
    case CallQueryFault::Code::TooManyValues:
        return CallQueryWords::tr("“%1” has too many values.").arg(fault.field);
    case CallQueryFault::Code::Words:
        return CallQueryWords::tr("No partner is called “%1”, and calls are not searched by words. Write a "
                                  "field and a value, or paste an ID, a key or an address.")
            .arg(fault.value);
    }
    return {};
}

QString callValueText(CallField field, const QString &value, models::CallNames &names)
{
    switch (field) {
    case CallField::Partner:
        return nameOr(names.partner(value), value);
    case CallField::Credential:
        return nameOr(names.credential(value), value);
    case CallField::Route:
        return nameOr(names.pathTemplate(value), value);
    case CallField::Outcome:
        return models::nameOfOne(enumFromText<Outcome>(value));
    case CallField::Reason:
        return models::nameOf(enumFromText<DecisionReason>(value));
    case CallField::Realm:
        return models::nameOf(enumFromText<Realm>(value));
    default:
        return value;
    }
}

QString conditionText(const CallCondition &condition, models::CallNames &names)
{
    QStringList texts;
    for (const QString &value : condition.values)
        texts.append(callValueText(condition.field, value, names));
    return texts.join(u", "_s);
}

QString conditionLabel(const CallCondition &condition)
{
    const QString name = models::nameOf(condition.field);
    return condition.isExcluded ? CallQueryWords::tr("not %1").arg(name) : name;
}

} // namespace pc::views
