// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/pack/language.h"
#include "contract/pack/zip_archive.h"
#include "contract/types/pack.h"

namespace pc::pack {

/// "partner-pack-acme-sandbox": the folder in the archive, and what its file is called.
[[nodiscard]] QString packName(const PartnerPack &pack);
/// "orders-api.json", of the API at this place; no two have one name.
[[nodiscard]] QString descriptionName(const PartnerPack &pack, qsizetype api);

/// All files, names without the folder. Same pack, same language, same bytes.
[[nodiscard]] QList<PackFile> filesOf(const PartnerPack &pack, Language language);
/// The archive, with the time of the pack.
[[nodiscard]] QByteArray archiveOf(const PartnerPack &pack, Language language);

} // namespace pc::pack
