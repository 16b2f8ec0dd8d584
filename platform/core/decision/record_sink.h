// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/calls.h"
#include "contract/types/usage.h"
#include "platform/core/decision/observed_tally.h"

namespace pc::platform {

/// Where the records of decided calls leave the deciding side; decisions know nothing of what is behind it
/// (docs/adr/0154).
///
/// An implementation holds: neither function blocks, whatever is behind it does, and neither fails a
/// decision; from any thread. What the caller sent (path, user agent, request id, method, content type) is
/// redacted (contract/crypto/redaction.h) and cut to what is kept before it leaves memory. A record that was
/// taken is delivered once, also when what is behind it was away for a while; one that cannot be taken is
/// counted, and the count is delivered as a gap, so that usage never looks complete when it is not.
class RecordSink
{
public:
    RecordSink() = default;
    virtual ~RecordSink() = default;
    RecordSink(const RecordSink &) = delete;
    RecordSink &operator=(const RecordSink &) = delete;

    /// False when the record was not taken.
    virtual bool push(CallRecord record) = 0;
    /// The same for a call that the figures have, and of which no record is kept.
    virtual bool pushCounted(CallRecord record) = 0;
    /// A call that came under an observation, beside its record.
    virtual void countObserved(ObservedCall call) = 0;
};

} // namespace pc::platform
