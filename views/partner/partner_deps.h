// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pc {
class RandomSource;
}
namespace pc::models {
class AuditIntegrity;
class CatalogueModel;
class ObservationListModel;
} // namespace pc::models

namespace pc::views {

class CredentialSelection;

/// What the pages about partners share with the rest of one connection; made by the composition root,
/// outlives the pages.
struct PartnerDeps
{
    models::CatalogueModel &catalogue;
    models::AuditIntegrity &integrity;
    RandomSource &random;
    CredentialSelection &credential;                      ///< which one the commands mean
    models::ObservationListModel *observations = nullptr; ///< may be missing in tests
};

} // namespace pc::views
