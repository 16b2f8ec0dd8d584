// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/saved_views.h"

#include "contract/crypto/redaction.h"
#include "contract/rules/fold.h"
#include "models/base/save_file.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace pc::models {

using namespace Qt::StringLiterals;

namespace {

constexpr int viewsVersion = 1;

} // namespace

SavedViews::SavedViews(QString path, QObject *parent) : QObject(parent), m_path(std::move(path))
{
    load();
}

void SavedViews::load()
{
    QFile file(m_path);
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    if (object.value(u"version"_s).toInt() != viewsVersion) {
        file.close();
        QFile::remove(m_path + u".unreadable"_s);
        QFile::copy(m_path, m_path + u".unreadable"_s);
        return;
    }
    for (const QJsonValue &each : object.value(u"views"_s).toArray()) {
        const SavedView view{each[u"page"_s].toString(), each[u"name"_s].toString(),
                             each[u"query"_s].toString()};
        if (!view.page.isEmpty() && !view.name.isEmpty())
            m_views.append(view);
    }
    const QJsonObject recent = object.value(u"recent"_s).toObject();
    for (auto it = recent.begin(); it != recent.end(); ++it) {
        QStringList &queries = m_recent[it.key()];
        for (const QJsonValue &each : it.value().toArray()) {
            if (queries.size() < mostRecent && !each.toString().isEmpty())
                queries.append(each.toString());
        }
    }
}

QString SavedViews::write()
{
    Q_EMIT changed();
    if (m_path.isEmpty())
        return {};
    QJsonArray views;
    for (const SavedView &view : std::as_const(m_views))
        views.append(QJsonObject{{u"page"_s, view.page}, {u"name"_s, view.name}, {u"query"_s, view.query}});
    QJsonObject recent;
    for (auto it = m_recent.cbegin(); it != m_recent.cend(); ++it)
        recent.insert(it.key(), QJsonArray::fromStringList(it.value()));
    const QJsonObject object{{u"version"_s, viewsVersion}, {u"views"_s, views}, {u"recent"_s, recent}};
    return savePrivateFile(m_path, QJsonDocument(object).toJson());
}

QList<SavedView> SavedViews::of(const QString &page) const
{
    QList<SavedView> list;
    for (const SavedView &view : m_views) {
        if (view.page == page)
            list.append(view);
    }
    std::sort(list.begin(), list.end(), [](const SavedView &a, const SavedView &b) {
        return rules::fold(a.name) < rules::fold(b.name);
    });
    return list;
}

QString SavedViews::save(SavedView view)
{
    view.name = redactWire(view.name.simplified());
    view.query = redactWire(view.query);
    m_views.removeIf(
        [&view](const SavedView &each) { return each.page == view.page && each.name == view.name; });
    m_views.append(std::move(view));
    return write();
}

QString SavedViews::remove(const QString &page, const QString &name)
{
    m_views.removeIf([&](const SavedView &each) { return each.page == page && each.name == name; });
    return write();
}

QString SavedViews::remember(const QString &page, const QString &query)
{
    const QString kept = redactWire(query.trimmed());
    QStringList &queries = m_recent[page];
    if (kept.isEmpty() || (!queries.isEmpty() && queries.constFirst() == kept))
        return {};
    queries.removeAll(kept);
    queries.prepend(kept);
    while (queries.size() > mostRecent)
        queries.removeLast();
    return write();
}

} // namespace pc::models
