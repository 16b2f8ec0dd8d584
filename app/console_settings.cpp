// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console_settings.h"

#include "models/base/save_file.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace pc::app {

using namespace Qt::StringLiterals;
using views::Appearance;

namespace {

QString appearanceText(Appearance appearance)
{
    switch (appearance) {
    case Appearance::Light:
        return u"light"_s;
    case Appearance::Dark:
        return u"dark"_s;
    case Appearance::System:
        break;
    }
    return u"system"_s;
}

Appearance appearanceFrom(const QString &text)
{
    return text == u"light" ? Appearance::Light : text == u"dark" ? Appearance::Dark : Appearance::System;
}

} // namespace

ConsoleSettings::ConsoleSettings(QString path) : m_path(std::move(path))
{
    load();
}

void ConsoleSettings::load()
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    if (object.value(u"version"_s).toInt() != version()) {
        file.close();
        QFile::remove(m_path + u".unreadable"_s);
        QFile::copy(m_path, m_path + u".unreadable"_s);
        return;
    }
    m_appearance = appearanceFrom(object.value(u"appearance"_s).toString());
    m_textPercent = std::clamp(object.value(u"text_percent"_s).toInt(100), 90, 130);
    m_language = object.value(u"language"_s).toString();
    m_lastProfile = object.value(u"last_profile"_s).toString();
}

QString ConsoleSettings::save() const
{
    const QJsonObject object{{u"version"_s, version()},
                             {u"appearance"_s, appearanceText(m_appearance)},
                             {u"text_percent"_s, m_textPercent},
                             {u"language"_s, m_language},
                             {u"last_profile"_s, m_lastProfile}};
    return models::savePrivateFile(m_path, QJsonDocument(object).toJson());
}

QString ConsoleSettings::setAppearance(Appearance appearance)
{
    m_appearance = appearance;
    return save();
}

QString ConsoleSettings::setLastProfile(const QString &profileId)
{
    m_lastProfile = profileId;
    return save();
}

} // namespace pc::app
