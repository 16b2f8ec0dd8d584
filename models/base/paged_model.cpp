// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/paged_model.h"

namespace pc::models {

PagedModel::PagedModel(QObject *parent) : QAbstractTableModel(parent) {}

PagedModel::~PagedModel() = default;

QVariant PagedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    return heading(section);
}

} // namespace pc::models
