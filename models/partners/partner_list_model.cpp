// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/partners/partner_list_model.h"

#include "models/text/enum_names.h"
#include "models/text/figures.h"

#include <QLocale>

namespace pc::models {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The service's name of the order behind a column; empty when it cannot sort by it.
QString partnerSortKey(int column)
{
    switch (column) {
    case PartnerListModel::PartnerColumn:
        return u"name"_s;
    case PartnerListModel::StageColumn:
        return u"stage"_s;
    case PartnerListModel::HealthColumn:
        return u"health"_s;
    case PartnerListModel::QuotaColumn:
        return u"quota"_s;
    case PartnerListModel::TrafficColumn:
        return u"calls"_s;
    case PartnerListModel::OwnerColumn:
        return u"owner"_s;
    case PartnerListModel::LastActivityColumn:
        return u"last_call_at"_s;
    default:
        return {};
    }
}

/// The order follows what calls or the grant move.
bool ordersByFigures(QString sort)
{
    if (sort.startsWith(u'-'))
        sort.remove(0, 1);
    return sort == partnerSortKey(PartnerListModel::HealthColumn) ||
           sort == partnerSortKey(PartnerListModel::QuotaColumn) ||
           sort == partnerSortKey(PartnerListModel::TrafficColumn) ||
           sort == partnerSortKey(PartnerListModel::LastActivityColumn);
}

double share(qint64 part, qint64 whole)
{
    return whole > 0 ? double(part) / double(whole) : -1;
}

} // namespace

PartnerListModel::PartnerListModel(client::PartnersClient &partners, ChangeFeed &feed, QObject *parent)
    : PagedRows<Partner>(feed.clock(), parent), m_partners(partners)
{
    connect(&feed, &ChangeFeed::reset, this, [this] { refreshWithin(0ms); });
    connect(&feed, &ChangeFeed::changed, this, [this](const Change &change) {
        if (!mayConcern(change))
            return;
        // Usage moves figures only: many partners make one request.
        refreshWithin(change.kind == ChangeKind::Usage ? std::chrono::milliseconds(5s) : 100ms);
    });
}

PartnerListModel::~PartnerListModel() = default;

void PartnerListModel::setQuery(const PartnerQuery &query)
{
    if (query == m_query && state() != LoadState::Idle)
        return refresh(); // the same question: its rows stay
    m_query = query;
    startOver();
}

bool PartnerListModel::canSort(int column)
{
    return !partnerSortKey(column).isEmpty();
}

/// A partner may come into any list by its own change. What is not the partner itself moves what its row
/// shows, and whether and where it stands only if the list asks for that.
bool PartnerListModel::mayConcern(const Change &change) const
{
    const bool byFigures = !m_query.healths.isEmpty() || ordersByFigures(m_query.sort);
    switch (change.kind) {
    case ChangeKind::Partner:
        return true;
    case ChangeKind::Credential:
        return m_query.expiringWithinDays || mayShow(change);
    case ChangeKind::Grant:
    case ChangeKind::Usage:
        return byFigures || mayShow(change);
    default:
        return false;
    }
}

bool PartnerListModel::mayShow(const Change &change) const
{
    return isBusy() || change.partnerId.isEmpty() || rowOf(change.partnerId) >= 0;
}

client::Call PartnerListModel::fetchPage(const QString &cursor, int limit, PageCallback done)
{
    PartnerQuery query = m_query;
    query.cursor = cursor;
    query.limit = limit;
    return m_partners.list(query, this, std::move(done));
}

int PartnerListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant PartnerListModel::value(const Partner &partner, int column)
{
    const PartnerSummary &summary = partner.summary;
    switch (column) {
    case PartnerColumn:
        return partner.name;
    case StageColumn:
        return int(partner.stage);
    case HealthColumn:
        return int(summary.health);
    case CredentialsColumn:
        return qint64(summary.credentials); // a number; what is an int is a name of a list
    case QuotaColumn:
        return share(summary.quotaUsedToday, summary.quotaToday);
    case TrafficColumn:
        return QVariant::fromValue(summary.callsPerHour);
    case ErrorsColumn:
        return share(summary.errors24h, summary.calls24h);
    case OwnerColumn:
        return partner.owner;
    case LastActivityColumn:
        return summary.lastCallAt ? QVariant(*summary.lastCallAt) : QVariant(QDateTime());
    default:
        return {};
    }
}

QString PartnerListModel::text(const Partner &partner, int column)
{
    const PartnerSummary &summary = partner.summary;
    const QLocale locale;
    switch (column) {
    case PartnerColumn:
        return partner.name;
    case StageColumn:
        return partner.status == PartnerStatus::Active ? nameOf(partner.stage) : nameOf(partner.status);
    case HealthColumn:
        return nameOf(summary.health);
    case CredentialsColumn:
        return locale.toString(summary.credentials);
    case QuotaColumn:
        return summary.quotaToday > 0 ? shareText(share(summary.quotaUsedToday, summary.quotaToday))
                                      : tr("No quota");
    case TrafficColumn:
        return locale.toString(summary.calls24h);
    case ErrorsColumn:
        return summary.calls24h > 0 ? shareText(share(summary.errors24h, summary.calls24h)) : QString();
    case OwnerColumn:
        return partner.owner;
    case LastActivityColumn:
        return summary.lastCallAt ? utcText(*summary.lastCallAt) : tr("Never");
    default:
        return {};
    }
}

QString PartnerListModel::accessibleText(const Partner &partner, int column) const
{
    const PartnerSummary &summary = partner.summary;
    switch (column) {
    case PartnerColumn:
        return tr("%1, stage %2, %3, %4, owner %5")
            .arg(partner.name, nameOf(partner.stage), nameOf(summary.health),
                 tr("%n credential(s)", nullptr, summary.credentials), partner.owner);
    case CredentialsColumn:
        return tr("%1, %2", "two counts")
            .arg(tr("%n credential(s)", nullptr, summary.credentials),
                 tr("%n expiring", nullptr, summary.credentialsExpiring));
    case QuotaColumn:
        return summary.quotaToday > 0 ? tr("Quota today %1").arg(text(partner, column))
                                      : text(partner, column);
    case TrafficColumn:
        return tr("%n call(s) in 24 hours", nullptr, forPlural(summary.calls24h));
    case ErrorsColumn:
        return summary.calls24h > 0 ? tr("%1 errors").arg(text(partner, column)) : tr("No calls");
    default:
        return tr("%1: %2").arg(heading(column), text(partner, column));
    }
}

QVariant PartnerListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Partner &partner = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(partner, index.column());
    case Qt::AccessibleTextRole:
        return accessibleText(partner, index.column());
    case ValueRole:
        return value(partner, index.column());
    case IdRole:
        return partner.id;
    case SlugRole:
        return partner.slug;
    case StatusRole:
        return int(partner.status);
    case ExpiringRole:
        return partner.summary.credentialsExpiring;
    case QuotaUsedRole:
        return partner.summary.quotaUsedToday;
    case QuotaLimitRole:
        return partner.summary.quotaToday;
    case CallsRole:
        return partner.summary.calls24h;
    case ErrorCountRole:
        return partner.summary.errors24h;
    case ThrottledRole:
        return partner.summary.throttled24h;
    default:
        return {};
    }
}

QString PartnerListModel::heading(int column) const
{
    switch (column) {
    case PartnerColumn:
        return tr("Partner");
    case StageColumn:
        return tr("Stage");
    case HealthColumn:
        return tr("Health");
    case CredentialsColumn:
        return tr("Credentials");
    case QuotaColumn:
        return tr("Quota today");
    case TrafficColumn:
        return tr("24 h traffic");
    case ErrorsColumn:
        return tr("Errors");
    case OwnerColumn:
        return tr("Owner");
    case LastActivityColumn:
        return tr("Last activity");
    default:
        return {};
    }
}

void PartnerListModel::sort(int column, Qt::SortOrder order)
{
    sortBy(m_query.sort, partnerSortKey(column), order);
}

} // namespace pc::models
