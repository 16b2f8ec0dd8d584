// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/usage/usage_tab.h"

#include "contract/rules/date_words.h"
#include "models/calls/call_query_text.h"
#include "models/partners/partner_model.h"
#include "models/session/connection.h"
#include "models/text/figures.h"
#include "models/usage/usage_calls.h"
#include "views/charts/chart_view.h"
#include "views/seams/calls_places.h"
#include "views/seams/clipboard.h"
#include "views/shell/navigator.h"
#include "views/style/space.h"
#include "views/style/type_scale.h"
#include "views/usage/breakdown_card.h"
#include "views/usage/chart_card.h"
#include "views/widgets/buttons.h"
#include "views/widgets/chip.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/fact_tiles.h"
#include "views/widgets/label.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/surface.h"
#include "views/words/error_words.h"
#include "views/words/load_view.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::UsageModel;

namespace {

struct RangeWords
{
    UsageModel::Range range;
    const char *text;
};
constexpr RangeWords ranges[]{
    {UsageModel::Range::LastHour, QT_TRANSLATE_NOOP("pc::views::UsageTab", "Last hour")},
    {UsageModel::Range::Last24Hours, QT_TRANSLATE_NOOP("pc::views::UsageTab", "Last 24 hours")},
    {UsageModel::Range::Last7Days, QT_TRANSLATE_NOOP("pc::views::UsageTab", "Last 7 days")},
    {UsageModel::Range::Last30Days, QT_TRANSLATE_NOOP("pc::views::UsageTab", "Last 30 days")},
    {UsageModel::Range::Last90Days, QT_TRANSLATE_NOOP("pc::views::UsageTab", "Last 90 days")},
};

QString unitText(Bucket bucket)
{
    return bucket == Bucket::Minute ? UsageTab::tr("minute")
           : bucket == Bucket::Day  ? UsageTab::tr("day")
                                    : UsageTab::tr("hour");
}

/// Why the buckets are wider than those that were asked for; empty when they are not.
QString widenedText(const UsageSeries &series)
{
    switch (series.widened) {
    case Widened::NotKept:
        return series.bucket == Bucket::Day
                   ? UsageTab::tr("Hours of this time are not kept: shown by the day.")
                   : UsageTab::tr("Minutes of this time are not kept: shown by the hour.");
    case Widened::TooMany:
        return UsageTab::tr("Finer steps would be more than 600: shown by the %1.")
            .arg(unitText(series.bucket));
    case Widened::Unknown:
        break;
    }
    return {};
}

QString spanText(const QDateTime &from, const QDateTime &to)
{
    return UsageTab::tr("%1 to %2", "from, to")
        .arg(rules::momentText(from, rules::DateForm::Day), rules::momentText(to, rules::DateForm::Day));
}

/// Until when there are figures: the bucket in progress ends later, and that is not said to be shown.
QDateTime endOf(const UsageSeries &series)
{
    return series.asOf.isValid() && series.asOf < series.to ? series.asOf : series.to;
}

} // namespace

UsageTab::UsageTab(const ViewContext &context, models::PartnerModel &partner, QWidget *parent)
    : PartnerTab(parent), m_context(context), m_partner(partner),
      m_usage(context.connection.usage(), context.connection.feed()),
      m_breakdown(context.connection.usage(), context.connection.feed())
{
    setObjectName(u"usageTab"_s);
    setBackgroundRole(QPalette::Window);
    setAutoFillBackground(true);
    buildUi();
    wire();
}

void UsageTab::buildUi()
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(space::pageMargin, space::m, space::pageMargin, space::l);
    layout->setSpacing(space::m);
    auto *head = new QHBoxLayout;
    m_range = new Chip(tr("Time"));
    m_range->setObjectName(u"usageRange"_s);
    head->addWidget(m_range);
    m_bucket = new Chip(tr("Per"));
    m_bucket->setObjectName(u"usageBucket"_s);
    head->addWidget(m_bucket);
    m_note = new Label({}, TypeRole::Small, Tone::Muted);
    m_note->setWordWrap(true);
    head->addWidget(m_note, 1);
    m_callsLink = makeButton(u"usageCalls"_s, tr("Show calls"), Icon::Route);
    head->addWidget(m_callsLink);
    layout->addLayout(head);
    m_kept = new MessageBanner(Severity::Info);
    m_kept->setObjectName(u"usageKept"_s);
    m_kept->hide();
    layout->addWidget(m_kept);
    m_tiles = new FactTiles(FactTiles::Order::CaptionFirst);
    layout->addWidget(m_tiles);
    m_calls = new ChartCard(m_context, u"calls"_s);
    m_calls->setMinimumHeight(330);
    layout->addWidget(m_calls, 3);
    m_quota = new ChartCard(m_context, u"quota"_s);
    m_quota->setMinimumHeight(270);
    m_breakdownCard = new BreakdownCard(m_context, m_breakdown);
    m_lower = new QBoxLayout(QBoxLayout::LeftToRight);
    m_lower->setSpacing(space::m);
    m_lower->addWidget(m_quota, 1);
    m_lower->addWidget(m_breakdownCard, 1);
    layout->addLayout(m_lower, 2);

    auto *scroll = scrollOver(content);
    m_states = new StateStack(scroll, Skeleton::Shape::Chart);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_states);
}

void UsageTab::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Two cards beside each other where both have room.
    m_lower->setDirection(width() < TypeScale::of(this).px(900) ? QBoxLayout::TopToBottom
                                                                : QBoxLayout::LeftToRight);
}

void UsageTab::wire()
{
    connect(&m_usage, &UsageModel::changed, this, &UsageTab::showUsage);
    connect(&m_usage, &UsageModel::stateChanged, this, [this] {
        showLoadState(*m_states, m_usage, tr("The usage could not be loaded."));
        Q_EMIT statusChanged();
    });
    connect(&m_partner, &models::PartnerModel::changed, this, [this] {
        if (isVisible())
            showUsage();
    });
    connect(m_range, &Chip::clicked, this, &UsageTab::showRangeMenu);
    connect(m_range, &Chip::removeRequested, this, [this] { setWindow(std::nullopt); });
    connect(m_bucket, &Chip::clicked, this, &UsageTab::showBucketMenu);
    connect(m_calls->chart(), &ChartView::rangeChosen, this,
            [this](const QDateTime &from, const QDateTime &to) {
                setWindow(UsageModel::Window{from, to});
            });
    connect(m_calls->chart(), &ChartView::bucketActivated, this, &UsageTab::showCalls);
    connect(m_calls, &ChartCard::bucketActivated, this, &UsageTab::showCalls);
    connect(m_callsLink, &QPushButton::clicked, this, [this] {
        if (m_usage.series())
            showCalls(m_usage.series()->from, m_usage.series()->to);
    });
    connect(m_states, &StateStack::retryRequested, this, &UsageTab::refresh);
    connect(m_states, &StateStack::copyRequested, this,
            [this](const QString &text) { m_context.clipboard.setText(text); });
    connect(&m_context.ticker, &TimeTicker::tick, this, &UsageTab::showFigures);
}

void UsageTab::showCalls(const QDateTime &from, const QDateTime &to)
{
    const CallFilter filter = models::callsOf(m_usage.partnerId(), Breakdown::Unknown, {}, from,
                                              std::min(to, m_usage.series()->to));
    m_context.navigator.navigate(places::callsPage(models::callQueryText(filter)));
}

void UsageTab::activate()
{
    m_usage.setPartnerId(m_partner.partnerId());
    m_breakdown.setPartnerId(m_partner.partnerId());
    showUsage();
}

void UsageTab::refresh()
{
    m_usage.refresh();
    m_breakdown.refresh();
}

void UsageTab::setRange(UsageModel::Range range)
{
    for (UsageModel *model : {&m_usage, &m_breakdown}) {
        model->setWindow(std::nullopt);
        model->setRange(range);
    }
    showUsage();
}

void UsageTab::setWindow(const std::optional<UsageModel::Window> &window)
{
    for (UsageModel *model : {&m_usage, &m_breakdown})
        model->setWindow(window);
    showUsage();
}

void UsageTab::setBucket(Bucket bucket)
{
    for (UsageModel *model : {&m_usage, &m_breakdown})
        model->setBucket(bucket);
}

void UsageTab::showBucketMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto offer = [this, menu](const QString &text, Bucket bucket) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_usage.bucket() == bucket);
        connect(action, &QAction::triggered, this, [this, bucket] { setBucket(bucket); });
    };
    offer(tr("Automatic"), Bucket::Unknown);
    for (const Bucket bucket : UsageModel::bucketsFor(m_usage.spanSeconds()))
        offer(unitText(bucket), bucket);
    menu->popup(m_bucket->mapToGlobal(QPoint(0, m_bucket->height() + space::xs)));
}

QString UsageTab::rangeText() const
{
    if (!m_usage.window())
        return tr(ranges[static_cast<int>(m_usage.range())].text);
    // What is shown, which may be wider than what was chosen.
    if (m_usage.series() && m_usage.state() == models::LoadState::Ready && !m_usage.isRefreshing())
        return spanText(m_usage.series()->from, endOf(*m_usage.series()));
    return spanText(m_usage.window()->from, m_usage.window()->to);
}

void UsageTab::showRangeMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const RangeWords &entry : ranges) {
        QAction *action = menu->addAction(tr(entry.text));
        action->setCheckable(true);
        action->setChecked(entry.range == m_usage.range());
        connect(action, &QAction::triggered, this, [this, range = entry.range] { setRange(range); });
    }
    menu->popup(m_range->mapToGlobal(QPoint(0, m_range->height() + space::xs)));
}

void UsageTab::showUsage()
{
    m_range->setValue(rangeText());
    m_range->setRemovable(m_usage.window().has_value());
    if (m_usage.series()) {
        const UsageSeries &series = *m_usage.series();
        const QString unit = unitText(series.bucket);
        m_bucket->setValue(unit);
        const auto limits =
            m_partner.grant() ? std::optional<Limits>(m_partner.grant()->value.effective) : std::nullopt;
        m_calls->setData(callsChart(series, limits), tr("Calls per %1").arg(unit));
        m_note->setText(series.latencyP95Ms > 0 ? tr("Decision time: median %1 ms, p95 %2 ms, p99 %3 ms")
                                                      .arg(QLocale().toString(series.latencyP50Ms, 'f', 1),
                                                           QLocale().toString(series.latencyP95Ms, 'f', 1),
                                                           QLocale().toString(series.latencyP99Ms, 'f', 1))
                                                : QString());
    }
    showKept();
    const QString slug = m_partner.partner() ? m_partner.partner()->value.slug : u"partner"_s;
    m_calls->setFileStem(u"calls-%1"_s.arg(slug));
    m_quota->setFileStem(u"quota-%1"_s.arg(slug));
    showFigures();
    showQuota();
}

void UsageTab::showKept()
{
    QStringList texts;
    if (m_usage.series()) {
        texts.append(widenedText(*m_usage.series()));
        if (m_usage.series()->uncounted > 0)
            texts.append(tr("%Ln call(s) of all partners in this time could not be recorded.", nullptr,
                            models::forPlural(m_usage.series()->uncounted)));
        texts.removeAll(QString());
    }
    m_kept->setVisible(!texts.isEmpty());
    m_kept->setMessage(Severity::Info, texts.join(u' '));
}

/// Today's quota; a failed question leaves the last answer with its time, never a figure of now.
Fact UsageTab::quotaFact() const
{
    const QString caption = tr("Quota used today");
    if (!m_usage.quota())
        return {u"—"_s, caption, Severity::Neutral,
                m_usage.quotaError() ? tr("could not be loaded") : tr("loading")};
    const QuotaState &quota = *m_usage.quota();
    if (quota.quota <= 0)
        return {u"—"_s, caption, Severity::Neutral, tr("no daily quota")};
    const double share = static_cast<double>(quota.used) / static_cast<double>(quota.quota);
    const bool usedUp = quota.used >= quota.quota;
    const bool exhausting = !usedUp && quota.exhaustedAt && *quota.exhaustedAt < quota.resetsAt;
    const QString resets = m_context.ticker.relative(quota.resetsAt);
    const QString note =
        m_usage.quotaError()
            ? tr("as of %1 UTC").arg(QLocale().toString(m_usage.quotaAt().toUTC().time(), u"HH:mm"_s))
        : usedUp     ? tr("used up, resets %1").arg(resets)
        : exhausting ? tr("used up %1 at this pace").arg(m_context.ticker.relative(*quota.exhaustedAt))
                     : tr("resets %1").arg(resets);
    return {models::percentText(share, 1), caption,
            usedUp                       ? Severity::Bad
            : share >= 0.9 || exhausting ? Severity::Warn
                                         : Severity::Neutral,
            note};
}

void UsageTab::showFigures()
{
    if (!m_usage.series())
        return;
    const models::UsageFigures figures = m_usage.figures();
    const QLocale locale;
    QList<Fact> facts;
    facts.append({locale.toString(figures.served), tr("Requests served"), Severity::Neutral,
                  tr("of %Ln call(s)", nullptr, models::forPlural(figures.calls))});
    facts.append(quotaFact());
    facts.append({locale.toString(figures.throttled),
                  tr("Throttled"),
                  figures.throttled > 0 ? Severity::Warn : Severity::Neutral,
                  {}});
    facts.append({figures.errorShare ? models::percentText(*figures.errorShare, 2) : u"—"_s, tr("Errors"),
                  Severity::Neutral,
                  figures.errorShare ? tr("%Ln refused or failed", nullptr, models::forPlural(figures.errors))
                                     : tr("no calls")});
    m_tiles->setFacts(facts);
}

void UsageTab::showQuota()
{
    m_quota->setVisible(m_usage.quota().has_value());
    if (m_usage.quota())
        m_quota->setData(quotaChart(*m_usage.quota()), tr("Daily quota, 30 days"));
}

StatusText UsageTab::statusText() const
{
    StatusText status;
    if (m_usage.series() && m_usage.state() != models::LoadState::Loading) {
        const UsageSeries &series = *m_usage.series();
        status.counts = tr("%1 to %2 UTC")
                            .arg(rules::momentText(series.from, rules::DateForm::Day),
                                 rules::momentText(endOf(series), rules::DateForm::Day));
    }
    status.freshness = freshnessText(m_usage.loadedAt(), m_context.ticker);
    status.hints = {{tr("← → move in the chart"), m_calls->chart()}};
    return status;
}

} // namespace pc::views
