// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/data_dir/data_directory.h"
#include "platform/log/log.h"
#include "platform/service/serve_options.h"

#include "contract/crypto/secret.h"

#include <QStringList>

#include <tl/expected.hpp>

#include <future>
#include <memory>
#include <optional>

namespace pc::platform {

/// The composition root of the service: makes the parts, mounts their handlers, starts the server, and stops
/// it all in the opposite order. The only place that knows every area.
class Service
{
public:
    /// Everything is up when this returns. `data` and `log` must outlive the service. The error is a
    /// sentence.
    [[nodiscard]] static tl::expected<std::unique_ptr<Service>, QString>
    start(const ServeOptions &options, const DataDirectory &data, const Log &log);
    ~Service();
    Service(const Service &) = delete;
    Service &operator=(const Service &) = delete;

    /// https origin of what is listened on, with the port.
    [[nodiscard]] QString url() const;
    [[nodiscard]] QString caFile() const;
    /// A short-lived operator token for the process that started this one; nothing when the local
    /// administrator is disabled. Comes in seconds, also from a disk that hangs.
    [[nodiscard]] std::future<std::optional<pc::Secret>> localToken();

    /// "METHOD /template" of every route on every listener; ANY for every method, and `/…` after a prefix.
    [[nodiscard]] QStringList routes() const;

    /// Answers what is in work, at most five seconds, and closes everything. Idempotent.
    void stop();

private:
    Service();
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace pc::platform
