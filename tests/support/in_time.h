// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <future>
#include <stdexcept>

namespace pc::test {

/// What the future holds, at the latest after `limit`. Later is a failure of the test, told as such: a test
/// that is only ended by its time limit says nothing about who was too late.
template <typename T>
T inTime(std::future<T> &&future, std::chrono::milliseconds limit = std::chrono::seconds(2))
{
    if (future.wait_for(limit) != std::future_status::ready)
        throw std::runtime_error("not answered within the limit");
    return future.get();
}

template <typename T>
T inTime(std::future<T> &future, std::chrono::milliseconds limit = std::chrono::seconds(2))
{
    return inTime(std::move(future), limit);
}

} // namespace pc::test
