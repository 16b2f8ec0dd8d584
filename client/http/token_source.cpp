// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/http/token_source.h"

namespace pc::client {

TokenSource::~TokenSource() = default;

} // namespace pc::client
