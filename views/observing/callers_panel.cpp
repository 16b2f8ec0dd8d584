// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/observing/callers_panel.h"

#include "models/base/item_roles.h"
#include "views/observing/observing_delegates.h"
#include "views/seams/clipboard.h"
#include "views/seams/context.h"
#include "views/style/space.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/label.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/table_view.h"
#include "views/widgets/toast.h"

#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::StrangerTable;

CallersPanel::CallersPanel(const ViewContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    setObjectName(u"callersPanel"_s);
    m_note = new MessageBanner(
        Severity::Info,
        tr("Who shows a key of another system goes on with it once its hash is imported, until the deadline "
           "that you set. The print tells two keys apart and gives neither away."));
    m_note->setObjectName(u"callersNote"_s);
    m_note->setAction(tr("Copy the command"));
    m_table = new PcTableView;
    m_table->setObjectName(u"callersTable"_s);
    m_table->setAccessibleName(tr("Callers without a known credential"));
    m_table->setDensity(Density::Dense);
    m_table->setKeyRole(models::IdRole);
    m_table->setModel(&m_strangers);
    m_table->setItemDelegate(new ReportDelegate(ReportDelegate::Rows::Strangers, m_table));
    m_table->setColumns({{StrangerTable::ShownColumn, 130, 0, 0},
                         {StrangerTable::SourceColumn, 130, 1, 0},
                         {StrangerTable::UserAgentColumn, 130, 2, 2},
                         {StrangerTable::WhatColumn, 170, 3, 4},
                         {StrangerTable::CallsColumn, 100, 0, 1},
                         {StrangerTable::LastColumn, 110, 0, 3}});
    m_table->setMinimumHeight(space::header + 2 * space::rowDense);
    m_more = new Label({}, TypeRole::Small, Tone::Muted);
    m_more->setObjectName(u"moreCallers"_s);
    m_more->setContentsMargins(space::pageMargin, space::s, space::pageMargin, space::s);
    m_more->hide();
    m_states = new StateStack(m_table, Skeleton::Shape::Table);
    m_states->empty()->set(Icon::Check, tr("No unknown callers"),
                           tr("Every call in this time showed a credential that the platform knows."));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto *noteRow = new QVBoxLayout;
    noteRow->setContentsMargins(space::pageMargin, space::s, space::pageMargin, space::s);
    noteRow->addWidget(m_note);
    outer->addLayout(noteRow);
    outer->addWidget(m_states, 1);
    outer->addWidget(m_more);
    connect(m_table, &PcTableView::copyRequested, this,
            [this](const QString &tsv, const QString &html) { m_context.clipboard.setText(tsv, html); });
    connect(m_note, &MessageBanner::actionTriggered, this, [this] {
        m_context.clipboard.setText(importCommand());
        m_context.toasts.show({.text = tr("Command copied"), .milliseconds = 3000});
    });
}

CallersPanel::~CallersPanel()
{
    delete m_states; // before the rows that it shows
}

QString CallersPanel::importCommand()
{
    return u"partner-platform import keys FILE --data DIR --as ACCOUNT"_s;
}

void CallersPanel::setStrangers(const QList<ObservedStranger> &strangers, int more)
{
    m_strangers.setStrangers(strangers);
    m_note->setVisible(!strangers.isEmpty());
    m_more->setVisible(more > 0);
    m_more->setText(more > 0 ? tr("%Ln more caller(s) with fewer calls are not listed.", nullptr, more)
                             : QString());
    if (strangers.isEmpty())
        m_states->showEmpty();
    else
        m_states->showContent();
}

void CallersPanel::focusContent()
{
    m_states->focusInContent(m_table);
}

} // namespace pc::views
