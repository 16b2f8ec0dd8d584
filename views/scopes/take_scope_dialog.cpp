// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scopes/take_scope_dialog.h"

#include "models/base/item_roles.h"
#include "models/catalogue/scope_list_model.h"
#include "models/session/connection.h"
#include "views/dialogs/reason_fields.h"
#include "views/scopes/scopes_delegates.h"
#include "views/seams/clipboard.h"
#include "views/seams/context.h"
#include "views/style/space.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/form_field.h"
#include "views/widgets/label.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/table_view.h"
#include "views/words/act_guard.h"
#include "views/words/error_words.h"
#include "views/words/load_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::TakeScopeRun;
using State = models::TakeScopeRun::State;

TakeScopeDialog::TakeScopeDialog(const ViewContext &context, const QString &scope, QWidget *parent)
    : DialogFrame(tr("Take “%1” away where it is not used").arg(scope), Icon::Scopes, 680, parent),
      m_context(context), m_scope(scope), m_holders(context.connection.scopes(), context.connection.feed())
{
    setAttribute(Qt::WA_DeleteOnClose);
    buildUi();
    wire();
    m_holders.setScope(scope);
    onHolders();
}

TakeScopeDialog::~TakeScopeDialog()
{
    m_table->setModel(nullptr); // before the model that it shows
}

void TakeScopeDialog::buildUi()
{
    setObjectName(u"takeScopeDialog"_s);
    setEnvironment(m_context.environment, m_context.sandbox ? Severity::Sandbox : Severity::Warn);
    addText(tr("Calls that need the scope are refused from then on. By the day’s figures, of calls that were "
               "served; a grant that was changed lately may not have been used yet."));
    m_days = new QComboBox;
    m_days->setObjectName(u"takeScopeDays"_s);
    m_days->setAccessibleName(tr("Not used for"));
    for (const int days : {30, 90})
        m_days->addItem(tr("Not used for %n day(s)", nullptr, days), days);
    m_count = new Label({}, TypeRole::Small, Tone::Muted);
    m_count->setObjectName(u"takeScopeCount"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(m_days);
    row->addStretch();
    row->addWidget(m_count);
    body()->addLayout(row);
    m_table = new PcTableView;
    m_table->setObjectName(u"takeScopeTable"_s);
    m_table->setAccessibleName(tr("Partners that hold it and do not use it"));
    m_table->setDensity(Density::Dense);
    m_table->setKeyRole(models::IdRole);
    m_table->setItemDelegate(new TakeScopeDelegate(m_table));
    m_table->setColumns({{TakeScopeRun::PartnerColumn, 200, 3, 0},
                         {TakeScopeRun::RemarkColumn, 130, 2, 0},
                         {TakeScopeRun::StateColumn, 150, 2, 0}});
    m_states = new StateStack(m_table, Skeleton::Shape::Table);
    m_states->setFixedHeight(TypeScale::of(this).px(space::header + 7 * space::rowDense));
    m_states->empty()->set(Icon::CheckCircle, tr("Everybody who holds it uses it"),
                           tr("Nothing is to be taken away here."));
    body()->addWidget(m_states);
    m_reason = new ReasonFields({tr("Not used: least privilege")});
    m_reason->setRequired(true);
    body()->addWidget(m_reason);
    m_message = new MessageBanner(Severity::Info);
    m_message->setObjectName(u"dialogMessage"_s);
    m_message->hide();
    m_message->keepRoom();
    setMessageWidget(m_message);
    setFooterNote(tr("Recorded in the audit trail"));
    m_cancel = addButton(u"cancelButton"_s, tr("Cancel"));
    setSafeButton(m_cancel);
    m_submit = addButton(u"submitButton"_s, tr("Take away"), ButtonKind::Danger, Icon::Minus);
}

void TakeScopeDialog::wire()
{
    connect(&m_holders, &models::PagedModel::stateChanged, this, &TakeScopeDialog::onHolders);
    connect(m_states, &StateStack::retryRequested, &m_holders, &models::PagedModel::retry);
    connect(m_states, &StateStack::copyRequested, this,
            [this](const QString &text) { m_context.clipboard.setText(text); });
    connect(m_days, &QComboBox::currentIndexChanged, this, &TakeScopeDialog::list);
    connect(m_table, &PcTableView::peekRequested, this, &TakeScopeDialog::toggle);
    connect(m_table, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == TakeScopeRun::PartnerColumn)
            toggle(index);
    });
    connect(m_table, &PcTableView::openRequested, this, [this](const QModelIndex &index) {
        if (!m_run || !m_run->isOver())
            return toggle(index);
        const QString partner = index.data(models::IdRole).toString();
        accept();
        Q_EMIT partnerWanted(partner);
    });
    connect(m_table, &PcTableView::copyRequested, this,
            [this](const QString &tsv, const QString &html) { m_context.clipboard.setText(tsv, html); });
    connect(m_cancel, &QPushButton::clicked, this, &TakeScopeDialog::reject);
    connect(this, &DialogFrame::closeRefused, this, [this] {
        m_run->stop();
        m_message->setMessage(Severity::Info, tr("Stopping: the one that is under way ends first."));
        m_message->show();
    });
    connect(m_submit, &QPushButton::clicked, this, &TakeScopeDialog::start);
    connect(&m_context.connection, &models::Connection::statusChanged, this, &TakeScopeDialog::updateSubmit);
}

/// All pages: whom it is taken from must be whole.
void TakeScopeDialog::onHolders()
{
    if (m_run && (m_run->isRunning() || m_run->isOver()))
        return;
    showLoadState(*m_states, m_holders, tr("Who holds the scope could not be loaded."));
    if (m_holders.canFetchMore({}))
        return m_holders.fetchMore({});
    if (m_holders.isAnswer() && !m_holders.isBusy() && !m_holders.hasMore())
        list();
    updateSubmit();
}

void TakeScopeDialog::list()
{
    if (m_run && (m_run->isRunning() || m_run->isOver()))
        return;
    const QDateTime now = m_context.connection.clock().now();
    QList<TakeScopeRun::Item> items;
    for (const ScopeHolder &each : m_holders.holders())
        if (models::isUnusedFor(each, m_days->currentData().toInt(), now))
            items.append({each.partnerId, each.name, models::ScopeListModel::lastUsedText(each.lastUsedAt)});
    QStringList spared; // from which it is not to be taken: what others do meanwhile changes nothing in that
    for (int row = 0; m_run && row < m_run->rowCount(); ++row)
        if (!m_run->isChosen(row))
            spared.append(m_run->itemAt(row).partnerId);
    m_table->setModel(nullptr);
    m_run = std::make_unique<TakeScopeRun>(m_context.connection.access(), m_scope, items);
    QStringList chosen;
    for (const TakeScopeRun::Item &each : std::as_const(items))
        if (!spared.contains(each.partnerId))
            chosen.append(each.partnerId);
    m_run->choose(chosen);
    connect(m_run.get(), &TakeScopeRun::stateChanged, this, &TakeScopeDialog::showRun);
    m_table->setModel(m_run.get());
    if (items.isEmpty())
        m_states->showEmpty();
    else
        m_states->showContent();
    showRun();
}

void TakeScopeDialog::toggle(const QModelIndex &index)
{
    if (!m_run || m_run->isRunning() || m_run->isOver())
        return;
    const QString id = index.data(models::IdRole).toString();
    QStringList chosen;
    for (int row = 0; row < m_run->rowCount(); ++row) {
        const QString each = m_run->itemAt(row).partnerId;
        if (m_run->isChosen(row) != (each == id))
            chosen.append(each);
    }
    m_run->choose(chosen);
}

void TakeScopeDialog::start()
{
    if (!m_run || !FormField::validateAll(m_reason->fields()))
        return;
    holdSize();
    m_run->start(m_reason->reason(), m_reason->ticket());
}

void TakeScopeDialog::showRun()
{
    const int taken = m_run->count(State::Taken);
    const int wrong = m_run->count(State::Refused) + m_run->count(State::Unknown);
    m_count->setText(m_run->rowCount() == 0
                         ? QString()
                         : tr("%1 of %Ln chosen", nullptr, m_run->rowCount()).arg(m_run->chosen()));
    m_days->setEnabled(!m_run->isRunning() && !m_run->isOver());
    m_reason->setEnabled(!m_run->isRunning() && !m_run->isOver());
    setCloseGuarded(m_run->isRunning()); // what is under way has an outcome that somebody has to see
    m_cancel->setText(m_run->isRunning() ? tr("Stop") : m_run->isOver() ? tr("Close") : tr("Cancel"));
    if (m_run->isOver()) {
        QString text = tr("Taken from %Ln partner(s).", nullptr, taken);
        for (int row = 0; row < m_run->rowCount(); ++row) {
            const auto &item = m_run->itemAt(row);
            if (item.error) { // the first says why
                text +=
                    u' ' + tr("%1: %2").arg(item.name, errorLine(*item.error, tr("It was not taken away.")));
                break;
            }
        }
        m_message->setMessage(wrong > 0 ? Severity::Warn : Severity::Ok, text);
        m_message->show();
        m_submit->hide();
    }
    updateSubmit();
}

void TakeScopeDialog::updateSubmit()
{
    const QString block = blockText(m_context.connection, Op::GrantEdit);
    setDisabledReason(m_submit, block);
    m_submit->setEnabled(block.isEmpty() && m_run && m_run->chosen() > 0 && !m_run->isRunning() &&
                         !m_run->isOver());
    const int chosen = m_run ? m_run->chosen() : 0;
    m_submit->setText(m_run && m_run->isRunning() ? tr("Taking away…")
                                                  : tr("Take it from %Ln partner(s)", nullptr, chosen));
}

void TakeScopeDialog::done(int result)
{
    const int count = m_run ? m_run->count(State::Taken) : 0;
    DialogFrame::done(result);
    if (count > 0 && !isVisible())
        Q_EMIT taken(count);
}

} // namespace pc::views
