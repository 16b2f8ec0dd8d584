// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/api_error.h"
#include "contract/types/import.h"
#include "models/imports/import_file.h"
#include "views/style/icons.h"
#include "views/style/tokens.h"

namespace pc::views {

/// What a file brings, as it is chosen.
[[nodiscard]] QString importKindText(models::ImportKind kind);
/// What happens with a file of this kind, and what must not be in it.
[[nodiscard]] QString importKindNote(models::ImportKind kind);
/// "CSV with semicolons, with a mark".
[[nodiscard]] QString importFormatText(const models::ImportFile &file);
/// "CSV or JSON, up to 2 MiB and 2,000 rows".
[[nodiscard]] QString importLimitsText(models::ImportKind kind);
/// Why a file is not read.
[[nodiscard]] QString importRefusalText(models::ImportKind kind, const models::FileRefusal &refusal);
/// Of a file that is the description of an API.
[[nodiscard]] QString importDescriptionText();
/// Why the platform did not say what a file would do.
[[nodiscard]] QString importFaultText(const client::ApiError &error);
/// What becomes of a row, in one line; empty where its outcome says all.
[[nodiscard]] QString importRowText(const ImportRow &row);
/// "3 new, 2 changed, 10 unchanged, 1 refused", what is none left out.
[[nodiscard]] QString importCountsText(const ImportReport &report);

struct OutcomeLook
{
    Icon icon = Icon::None;
    Tone tone = Tone::Muted;
};
[[nodiscard]] OutcomeLook outcomeLook(ImportOutcome outcome);

} // namespace pc::views
