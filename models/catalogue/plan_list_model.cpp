// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/plan_list_model.h"

#include "models/text/enum_names.h"
#include "models/text/figures.h"

#include <QCoreApplication>
#include <QLocale>

namespace pc::models {

using namespace Qt::StringLiterals;

QString limitsText(const Limits &limits)
{
    const QLocale locale;
    const QString rate = locale.toString(limits.rate, 'g', 6);
    const QString burst = locale.toString(limits.burst);
    if (limits.dailyQuota == 0)
        return PlanListModel::tr("%1/s, burst %2, no daily quota").arg(rate, burst);
    return PlanListModel::tr("%1/s, burst %2, %3 a day").arg(rate, burst, locale.toString(limits.dailyQuota));
}

PlanListModel::PlanListModel(CatalogueModel &catalogue, QObject *parent)
    : QAbstractTableModel(parent), m_catalogue(catalogue)
{
    connect(&catalogue, &ObjectModel::changed, this, &PlanListModel::take);
    take();
}

PlanListModel::~PlanListModel() = default;

void PlanListModel::take()
{
    if (m_plans != m_catalogue.plans()) {
        beginResetModel();
        m_plans = m_catalogue.plans();
        endResetModel();
    }
    Q_EMIT rowsReplaced();
}

int PlanListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_plans.size());
}

int PlanListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString PlanListModel::text(const Plan &plan, int column)
{
    switch (column) {
    case NameColumn:
        return plan.name;
    case PartnersColumn:
        return QLocale().toString(plan.partners);
    case SandboxColumn:
        return limitsText(plan.sandbox);
    case LimitedColumn:
        return limitsText(plan.limited);
    case ProductionColumn:
        return limitsText(plan.production);
    case ChangedColumn:
        return plan.updatedAt ? utcText(*plan.updatedAt) : tr("As installed");
    default:
        return {};
    }
}

QVariant PlanListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Plan &plan = m_plans.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(plan, index.column());
    case Qt::ToolTipRole:
        return index.column() == NameColumn ? plan.description : text(plan, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == NameColumn
                   ? tr("%1, %2", "plan, its partners")
                         .arg(plan.name, tr("%Ln partner(s)", nullptr, plan.partners))
                   : tr("%1: %2").arg(heading(index.column()), text(plan, index.column()));
    case ValueRole:
        if (index.column() == PartnersColumn)
            return qint64(plan.partners);
        if (index.column() == ChangedColumn)
            return plan.updatedAt.value_or(QDateTime());
        return text(plan, index.column());
    case IdRole:
        return plan.id;
    default:
        return {};
    }
}

QString PlanListModel::heading(int column)
{
    switch (column) {
    case NameColumn:
        return tr("Plan");
    case PartnersColumn:
        return tr("Partners");
    case SandboxColumn:
        return nameOf(Stage::Sandbox);
    case LimitedColumn:
        return nameOf(Stage::Limited);
    case ProductionColumn:
        return nameOf(Stage::Production);
    case ChangedColumn:
        return tr("Last change");
    default:
        return {};
    }
}

QVariant PlanListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    return heading(section);
}

PlanEffectTable::PlanEffectTable(QObject *parent) : QAbstractTableModel(parent) {}

PlanEffectTable::~PlanEffectTable() = default;

void PlanEffectTable::show(const QList<PlanEffectLine> &lines)
{
    if (lines == m_lines)
        return;
    beginResetModel();
    m_lines = lines;
    endResetModel();
}

int PlanEffectTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int PlanEffectTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString PlanEffectTable::text(const PlanEffectLine &line, int column)
{
    const QLocale locale;
    const auto figure = [&locale](const std::optional<qint64> &calls, int over, const QString &more) {
        if (!calls)
            return tr("Not known");
        return over > 0 ? more.arg(locale.toString(*calls)) : locale.toString(*calls);
    };
    switch (column) {
    case PartnerColumn:
        return line.name;
    case RealmColumn:
        return nameOf(line.stage);
    case BeforeColumn:
        return limitsText(line.before);
    case AfterColumn:
        return line.overridden ? tr("Unchanged: its own limits") : limitsText(line.after);
    case HourColumn:
        return figure(line.busiestHour, line.hoursOver,
                      tr("%1, over in %Ln hour(s)", "calls", line.hoursOver));
    case DayColumn:
        return figure(line.busiestDay, line.daysOver, tr("%1, over on %Ln day(s)", "calls", line.daysOver));
    default:
        return {};
    }
}

QVariant PlanEffectTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PlanEffectLine &line = m_lines.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(line, index.column());
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(heading(index.column()), text(line, index.column()));
    case ValueRole:
        if (index.column() == RealmColumn)
            return static_cast<int>(line.realm);
        if (index.column() == HourColumn)
            return line.busiestHour ? QVariant(*line.busiestHour) : QVariant();
        if (index.column() == DayColumn)
            return line.busiestDay ? QVariant(*line.busiestDay) : QVariant();
        return text(line, index.column());
    case IdRole:
        return QString(line.partnerId + u' ' + toText(line.realm));
    case ExceededRole:
        return line.hoursOver > 0 || line.daysOver > 0;
    case HiddenRole:
        return line.overridden;
    default:
        return {};
    }
}

QString PlanEffectTable::heading(int column)
{
    switch (column) {
    case PartnerColumn:
        return tr("Partner");
    case RealmColumn:
        return tr("Stage");
    case BeforeColumn:
        return tr("Now");
    case AfterColumn:
        return tr("Then");
    case HourColumn:
        return tr("Busiest hour");
    case DayColumn:
        return tr("Busiest day");
    default:
        return {};
    }
}

QVariant PlanEffectTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    return heading(section);
}

} // namespace pc::models
