// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/desktop_portal.h"

#include <QDBusConnection>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {
const QString service = u"org.freedesktop.portal.Desktop"_s;
const QString path = u"/org/freedesktop/portal/desktop"_s;
const QString interface = u"org.freedesktop.portal.Settings"_s;
const QString appearance = u"org.freedesktop.appearance"_s;
const QString schemeKey = u"color-scheme"_s;
const QString contrastKey = u"contrast"_s;
constexpr int limitMs = 500;
} // namespace

DesktopPortal::DesktopPortal(QObject *parent) : QObject(parent) {}

int DesktopPortal::number(const QVariant &value)
{
    QVariant inner = value;
    while (inner.canConvert<QDBusVariant>() && inner.metaType() == QMetaType::fromType<QDBusVariant>()) {
        inner = inner.value<QDBusVariant>().variant();
    }
    bool ok = false;
    const int result = inner.toInt(&ok);
    return ok ? result : -1;
}

void DesktopPortal::start()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    bus.connect(service, path, interface, u"SettingChanged"_s, this,
                SLOT(settingChanged(QDBusMessage))); // house: string-connect — D-Bus offers no other
    read(schemeKey);
    read(contrastKey);
}

void DesktopPortal::read(const QString &key)
{
    // Read, not ReadOne: the latter is missing from the portal of Debian 12.
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
    call << appearance << key;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, limitMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key](QDBusPendingCallWatcher *done) {
        const QDBusMessage reply = done->reply();
        if (reply.type() == QDBusMessage::ReplyMessage && !reply.arguments().isEmpty()) {
            deliver(key, reply.arguments().constFirst());
        }
        done->deleteLater();
    });
}

void DesktopPortal::settingChanged(const QDBusMessage &message)
{
    const QVariantList arguments = message.arguments();
    if (arguments.size() == 3 && arguments.at(0).toString() == appearance) {
        deliver(arguments.at(1).toString(), arguments.at(2));
    }
}

void DesktopPortal::deliver(const QString &key, const QVariant &value)
{
    const int n = number(value);
    if (n < 0) {
        return;
    }
    if (key == schemeKey) {
        Q_EMIT colorScheme(n);
    } else if (key == contrastKey) {
        Q_EMIT contrast(n);
    }
}

} // namespace pc::views
