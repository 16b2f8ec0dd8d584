// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

namespace pc::views {

class PartnerFilterBar;
class PartnersPage;
struct ViewContext;

/// Registers the commands of the Partners page: what its buttons, its context menu, the palette and the
/// keyboard all run. They go with `page`; `context` outlives it.
void addPartnersCommands(const ViewContext &context, PartnerFilterBar *bar,
                         const std::function<void(const QString &partnerId)> &open, PartnersPage *page);
/// Those that the palette offers while the page is shown.
[[nodiscard]] QStringList partnersContextCommands();

} // namespace pc::views
