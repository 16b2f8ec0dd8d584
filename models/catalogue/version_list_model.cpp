// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/version_list_model.h"

#include "models/text/figures.h"

#include <QLocale>

namespace pc::models {

using namespace std::chrono_literals;

VersionListModel::VersionListModel(client::VersionsClient &versions, ChangeFeed &feed, QObject *parent)
    : PagedRows<ApiVersion>(feed.clock(), parent), m_versions(versions), m_feed(feed)
{
    connect(&feed, &ChangeFeed::reset, this, [this] { refreshWithin(0ms); });
    connect(&feed, &ChangeFeed::changed, this, [this](const Change &change) {
        if (change.kind == ChangeKind::Catalogue && change.mayConcern(m_apiId))
            refreshWithin(100ms);
    });
}

VersionListModel::~VersionListModel() = default;

void VersionListModel::setApi(const QString &apiId)
{
    if (apiId == m_apiId)
        return;
    m_apiId = apiId;
    dropRows();
    if (!apiId.isEmpty())
        startOver();
}

QDateTime VersionListModel::now() const
{
    return m_feed.clock().now();
}

client::Call VersionListModel::fetchPage(const QString &, int, PageCallback done)
{
    return m_versions.versions(m_apiId, this, std::move(done));
}

int VersionListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString VersionListModel::stateText(const ApiVersion &version, const QDateTime &now)
{
    switch (rules::stateOf(version, now)) {
    case rules::VersionState::Ended:
        return tr("Ended");
    case rules::VersionState::Current:
        return tr("Current");
    case rules::VersionState::Deprecated:
        break;
    }
    if (!version.sunsetAt)
        return tr("Deprecated");
    constexpr qint64 day = 86'400'000;
    const qint64 days = (now.msecsTo(*version.sunsetAt) + day - 1) / day;
    return tr("Ends in %n day(s)", nullptr, forPlural(days));
}

QVariant VersionListModel::value(const ApiVersion &version, int column) const
{
    switch (column) {
    case PathColumn:
        return version.pathPrefix;
    case StateColumn:
        return int(rules::stateOf(version, now()));
    case DeprecatedColumn:
        return version.deprecatedAt.value_or(QDateTime());
    case SunsetColumn:
        return version.sunsetAt.value_or(QDateTime());
    case PartnersColumn:
        return qint64(version.partners30d);
    case CallsColumn:
        return version.calls30d;
    default:
        return {};
    }
}

QString VersionListModel::text(const ApiVersion &version, int column) const
{
    switch (column) {
    case PathColumn:
        return version.pathPrefix;
    case StateColumn:
        return stateText(version, now());
    case DeprecatedColumn:
        return version.deprecatedAt ? utcText(*version.deprecatedAt) : QString();
    case SunsetColumn:
        return version.sunsetAt ? utcText(*version.sunsetAt) : QString();
    case PartnersColumn:
        return QLocale().toString(version.partners30d);
    case CallsColumn:
        return QLocale().toString(version.calls30d);
    default:
        return {};
    }
}

QString VersionListModel::accessibleText(const ApiVersion &version, int column) const
{
    switch (column) {
    case PathColumn:
        return tr("%1, %2, %3 in 30 days", "path, state, partners")
            .arg(version.pathPrefix, stateText(version, now()),
                 tr("%Ln partner(s) calling", nullptr, version.partners30d));
    case PartnersColumn:
        return tr("%Ln partner(s) calling", nullptr, version.partners30d);
    default:
        return tr("%1: %2").arg(heading(column), text(version, column));
    }
}

QVariant VersionListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ApiVersion &version = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(version, index.column());
    case Qt::AccessibleTextRole:
        return accessibleText(version, index.column());
    case ValueRole:
        return value(version, index.column());
    case IdRole:
        return version.id;
    case AttentionRole:
        return rules::asksForAttention(version, now());
    default:
        return {};
    }
}

QString VersionListModel::heading(int column) const
{
    switch (column) {
    case PathColumn:
        return tr("Path");
    case StateColumn:
        return tr("State");
    case DeprecatedColumn:
        return tr("Deprecated from");
    case SunsetColumn:
        return tr("Ends");
    case PartnersColumn:
        return tr("Still calling");
    case CallsColumn:
        return tr("Calls, 30 days");
    default:
        return {};
    }
}

} // namespace pc::models
