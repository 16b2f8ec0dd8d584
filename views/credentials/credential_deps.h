// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pc {
class RandomSource;
}

namespace pc::models {
class CatalogueModel;
class CredentialListModel;
class CredentialUseModel;
class PartnerModel;
} // namespace pc::models

namespace pc::views {

/// The models behind the Credentials tab; made by the composition root, outlive it.
struct CredentialDeps
{
    models::CredentialListModel &list;
    models::CredentialUseModel &use;
    models::PartnerModel &partner;
    models::CatalogueModel &catalogue;
    RandomSource &random; ///< for sealing keys
};

} // namespace pc::views
