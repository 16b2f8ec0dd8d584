// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/networks_tab.h"

#include "models/observing/observation_list_model.h"
#include "models/session/connection.h"
#include "views/access/network_dialogs.h"
#include "views/access/network_panel.h"
#include "views/access/network_words.h"
#include "views/access/sources_panel.h"
#include "views/commands/command_registry.h"
#include "views/seams/clipboard.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/focus_place.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/key_cap.h"
#include "views/widgets/label.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/surface.h"
#include "views/widgets/toast.h"
#include "views/words/act_guard.h"
#include "views/words/load_view.h"
#include "views/words/names.h"
#include "views/words/observation_words.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::SaveNetworksFlow;

NetworksTab::NetworksTab(const ViewContext &context, models::PartnerModel &partner,
                         models::ObservationListModel *observations, QWidget *parent)
    : PartnerTab(parent), m_context(context), m_partner(partner), m_observations(observations),
      m_networks(context.connection.networks(), context.connection.credentials(), context.connection.feed()),
      m_sources(context.connection.networks(), context.connection.feed()),
      m_editor(m_networks, context.connection.clock())
{
    setObjectName(u"networksTab"_s);
    buildUi();
    wire();
    showRules();
    showEdits();
}

void NetworksTab::buildUi()
{
    auto *content = new QWidget;
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(space::pageMargin, space::l, space::pageMargin, space::l);
    inner->setSpacing(space::m);
    m_locked = new MessageBanner(Severity::Info);
    m_locked->setObjectName(u"networksLocked"_s);
    m_locked->hide();
    inner->addWidget(m_locked);
    m_lists = new NetworkPanel(m_networks, m_editor);
    m_seen = new SourcesPanel(m_sources, m_editor);
    inner->addWidget(m_lists, 1);
    inner->addWidget(m_seen, 1);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(scrollOver(content), 1);
    m_stale = new MessageBanner(Severity::Warn);
    m_stale->setObjectName(u"staleNetworks"_s);
    m_stale->setShape(MessageBanner::Shape::Strip);
    m_stale->setAction(tr("Show changes…"));
    m_stale->hide();
    layout->addWidget(m_stale); // above the bar: it takes room from below, and no field moves
    layout->addWidget(buildBar());
    m_states = new StateStack(page, Skeleton::Shape::Detail);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_states);
}

QWidget *NetworksTab::buildBar()
{
    m_bar = new QWidget;
    m_bar->setObjectName(u"networksBar"_s);
    auto *outer = new QVBoxLayout(m_bar);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(new Separator);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::pageMargin, space::s, space::pageMargin, space::s);
    row->setSpacing(space::s);
    row->addWidget(new IconLabel(Icon::Edit, Tone::Accent, 18));
    m_barText = new Label;
    m_barText->setWeight(QFont::Medium);
    row->addWidget(m_barText, 1);
    QPushButton *drop =
        makeButton(u"discardNetworks"_s, tr("Discard"), Icon::None, ButtonKind::Normal, m_bar);
    refuseLentFocus(drop);
    m_review =
        makeButton(u"reviewNetworks"_s, tr("Review and save…"), Icon::None, ButtonKind::Primary, m_bar);
    row->addWidget(drop);
    row->addWidget(m_review);
    outer->addLayout(row);
    connect(drop, &QPushButton::clicked, this, &NetworksTab::discardEdits);
    connect(m_review, &QPushButton::clicked, this, &NetworksTab::review);
    return m_bar;
}

void NetworksTab::wire()
{
    connect(&m_networks, &models::NetworksModel::changed, this, &NetworksTab::showRules);
    connect(&m_networks, &models::NetworksModel::stateChanged, this, &NetworksTab::showRules);
    connect(&m_editor, &models::NetworksEditor::changed, this, &NetworksTab::showEdits);
    if (m_observations)
        connect(m_observations, &models::PagedModel::stateChanged, this, &NetworksTab::showObserved);
    connect(m_lists, &NetworkPanel::listChanged, m_seen, &SourcesPanel::setList);
    connect(m_seen, &SourcesPanel::addRequested, this, [this](const QString &network, const QString &note) {
        m_editor.add(m_lists->list(), {{network, note, {}, {}}});
    });
    const auto copy = [this](const QString &tsv, const QString &html) {
        m_context.clipboard.setText(tsv, html);
    };
    connect(m_lists, &NetworkPanel::copyRequested, this, copy);
    connect(m_seen, &SourcesPanel::copyRequested, this, copy);
    connect(m_stale, &MessageBanner::actionTriggered, this, &NetworksTab::showMerge);
    connect(m_states, &StateStack::retryRequested, this, &NetworksTab::refresh);
    connect(&m_context.connection, &models::Connection::statusChanged, this, &NetworksTab::showRules);
    connect(&m_partner, &models::PartnerModel::changed, this, [this] {
        if (m_networks.partnerId() != m_partner.partnerId() && isVisible())
            activate();
    });
}

void NetworksTab::activate()
{
    m_networks.setPartnerId(m_partner.partnerId());
    m_sources.setPartnerId(m_partner.partnerId());
    showRules();
    showObserved();
}

void NetworksTab::refresh()
{
    m_networks.refresh();
    m_sources.refresh();
}

bool NetworksTab::focusContent()
{
    if (!m_editor.isReady())
        return false;
    m_lists->focusInput();
    return true;
}

void NetworksTab::showRules()
{
    showLoadState(*m_states, m_networks, tr("The networks could not be loaded."));
    const QString why = blockText(m_context.connection, Op::NetworksEdit);
    m_locked->setVisible(!why.isEmpty());
    if (!why.isEmpty())
        m_locked->setMessage(Severity::Info, why);
    m_lists->setReadOnlyReason(why);
    m_seen->setReadOnlyReason(why);
    setDisabledReason(m_review, why);
}

QList<ObservationSummary> NetworksTab::observed() const
{
    return m_observations ? observedOver(m_observations->inForce(), m_partner.partnerId())
                          : QList<ObservationSummary>();
}

void NetworksTab::showObserved()
{
    const QList<ObservationSummary> over = observed();
    m_lists->setObserved(stillFromAnywhereText(over));
    m_seen->setObserved(!over.isEmpty());
}

void NetworksTab::showEdits()
{
    const auto count = static_cast<int>(m_editor.diff().size());
    if (m_discarded && (m_editor.isDirty() || !m_editor.canUndo()))
        m_discarded->dismiss(); // its Undo would take back another step
    m_bar->setVisible(count > 0);
    m_barText->setText(tr("%n change(s) staged, not saved yet", nullptr, count));
    m_stale->setVisible(m_editor.isStale());
    if (m_editor.isStale()) {
        const QString who = m_editor.newerBase()->value.updatedBy;
        m_stale->setMessage(Severity::Warn, who.isEmpty()
                                                ? tr("The networks were changed elsewhere while you edit.")
                                                : tr("%1 changed the networks while you edit.").arg(who));
    }
    m_context.commands.refresh(); // "Undo" depends on what is staged
    Q_EMIT statusChanged();
}

StatusText NetworksTab::statusText() const
{
    StatusText status;
    if (m_editor.isReady())
        status.counts = tr("%n network(s) listed for production", nullptr,
                           static_cast<int>(m_editor.edit().production.size()));
    if (m_editor.isDirty())
        status.selection = tr("%n change(s) staged", nullptr, static_cast<int>(m_editor.diff().size()));
    if (m_editor.base() && m_editor.base()->value.updatedAt)
        status.freshness = tr("Changed %1 by %2")
                               .arg(m_context.ticker.relative(*m_editor.base()->value.updatedAt),
                                    m_editor.base()->value.updatedBy);
    return status;
}

QString NetworksTab::partnerName() const
{
    return m_partner.partner() ? m_partner.partner()->value.name : m_partner.partnerId();
}

void NetworksTab::discardEdits()
{
    const auto count = static_cast<int>(m_editor.diff().size());
    m_editor.discard();
    m_discarded = m_context.toasts.show({.text = tr("%n staged change(s) discarded", nullptr, count),
                                         .actionText = tr("Undo"),
                                         .actionKeys = keysText(QKeyCombination(Qt::CTRL, Qt::Key_Z)),
                                         .action = [tab = QPointer<NetworksTab>(this)] {
                                             if (tab)
                                                 tab->undo();
                                         }});
}

void NetworksTab::review()
{
    if (!m_editor.isDirty() || !m_lists->validate())
        return;
    if (m_editor.isStale()) {
        showMerge();
        return;
    }
    auto *flow = new SaveNetworksFlow(m_context.connection.networks(), m_partner.partnerId(), m_editor.edit(),
                                      m_editor.baseEtag());
    const auto refused =
        m_sources.hasValue() ? std::optional(m_seen->table().refusedFromNowOn()) : std::nullopt;
    auto *dialog =
        new ReviewNetworksDialog(m_context, m_editor, m_networks,
                                 {refused, stillFromAnywhereText(observed())}, partnerName(), flow, window());
    connect(dialog, &ReviewNetworksDialog::saved, this, &NetworksTab::onSaved);
    connect(dialog, &ReviewNetworksDialog::refusedFields, m_lists, &NetworkPanel::showErrors);
    connect(dialog, &ReviewNetworksDialog::stale, this, [this](const Versioned<NetworkRules> &current) {
        if (current.etag.isEmpty()) {
            m_networks.refresh();
            return;
        }
        m_networks.adopt(current);
        if (m_editor.isStale())
            showMerge();
    });
    dialog->open();
}

void NetworksTab::onSaved(const Versioned<NetworkRules> &rules)
{
    m_networks.adopt(rules);
    m_editor.discard(); // nothing, unless the platform stored something else
    m_editor.forgetSteps();
    m_context.toasts.show({.text = tr("Networks of %1 saved").arg(inSentence(partnerName()))});
}

void NetworksTab::showMerge()
{
    auto *dialog = new MergeNetworksDialog(m_editor, m_networks, window());
    connect(dialog, &MergeNetworksDialog::reapplyRequested, this, [this] {
        m_editor.rebase();
        review();
    });
    connect(dialog, &MergeNetworksDialog::discardRequested, this, &NetworksTab::discardEdits);
    dialog->open();
}

} // namespace pc::views
