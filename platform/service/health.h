// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/http/router.h"

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace pc::platform {

/// What must hold for the service to take work. Checks are cheap and never block: they read a flag that
/// somebody else keeps.
class Readiness
{
public:
    /// What the service cannot do without a part: decide calls, or only keep what is changed. Whoever
    /// balances load by readiness takes decisions away from a service that is not ready, so only Decisions
    /// makes it so.
    enum class Needs { Decisions, Changes };

    /// Before the server starts. `name` is a fixed word such as "store".
    void add(std::string name, Needs needs, std::function<bool()> isReady);
    /// From any thread: the service is about to end and answers "not ready" from now on.
    void setStopping() { m_stopping = true; }
    /// Names of the parts without which it does not decide.
    [[nodiscard]] std::vector<std::string> missing() const;
    /// Names of the parts without which it decides and keeps no change.
    [[nodiscard]] std::vector<std::string> degraded() const;

private:
    struct Check
    {
        std::string name;
        Needs needs = Needs::Decisions;
        std::function<bool()> isReady;
    };
    [[nodiscard]] std::vector<std::string> failing(Needs needs) const;

    std::vector<Check> m_checks;
    std::atomic<bool> m_stopping{false};
};

/// GET /livez and /health/live (200 as long as the server's threads answer); GET /readyz, /healthz and
/// /health/ready (200, with the names of what hangs beside the decisions; or 503 with the names of what is
/// missing for them). None tells anything about partners or needs a sign-in.
void mountHealth(Router &router, std::shared_ptr<const Readiness> readiness);

} // namespace pc::platform
