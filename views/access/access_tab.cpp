// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/access_tab.h"

#include "models/access/catalogue_model.h"
#include "models/access/grant_undo.h"
#include "models/observing/observation_list_model.h"
#include "models/partners/partner_model.h"
#include "models/session/connection.h"
#include "views/access/grant_dialogs.h"
#include "views/access/limits_panel.h"
#include "views/access/scope_panel.h"
#include "views/commands/command_registry.h"
#include "views/seams/scopes_places.h"
#include "views/shell/navigator.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/card.h"
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
#include "views/words/error_words.h"
#include "views/words/load_view.h"
#include "views/words/member_words.h"
#include "views/words/names.h"
#include "views/words/observation_words.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::SaveGrantFlow;

AccessTab::AccessTab(const ViewContext &context, models::PartnerModel &partner,
                     models::CatalogueModel &catalogue, models::ObservationListModel *observations,
                     QWidget *parent)
    : PartnerTab(parent), m_context(context), m_partner(partner), m_observations(observations),
      m_editor(partner, catalogue, context.connection.clock()), m_tree(m_editor),
      m_use(context.connection.access(), context.connection.feed()),
      m_usage(context.connection.usage(), context.connection.feed())
{
    setObjectName(u"accessTab"_s);
    buildUi();
    wire();
    showPartner();
    showEdits();
}

void AccessTab::buildUi()
{
    auto *content = new QWidget;
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(space::pageMargin, space::l, space::pageMargin, space::l);
    inner->setSpacing(space::m);
    m_columns = new QHBoxLayout;
    m_columns->setSpacing(space::l);
    m_scopes = new ScopePanel(m_editor, m_tree);
    connect(m_scopes, &ScopePanel::scopeWanted, this, [this](const QString &scope) {
        m_context.navigator.navigate(places::scopesPage(places::scopesTab, scope));
    });
    m_limits = new LimitsPanel(m_editor);
    m_columns->addWidget(m_scopes, 5);
    m_columns->addWidget(m_limits, 3);
    inner->addLayout(m_columns, 1);
    auto *scroll = scrollOver(content);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(scroll, 1);
    m_stale = new MessageBanner(Severity::Warn);
    m_stale->setObjectName(u"staleBanner"_s);
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

QWidget *AccessTab::buildBar()
{
    m_bar = new QWidget;
    m_bar->setObjectName(u"editBar"_s);
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
    QPushButton *drop = makeButton(u"discardEdits"_s, tr("Discard"), Icon::None, ButtonKind::Normal, m_bar);
    refuseLentFocus(drop);
    m_review = makeButton(u"reviewEdits"_s, tr("Review and save…"), Icon::None, ButtonKind::Primary, m_bar);
    row->addWidget(drop);
    row->addWidget(m_review);
    outer->addLayout(row);
    connect(drop, &QPushButton::clicked, this, &AccessTab::discardEdits);
    connect(m_review, &QPushButton::clicked, this, &AccessTab::review);
    return m_bar;
}

void AccessTab::wire()
{
    connect(&m_partner, &models::PartnerModel::changed, this, &AccessTab::showPartner);
    connect(&m_partner, &models::PartnerModel::stateChanged, this, &AccessTab::showPartner);
    connect(&m_editor, &models::GrantEditor::changed, this, &AccessTab::showEdits);
    connect(&m_use, &models::ScopeUseModel::changed, this,
            [this] { m_tree.setUse(m_use.hasValue() ? std::optional(m_use.use()) : std::nullopt); });
    connect(&m_usage, &models::UsageModel::changed, this, [this] {
        const QList<QuotaDay> days = m_usage.quota() ? m_usage.quota()->days : QList<QuotaDay>();
        m_editor.setQuotaDays(days);
        m_limits->setQuotaDays(days);
    });
    connect(m_stale, &MessageBanner::actionTriggered, this, &AccessTab::showMerge);
    connect(m_states, &StateStack::retryRequested, this, &AccessTab::refresh);
    connect(&m_context.connection, &models::Connection::statusChanged, this, &AccessTab::showPartner);
    connect(&m_editor.catalogue(), &models::CatalogueModel::stateChanged, this, &AccessTab::showPartner);
}

void AccessTab::activate()
{
    m_editor.catalogue().ensureLoaded();
    m_use.setPartnerId(m_partner.partnerId());
    m_usage.setPartnerId(m_partner.partnerId());
    showPartner();
}

void AccessTab::refresh()
{
    m_partner.refresh();
    m_use.refresh();
    m_usage.refresh();
    if (!m_editor.catalogue().hasValue())
        m_editor.catalogue().refresh();
}

void AccessTab::showPartner()
{
    const QString what = tr("The scopes and limits could not be loaded.");
    if (!m_editor.catalogue().hasValue())
        showLoadState(*m_states, m_editor.catalogue(), what);
    else if (m_partner.grantError() && !m_partner.grant())
        m_states->showError(describeError(*m_partner.grantError(), what));
    else if (!m_partner.grant())
        m_states->showLoading();
    else
        showLoadState(*m_states, m_partner, what);
    if (m_partner.partner())
        m_scopes->setBasis(m_partner.partner()->value.lawfulBasis);
    const QString why = blockText(m_context.connection, Op::GrantEdit);
    m_scopes->setReadOnlyReason(why);
    m_limits->setReadOnlyReason(why);
    setDisabledReason(m_review, why);
}

void AccessTab::showEdits()
{
    const auto count = static_cast<int>(m_editor.diff().size());
    if (m_discarded && (m_editor.isDirty() || !m_editor.canUndo()))
        m_discarded->dismiss(); // its Undo would take back another step
    m_bar->setVisible(m_editor.isDirty());
    m_barText->setText(tr("%n change(s) staged, not saved yet", nullptr, count));
    m_stale->setVisible(m_editor.isStale());
    if (m_editor.isStale()) {
        const QString who = m_editor.newerBase()->value.updatedBy;
        m_stale->setMessage(Severity::Warn,
                            who.isEmpty() ? tr("Scopes or limits were changed elsewhere while you edit.")
                                          : tr("%1 changed scopes or limits while you edit.").arg(who));
    }
    m_context.commands.refresh(); // "Undo" depends on what is staged
    Q_EMIT statusChanged();
}

StatusText AccessTab::statusText() const
{
    StatusText status;
    status.counts = m_editor.isReady()
                        ? tr("%n scope(s) granted", nullptr, static_cast<int>(m_editor.edit().scopes.size()))
                        : QString();
    if (m_editor.isDirty())
        status.selection = tr("%n change(s) staged", nullptr, static_cast<int>(m_editor.diff().size()));
    if (m_editor.base() && !m_editor.base()->value.updatedBy.isEmpty())
        status.freshness = tr("Changed %1 by %2")
                               .arg(m_context.ticker.relative(m_editor.base()->value.updatedAt),
                                    m_editor.base()->value.updatedBy);
    return status;
}

void AccessTab::discardEdits()
{
    const auto count = static_cast<int>(m_editor.diff().size());
    m_editor.discard();
    m_discarded = m_context.toasts.show({.text = tr("%n staged change(s) discarded", nullptr, count),
                                         .actionText = tr("Undo"),
                                         .actionKeys = keysText(Qt::CTRL | Qt::Key_Z),
                                         .action = [tab = QPointer<AccessTab>(this)] {
                                             if (tab)
                                                 tab->undo();
                                         }});
}

void AccessTab::review()
{
    if (!m_editor.isDirty() || !m_limits->validate())
        return;
    if (m_editor.isStale()) {
        showMerge();
        return;
    }
    const Versioned<Grant> before = *m_editor.base();
    const GrantEdit edit = m_editor.edit();
    auto *flow =
        new SaveGrantFlow(m_context.connection.access(), m_partner.partnerId(), edit, m_editor.baseEtag());
    const QString name = m_partner.partner() ? m_partner.partner()->value.name : m_partner.partnerId();
    const models::GrantFacts facts{m_use.hasValue() ? std::optional(m_use.use()) : std::nullopt,
                                   m_usage.series()};
    const QString stillPass =
        m_observations ? stillPassText(observedOver(m_observations->inForce(), m_partner.partnerId()))
                       : QString();
    auto *dialog = new ReviewGrantDialog(m_context, m_editor, facts, stillPass, name, flow, window());
    connect(dialog, &ReviewGrantDialog::saved, this,
            [this, before, edit](const Versioned<Grant> &grant) { onSaved(before, edit, grant); });
    connect(dialog, &ReviewGrantDialog::refused, this,
            [this, edit](const QList<FieldError> &errors) { showRefused(edit, errors); });
    connect(dialog, &ReviewGrantDialog::stale, this, [this](const Versioned<Grant> &current) {
        if (current.etag.isEmpty()) {
            m_partner.refresh();
            return;
        }
        m_partner.adoptGrant(current);
        if (m_editor.isStale())
            showMerge();
    });
    dialog->open();
}

void AccessTab::showRefused(const GrantEdit &sent, const QList<FieldError> &errors)
{
    if (m_editor.edit() != sent)
        return;
    m_limits->showErrors(errors);
    QStringList lines;
    for (const FieldError &error : errors)
        if (error.pointer.startsWith(u"/scopes/"_s))
            lines.append(
                memberErrorText(error, scopeAt(error.pointer, sent.scopes), operation(Op::GrantEdit).body));
    m_scopes->showRefused(lines.join(u'\n'));
}

void AccessTab::onSaved(const Versioned<Grant> &before, const GrantEdit &edit, const Versioned<Grant> &grant)
{
    m_partner.adoptGrant(grant);
    m_editor.discard(); // nothing, unless the platform stored something else
    m_editor.forgetSteps();
    const QString name = m_partner.partner() ? m_partner.partner()->value.name : m_partner.partnerId();
    ToastSpec toast{.text = tr("Scopes and limits of %1 saved").arg(inSentence(name))};
    const Stage stage = m_partner.partner() ? m_partner.partner()->value.stage : Stage::Unknown;
    if (models::mayUndoAtOnce(before.value, edit, m_editor.catalogue().plans(), stage,
                              m_context.connection.clock().now())) {
        toast.actionText = tr("Undo");
        toast.actionKeys = keysText(Qt::CTRL | Qt::Key_Z);
        toast.action = [this, before, etag = grant.etag] { undoSaved(before, etag); };
    }
    m_context.toasts.show(toast);
}

void AccessTab::undoSaved(const Versioned<Grant> &before, const QString &etag)
{
    GrantEdit edit = models::editOf(before.value);
    auto *flow = new SaveGrantFlow(m_context.connection.access(), before.value.partnerId, edit, etag, this);
    flow->setReason(tr("Undone"));
    connect(flow, &models::Flow::stateChanged, this, [this, flow] {
        if (flow->state() == models::FlowState::Done && flow->result()) {
            if (flow->result()->value.partnerId == m_partner.partnerId())
                m_partner.adoptGrant(*flow->result());
            m_context.toasts.show({.text = tr("Undone: the former limits are in force")});
        } else if (flow->state() == models::FlowState::Failed ||
                   flow->state() == models::FlowState::OutcomeUnknown) {
            m_context.toasts.show({.text = errorLine(*flow->error(), tr("The change could not be undone.")),
                                   .severity = Severity::Bad});
            m_partner.refresh();
        } else {
            return;
        }
        flow->deleteLater();
    });
    flow->submit();
}

void AccessTab::showMerge()
{
    auto *dialog = new MergeGrantDialog(m_editor, window());
    connect(dialog, &MergeGrantDialog::reapplyRequested, this, [this] {
        m_editor.rebase();
        review();
    });
    connect(dialog, &MergeGrantDialog::discardRequested, this, &AccessTab::discardEdits);
    dialog->open();
}

void AccessTab::resizeEvent(QResizeEvent *event)
{
    m_columns->setDirection(width() < 860 ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    QWidget::resizeEvent(event);
}

} // namespace pc::views
