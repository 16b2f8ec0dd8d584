// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/credential.h"
#include "views/style/tokens.h"

#include <QDateTime>

namespace pc::models {
struct PastedText;
} // namespace pc::models

namespace pc::views {

/// What is to be said of a pasted key, by its id, checksum and last four alone: whose it is, and whether it
/// works now.
struct KeyAnswer
{
    QString text;
    Severity severity = Severity::Info;
};

/// `credential`: the one with the key's id; none: there is no such credential.
[[nodiscard]] KeyAnswer keyAnswer(const models::PastedText &key, const Credential *credential,
                                  const QDateTime &now);

} // namespace pc::views
