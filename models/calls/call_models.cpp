// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calls/call_models.h"

#include "models/session/connection.h"

namespace pc::models {

CallModels::CallModels(Connection &connection)
    : names(connection.partners(), connection.credentials(), connection.access(), connection.feed()),
      list(connection.calls(), names, connection.feed()), counts(connection.calls(), connection.feed()),
      around(connection.calls(), connection.feed()), facet(connection.calls(), connection.clock()),
      explanation(connection.calls(), connection.feed()), evidence(connection.calls(), connection.clock()),
      marks(connection.audit(), connection.feed())
{
}

} // namespace pc::models
