// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/catalogue/revision_reads.h"

#include "platform/admin/api/parameters.h"
#include "platform/admin/catalogue/revision_review.h"
#include "platform/admin/catalogue/revision_routes.h"
#include "platform/store/rows/api_rows.h"

#include <algorithm>

namespace pc::platform::handlers {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRevisionsListed = 50;

} // namespace

AdminResult revisionList(const AdminCall &call, Tx &tx)
{
    const QString apiId = call.parameter("api_id");
    if (!api_rows::find(tx, apiId))
        return notFound(u"API"_s);
    Page<CatalogueRevision> page;
    page.items = revision_rows::newest(tx, apiId, mostRevisionsListed);
    page.count = page.items.size();
    return replyWith(page);
}

AdminResult revisionGet(const AdminCall &call, Tx &tx)
{
    const auto api = api_rows::find(tx, call.parameter("api_id"));
    const auto row = revision_rows::find(tx, call.parameter("api_id"), call.parameter("revision_id"));
    if (!api || !row)
        return notFound(u"revision"_s);
    const RevisionEffect effect(call.context, tx, api->id, routesNow(*row, *api), call.now);
    RevisionReview review;
    review.revision = row->value;
    if (row->value.state != RevisionState::InForce) { // of that it is what it changed
        const int leftOut = review.revision.counts.leftOut;
        review.revision.counts = effect.counts();
        review.revision.counts.leftOut = leftOut;
    }
    review.scopes = effect.scopes();
    review.broken = effect.broken(tx, call.now);
    review.brokenPartners = effect.brokenCount();
    review.grants = effect.idleGrants();
    return replyWith(review);
}

AdminResult revisionChanges(const AdminCall &call, Tx &tx)
{
    Parameters parameters(call.request);
    const RouteChangeKind kind = parameters.one<RouteChangeKind>(u"kind", RouteChangeKind::Unknown);
    const int limit = parameters.limit();
    const QString cursor = parameters.cursor();
    if (!parameters.ok())
        return parameters.error();
    const auto api = api_rows::find(tx, call.parameter("api_id"));
    const auto row = revision_rows::find(tx, call.parameter("api_id"), call.parameter("revision_id"));
    if (!api || !row)
        return notFound(u"revision"_s);
    const QString order = u"changes "_s + row->value.id + toText(kind);
    qsizetype from = 0;
    if (!cursor.isEmpty()) {
        const auto place = KeysetCursor::decode(cursor, order, true);
        if (!place)
            return badCursor();
        from = std::max<qsizetype>(0, place->key.toLongLong());
    }
    QList<RouteChange> changes =
        RevisionEffect(call.context, tx, api->id, routesNow(*row, *api), call.now).changes();
    if (kind != RouteChangeKind::Unknown)
        changes.removeIf([kind](const RouteChange &each) { return each.kind != kind; });
    Page<RouteChange> page;
    page.items = changes.mid(from, limit);
    page.count = changes.size();
    if (from + limit < changes.size())
        page.nextCursor = KeysetCursor{order, from + limit, QString()}.encode();
    return replyWith(page);
}

} // namespace pc::platform::handlers
