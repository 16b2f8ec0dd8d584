// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/gateway/name_lookup.h"
#include "platform/report/report_sender.h"

#include <QUrl>

namespace pc::platform {

/// How a gateway reaches the platform, and proves who it is.
struct ReportTarget
{
    QString socket;          ///< of `serve --gateway-socket`; else
    QUrl url;                ///< https, without a path
    QString certificateFile; ///< PEM, as `gateway add` wrote it; so the next two
    QString keyFile;
    QString caFile; ///< empty: the system's
};

/// Each report over a connection of its own.
class HttpSender final : public ReportSender
{
public:
    explicit HttpSender(ReportTarget target) : m_target(std::move(target)) {}
    [[nodiscard]] ReportAnswer send(const QByteArray &lines) override;

    /// For a whole attempt. A stop waits for it.
    static constexpr std::chrono::seconds limit{15};

private:
    ReportTarget m_target;
    NameLookup m_names;
};

} // namespace pc::platform
