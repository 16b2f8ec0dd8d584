// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/observing/enforce_dialog.h"

#include "models/base/item_roles.h"
#include "models/session/connection.h"
#include "models/text/figures.h"
#include "views/observing/observing_delegates.h"
#include "views/observing/report_words.h"
#include "views/seams/context.h"
#include "views/style/space.h"
#include "views/widgets/label.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/table_view.h"
#include "views/words/error_words.h"

#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::ObservedBy;
using models::ObservedGroupTable;

namespace {

constexpr int rowsInSight = 5;

} // namespace

EnforceDialog::EnforceDialog(const ViewContext &context, models::EnforceFlow *flow, QWidget *parent)
    : FlowDialog(context, flow, Op::ObservationEnd,
                 tr("Enforce “%1”").arg(observedName(flow->observed().observation, flow->observed().name)),
                 Icon::Lock, 640, tr("It is observed as before."), parent),
      m_flow(flow), m_facts(context.connection.observations(), context.connection.feed())
{
    setObjectName(u"enforceDialog"_s);
    setEnvironment(context.environment, context.sandbox ? Severity::Sandbox : Severity::Bad);
    addText(tr("From then on what would be refused is refused, at every gateway, before this is answered."),
            Tone::Text);
    m_verdict = new MessageBanner(Severity::Neutral);
    m_verdict->setObjectName(u"enforceVerdict"_s);
    m_verdict->keepRoom();
    body()->addWidget(m_verdict);
    m_table = new PcTableView;
    m_table->setObjectName(u"enforcePartners"_s);
    m_table->setAccessibleName(tr("Who would be refused"));
    m_table->setDensity(Density::Dense);
    m_table->setKeyRole(models::IdRole);
    m_table->setModel(&m_groups);
    m_table->setItemDelegate(new ReportDelegate(ReportDelegate::Rows::Groups, m_table));
    m_table->setColumns({{ObservedGroupTable::NameColumn, 180, 3, 0},
                         {ObservedGroupTable::CallsColumn, 96, 0, 0},
                         {ObservedGroupTable::ShareColumn, 80, 0, 1},
                         {ObservedGroupTable::SpreadColumn, 110, 1, 2},
                         {ObservedGroupTable::LastColumn, 110, 1, 3}});
    m_table->hide();
    body()->addWidget(m_table);
    m_more = new Label({}, TypeRole::Small, Tone::Muted);
    m_more->setObjectName(u"enforceMore"_s);
    m_more->setWordWrap(true);
    m_more->hide();
    body()->addWidget(m_more);
    addReasonFields(flow->observed().observation.id,
                    {tr("All partners have moved over"), tr("The rest is told and waited long enough")});
    setFooterNote(tr("Recorded in the audit trail"));
    addCancel(tr("Go on observing"));
    addSubmit(tr("Enforce now"), ButtonKind::Danger, Icon::Lock, tr("Enforcing…"));
    connect(&m_facts, &models::ObjectModel::changed, this, &EnforceDialog::showFacts);
    connect(&m_facts, &models::ObjectModel::stateChanged, this, &EnforceDialog::showFacts);
    connect(&context.ticker, &TimeTicker::tick, this, [this] {
        if (models::mayEdit(m_flow->state()))
            m_facts.keepFresh();
    });
    m_facts.setRange(models::ObservationReportModel::Range::Day);
    m_facts.setObservation(flow->observed().observation.id);
    showFacts();
}

EnforceDialog::~EnforceDialog()
{
    delete m_table; // before the rows that it shows
}

/// Not before it is known whom it hits, or that this cannot be known.
bool EnforceDialog::maySubmit() const
{
    return m_facts.report().has_value() || m_facts.error().has_value();
}

void EnforceDialog::showFacts()
{
    updateSubmit();
    const auto &report = m_facts.report();
    if (!report) {
        m_table->hide();
        m_more->hide();
        if (m_facts.error()) {
            m_verdict->setMessage(Severity::Warn,
                                  errorLine(*m_facts.error(), tr("What would be refused is not known.")));
            m_verdict->setIcon(Icon::Warning);
        } else {
            m_verdict->setMessage(Severity::Neutral, tr("Looking what would be refused…"));
            m_verdict->setIcon(Icon::Clock);
        }
        return;
    }
    const QList<ObservedLine> lines = models::stillRefused(report->lines);
    const qint64 calls = models::callsOf(lines);
    const QList<models::ObservedGroup> groups = models::groupsOf(lines, ObservedBy::Partner);
    const bool nothing = lines.isEmpty() && report->moreLines == 0;
    const auto partners =
        static_cast<int>(std::count_if(groups.begin(), groups.end(), [](const models::ObservedGroup &each) {
            return !each.partnerId.isEmpty();
        }));
    if (nothing) {
        m_verdict->setMessage(Severity::Neutral,
                              report->calls == 0 ? tr("Nothing in the last 24 hours: no call came under it.")
                                                 : tr("Nothing in the last 24 hours would be refused."));
        m_verdict->setIcon(Icon::Check);
    } else {
        const QString refused =
            tr("%Ln call(s) of the last 24 hours would be refused", nullptr, models::forPlural(calls));
        const QString known = tr("%Ln partner(s)", nullptr, partners);
        const bool alsoUnknown = partners < static_cast<int>(groups.size());
        m_verdict->setMessage(
            Severity::Warn,
            groups.isEmpty() ? tr("More would be refused than can be listed here.")
            : partners == 0  ? tr("%1, all from unknown callers.", "calls").arg(refused)
            : alsoUnknown    ? tr("%1, from %2 and unknown callers.", "calls, partners").arg(refused, known)
                             : tr("%1, from %2.", "calls, partners").arg(refused, known));
        m_verdict->setIcon(Icon::Warning);
    }
    m_groups.setGroups(groups, ObservedBy::Partner, calls);
    m_table->setVisible(!groups.isEmpty());
    m_table->setFixedHeight(TypeScale::of(this).px(
        space::header + space::rowDense * std::clamp<int>(static_cast<int>(groups.size()), 1, rowsInSight) +
        4));
    const QString note = besidesNote(*report);
    m_more->setText(note);
    m_more->setVisible(!note.isEmpty());
}

void EnforceDialog::onDone()
{
    Q_EMIT enforced(m_flow->observed());
    accept();
}

} // namespace pc::views
