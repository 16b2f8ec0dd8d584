// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalogue/impact_panel.h"

#include "models/base/item_roles.h"
#include "models/catalogue/revision_list_model.h"
#include "models/session/connection.h"
#include "models/text/enum_names.h"
#include "views/catalogue/catalogue_delegates.h"
#include "views/catalogue/catalogue_words.h"
#include "views/catalogue/rule_form.h"
#include "views/seams/clipboard.h"
#include "views/seams/context.h"
#include "views/style/space.h"
#include "views/style/type_scale.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/label.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/table_view.h"
#include "views/widgets/toast.h"
#include "views/widgets/underline_tabs.h"
#include "views/words/act_guard.h"
#include "views/words/error_words.h"
#include "views/words/load_view.h"
#include "views/words/names.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::BrokenPartnerTable;
using models::FlowState;
using models::LeftOutTable;
using models::RouteChangeModel;
using models::ScopeNeedTable;

namespace {

/// The parts: as high as each other, so that nothing below moves; lower in a low window, so that what is
/// asked for below them is seen.
class PartPages final : public QStackedWidget
{
public:
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
    [[nodiscard]] QSize sizeHint() const override
    {
        constexpr int most = 284;
        constexpr int least = 216;
        constexpr int besides = 446; // of the window
        const QWidget *below = window()->parentWidget();
        const int room = below ? below->height() - px(besides) : px(most);
        return {QStackedWidget::sizeHint().width(), std::clamp(room, px(least), px(most))};
    }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return {QStackedWidget::minimumSizeHint().width(), sizeHint().height()};
    }

protected:
    void showEvent(QShowEvent *event) override
    {
        QStackedWidget::showEvent(event);
        if (QWidget *below = window()->parentWidget())
            below->installEventFilter(this);
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Resize)
            updateGeometry();
        return QStackedWidget::eventFilter(watched, event);
    }

private:
    [[nodiscard]] int px(int pixels) const { return TypeScale::of(this).px(pixels); }
};

const QString brokenTab = QStringLiteral("broken");
const QString changesTab = QStringLiteral("changes");
const QString scopesTab = QStringLiteral("scopes");
const QString leftOutTab = QStringLiteral("leftOut");

} // namespace

ImpactPanel::ImpactPanel(const ViewContext &context, const QString &apiId, const CatalogueRevision &revision,
                         QWidget *parent)
    : QWidget(parent), m_context(context), m_apiId(apiId), m_revision(revision),
      m_review(context.connection.catalogue(), context.connection.feed()),
      m_changes(context.connection.catalogue(), context.connection.feed()),
      m_rule(context.connection.catalogue(), apiId, revision.id)
{
    buildUi();
    wire();
    m_review.setRevision(apiId, revision.id);
    m_changes.setRevision(apiId, revision.id);
    showReview();
    showChanges();
}

ImpactPanel::~ImpactPanel()
{
    delete m_states; // before the models that it shows
}

void ImpactPanel::buildUi()
{
    setObjectName(u"impactPanel"_s);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    m_headline = new Label({}, TypeRole::Section);
    m_headline->setWeight(QFont::DemiBold);
    m_headline->setObjectName(u"reviewHeadline"_s);
    m_headline->setWordWrap(true);
    m_facts = new ElidedLabel({}, TypeRole::Small, Tone::Muted);
    m_facts->setObjectName(u"reviewFacts"_s);
    m_breaks = new MessageBanner(Severity::Neutral);
    m_breaks->setObjectName(u"reviewBreaks"_s);
    m_news = new MessageBanner(Severity::Warn);
    m_news->setObjectName(u"reviewNews"_s);
    m_news->hide();
    m_tabs = new UnderlineTabs;
    m_tabs->setObjectName(u"reviewTabs"_s);
    m_tabs->setAccessibleName(tr("Parts of the review"));
    m_pages = new PartPages;
    m_pages->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    const auto add = [this](const QString &id, const QString &text, QWidget *page) {
        m_tabs->addTab(id, text, UnderlineTabs::Counted::Yes);
        m_pages->addWidget(page);
    };
    add(changesTab, tr("Routes that change"), makeChanges());
    add(brokenTab, tr("Whom it breaks"), makeBroken());
    add(scopesTab, tr("Scopes"), makeScopes());
    add(leftOutTab, tr("Left out"), makeLeftOut());
    column->addWidget(m_news);
    column->addWidget(m_headline);
    column->addWidget(m_facts);
    column->addWidget(m_breaks);
    column->addWidget(m_tabs);
    column->addWidget(m_pages, 1);
    m_states = new StateStack(content, Skeleton::Shape::Table);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_states);
}

PcTableView *ImpactPanel::makeTable(const QString &objectName, const QString &name)
{
    auto *table = new PcTableView;
    table->setObjectName(objectName);
    table->setAccessibleName(name);
    table->setDensity(Density::Dense);
    table->setKeyRole(models::IdRole);
    connect(table, &PcTableView::copyRequested, this,
            [this](const QString &tsv, const QString &html) { m_context.clipboard.setText(tsv, html); });
    return table;
}

QWidget *ImpactPanel::makeBroken()
{
    auto *table = makeTable(u"brokenTable"_s, tr("Partners whose calls would be refused"));
    table->setModel(&m_broken);
    table->setItemDelegate(new ReviewDelegate(ReviewDelegate::Rows::Broken, table));
    table->setColumns({{BrokenPartnerTable::PartnerColumn, 150, 2, 0},
                       {BrokenPartnerTable::CallsColumn, 110, 0, 0},
                       {BrokenPartnerTable::RoutesColumn, 150, 3, 3},
                       {BrokenPartnerTable::MissingColumn, 130, 2, 2},
                       {BrokenPartnerTable::ContactColumn, 150, 2, 1}});
    connect(table, &PcTableView::openRequested, this, [this](const QModelIndex &index) {
        Q_EMIT partnerRequested(m_broken.partnerAt(index.row()).partnerId);
    });
    m_brokenStates = new StateStack(table, Skeleton::Shape::Table);
    m_brokenStates->empty()->set(Icon::Check, tr("It breaks nobody"),
                                 tr("No call of the last 30 days would be refused."));
    return m_brokenStates;
}

QWidget *ImpactPanel::makeChanges()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, space::xs, 0, 0);
    column->setSpacing(space::s);
    m_kind = new QComboBox;
    m_kind->setObjectName(u"changeKind"_s);
    m_kind->setAccessibleName(tr("Which changes"));
    m_kind->addItem(tr("All changes"), int(RouteChangeKind::Unknown));
    for (const RouteChangeKind kind : {RouteChangeKind::New, RouteChangeKind::Gone, RouteChangeKind::Changed})
        m_kind->addItem(models::nameOf(kind), int(kind));
    auto *row = new QHBoxLayout;
    row->addWidget(m_kind);
    row->addStretch();
    auto *table = makeTable(u"changesTable"_s, tr("Routes that change"));
    showRows(*table, m_changes);
    table->setItemDelegate(new ReviewDelegate(ReviewDelegate::Rows::Changes, table));
    table->setColumns({{RouteChangeModel::KindColumn, 90, 0, 0},
                       {RouteChangeModel::MethodColumn, 70, 0, 1},
                       {RouteChangeModel::PathColumn, 180, 4, 0},
                       {RouteChangeModel::ChangesColumn, 150, 4, 3},
                       {RouteChangeModel::CallsColumn, 110, 0, 2}});
    m_changeStates = new StateStack(table, Skeleton::Shape::Table);
    column->addLayout(row);
    column->addWidget(m_changeStates, 1);
    return page;
}

QWidget *ImpactPanel::makeScopes()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, space::xs, 0, 0);
    column->setSpacing(space::s);
    m_ruleForm = new RuleForm;
    m_ruleForm->setVisible(m_revision.state == RevisionState::Proposed);
    m_ruleForm->showRule(m_revision.rule);
    m_rule.setKnown(m_revision.rule);
    m_ruleMessage = new MessageBanner(Severity::Bad);
    m_ruleMessage->setObjectName(u"ruleMessage"_s);
    m_ruleMessage->hide();
    m_scopeCount = new Label({}, TypeRole::Small, Tone::Muted);
    m_scopeCount->setObjectName(u"scopeCount"_s);
    auto *table = makeTable(u"scopesTable"_s, tr("Scopes that its routes need"));
    table->setModel(&m_scopes);
    table->setItemDelegate(new ReviewDelegate(ReviewDelegate::Rows::Scopes, table));
    table->setColumns({{ScopeNeedTable::ScopeColumn, 200, 3, 0},
                       {ScopeNeedTable::RoutesColumn, 90, 0, 0},
                       {ScopeNeedTable::NewColumn, 110, 1, 0}});
    column->addWidget(m_ruleForm);
    column->addWidget(m_ruleMessage);
    column->addWidget(m_scopeCount);
    column->addWidget(table, 1);
    return page;
}

QWidget *ImpactPanel::makeLeftOut()
{
    auto *table = makeTable(u"leftOutTable"_s, tr("What of the description is left out"));
    table->setModel(&m_leftOut);
    table->setItemDelegate(new ReviewDelegate(ReviewDelegate::Rows::LeftOut, table));
    table->setColumns({{LeftOutTable::LineColumn, 84, 0, 0},
                       {LeftOutTable::WhatColumn, 180, 2, 0},
                       {LeftOutTable::ReasonColumn, 200, 3, 1}});
    m_leftOutStates = new StateStack(table, Skeleton::Shape::Table);
    m_leftOutStates->empty()->set(Icon::Check, tr("Nothing is left out"),
                                  tr("Every route of the description is taken."));
    return m_leftOutStates;
}

void ImpactPanel::wire()
{
    connect(&m_review, &models::ObjectModel::stateChanged, this, &ImpactPanel::showReview);
    connect(&m_review, &models::ObjectModel::changed, this, &ImpactPanel::showReview);
    connect(&m_changes, &models::PagedModel::stateChanged, this, &ImpactPanel::showChanges);
    connect(m_states, &StateStack::retryRequested, this, &ImpactPanel::refresh);
    connect(m_changeStates, &StateStack::retryRequested, &m_changes, &models::PagedModel::retry);
    for (StateStack *stack : {m_states, m_changeStates})
        connect(stack, &StateStack::copyRequested, this,
                [this](const QString &text) { m_context.clipboard.setText(text); });
    connect(m_tabs, &UnderlineTabs::currentIdChanged, this,
            [this] { m_pages->setCurrentIndex(m_tabs->currentIndex()); });
    connect(m_tabs, &QTabBar::tabBarClicked, this, [this] { m_chosen = true; });
    connect(m_kind, &QComboBox::currentIndexChanged, this,
            [this] { m_changes.setKind(static_cast<RouteChangeKind>(m_kind->currentData().toInt())); });
    connect(m_breaks, &MessageBanner::actionTriggered, this, &ImpactPanel::copyContacts);
    connect(&m_review, &models::ReviewModel::renewed, &m_changes, &models::PagedModel::refresh);
    connect(m_news, &MessageBanner::actionTriggered, &m_review, &models::ReviewModel::showNewer);
    connect(m_ruleForm, &RuleForm::ruleChanged, &m_rule, &models::ScopeRuleFlow::give);
    connect(m_ruleForm, &RuleForm::edited, this, &ImpactPanel::showRuleState);
    connect(&m_rule, &models::Flow::stateChanged, this, &ImpactPanel::showRuleState);
    connect(&m_rule, &models::ScopeRuleFlow::given, this, [this](const CatalogueRevision &revision) {
        m_review.expect(revision.version);
        if (!m_rule.isPending())
            refresh();
    });
    connect(m_ruleMessage, &MessageBanner::actionTriggered, &m_rule, &models::Flow::retry);
}

bool ImpactPanel::isSettled() const
{
    const auto &review = m_review.review();
    return review && !m_review.newer() && endText().isEmpty() && conflictText().isEmpty() &&
           !m_review.isRefreshing() && !m_rule.isPending() && m_rule.state() != FlowState::OutcomeUnknown &&
           (m_revision.state != RevisionState::Proposed || m_ruleForm->rule() == review->revision.rule);
}

/// Of a revision that is not any more what it was when it was opened.
QString ImpactPanel::endText() const
{
    if (m_review.error() && m_review.error()->kind == client::ErrorKind::NotFound)
        return tr("It is not there any more: it was withdrawn, or newer ones took its place.");
    const auto &now = m_review.newer() ? m_review.newer() : m_review.review();
    if (!now || now->revision.state == m_revision.state)
        return {};
    if (now->revision.state == RevisionState::InForce)
        return tr("It is in force: %1 applied it.", "account").arg(now->revision.appliedBy);
    return tr("It was in force meanwhile, and another one took its place.");
}

/// The first scope that another API has: with it the platform refuses to apply the revision.
QString ImpactPanel::conflictText() const
{
    const auto &review = m_review.review();
    if (!review || review->scopes.isEmpty() || review->scopes.constFirst().takenBy.isEmpty())
        return {};
    const ScopeNeed &need = review->scopes.constFirst();
    return m_revision.state == RevisionState::Proposed
               ? tr("%1 is a scope of “%2”. Choose a prefix.", "scope, API")
                     .arg(need.scope, inSentence(need.takenBy))
               : tr("%1 is a scope of “%2” by now: these routes cannot be put back.", "scope, API")
                     .arg(need.scope, inSentence(need.takenBy));
}

QString ImpactPanel::blockedText() const
{
    if (const QString end = endText(); !end.isEmpty())
        return end;
    if (m_review.newer())
        return tr("Look first at what it would do now.");
    if (!m_ruleForm->isSendable())
        return tr("Correct the prefix of the scopes first.");
    return conflictText();
}

void ImpactPanel::refresh()
{
    m_review.refresh();
}

void ImpactPanel::setEditable(bool editable)
{
    m_editable = editable;
    m_ruleForm->setEnabled(editable && endText().isEmpty() &&
                           blockText(m_context.connection, Op::RevisionRule).isEmpty());
    showNews();
}

/// Not while it is being applied from here, nor while the news may be of the rule that was given here.
void ImpactPanel::showNews()
{
    const QString end = endText();
    const auto &newer = m_review.newer();
    const bool shown = m_editable && !m_rule.isBusy() && (newer || !end.isEmpty());
    m_news->setVisible(shown);
    if (!shown)
        return;
    const QString by = newer ? newer->revision.changedBy : QString();
    const QString changed =
        by.isEmpty()
            ? tr("Somebody gave the proposal another rule meanwhile. What you looked at is still shown.")
            : tr("%1 gave the proposal another rule meanwhile. What you looked at is still shown.", "account")
                  .arg(by);
    m_news->setMessage(end.isEmpty() ? Severity::Warn : Severity::Info, end.isEmpty() ? changed : end);
    m_news->setAction(end.isEmpty() ? tr("Show what it would do now") : QString());
}

void ImpactPanel::showConflict()
{
    const QString conflict = conflictText();
    if (m_revision.state == RevisionState::Proposed) {
        m_ruleForm->showFault(conflict);
        return;
    }
    m_ruleMessage->setVisible(!conflict.isEmpty());
    m_ruleMessage->setMessage(Severity::Bad, conflict);
}

void ImpactPanel::showReview()
{
    showLoadState(*m_states, m_review, tr("The review could not be made."));
    if (const auto &review = m_review.review()) {
        const RevisionCounts &counts = review->revision.counts;
        const CatalogueRevision &revision = review->revision;
        m_headline->setText(reviewHeadline(counts));
        QStringList facts{models::RevisionListModel::descriptionText(revision)};
        if (!revision.openapi.isEmpty())
            facts.append(tr("OpenAPI %1").arg(revision.openapi));
        if (revision.size > 0)
            facts.append(QLocale().formattedDataSize(revision.size));
        if (!revision.sha256.isEmpty())
            facts.append(tr("SHA-256 %1").arg(revision.sha256));
        m_facts->setText(facts.join(u" · "_s));
        const QString breaks = breaksSentence(*review);
        m_breaks->setVisible(revision.state != RevisionState::InForce); // that has happened
        m_breaks->setMessage(breaks.isEmpty() ? Severity::Neutral : Severity::Warn,
                             breaks.isEmpty()
                                 ? tr("It breaks nobody: no call of the last 30 days would be refused.")
                                 : breaks + u' ' + brokenNames(*review));
        m_breaks->setIcon(breaks.isEmpty() ? Icon::Check : Icon::Warning);
        m_breaks->setAction(breaks.isEmpty() ? QString() : tr("Copy contacts"));
        m_broken.setPartners(review->broken);
        m_scopes.setScopes(review->scopes);
        m_leftOut.setParts(review->revision.leftOut);
        m_tabs->setCount(m_tabs->indexOfId(brokenTab), review->brokenPartners);
        m_tabs->setCount(m_tabs->indexOfId(changesTab),
                         counts.newRoutes + counts.goneRoutes + counts.changedRoutes);
        m_tabs->setCount(m_tabs->indexOfId(scopesTab), static_cast<int>(review->scopes.size()));
        m_tabs->setCount(m_tabs->indexOfId(leftOutTab), counts.leftOut);
        if (review->broken.isEmpty())
            m_brokenStates->showEmpty();
        else
            m_brokenStates->showContent();
        if (revision.leftOut.isEmpty())
            m_leftOutStates->showEmpty();
        else
            m_leftOutStates->showContent();
        QStringList scopes{tr("%Ln new scope(s)", nullptr, counts.newScopes)};
        if (counts.unusedScopes > 0)
            scopes.append(tr("%Ln that no route needs any more", "scopes", counts.unusedScopes));
        if (review->grants > 0)
            scopes.append(tr("held by %Ln partner(s), and kept there", nullptr, review->grants));
        m_scopeCount->setText(scopes.join(u" · "_s));
        m_ruleForm->showRule(revision.rule);
        m_rule.setKnown(revision.rule);
        showConflict();
        if (!m_chosen && !conflictText().isEmpty())
            m_tabs->setCurrentId(scopesTab);
        else if (!m_chosen && review->brokenPartners > 0)
            m_tabs->setCurrentId(brokenTab);
        m_chosen = true;
    }
    setEditable(m_editable);
    Q_EMIT changed();
}

void ImpactPanel::showChanges()
{
    m_changeStates->empty()->set(Icon::Check,
                                 m_changes.kind() == RouteChangeKind::Unknown ? tr("No route changes")
                                                                              : tr("No route of this kind"),
                                 tr("What is in force is the same."));
    showLoadState(*m_changeStates, m_changes, tr("The changes could not be loaded."));
}

void ImpactPanel::showRuleState()
{
    const bool unknown = m_rule.state() == FlowState::OutcomeUnknown;
    const bool failed = m_rule.state() == FlowState::Failed || unknown;
    const auto &review = m_review.review();
    const bool taken = failed && !unknown && review && m_ruleForm->rule() == review->revision.rule;
    m_ruleMessage->setVisible(failed && !taken);
    if (failed && m_rule.error())
        m_ruleMessage->setMessage(unknown ? Severity::Warn : Severity::Bad,
                                  errorLine(*m_rule.error(), tr("The rule was not tried.")));
    m_ruleMessage->setAction(unknown ? tr("Ask again") : QString());
    if (!failed && m_rule.state() == FlowState::Working)
        m_scopeCount->setText(tr("Trying the rule…"));
    showNews();
    Q_EMIT changed();
}

void ImpactPanel::copyContacts()
{
    QStringList lines;
    if (const auto &review = m_review.review())
        for (const BrokenPartner &each : review->broken)
            if (!each.contact.isEmpty() && !lines.contains(each.contact))
                lines.append(each.contact);
    if (lines.isEmpty())
        return;
    m_context.clipboard.setText(lines.join(u", "_s));
    m_context.toasts.show(
        {.text = tr("%Ln contact(s) copied", nullptr, static_cast<int>(lines.size())), .milliseconds = 3000});
}

} // namespace pc::views
