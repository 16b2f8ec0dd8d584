// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/observing/callers_panel.h"

#include "models/base/item_roles.h"
#include "views/commands/command_registry.h"
#include "views/imports/import_acts.h"
#include "views/observing/observing_delegates.h"
#include "views/seams/clipboard.h"
#include "views/seams/context.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/label.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/table_view.h"
#include "views/widgets/toast.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::StrangerTable;

CallersPanel::CallersPanel(const ViewContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    buildUi();
    wire();
    showChosen();
}

void CallersPanel::buildUi()
{
    setObjectName(u"callersPanel"_s);
    m_note = new MessageBanner(
        Severity::Info,
        tr("Who shows a key of another system goes on with it once its hash is imported, until the deadline "
           "that you set. The print tells two keys apart and gives neither away."));
    m_note->setObjectName(u"callersNote"_s);
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
    m_foot = buildFoot();
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto *noteRow = new QVBoxLayout;
    noteRow->setContentsMargins(space::pageMargin, space::s, space::pageMargin, space::s);
    noteRow->addWidget(m_note);
    outer->addLayout(noteRow);
    outer->addWidget(m_states, 1);
    outer->addWidget(m_more);
    outer->addWidget(m_foot);
}

QWidget *CallersPanel::buildFoot()
{
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(space::pageMargin, space::s, space::pageMargin, space::s);
    row->setSpacing(space::m);
    m_hint = new Label({}, TypeRole::Small, Tone::Muted);
    m_hint->setObjectName(u"callerHint"_s);
    m_hint->setWordWrap(true);
    m_copy = makeButton(u"copyImport"_s, tr("Copy the command"), Icon::Copy);
    m_import = makeButton(u"callersImport"_s, tr("Import keys…"), Icon::Upload);
    row->addWidget(m_hint, 1);
    row->addWidget(m_copy);
    row->addWidget(m_import);
    return foot;
}

void CallersPanel::wire()
{
    const QString import = ImportActs::idOf(models::ImportKind::Keys);
    const auto importKeys = [this, import] {
        if (const ObservedStranger *caller = chosen(); caller && !caller->fingerprint.isEmpty())
            m_context.commands.run(import);
    };
    connect(m_table, &PcTableView::openRequested, this, importKeys);
    connect(m_import, &QPushButton::clicked, this, importKeys);
    m_table->setContextMenuHook(
        [this, import](QMenu *menu, const QModelIndex &) { m_context.commands.fillMenu(menu, {import}); });
    connect(m_table, &PcTableView::currentRowChanged, this, &CallersPanel::showChosen);
    // The table makes the first row the current one without a word, once rows are there.
    connect(&m_strangers, &QAbstractItemModel::modelReset, this, &CallersPanel::showChosen,
            Qt::QueuedConnection);
    connect(&m_context.commands, &CommandRegistry::refreshed, this, &CallersPanel::showChosen);
    connect(m_table, &PcTableView::copyRequested, this,
            [this](const QString &tsv, const QString &html) { m_context.clipboard.setText(tsv, html); });
    connect(m_copy, &QPushButton::clicked, this, [this] {
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

void CallersPanel::setStrangers(const QList<ObservedStranger> &strangers, int more, const QString &nothing)
{
    m_states->empty()->set(Icon::Check, tr("No unknown callers"), nothing);
    m_strangers.setStrangers(strangers);
    m_note->setVisible(!strangers.isEmpty());
    m_foot->setVisible(!strangers.isEmpty());
    m_more->setVisible(more > 0);
    m_more->setText(more > 0 ? tr("%Ln more caller(s) with fewer calls are not listed.", nullptr, more)
                             : QString());
    if (strangers.isEmpty())
        m_states->showEmpty();
    else
        m_states->showContent();
    showChosen();
}

const ObservedStranger *CallersPanel::chosen() const
{
    const QModelIndex at = m_table->currentIndex();
    return at.isValid() && at.row() < m_strangers.rowCount() ? &m_strangers.strangerAt(at.row()) : nullptr;
}

void CallersPanel::showChosen()
{
    const ObservedStranger *caller = chosen();
    const bool hasKey = caller != nullptr && !caller->fingerprint.isEmpty();
    m_hint->setText(hasKey ? tr("Of the key with the print %1 its hash is imported, from a file of the "
                                "system that made it.")
                                 .arg(caller->fingerprint)
                    : caller ? tr("This caller shows no key: there is nothing of it to import.")
                             : QString());
    setDisabledReason(m_import,
                      hasKey   ? m_context.commands.state(ImportActs::idOf(models::ImportKind::Keys)).reason
                      : caller ? tr("This caller shows no key.")
                               : tr("Choose a caller first."));
}

void CallersPanel::focusContent()
{
    m_states->focusInContent(m_table);
}

} // namespace pc::views
