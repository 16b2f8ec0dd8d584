// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/api_list_model.h"

#include "models/text/figures.h"

#include <QLocale>

namespace pc::models {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

ApiListModel::ApiListModel(client::CatalogueClient &catalogue, ChangeFeed &feed, QObject *parent)
    : PagedRows<Api>(feed.clock(), parent), m_catalogue(catalogue)
{
    connect(&feed, &ChangeFeed::reset, this, [this] { refreshWithin(0ms); });
    connect(&feed, &ChangeFeed::changed, this, [this](const Change &change) {
        if (change.kind == ChangeKind::Catalogue)
            refreshWithin(100ms);
    });
}

ApiListModel::~ApiListModel() = default;

const Api *ApiListModel::api(const QString &id) const
{
    const int row = rowOf(id);
    return row < 0 ? nullptr : &at(row);
}

void ApiListModel::ensureLoaded()
{
    if (state() == LoadState::Idle)
        refresh();
}

client::Call ApiListModel::fetchPage(const QString &, int, PageCallback done)
{
    return m_catalogue.apis(this, std::move(done));
}

int ApiListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString ApiListModel::addressText(const Api &api)
{
    if (!api.host.isEmpty())
        return api.host + api.basePath;
    return api.basePath.isEmpty() ? tr("Any other host") : tr("Any other host, %1").arg(api.basePath);
}

QString ApiListModel::audienceText(const Api &api)
{
    return api.audience.isEmpty() ? tr("The platform's own") : api.audience;
}

QString ApiListModel::descriptionText(const QString &title, const QString &version)
{
    if (title.isEmpty() && version.isEmpty())
        return tr("Not imported");
    return version.isEmpty() ? title : tr("%1, version %2", "title of a description").arg(title, version);
}

QVariant ApiListModel::value(const Api &api, int column)
{
    switch (column) {
    case NameColumn:
        return api.name;
    case AddressColumn:
        return QString(api.host + api.basePath);
    case AudienceColumn:
        return api.audience;
    case RoutesColumn:
        return qint64(api.routes); // a number; what is an int is a name of a list
    case ScopesColumn:
        return qint64(api.scopes);
    case DescriptionColumn:
        return api.title;
    case ChangedColumn:
        return api.updatedAt;
    default:
        return {};
    }
}

QString ApiListModel::text(const Api &api, int column)
{
    switch (column) {
    case NameColumn:
        return api.name;
    case AddressColumn:
        return addressText(api);
    case AudienceColumn:
        return audienceText(api);
    case RoutesColumn:
        return QLocale().toString(api.routes);
    case ScopesColumn:
        return QLocale().toString(api.scopes);
    case DescriptionColumn:
        return descriptionText(api.title, api.describedVersion);
    case ChangedColumn:
        return utcText(api.updatedAt);
    default:
        return {};
    }
}

QString ApiListModel::accessibleText(const Api &api, int column) const
{
    switch (column) {
    case NameColumn:
        return tr("%1, %2, %3, %4", "API, address, routes, description")
            .arg(api.name, addressText(api), tr("%Ln route(s)", nullptr, api.routes),
                 descriptionText(api.title, api.describedVersion));
    case RoutesColumn:
        return tr("%Ln route(s)", nullptr, api.routes);
    case ScopesColumn:
        return tr("%Ln scope(s)", nullptr, api.scopes);
    case ChangedColumn:
        return tr("Changed %1 by %2", "when, who").arg(utcText(api.updatedAt), api.updatedBy);
    default:
        return tr("%1: %2").arg(heading(column), text(api, column));
    }
}

QVariant ApiListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Api &api = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(api, index.column());
    case Qt::AccessibleTextRole:
        return accessibleText(api, index.column());
    case ValueRole:
        return value(api, index.column());
    case IdRole:
        return api.id;
    case ChangedByRole:
        return api.updatedBy;
    case DescribedVersionRole:
        return api.describedVersion;
    default:
        return {};
    }
}

QString ApiListModel::heading(int column) const
{
    switch (column) {
    case NameColumn:
        return tr("API");
    case AddressColumn:
        return tr("Host and base path");
    case AudienceColumn:
        return tr("Audience");
    case RoutesColumn:
        return tr("Routes");
    case ScopesColumn:
        return tr("Scopes");
    case DescriptionColumn:
        return tr("Description");
    case ChangedColumn:
        return tr("Last change");
    default:
        return {};
    }
}

} // namespace pc::models
