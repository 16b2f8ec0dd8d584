// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/themed_test.h"
#include "views/shell/session_strip.h"

using namespace pc::views;
using namespace Qt::StringLiterals;

class SessionStripTest final : public QObject
{
    Q_OBJECT
public:
    explicit SessionStripTest(ThemeController &) {}

private Q_SLOTS:
    /// A notice that is told again and again stays closed, until it is over or says something else.
    void aClosedNoticeStaysClosed()
    {
        using Notice = SessionStrip::Notice;
        QWidget window;
        auto *strip = new SessionStrip(&window);
        window.show();
        const auto tell = [strip] { strip->setNotice(Notice::MemoryOnlySecrets, u"No keyring."_s); };
        tell();
        QVERIFY(strip->isVisible());
        Q_EMIT strip->closed();
        QVERIFY(!strip->isVisible());
        tell();
        QVERIFY(!strip->isVisible());
        strip->setNotice(Notice::MemoryOnlySecrets, u"The keyring is locked."_s);
        QVERIFY(strip->isVisible());
        Q_EMIT strip->closed();
        strip->clearNotice(Notice::MemoryOnlySecrets);
        tell();
        QVERIFY(strip->isVisible());
    }
};

PC_THEMED_TEST_MAIN(SessionStripTest)
#include "tst_session_strip.moc"
