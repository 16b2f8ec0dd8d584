// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/route_change_model.h"

#include "models/text/enum_names.h"
#include "models/text/figures.h"

#include <QLocale>

namespace pc::models {

using namespace Qt::StringLiterals;

namespace {

/// What a member of a route is called; the member itself when it has no name here.
QString routeMember(const QString &field)
{
    static const QHash<QString, const char *> names{
        {u"scope"_s, QT_TRANSLATE_NOOP("pc::models::RouteChangeModel", "Scope")},
        {u"also_scopes"_s, QT_TRANSLATE_NOOP("pc::models::RouteChangeModel", "Further scope")},
        {u"path_template"_s, QT_TRANSLATE_NOOP("pc::models::RouteChangeModel", "Path")},
        {u"method"_s, QT_TRANSLATE_NOOP("pc::models::RouteChangeModel", "Method")},
        {u"title"_s, QT_TRANSLATE_NOOP("pc::models::RouteChangeModel", "What it does")},
        {u"operation_id"_s, QT_TRANSLATE_NOOP("pc::models::RouteChangeModel", "Operation ID")},
        {u"content_types"_s, QT_TRANSLATE_NOOP("pc::models::RouteChangeModel", "Content type")},
        {u"body_limit"_s, QT_TRANSLATE_NOOP("pc::models::RouteChangeModel", "Largest body")},
        {u"stages"_s, QT_TRANSLATE_NOOP("pc::models::RouteChangeModel", "Stages")},
        {u"deprecated_at"_s, QT_TRANSLATE_NOOP("pc::models::RouteChangeModel", "Deprecated from")},
        {u"sunset_at"_s, QT_TRANSLATE_NOOP("pc::models::RouteChangeModel", "Ends")},
    };
    const char *name = names.value(field);
    return name == nullptr ? field : RouteChangeModel::tr(name);
}

QString changeText(const FieldChange &change)
{
    const QString name = routeMember(change.field);
    if (change.before.isEmpty())
        return RouteChangeModel::tr("%1: %2 added", "member, value").arg(name, change.after);
    if (change.after.isEmpty())
        return RouteChangeModel::tr("%1: %2 removed", "member, value").arg(name, change.before);
    return RouteChangeModel::tr("%1: %2 becomes %3", "member, values").arg(name, change.before, change.after);
}

QString changesOf(const RouteChange &change)
{
    QStringList texts;
    for (const FieldChange &each : change.changes)
        texts.append(changeText(each));
    return texts.isEmpty() ? change.title : texts.join(u"; "_s);
}

} // namespace

RouteChangeModel::RouteChangeModel(client::CatalogueClient &catalogue, ChangeFeed &feed, QObject *parent)
    : PagedRows<RouteChange>(feed.clock(), parent), m_catalogue(catalogue)
{
}

RouteChangeModel::~RouteChangeModel() = default;

void RouteChangeModel::setRevision(const QString &apiId, const QString &revisionId)
{
    if (apiId == m_apiId && revisionId == m_revisionId)
        return;
    m_apiId = apiId;
    m_revisionId = revisionId;
    dropRows();
    startOver();
}

void RouteChangeModel::setKind(RouteChangeKind kind)
{
    if (kind == m_kind)
        return;
    m_kind = kind;
    if (!m_revisionId.isEmpty())
        startOver();
}

client::Call RouteChangeModel::fetchPage(const QString &cursor, int limit, PageCallback done)
{
    return m_catalogue.changes(m_apiId, m_revisionId, {m_kind, limit, cursor}, this, std::move(done));
}

QString RouteChangeModel::idOf(const RouteChange &change) const
{
    return change.routeId.isEmpty() ? change.method + u' ' + change.pathTemplate : change.routeId;
}

int RouteChangeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant RouteChangeModel::value(const RouteChange &change, int column)
{
    switch (column) {
    case KindColumn:
        return int(change.kind);
    case CallsColumn:
        return change.calls30d;
    default:
        return text(change, column);
    }
}

QString RouteChangeModel::text(const RouteChange &change, int column)
{
    switch (column) {
    case KindColumn:
        return nameOf(change.kind);
    case MethodColumn:
        return change.method;
    case PathColumn:
        return change.pathTemplate;
    case ChangesColumn:
        return changesOf(change);
    case CallsColumn:
        return change.kind == RouteChangeKind::New ? QString() : QLocale().toString(change.calls30d);
    default:
        return {};
    }
}

QString RouteChangeModel::accessibleText(const RouteChange &change, int column) const
{
    switch (column) {
    case KindColumn:
        return tr("%1: %2 %3", "kind of change, method, path")
            .arg(nameOf(change.kind), change.method, change.pathTemplate);
    case CallsColumn:
        return tr("%Ln call(s) in 30 days", nullptr, forPlural(change.calls30d));
    default:
        return tr("%1: %2").arg(heading(column), text(change, column));
    }
}

QVariant RouteChangeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RouteChange &change = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(change, index.column());
    case Qt::AccessibleTextRole:
        return accessibleText(change, index.column());
    case ValueRole:
        return value(change, index.column());
    case IdRole:
        return idOf(change);
    default:
        return {};
    }
}

QString RouteChangeModel::heading(int column) const
{
    switch (column) {
    case KindColumn:
        return tr("Change");
    case MethodColumn:
        return tr("Method");
    case PathColumn:
        return tr("Path");
    case ChangesColumn:
        return tr("What");
    case CallsColumn:
        return tr("Calls in 30 days");
    default:
        return {};
    }
}

} // namespace pc::models
