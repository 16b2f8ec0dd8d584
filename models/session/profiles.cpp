// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/profiles.h"

#include "models/base/save_file.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <algorithm>

namespace pc::models {

using namespace Qt::StringLiterals;

namespace {

constexpr int fileVersion = 1;

std::optional<Profile> profileOf(const QJsonObject &object)
{
    Profile profile;
    profile.id = object.value(u"id"_s).toString();
    const QString kind = object.value(u"kind"_s).toString();
    if (profile.id.isEmpty() || (kind != u"local" && kind != u"remote"))
        return std::nullopt;
    profile.kind = kind == u"local" ? ProfileKind::Local : ProfileKind::Remote;
    profile.name = object.value(u"name"_s).toString();
    profile.url = QUrl(object.value(u"url"_s).toString(), QUrl::StrictMode);
    profile.caFile = object.value(u"ca_file"_s).toString();
    profile.account = object.value(u"account"_s).toString();
    profile.lastUsedAt = QDateTime::fromString(object.value(u"last_used_at"_s).toString(), Qt::ISODateWithMs);
    return profile;
}

QJsonObject jsonOf(const Profile &profile)
{
    QJsonObject object{{u"id"_s, profile.id},
                       {u"kind"_s, profile.kind == ProfileKind::Local ? u"local"_s : u"remote"_s},
                       {u"name"_s, profile.name},
                       {u"account"_s, profile.account}};
    if (profile.kind == ProfileKind::Remote) {
        // A URL with a password in it must not bring the password here.
        object.insert(u"url"_s, profile.url.toString(QUrl::RemoveUserInfo | QUrl::FullyEncoded));
        object.insert(u"ca_file"_s, profile.caFile);
    }
    if (profile.lastUsedAt.isValid())
        object.insert(u"last_used_at"_s, profile.lastUsedAt.toUTC().toString(Qt::ISODateWithMs));
    return object;
}

} // namespace

Profiles::Profiles(QString path, QObject *parent) : QObject(parent), m_path(std::move(path))
{
    load();
}

Profiles::~Profiles() = default;

std::optional<Profile> Profiles::find(const QString &id) const
{
    const auto it =
        std::find_if(m_profiles.begin(), m_profiles.end(), [&](const Profile &p) { return p.id == id; });
    return it == m_profiles.end() ? std::nullopt : std::optional(*it);
}

Profile Profiles::add(Profile profile)
{
    profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_profiles.append(profile);
    save();
    return profile;
}

void Profiles::update(const Profile &profile)
{
    for (Profile &known : m_profiles) {
        if (known.id == profile.id)
            known = profile;
    }
    save();
}

void Profiles::remove(const QString &id)
{
    m_profiles.removeIf([&](const Profile &profile) { return profile.id == id; });
    save();
}

void Profiles::markUsed(const QString &id, const QDateTime &now)
{
    if (auto profile = find(id)) {
        profile->lastUsedAt = now.toUTC();
        update(*profile);
    }
}

void Profiles::load()
{
    QFile file(m_path);
    if (!file.exists())
        return;
    QList<Profile> profiles;
    bool readable = file.open(QIODevice::ReadOnly);
    if (readable) {
        const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
        readable = document.isObject() && document.object().value(u"version"_s).toInt() == fileVersion &&
                   document.object().value(u"profiles"_s).isArray();
        for (const QJsonValue &value : document.object().value(u"profiles"_s).toArray()) {
            if (const auto profile = profileOf(value.toObject()))
                profiles.append(*profile);
            else
                readable = false;
        }
        file.close();
    }
    if (!readable) {
        const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
        const QString copy = m_path + u".unreadable-"_s + stamp;
        if (QFile::copy(m_path, copy))
            m_keptCopy = copy;
    }
    m_profiles = profiles; // what could be read of it
    sortByUse();
}

void Profiles::sortByUse()
{
    std::stable_sort(m_profiles.begin(), m_profiles.end(), [](const Profile &a, const Profile &b) {
        const qint64 usedA = a.lastUsedAt.isValid() ? a.lastUsedAt.toMSecsSinceEpoch() : 0;
        const qint64 usedB = b.lastUsedAt.isValid() ? b.lastUsedAt.toMSecsSinceEpoch() : 0;
        return usedA > usedB;
    });
}

void Profiles::save()
{
    sortByUse();
    QJsonArray profiles;
    for (const Profile &profile : std::as_const(m_profiles))
        profiles.append(jsonOf(profile));
    m_saveError = savePrivateFile(
        m_path, QJsonDocument(QJsonObject{{u"version"_s, fileVersion}, {u"profiles"_s, profiles}}).toJson());
    Q_EMIT changed();
}

} // namespace pc::models
