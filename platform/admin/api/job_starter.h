// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/enums.h"

#include <optional>

namespace pc::platform {

/// Who carries out what handlers store as a job (admin/jobs). Thread-safe.
class JobStarter
{
public:
    virtual ~JobStarter() = default;
    /// What such work is counted in; nothing when this service does not know it.
    [[nodiscard]] virtual std::optional<JobUnit> unitOf(JobKind kind) const = 0;
    /// There may be something to do. Returns at once.
    virtual void wake() = 0;
};

} // namespace pc::platform
