// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/paged_model.h"

namespace pc::models {

PagedModel::PagedModel(QObject *parent) : QAbstractTableModel(parent) {}

PagedModel::~PagedModel() = default;

} // namespace pc::models
