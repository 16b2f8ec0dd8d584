// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/decision/decision_reasons.h"

#include "contract/types/in_order.h"

#include <array>

namespace pc::platform {

namespace {

constexpr auto invalidTitle = u"The credential is not accepted";
constexpr auto invalidDetail = u"It is malformed, unknown, or not valid any more.";

constexpr std::array rows{
    ReasonRow{DecisionReason::Unknown, 403, "refused", u"The call is refused", u""},
    ReasonRow{DecisionReason::Allowed, 200, "", u"", u""},
    ReasonRow{DecisionReason::MissingCredential, 401, "credential_missing", u"A credential is needed",
              u"Send an access token as a bearer token, or an API key."},
    ReasonRow{DecisionReason::MultipleCredentials, 401, "credential_ambiguous",
              u"More than one credential was sent", u"Send exactly one."},
    ReasonRow{DecisionReason::MalformedCredential, 401, "credential_invalid", invalidTitle, invalidDetail},
    ReasonRow{DecisionReason::UnknownCredential, 401, "credential_invalid", invalidTitle, invalidDetail},
    ReasonRow{DecisionReason::CredentialPending, 401, "credential_invalid", invalidTitle, invalidDetail},
    ReasonRow{DecisionReason::CredentialSuspended, 401, "credential_invalid", invalidTitle, invalidDetail},
    ReasonRow{DecisionReason::CredentialExpired, 401, "credential_invalid", invalidTitle, invalidDetail},
    ReasonRow{DecisionReason::CredentialRevoked, 401, "credential_invalid", invalidTitle, invalidDetail},
    ReasonRow{DecisionReason::TokenExpired, 401, "credential_invalid", invalidTitle, invalidDetail},
    ReasonRow{DecisionReason::TokenRevoked, 401, "credential_invalid", invalidTitle, invalidDetail},
    ReasonRow{DecisionReason::TokenInvalid, 401, "credential_invalid", invalidTitle, invalidDetail},
    ReasonRow{DecisionReason::WrongRealm, 403, "realm_wrong", u"The credential belongs to another realm",
              u"Sandbox credentials work in the sandbox only, production credentials in production only."},
    ReasonRow{DecisionReason::PartnerFrozen, 403, "partner_not_active", u"The partner's access is closed",
              u"Ask the platform's partner support."},
    ReasonRow{DecisionReason::PartnerOffboarded, 403, "partner_not_active", u"The partner's access is closed",
              u"Ask the platform's partner support."},
    ReasonRow{DecisionReason::StageNotAllowed, 403, "stage_not_allowed", u"Not open at the partner's stage",
              u"This realm or route opens at a later stage."},
    ReasonRow{DecisionReason::UnknownRoute, 403, "route_unknown", u"The route is not in the catalogue",
              u"Method and path match no published route."},
    ReasonRow{DecisionReason::MissingScope, 403, "scope_missing", u"The scope is missing",
              u"The route needs a scope that the credential or token does not have."},
    ReasonRow{DecisionReason::ResourceNotGranted, 403, "resource_not_granted", u"The resource is not granted",
              u"The grant is limited to other resources."},
    ReasonRow{DecisionReason::RateLimited, 429, "rate_limited", u"Too many calls",
              u"Wait as long as Retry-After says."},
    ReasonRow{DecisionReason::QuotaExceeded, 429, "quota_exceeded", u"The daily quota is used up",
              u"It turns over at midnight of the partner's time zone."},
    ReasonRow{DecisionReason::GatewayUntrusted, 403, "gateway_untrusted", u"Only registered gateways may ask",
              u"The client certificate or socket of a registered gateway is needed."},
    ReasonRow{DecisionReason::HistoryNotAccepted, 403, "history_not_accepted",
              u"The platform decides nothing now",
              u"Its own records are being checked. Nothing is wrong with the credential."},
    ReasonRow{DecisionReason::BadRequest, 400, "request_not_canonical", u"The request is not canonical",
              u"Its path or headers could be read in more than one way."},
    ReasonRow{DecisionReason::HeaderTooLarge, 431, "header_too_large", u"The header is too large",
              u"Send fewer or shorter header fields; waiting does not help."},
    ReasonRow{DecisionReason::WrongAudience, 401, "token_for_another_api", u"The token is for another API",
              u"Ask the token endpoint for one with the resource of this API."},
    ReasonRow{DecisionReason::NetworkNotAllowed, 403, "network_not_allowed",
              u"The call comes from a network that is not allowed",
              u"Call from a network that is agreed with the platform, or ask its partner support."},
    ReasonRow{DecisionReason::KeyCheckBusy, 429, "key_check_busy", u"The key cannot be checked right now",
              u"Its first use takes longer, and many come at once. Wait as long as Retry-After says."},
    ReasonRow{DecisionReason::LengthRequired, 411, "length_required", u"The length of the body is needed",
              u"Send a Content-Length: the route takes less than what may be sent without one."},
    ReasonRow{DecisionReason::BodyTooLarge, 413, "body_too_large", u"The body is too large",
              u"It is larger than the route takes; waiting does not help."},
    ReasonRow{DecisionReason::ContentTypeNotAllowed, 415, "content_type_not_allowed",
              u"The type of the body is not allowed", u"The route takes bodies of other types only."},
    ReasonRow{DecisionReason::VersionEnded, 410, "version_ended", u"This version of the API has ended",
              u"It is not served any more; waiting does not help."},
};

static_assert(isInOrder(rows, &ReasonRow::reason, DecisionReason::Unknown, DecisionReason::VersionEnded),
              "one row for each, in the order of the enumeration");

} // namespace

std::span<const ReasonRow> reasonRows()
{
    return rows;
}

const ReasonRow &reasonRow(DecisionReason reason)
{
    const auto at = static_cast<std::size_t>(reason);
    return rows[at < rows.size() ? at : static_cast<std::size_t>(DecisionReason::Unknown)];
}

} // namespace pc::platform
