// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/data_dir/data_directory.h"

#include <QDateTime>
#include <QStringList>

#include <tl/expected.hpp>

namespace pc::platform {

/// Where the service's own TLS lives, in `tls/` of the data directory: a private CA made at the first start,
/// and a server certificate of it. The CA also signs the client certificates of gateways.
struct TlsFiles
{
    QString caFile;
    QString caKeyFile;
    QString certificateFile;
    QString keyFile;
    bool renewed = false; ///< the server certificate was made just now
};

[[nodiscard]] TlsFiles tlsFilesOf(const QString &dataDirectory);

/// Makes what is missing. The CA is kept for its ten years; the server certificate is made anew when it does
/// not cover every name and address asked for, has less than 30 days left, or is not valid yet (it was made
/// while the clock was ahead), so consoles that trust the CA notice nothing.
[[nodiscard]] tl::expected<TlsFiles, QString> ensureTlsFiles(const DataDirectory &data,
                                                             const QStringList &dnsNames,
                                                             const QStringList &ipAddresses,
                                                             const QDateTime &now);

} // namespace pc::platform
