// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/sources_panel.h"

#include "models/access/sources_model.h"
#include "models/text/figures.h"
#include "views/access/network_delegates.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/table_view.h"
#include "views/words/load_view.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::SourceTable;

SourcesPanel::SourcesPanel(models::SourcesModel &sources, models::NetworksEditor &editor, QWidget *parent)
    : Card(tr("Sources of the last 30 days"), parent), m_sources(sources), m_table(sources, editor)
{
    setObjectName(u"sourcesPanel"_s);
    setBodyMargins(space::m, space::s);
    body()->setSpacing(space::s);
    m_refused = new MessageBanner(Severity::Warn);
    m_refused->setObjectName(u"sourcesRefused"_s);
    m_refused->hide();
    body()->addWidget(m_refused);
    m_view = new PcTableView;
    m_view->setObjectName(u"sourceTable"_s);
    m_view->setAccessibleName(tr("Sources of the last 30 days"));
    m_view->setModel(&m_table);
    m_view->setItemDelegate(new SourceDelegate(m_view));
    m_view->setKeyRole(models::IdRole);
    m_view->setDensity(Density::Dense);
    m_view->setColumns({{SourceTable::SourceColumn, 150, 2, 0},
                        {SourceTable::UserAgentColumn, 120, 2, 3},
                        {SourceTable::CredentialColumn, 120, 2, 2},
                        {SourceTable::CallsColumn, 80, 0, 1},
                        {SourceTable::LastSeenColumn, 160, 0, 4},
                        {SourceTable::VerdictColumn, 240, 1, 0}});
    m_states = new StateStack(m_view, Skeleton::Shape::Table);
    m_states->empty()->set(Icon::Globe, tr("No calls in the last 30 days"),
                           tr("What the list is about did not call, so nothing can be taken from here."));
    m_states->setMinimumHeight(150);
    body()->addWidget(m_states, 1);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(space::s);
    m_address = makeButton(u"addSource"_s, tr("Add the address"), Icon::Plus, ButtonKind::Normal, this);
    m_around = makeButton(u"addSourceNetwork"_s, tr("Add its network"), Icon::Plus, ButtonKind::Normal, this);
    acts->addWidget(m_address);
    acts->addWidget(m_around);
    acts->addStretch(1);
    body()->addLayout(acts);

    connect(&m_sources, &models::SourcesModel::changed, this, &SourcesPanel::showSources);
    connect(&m_sources, &models::SourcesModel::stateChanged, this, &SourcesPanel::showSources);
    connect(&editor, &models::NetworksEditor::changed, this, &SourcesPanel::showSources);
    connect(m_states, &StateStack::retryRequested, &m_sources, &models::SourcesModel::refresh);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &SourcesPanel::showButtons);
    connect(m_view, &PcTableView::openRequested, this, [this] { take(0); });
    connect(m_view, &PcTableView::copyRequested, this, &SourcesPanel::copyRequested);
    connect(m_address, &QPushButton::clicked, this, [this] { take(0); });
    connect(m_around, &QPushButton::clicked, this, [this] { take(1); });
    showSources();
}

void SourcesPanel::setList(const models::NetworkListName &name)
{
    m_table.setList(name);
    m_view->startAtTop();
    showSources();
}

void SourcesPanel::setReadOnlyReason(const QString &why)
{
    m_locked = why;
    showButtons();
}

void SourcesPanel::setObserved(bool observed)
{
    m_observed = observed;
    m_table.setObserved(observed);
    showSources();
}

int SourcesPanel::currentRow() const
{
    const QModelIndex current = m_view->currentIndex();
    return current.isValid() && current.row() < m_table.rowCount() ? current.row() : -1;
}

void SourcesPanel::showSources()
{
    showLoadState(*m_states, m_sources, tr("The sources could not be loaded."));
    if (m_sources.state() == models::LoadState::Ready && m_table.rowCount() == 0)
        m_states->showEmpty();
    qint64 calls = 0;
    const QList<SourceSeen> refused = m_table.refusedFromNowOn();
    for (const SourceSeen &seen : refused)
        calls += seen.calls;
    m_refused->setVisible(!refused.isEmpty());
    if (!refused.isEmpty()) {
        m_refused->setMessage(
            Severity::Warn,
            (m_observed
                 ? tr("%n source(s) would be refused once it is enforced; they made %1 calls in the last "
                      "30 days.",
                      nullptr, static_cast<int>(refused.size()))
                 : tr("%n source(s) would be refused from the save on; they made %1 calls in the last "
                      "30 days.",
                      nullptr, static_cast<int>(refused.size())))
                .arg(QLocale().toString(calls)));
        m_refused->setIcon(Icon::Warning);
    }
    showButtons();
}

void SourcesPanel::showButtons()
{
    const int row = currentRow();
    const QStringList networks = row < 0 ? QStringList() : models::networksFor(m_table.source(row).source);
    const QString why = !m_locked.isEmpty()   ? m_locked
                        : row < 0             ? tr("No source is selected.")
                        : networks.size() < 2 ? tr("This is no single address.")
                                              : QString();
    const auto name = [&networks](QPushButton *button, int which, const QString &otherwise) {
        const QString text =
            which < networks.size() ? tr("Add %1", "a network").arg(networks.at(which)) : otherwise;
        button->setText(text);
        button->setAccessibleName(text);
    };
    name(m_address, 0, tr("Add the address"));
    name(m_around, 1, tr("Add its network"));
    setDisabledReason(m_address, why);
    setDisabledReason(m_around, why);
}

void SourcesPanel::take(int which)
{
    const int row = currentRow();
    if (row < 0 || !m_locked.isEmpty())
        return;
    const SourceSeen seen = m_table.source(row);
    const QStringList networks = models::networksFor(seen.source);
    if (which < networks.size())
        Q_EMIT addRequested(networks.at(which), seen.credentialName);
}

} // namespace pc::views
