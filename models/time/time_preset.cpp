// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/time/time_preset.h"

#include "models/time/calendar_units.h"
#include "models/time/wall_clock.h"

#include <array>

namespace pc::models {

using namespace Qt::StringLiterals;

namespace {

struct PresetKey
{
    TimePreset preset;
    QLatin1StringView key;
};
constexpr std::array<PresetKey, 8> presetKeys{{{TimePreset::LastHour, "last-hour"_L1},
                                               {TimePreset::Today, "today"_L1},
                                               {TimePreset::Yesterday, "yesterday"_L1},
                                               {TimePreset::Last7Days, "last-7-days"_L1},
                                               {TimePreset::Last30Days, "last-30-days"_L1},
                                               {TimePreset::Last90Days, "last-90-days"_L1},
                                               {TimePreset::ThisQuarter, "this-quarter"_L1},
                                               {TimePreset::All, "all"_L1}}};

} // namespace

const QList<TimePreset> &timePresets()
{
    static const QList<TimePreset> all = [] {
        QList<TimePreset> list;
        for (const PresetKey &each : presetKeys)
            list.append(each.preset);
        return list;
    }();
    return all;
}

TimeSpan spanOf(TimePreset preset, const TimeFrame &frame)
{
    const QDate today = wallTime(frame.now, frame.zone).date();
    const auto last = [&frame](qint64 count, TimeUnit unit) {
        return TimeSpan{before(frame.now, count, unit, frame.zone), {}};
    };
    switch (preset) {
    case TimePreset::LastHour:
        return last(1, TimeUnit::Hour);
    case TimePreset::Today:
        return daysSpan(today, today, frame.zone);
    case TimePreset::Yesterday:
        return daysSpan(today.addDays(-1), today.addDays(-1), frame.zone);
    case TimePreset::Last7Days:
        return last(7, TimeUnit::Day);
    case TimePreset::Last30Days:
        return last(30, TimeUnit::Day);
    case TimePreset::Last90Days:
        return last(90, TimeUnit::Day);
    case TimePreset::ThisQuarter:
        return unitAround(today, TimeUnit::Quarter, frame);
    case TimePreset::All:
    case TimePreset::None:
        break;
    }
    return {};
}

TimePreset presetOf(const TimeSpan &span, const TimeFrame &frame)
{
    for (const TimePreset preset : timePresets())
        if (spanOf(preset, frame) == span)
            return preset;
    return TimePreset::None;
}

QString presetKey(TimePreset preset)
{
    for (const PresetKey &each : presetKeys)
        if (each.preset == preset)
            return each.key;
    return {};
}

TimePreset presetOfKey(const QString &key)
{
    for (const PresetKey &each : presetKeys)
        if (key == each.key)
            return each.preset;
    return TimePreset::None;
}

} // namespace pc::models
