// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/desktop_portal.h"

#include <QDBusVariant>
#include <QSignalSpy>
#include <QTest>

using pc::views::DesktopPortal;

class tst_desktop_portal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nestedVariants()
    {
        QCOMPARE(DesktopPortal::number(QVariant(1U)), 1);
        QCOMPARE(DesktopPortal::number(QVariant::fromValue(QDBusVariant(2U))), 2);
        const QVariant inner = QVariant::fromValue(QDBusVariant(1U));
        QCOMPARE(DesktopPortal::number(QVariant::fromValue(QDBusVariant(inner))), 1);
        QCOMPARE(DesktopPortal::number(QVariant(QStringLiteral("dark"))), -1);
        QCOMPARE(DesktopPortal::number(QVariant()), -1);
    }

    void changesAreFollowed()
    {
        DesktopPortal portal;
        QSignalSpy scheme(&portal, &DesktopPortal::colorScheme);
        QSignalSpy contrast(&portal, &DesktopPortal::contrast);
        const auto message = [](const QString &space, const QString &key, const QVariant &value) {
            QDBusMessage m =
                QDBusMessage::createSignal(QStringLiteral("/x"), QStringLiteral("x.y"), QStringLiteral("z"));
            m << space << key << value;
            return m;
        };
        const QString appearance = QStringLiteral("org.freedesktop.appearance");
        portal.settingChanged(
            message(appearance, QStringLiteral("color-scheme"), QVariant::fromValue(QDBusVariant(1U))));
        QCOMPARE(scheme.count(), 1);
        QCOMPARE(scheme.at(0).at(0).toInt(), 1);
        portal.settingChanged(
            message(appearance, QStringLiteral("contrast"), QVariant::fromValue(QDBusVariant(1U))));
        QCOMPARE(contrast.count(), 1);
        portal.settingChanged(message(QStringLiteral("other"), QStringLiteral("color-scheme"), QVariant(2U)));
        portal.settingChanged(message(appearance, QStringLiteral("accent-color"), QVariant(2U)));
        portal.settingChanged(QDBusMessage());
        QCOMPARE(scheme.count(), 1);
    }

    void silentWithoutABus()
    {
        DesktopPortal portal;
        QSignalSpy scheme(&portal, &DesktopPortal::colorScheme);
        portal.start(); // the test runs without a session bus: must return at once and say nothing
        QCOMPARE(scheme.count(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_desktop_portal)
#include "tst_desktop_portal.moc"
