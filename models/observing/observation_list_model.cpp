// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/observing/observation_list_model.h"

#include "models/text/enum_names.h"
#include "models/text/figures.h"

#include <QLocale>

#include <algorithm>

namespace pc::models {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString countOf(const std::optional<qint64> &count)
{
    return count ? QLocale().toString(*count) : QString();
}

QVariant figureOf(const std::optional<qint64> &count)
{
    return count ? QVariant(*count) : QVariant();
}

} // namespace

ObservationListModel::ObservationListModel(client::ObservationsClient &observations, ChangeFeed &feed,
                                           QObject *parent)
    : PagedRows<ObservationSummary>(feed.clock(), parent), m_observations(observations)
{
    connect(&feed, &ChangeFeed::reset, this, [this] { refreshWithin(0ms); });
    connect(&feed, &ChangeFeed::changed, this, [this](const Change &change) {
        if (change.kind == ChangeKind::Catalogue)
            refreshWithin(100ms);
    });
}

ObservationListModel::~ObservationListModel() = default;

const ObservationSummary *ObservationListModel::observation(const QString &id) const
{
    const int row = rowOf(id);
    return row < 0 ? nullptr : &at(row);
}

QList<ObservationSummary> ObservationListModel::inForce() const
{
    const QDateTime now = clock().now();
    QList<ObservationSummary> list;
    std::copy_if(rows().begin(), rows().end(), std::back_inserter(list),
                 [&now](const ObservationSummary &each) { return !isOver(each.observation, now); });
    return list;
}

std::optional<ObservationSummary> ObservationListModel::over(ObservationKind kind,
                                                             const QString &target) const
{
    std::optional<ObservationSummary> part;
    for (const ObservationSummary &each : inForce()) {
        if (each.observation.target != target)
            continue;
        if (each.observation.kind == kind)
            return each;
        if (kind == ObservationKind::Api && each.observation.kind == ObservationKind::Routes && !part)
            part = each;
    }
    return part;
}

void ObservationListModel::ensureLoaded()
{
    if (state() == LoadState::Idle)
        refresh();
}

client::Call ObservationListModel::fetchPage(const QString &, int, PageCallback done)
{
    return m_observations.list(this, std::move(done));
}

int ObservationListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

bool ObservationListModel::isOver(const Observation &observation, const QDateTime &now)
{
    return observation.endedAt.has_value() || observation.until <= now;
}

bool ObservationListModel::isSoonOver(const Observation &observation, const QDateTime &now)
{
    return !isOver(observation, now) && observation.until <= now.addDays(soonDays);
}

QString ObservationListModel::targetText(const Observation &observation, const QString &name)
{
    const QString shown = name.isEmpty() ? observation.target : name;
    return observation.kind == ObservationKind::Routes
               ? tr("%1, below %2", "API, path").arg(shown, observation.pathPrefix)
               : shown;
}

QVariant ObservationListModel::value(const ObservationSummary &row, int column)
{
    const Observation &observation = row.observation;
    switch (column) {
    case TargetColumn:
        return targetText(observation, row.name);
    case KindColumn:
        return int(observation.kind);
    case UntilColumn:
        return observation.endedAt.value_or(observation.until);
    case DayColumn:
        return figureOf(row.refusedDay);
    case RefusedColumn:
        return figureOf(row.refused);
    case ByColumn:
        return observation.begunBy;
    case ReasonColumn:
        return observation.reason;
    default:
        return {};
    }
}

QString ObservationListModel::text(const ObservationSummary &row, int column) const
{
    const Observation &observation = row.observation;
    switch (column) {
    case TargetColumn:
        return targetText(observation, row.name);
    case KindColumn:
        return nameOf(observation.kind);
    case UntilColumn:
        return utcText(observation.endedAt.value_or(observation.until));
    case DayColumn:
        return countOf(row.refusedDay);
    case RefusedColumn:
        return countOf(row.refused);
    case ByColumn:
        return observation.begunBy;
    case ReasonColumn:
        return observation.ticket.isEmpty()
                   ? observation.reason
                   : tr("%1 (%2)", "reason, ticket").arg(observation.reason, observation.ticket);
    default:
        return {};
    }
}

QString ObservationListModel::accessibleText(const ObservationSummary &row, int column) const
{
    const Observation &observation = row.observation;
    const bool over = isOver(observation, clock().now());
    switch (column) {
    case TargetColumn:
        return over ? tr("%1, %2, enforced since %3", "kind, what, when")
                          .arg(nameOf(observation.kind), text(row, column), text(row, UntilColumn))
                    : tr("%1, %2, observed until %3, %Ln call(s) of the last 24 hours would be refused",
                         "kind, what, when", forPlural(row.refusedDay.value_or(0)))
                          .arg(nameOf(observation.kind), text(row, column), text(row, UntilColumn));
    case UntilColumn:
        return over ? tr("Enforced since %1").arg(text(row, column))
                    : tr("Observed until %1").arg(text(row, column));
    case DayColumn:
    case RefusedColumn:
        if (text(row, column).isEmpty())
            return tr("%1: not counted any more").arg(heading(column));
        [[fallthrough]];
    default:
        return tr("%1: %2").arg(heading(column), text(row, column));
    }
}

QVariant ObservationListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ObservationSummary &row = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::AccessibleTextRole:
        return accessibleText(row, index.column());
    case ValueRole:
        return value(row, index.column());
    case IdRole:
        return row.observation.id;
    case OverRole:
        return isOver(row.observation, clock().now());
    case SoonRole:
        return isSoonOver(row.observation, clock().now());
    default:
        return {};
    }
}

QString ObservationListModel::heading(int column) const
{
    switch (column) {
    case TargetColumn:
        return tr("Observed");
    case KindColumn:
        return tr("Kind");
    case UntilColumn:
        return tr("Until");
    case DayColumn:
        return tr("Refusals in 24 h");
    case RefusedColumn:
        return tr("All refusals");
    case ByColumn:
        return tr("Begun by");
    case ReasonColumn:
        return tr("Reason");
    default:
        return {};
    }
}

} // namespace pc::models
