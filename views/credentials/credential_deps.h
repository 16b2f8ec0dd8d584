// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pc {
class RandomSource;
}

namespace pc::models {
class CatalogueModel;
class PartnerModel;
} // namespace pc::models

namespace pc::views {

class CredentialSelection;

/// What the Credentials tab shares with others; outlives it.
struct CredentialDeps
{
    models::PartnerModel &partner;
    models::CatalogueModel &catalogue;
    RandomSource &random; ///< for sealing keys
    CredentialSelection &selection;
};

} // namespace pc::views
