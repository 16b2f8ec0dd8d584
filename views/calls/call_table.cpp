// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calls/call_table.h"

#include "models/base/item_roles.h"
#include "models/calls/call_list_model.h"
#include "views/calls/call_delegate.h"
#include "views/widgets/table_view.h"
#include "views/words/load_view.h"

#include <QCoreApplication>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::CallListModel;

namespace {

struct CallTable
{
    Q_DECLARE_TR_FUNCTIONS(CallTable)
};

} // namespace

PcTableView *makeCallTable(CallListModel &list)
{
    auto *table = new PcTableView;
    table->setObjectName(u"callTable"_s);
    table->setAccessibleName(CallTable::tr("Calls"));
    table->setDensity(Density::Dense);
    table->setKeyRole(models::IdRole);
    showRows(*table, list);
    table->setItemDelegate(new CallDelegate(table));
    table->setColumns({{CallListModel::TimeColumn, 176, 0, 0},
                       {CallListModel::PartnerColumn, 120, 2, 1},
                       {CallListModel::MethodColumn, 62, 0, 5},
                       {CallListModel::RouteColumn, 130, 3, 0},
                       {CallListModel::StatusColumn, 54, 0, 0},
                       {CallListModel::OutcomeColumn, 104, 0, 2},
                       {CallListModel::ReasonColumn, 120, 2, 3},
                       {CallListModel::CredentialColumn, 130, 2, 4},
                       {CallListModel::SourceColumn, 110, 0, 6},
                       {CallListModel::TookColumn, 70, 0, 7},
                       {CallListModel::PathColumn, 160, 3, 8},
                       {CallListModel::UserAgentColumn, 120, 1, 9},
                       {CallListModel::RequestColumn, 150, 1, 10},
                       {CallListModel::DecisionColumn, 150, 1, 11},
                       {CallListModel::GatewayColumn, 90, 0, 12},
                       {CallListModel::GenerationColumn, 80, 0, 13},
                       {CallListModel::BytesColumn, 80, 0, 14},
                       {CallListModel::UpstreamColumn, 90, 0, 15}});
    for (const int column :
         {CallListModel::PathColumn, CallListModel::UserAgentColumn, CallListModel::RequestColumn,
          CallListModel::DecisionColumn, CallListModel::GatewayColumn, CallListModel::GenerationColumn,
          CallListModel::BytesColumn, CallListModel::UpstreamColumn})
        table->setColumnHiddenByUser(column, true);
    return table;
}

} // namespace pc::views
