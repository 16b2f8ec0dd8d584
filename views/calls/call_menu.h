// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/calls.h"

#include <QModelIndex>

#include <functional>

class QMenu;

namespace pc::views {

struct ViewContext;

/// What is done with one cell of the table of calls: filter for it, leave it out, copy it, go where it leads.
struct CallMenuActs
{
    std::function<void(const QModelIndex &index, bool isExcluded)> filter;
    std::function<void(const QModelIndex &index)> open;
};

void fillCallMenu(const ViewContext &context, QMenu &menu, const QModelIndex &index, const CallRecord &call,
                  const CallMenuActs &acts);

} // namespace pc::views
