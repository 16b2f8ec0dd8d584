// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/themed_test.h"

#include "views/widgets/empty_state.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/state_stack.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace pc::views;
using namespace Qt::StringLiterals;

class tst_state_stack : public QObject
{
    Q_OBJECT
public:
    explicit tst_state_stack(ThemeController &) {}

private Q_SLOTS:
    void init()
    {
        m_content = new QLabel(u"rows"_s);
        m_stack = std::make_unique<StateStack>(m_content);
        m_stack->resize(600, 400);
        m_stack->show();
    }
    void cleanup() { m_stack.reset(); }

    void skeletonOnlyAfterPatience()
    {
        m_stack->showLoading();
        auto *skeleton = m_stack->findChild<Skeleton *>();
        QVERIFY(!skeleton->isVisible()); // nothing for the first 300 ms
        QVERIFY(!m_content->isVisible());
        QTRY_VERIFY(skeleton->isVisible());
    }

    /// A page and its tab that fail alike are one message, and its Retry is for both.
    void stacksWithinEachOtherSayItOnce()
    {
        auto *tab = new StateStack(new QLabel(u"rows of the tab"_s));
        StateStack page(tab);
        page.resize(600, 400);
        page.show();
        const auto banners = [&page] {
            int shown = 0;
            for (const MessageBanner *each : page.findChildren<MessageBanner *>())
                shown += each->isVisible() ? 1 : 0;
            return shown;
        };
        QSignalSpy ofPage(&page, &StateStack::retryRequested);
        QSignalSpy ofTab(tab, &StateStack::retryRequested);
        tab->showStale(u"Showing data from 04:43 UTC."_s);
        page.showContent();
        QCOMPARE(banners(), 1); // the tab alone
        page.showStale(u"Showing data from 04:44 UTC."_s);
        QCOMPARE(banners(), 1);
        auto *said = page.findChild<MessageBanner *>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(said->isVisible());
        Q_EMIT said->actionTriggered();
        QCOMPARE(ofPage.count(), 1);
        QCOMPARE(ofTab.count(), 1);
        tab->showStale(u"Showing data from 04:43 UTC."_s); // again, and not besides
        QCOMPARE(banners(), 1);
        page.showContent();
        QCOMPARE(banners(), 1);
        QVERIFY(!said->isVisible()); // the tab's own again
        page.showOffline(u"Showing data from 04:44 UTC."_s, true);
        QCOMPARE(banners(), 2); // not the same
        tab->showOffline(u"Showing data from 04:43 UTC."_s, true);
        QCOMPARE(banners(), 1);
    }

    /// What answered the question before may stay for the moment in which an answer usually comes, and no
    /// longer.
    void formerContentGivesWayToTheSkeleton()
    {
        m_stack->showContent();
        m_stack->showLoading(true);
        QVERIFY(m_content->isVisible());
        QTRY_VERIFY(m_stack->findChild<Skeleton *>()->isVisible());
        QVERIFY(!m_content->isVisible());
        m_stack->showContent();
        m_stack->showLoading(false);
        QVERIFY(!m_content->isVisible());
    }

    /// A platform that hangs is said in words after two seconds, with a way to ask again; being told once
    /// more that it is still loading does not begin the wait anew.
    void aLongWaitIsSaid()
    {
        auto *banner = m_stack->findChild<MessageBanner *>();
        QSignalSpy retry(m_stack.get(), &StateStack::retryRequested);
        m_stack->showContent();
        QTimer again; // a page is told about its state several times a second
        again.callOnTimeout(m_stack.get(), [this] { m_stack->showLoading(true); });
        m_stack->showLoading(true);
        again.start(100);
        QVERIFY(!banner->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), 20000);
        QCOMPARE(banner->text(), Patience::text(2));
        QTRY_COMPARE_WITH_TIMEOUT(banner->text(), Patience::text(3), 3000);
        QVERIFY(m_stack->findChild<Skeleton *>()->isVisible());
        banner->findChild<QPushButton *>()->click();
        QCOMPARE(retry.count(), 1);
        again.stop();
        m_stack->showContent();
        QVERIFY(!banner->isVisible());
    }

    void fastLoadNeverShowsSkeleton()
    {
        m_stack->showLoading();
        m_stack->showContent();
        QTest::qWait(400); // longer than the patience: nothing may pop up afterwards
        QVERIFY(m_content->isVisible());
        QVERIFY(!m_stack->findChild<Skeleton *>()->isVisible());
    }

    void refreshingKeepsContent()
    {
        m_stack->showContent();
        const QPoint before = m_content->mapTo(m_stack.get(), QPoint());
        m_stack->showRefreshing();
        QVERIFY(m_content->isVisible());
        auto *strip = m_stack->findChild<ProgressStrip *>();
        QVERIFY(!strip->isVisible());
        QTRY_VERIFY(strip->isVisible());
        QCOMPARE(m_content->mapTo(m_stack.get(), QPoint()), before); // nothing moved
        m_stack->showContent();
        QVERIFY(!strip->isVisible());
    }

    void errorReplacesAndRetries()
    {
        QSignalSpy retry(m_stack.get(), &StateStack::retryRequested);
        m_stack->showError(
            {u"Could not load."_s, u"Nothing was changed."_s, u"Retry."_s, u"req_9"_s, {}, true});
        QCOMPARE(m_stack->state(), ViewState::Error);
        QVERIFY(!m_content->isVisible());
        m_stack->findChild<QPushButton *>(u"errorRetry"_s)->click();
        QCOMPARE(retry.count(), 1);
    }

    void staleAndOfflineKeepContentWithBanner()
    {
        QSignalSpy retry(m_stack.get(), &StateStack::retryRequested);
        auto *banner = m_stack->findChild<MessageBanner *>();
        m_stack->showStale(u"Showing data from 10:11."_s);
        QVERIFY(m_content->isVisible());
        QVERIFY(banner->isVisible());
        QCOMPARE(banner->text(), u"Showing data from 10:11."_s);
        banner->findChild<QPushButton *>(u"bannerAction"_s)->click();
        QCOMPARE(retry.count(), 1);
        m_stack->showOffline(u"Offline since 10:12."_s, true);
        QVERIFY(m_content->isVisible());
        QCOMPARE(m_stack->state(), ViewState::Offline);
        m_stack->showOffline(u"Offline since 10:12."_s, false);
        QVERIFY(!m_content->isVisible());
        QVERIFY(!banner->isVisible());
        m_stack->findChild<QPushButton *>(u"offlineRetry"_s)->click();
        QCOMPARE(retry.count(), 2);
        m_stack->showContent();
        QVERIFY(!banner->isVisible());
    }

    void emptyAndForbidden()
    {
        m_stack->empty()->set(Icon::Partners, u"No partners yet"_s, u"Start with one."_s);
        m_stack->showEmpty();
        QVERIFY(m_stack->empty()->isVisible());
        m_stack->showForbidden(u"Needs the permission partners.read. Ask an administrator."_s);
        auto *page = m_stack->findChild<EmptyState *>(u"forbiddenState"_s);
        QVERIFY(page->isVisible());
        QVERIFY(page->accessibleDescription().contains(u"partners.read"_s));
    }

    void everyStateIsAnnounced()
    {
        QSignalSpy spy(m_stack.get(), &StateStack::stateChanged);
        m_stack->showLoading();
        m_stack->showContent();
        m_stack->showRefreshing();
        m_stack->showEmpty();
        m_stack->showStale({});
        m_stack->showForbidden({});
        QCOMPARE(spy.count(), 6);
    }

private:
    QLabel *m_content = nullptr;
    std::unique_ptr<StateStack> m_stack;
};

PC_THEMED_TEST_MAIN(tst_state_stack)
#include "tst_state_stack.moc"
