// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/revision_list_model.h"

#include "models/catalogue/api_list_model.h"
#include "models/text/enum_names.h"
#include "models/text/figures.h"

#include <QLocale>

namespace pc::models {

using namespace std::chrono_literals;

namespace {

QDateTime revisionTime(const CatalogueRevision &revision)
{
    return revision.appliedAt.value_or(revision.createdAt);
}

QString revisionActor(const CatalogueRevision &revision)
{
    return revision.appliedBy.isEmpty() ? revision.createdBy : revision.appliedBy;
}

} // namespace

RevisionListModel::RevisionListModel(client::CatalogueClient &catalogue, ChangeFeed &feed, QObject *parent)
    : PagedRows<CatalogueRevision>(feed.clock(), parent), m_catalogue(catalogue)
{
    connect(&feed, &ChangeFeed::reset, this, [this] { refreshWithin(0ms); });
    connect(&feed, &ChangeFeed::changed, this, [this](const Change &change) {
        if (change.kind == ChangeKind::Catalogue && change.mayConcern(m_apiId))
            refreshWithin(100ms);
    });
}

RevisionListModel::~RevisionListModel() = default;

void RevisionListModel::setApi(const QString &apiId)
{
    if (apiId == m_apiId)
        return;
    m_apiId = apiId;
    dropRows();
    if (!apiId.isEmpty())
        startOver();
}

client::Call RevisionListModel::fetchPage(const QString &, int, PageCallback done)
{
    return m_catalogue.revisions(m_apiId, this, std::move(done));
}

int RevisionListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString RevisionListModel::changesText(const RevisionCounts &counts)
{
    if (counts.newRoutes + counts.goneRoutes + counts.changedRoutes == 0)
        return tr("No difference");
    return tr("%1, %2, %3", "new, gone, changed routes")
        .arg(tr("%Ln new", "routes", counts.newRoutes), tr("%Ln gone", "routes", counts.goneRoutes),
             tr("%Ln changed", "routes", counts.changedRoutes));
}

QString RevisionListModel::changesText(const CatalogueRevision &revision)
{
    const RevisionCounts &counts = revision.counts;
    const bool same = counts.newRoutes + counts.goneRoutes + counts.changedRoutes == 0;
    return revision.sha256.isEmpty() && same ? QString() : changesText(counts);
}

QString RevisionListModel::descriptionText(const CatalogueRevision &revision)
{
    return revision.sha256.isEmpty()
               ? tr("Before the first import")
               : ApiListModel::descriptionText(revision.title, revision.describedVersion);
}

QVariant RevisionListModel::value(const CatalogueRevision &revision, int column)
{
    switch (column) {
    case DescriptionColumn:
        return revision.title;
    case StateColumn:
        return int(revision.state);
    case RoutesColumn:
        return qint64(revision.counts.routes);
    case ChangesColumn:
        return changesText(revision);
    case ByColumn:
        return revisionActor(revision);
    case WhenColumn:
        return revisionTime(revision);
    default:
        return {};
    }
}

QString RevisionListModel::text(const CatalogueRevision &revision, int column)
{
    switch (column) {
    case DescriptionColumn:
        return descriptionText(revision);
    case StateColumn:
        return nameOf(revision.state);
    case RoutesColumn:
        return QLocale().toString(revision.counts.routes);
    case ChangesColumn:
        return changesText(revision);
    case ByColumn:
        return revisionActor(revision);
    case WhenColumn:
        return utcText(revisionTime(revision));
    default:
        return {};
    }
}

QString RevisionListModel::accessibleText(const CatalogueRevision &revision, int column) const
{
    switch (column) {
    case DescriptionColumn:
        return tr("%1, %2, %3, by %4, %5", "description, state, routes, who, when")
            .arg(descriptionText(revision), nameOf(revision.state),
                 tr("%Ln route(s)", nullptr, revision.counts.routes), revisionActor(revision),
                 utcText(revisionTime(revision)));
    case RoutesColumn:
        return tr("%Ln route(s)", nullptr, revision.counts.routes);
    default:
        return tr("%1: %2").arg(heading(column), text(revision, column));
    }
}

QVariant RevisionListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CatalogueRevision &revision = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(revision, index.column());
    case Qt::AccessibleTextRole:
        return accessibleText(revision, index.column());
    case ValueRole:
        return value(revision, index.column());
    case IdRole:
        return revision.id;
    default:
        return {};
    }
}

QString RevisionListModel::heading(int column) const
{
    switch (column) {
    case DescriptionColumn:
        return tr("Description");
    case StateColumn:
        return tr("State");
    case RoutesColumn:
        return tr("Routes");
    case ChangesColumn:
        return tr("Changes");
    case ByColumn:
        return tr("By");
    case WhenColumn:
        return tr("When");
    default:
        return {};
    }
}

} // namespace pc::models
