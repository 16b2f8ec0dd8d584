// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to platform/http.
#include "platform/http/byte_stream.h"
#include "platform/log/log.h"

namespace pc::platform {

/// One line for an answered request. The template says which operation, the decoded path which object;
/// neither query nor header fields are ever written.
void logAccess(const Log &log, const PeerInfo &peer, const HttpRequest &request, int status, qint64 bytesOut);

} // namespace pc::platform
