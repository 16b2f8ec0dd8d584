// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/calls/call_parameters.h"

#include "contract/rules/call_fields.h"

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestList = 4000;
constexpr int longestText = 512;

void readCondition(Parameters &parameters, CallFilter &filter, const pc::rules::CallFieldRow &row,
                   bool isExcluded)
{
    const QString name =
        isExcluded ? u"not_"_s + QLatin1StringView(row.parameter) : QString::fromLatin1(row.parameter);
    const QString text = parameters.text(name, row.takesSeveral ? longestList : longestText);
    if (text.isEmpty())
        return;
    QStringList values = row.takesSeveral ? text.split(u',', Qt::SkipEmptyParts) : QStringList{text};
    values.removeDuplicates();
    if (values.isEmpty() || values.size() > pc::rules::mostCallValues)
        parameters.fail(name, u"at least one value, and at most %1, separated by commas"_s.arg(
                                  pc::rules::mostCallValues));
    for (const QString &value : std::as_const(values)) {
        if (!pc::rules::isCallValue(row.field, value))
            parameters.fail(name,
                            row.takesSeveral ? u"known values, separated by commas"_s : u"a known value"_s);
    }
    filter.set(row.field, values, isExcluded);
}

} // namespace

CallFilter callFilter(Parameters &parameters)
{
    CallFilter filter;
    for (const pc::rules::CallFieldRow &row : pc::rules::callFields()) {
        readCondition(parameters, filter, row, false);
        if (row.takesSeveral)
            readCondition(parameters, filter, row, true);
    }
    filter.from = parameters.time(u"from");
    filter.to = parameters.time(u"to");
    if (filter.from && filter.to && *filter.to <= *filter.from)
        parameters.fail(u"to", u"a time after from"_s);
    return filter;
}

} // namespace pc::platform::handlers
