// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pc::models {
class Connection;
}

namespace pc::views {

class ChoiceInput;

/// The field for an owner: an operator's account, from the platform's list. Until the list is known, or where
/// it may not be read, the account is typed and the platform judges it.
[[nodiscard]] ChoiceInput *makeOwnerInput(const QString &name, models::Connection &connection);

} // namespace pc::views
