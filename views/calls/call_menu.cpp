// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calls/call_menu.h"

#include "models/calls/call_list_model.h"
#include "models/text/enum_names.h"
#include "views/seams/calls_places.h"
#include "views/seams/clipboard.h"
#include "views/seams/context.h"
#include "views/seams/partner_places.h"
#include "views/shell/navigator.h"
#include "views/style/icons.h"

#include <QCoreApplication>
#include <QMenu>
#include <QPersistentModelIndex>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::CallListModel;

namespace {

struct CallMenu
{
    Q_DECLARE_TR_FUNCTIONS(CallMenu)
};

void addFilters(QMenu &menu, const QModelIndex &index, const CallMenuActs &acts)
{
    const auto field = static_cast<CallField>(index.data(CallListModel::FieldRole).toInt());
    const QString value = index.data(CallListModel::FieldValueRole).toString();
    if (field == CallField::Unknown || value.isEmpty())
        return;
    const QPersistentModelIndex cell(index);
    const QString name = models::nameOf(field);
    QObject::connect(menu.addAction(icon(Icon::Filter), CallMenu::tr("Filter for this %1").arg(name)),
                     &QAction::triggered, &menu, [cell, acts] { acts.filter(cell, false); });
    QObject::connect(menu.addAction(CallMenu::tr("Leave out this %1").arg(name)), &QAction::triggered, &menu,
                     [cell, acts] { acts.filter(cell, true); });
    menu.addSeparator();
}

} // namespace

void fillCallMenu(const ViewContext &context, QMenu &menu, const QModelIndex &index, const CallRecord &call,
                  const CallMenuActs &acts)
{
    const QPersistentModelIndex cell(index);
    QObject::connect(menu.addAction(icon(Icon::Help), CallMenu::tr("Why it ended so")), &QAction::triggered,
                     &menu, [cell, acts] { acts.open(cell); });
    addFilters(menu, index, acts);
    const auto copy = [&context, &menu](const QString &text, const QString &value) {
        if (!value.isEmpty())
            QObject::connect(menu.addAction(icon(Icon::Copy), text), &QAction::triggered, &menu,
                             [&context, value] { context.clipboard.setText(value); });
    };
    copy(CallMenu::tr("Copy value"), index.data(Qt::DisplayRole).toString());
    copy(CallMenu::tr("Copy request ID"), call.requestId);
    copy(CallMenu::tr("Copy decision ID"), call.id);
    copy(CallMenu::tr("Copy time (ISO 8601)"), call.at.toUTC().toString(Qt::ISODateWithMs));
    copy(CallMenu::tr("Copy link"), places::callsPage({}, call.id).toString());
    if (call.partnerId.isEmpty())
        return;
    menu.addSeparator();
    QObject::connect(
        menu.addAction(icon(Icon::Partners), CallMenu::tr("Open partner")), &QAction::triggered, &menu,
        [&context, id = call.partnerId] { context.navigator.navigate(places::partnerPage(id)); });
}

} // namespace pc::views
