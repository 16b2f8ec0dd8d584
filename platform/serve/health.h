// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/http/router.h"

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace pc::platform {

/// What must hold for the service to take work. Checks are cheap and never block: they read a flag that
/// somebody else keeps.
class Readiness
{
public:
    /// Before the server starts. `name` is a fixed word such as "store".
    void add(std::string name, std::function<bool()> isReady);
    /// From any thread: the service is about to end and answers "not ready" from now on.
    void setStopping() { m_stopping = true; }
    /// Names of the parts that are not ready.
    [[nodiscard]] std::vector<std::string> missing() const;

private:
    std::vector<std::pair<std::string, std::function<bool()>>> m_checks;
    std::atomic<bool> m_stopping{false};
};

/// GET /livez and /health/live (200 as long as the server's threads answer); GET /readyz, /healthz and
/// /health/ready (200, or 503 with the names of what is missing). None tells anything about partners or needs
/// a sign-in.
void mountHealth(Router &router, std::shared_ptr<const Readiness> readiness);

} // namespace pc::platform
