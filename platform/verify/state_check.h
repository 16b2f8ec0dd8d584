// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/verify/catalogue_events.h"
#include "platform/verify/credential_events.h"
#include "platform/verify/observation_events.h"
#include "platform/verify/offer_events.h"
#include "platform/verify/operator_events.h"
#include "platform/verify/partner_events.h"

namespace pc::platform {

/// Compares the rows by which access is decided with the events about them: what was closed by an event and
/// opened by none must not be open in the tables, nor anybody have what no event gave. What no event says it
/// cannot know; which columns that are, and why, says tst_verified_columns. See every event of the log,
/// oldest first.
class StateCheck
{
public:
    void see(const AuditEvent &event);
    /// A sentence about the first object that does not fit; empty when all do.
    [[nodiscard]] QString contradiction(Tx &tx) const;

private:
    CredentialEvents m_credentials;
    PartnerEvents m_partners;
    CatalogueEvents m_catalogue;
    OfferEvents m_offers;
    ObservationEvents m_observations;
    OperatorEvents m_operators;
};

} // namespace pc::platform
