// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/http/qt_transport.h"
#include "client/local/local_platform.h"
#include "models/catalogue/catalogue_flows.h"
#include "models/catalogue/propose_flow.h"
#include "models/catalogue/review_model.h"
#include "models/session/connection.h"
#include "tests/support/describe.h"

#include <QTemporaryDir>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;

/// Two consoles look at one proposal of the real service: what the one makes of it is news to the other,
/// which neither shows nor applies it unseen.
class TestTwoConsoles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_platform = std::make_unique<client::LocalPlatform>(
            QStringLiteral(PC_BINARY_DIR) + u"/bin/partner-platform"_s, m_dir.filePath(u"data"_s));
        m_platform->start();
        QTRY_VERIFY_WITH_TIMEOUT(
            m_platform->state() == client::LocalPlatform::State::Running || m_platform->error(), 30000);
        QVERIFY2(!m_platform->error(), m_platform->error() ? qPrintable(m_platform->error()->detail) : "");
        m_one = connected(m_platform->takeToken());
        QTRY_COMPARE_WITH_TIMEOUT(m_one->status().state, ConnectionState::Online, 15000);
        QTRY_VERIFY(m_one->session());
        m_other = connected(m_one->cloneToken());
        QTRY_COMPARE_WITH_TIMEOUT(m_other->status().state, ConnectionState::Online, 15000);
    }
    void cleanupTestCase()
    {
        m_other.reset();
        m_one.reset();
        m_platform.reset();
    }

    void aRuleOfTheOtherIsNews()
    {
        client::CatalogueClient &own = m_one->catalogue();
        ChangeFeed &feed = m_one->feed();
        SaveApiFlow make(own, std::nullopt);
        ApiDraft draft;
        draft.name = u"Two consoles"_s;
        draft.host = u"two.example"_s;
        draft.audience = u"https://two.example"_s;
        make.setDraft(draft);
        make.setReason(u"pilot"_s);
        make.submit();
        waitFor(make);
        const QString apiId = make.result()->value.id;
        ProposeFlow propose(own);
        propose.setApi(apiId);
        propose.setFile({u"two.yaml"_s, "openapi: 3.1.0\ninfo: {title: Two, version: '1'}\npaths:\n"
                                        "  /items: {get: {responses: {'200': {description: ok}}}}\n"});
        propose.submit();
        waitFor(propose);
        const CatalogueRevision proposed = *propose.result();
        ReviewModel review(own, feed);
        review.setRevision(apiId, proposed.id);
        QTRY_VERIFY(review.hasValue());

        ScopeRuleFlow rule(m_other->catalogue(), apiId, proposed.id);
        ScopeRule theirs = proposed.rule;
        theirs.prefix = u"two."_s;
        rule.give(theirs);
        QTRY_VERIFY_WITH_TIMEOUT(review.newer(), 15000);
        QCOMPARE(review.review()->revision.version, proposed.version);
        QCOMPARE(review.newer()->revision.rule, theirs);
        QCOMPARE(review.newer()->revision.changedBy, m_one->session()->account);
        ApplyRevisionFlow apply(own, feed, *make.result(), proposed.id);
        apply.setReason(u"pilot"_s);
        apply.setReviewed(review.review()->revision.version);
        apply.submit();
        QTRY_VERIFY_WITH_TIMEOUT(!apply.isBusy(), 15000);
        QVERIFY(apply.wasChanged());
        review.showNewer();
        apply.setReviewed(review.review()->revision.version);
        apply.submit();
        waitFor(apply);

        // And the other one, which still looks at the proposal, sees that it is in force.
        ReviewModel late(m_other->catalogue(), m_other->feed());
        late.setRevision(apiId, proposed.id);
        QTRY_VERIFY(late.hasValue());
        QCOMPARE(late.review()->revision.state, RevisionState::InForce);
        QTRY_VERIFY_WITH_TIMEOUT(review.newer(), 15000);
        QCOMPARE(review.newer()->revision.state, RevisionState::InForce);
    }

private:
    std::unique_ptr<Connection> connected(Secret token)
    {
        auto transport =
            client::QtTransport::make(m_platform->endpoint()->url, m_platform->endpoint()->caFile);
        auto connection = std::make_unique<Connection>(std::move(*transport), std::move(token), m_clock);
        connection->start();
        return connection;
    }
    void waitFor(const Flow &flow)
    {
        QTRY_VERIFY_WITH_TIMEOUT(!flow.isBusy(), 20000);
        QVERIFY2(flow.state() == FlowState::Done, flow.error() ? qPrintable(describe(*flow.error())) : "");
    }

    QTemporaryDir m_dir;
    SystemClock m_clock;
    std::unique_ptr<client::LocalPlatform> m_platform;
    std::unique_ptr<Connection> m_one;
    std::unique_ptr<Connection> m_other;
};

QTEST_GUILESS_MAIN(TestTwoConsoles)
#include "tst_two_consoles.moc"
