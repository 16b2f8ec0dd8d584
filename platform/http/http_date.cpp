// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/http_date.h"

#include <array>
#include <cstdio>
#include <ctime>
#include <optional>
#include <utility>

namespace pc::platform {

namespace {

QByteArray dateOf(std::time_t seconds)
{
    // Not strftime(): its names follow the locale.
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm parts{};
    ::gmtime_r(&seconds, &parts); // cannot fail: the clock's nanoseconds end with the year 2262
    std::array<char, 64> text{};
    const int length = std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                                     days.at(static_cast<std::size_t>(parts.tm_wday)), parts.tm_mday,
                                     months.at(static_cast<std::size_t>(parts.tm_mon)), parts.tm_year + 1900,
                                     parts.tm_hour, parts.tm_min, parts.tm_sec);
    return QByteArray(text.data(), length);
}

} // namespace

QByteArray httpDate(std::chrono::system_clock::time_point at)
{
    // Every answer has one, thousands of them the same.
    thread_local std::optional<std::pair<std::time_t, QByteArray>> last;
    const std::time_t seconds =
        std::chrono::system_clock::to_time_t(std::chrono::floor<std::chrono::seconds>(at));
    if (!last || last->first != seconds)
        last.emplace(seconds, dateOf(seconds));
    return last->second;
}

} // namespace pc::platform
