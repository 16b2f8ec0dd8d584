// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/credential_format.h"
#include "models/time/time_frame.h"
#include "models/time/time_span.h"

#include <QString>

namespace pc::models {

/// What a text is that somebody pasted from a ticket, a log line or a mail. Nothing of a secret is in it.
struct PastedText
{
    enum class Kind {
        Nothing,
        Decision,   ///< dec_…
        Request,    ///< what the platform or a gateway called a request
        Key,        ///< a credential of ours, or its beginning
        Credential, ///< crd_…
        Partner,    ///< prt_…
        Event,      ///< evt_…
        LastFour,   ///< how a secret ends, with dots before it
        Address,
        Ticket,
        Time,
        Secret, ///< not ours, or of no partner: it is not kept, and not searched for
        Words
    };
    Kind kind = Kind::Nothing;
    QString value; ///< the id, the address, … as it is asked for; of a Key the credential's id

    // Of a Key.
    CredentialTextType type = CredentialTextType::ClientSecret;
    Realm realm = Realm::Unknown;
    QString publicPrefix;     ///< what may be shown of it: "pcx_cs_sbx_0123456789abcdef"
    bool isWhole = false;     ///< with its secret
    bool hasChecksum = false; ///< of a whole one: its checksum holds, so it was not mistyped or made up
    QString lastFour;         ///< of a whole one

    TimeSpan span; ///< of a Time
    bool operator==(const PastedText &) const = default;
};

/// Takes any text. Quotes, brackets and the name of a header around an id do not matter; a key is found
/// inside of a longer text. The order of the kinds decides where a text could be several.
[[nodiscard]] PastedText classifyPasted(const QString &text, const TimeFrame &frame);

} // namespace pc::models
