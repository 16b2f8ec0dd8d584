// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/catalogue_flows.h"
#include "models/catalogue/description_file.h"
#include "models/catalogue/propose_flow.h"
#include "tests/models/model_fixture.h"

#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;

namespace {

const QString revisions = QStringLiteral("/apis/api_1/revisions");

Versioned<Api> versioned(const Api &api)
{
    return {api, etagOf(api.version)};
}

ApiDraft sampleApiDraft()
{
    ApiDraft draft;
    draft.name = u"Orders"_s;
    draft.host = u"orders.example"_s;
    draft.basePath = u"/v1"_s;
    draft.audience = u"https://orders.example"_s;
    return draft;
}

} // namespace

/// What is done with APIs and their revisions, and every way in which it can end.
class TestCatalogueFlows final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m = std::make_unique<ModelFixture>(); }
    void cleanup() { QVERIFY(m->transport.isUsedUp()); }

    void anApiIsMadeAndEdited()
    {
        SaveApiFlow make(m->catalogue, std::nullopt);
        ApiDraft wrong = sampleApiDraft();
        wrong.host = u"Not A Host"_s;
        make.setDraft(wrong);
        make.setReason(u"New API"_s);
        make.submit(); // the platform would refuse it
        QTRY_COMPARE(make.state(), FlowState::Failed);
        QVERIFY(m->transport.sent().isEmpty());
        make.setDraft(sampleApiDraft());
        m->transport.reply("POST", u"/apis"_s, toJson(sampleApi()), 201);
        make.submit();
        QTRY_COMPARE(make.state(), FlowState::Done);
        QCOMPARE(make.result()->value.id, u"api_1"_s);
        QCOMPARE(m->transport.last().json().value("host"_L1).toString(), u"orders.example"_s);

        SaveApiFlow edit(m->catalogue, versioned(sampleApi()));
        QCOMPARE(edit.draft(), draftOf(sampleApi()));
        edit.setReason(u"Moved"_s);
        Api theirs = sampleApi();
        theirs.version = 9;
        m->transport.problem("PUT", u"/apis/api_1"_s, 412, u"stale"_s,
                             {{u"current"_s, toJson(theirs)}, {u"etag"_s, u"\"9\""_s}});
        edit.submit();
        QTRY_COMPARE(edit.state(), FlowState::Failed);
        QCOMPARE(edit.error()->kind, client::ErrorKind::Stale);
        QCOMPARE(edit.current()->value.version, 9);
        edit.rebase(*edit.current());
        m->transport.reply("PUT", u"/apis/api_1"_s, toJson(theirs));
        edit.submit();
        QTRY_COMPARE(edit.state(), FlowState::Done);
        QCOMPARE(m->transport.last().header("If-Match"), QByteArray("\"9\""));
    }

    void anApiInUseStays()
    {
        RemoveApiFlow remove(m->catalogue, m->feed, versioned(sampleApi()));
        remove.setReason(u"Switched off"_s);
        m->transport.problem("POST", u"/apis/api_1/remove"_s, 409, u"api_in_use"_s);
        remove.submit();
        QTRY_COMPARE(remove.state(), FlowState::Failed);
        QCOMPARE(remove.error()->code(), ProblemCode::ApiInUse);
        // Lost, and the feed says that it is gone.
        m->transport.reply("POST", u"/apis/api_1/remove"_s, toJson(sampleApi())).hold();
        remove.submit();
        QTRY_COMPARE(m->transport.heldCount(), 1);
        m->transport.problem("GET", u"/apis/api_1"_s, 404, u"not_found"_s);
        Q_EMIT m->feed.changed(changeAbout(ChangeKind::Catalogue, u"api_1"_s));
        QTRY_COMPARE(remove.state(), FlowState::Done);
    }

    void applyingKnowsWhatCanBePutBack()
    {
        ApplyRevisionFlow apply(m->catalogue, m->feed, versioned(sampleApi()), u"rev_1"_s);
        apply.setReason(u"New version"_s);
        apply.setTicket(u"API-7"_s);
        Api after = sampleApi();
        after.revisionId = u"rev_1"_s;
        after.version = 5;
        m->transport.reply("POST", revisions + u"/rev_1/apply"_s, toJson(after));
        apply.submit();
        QTRY_COMPARE(apply.state(), FlowState::Done);
        QCOMPARE(m->transport.last().header("If-Match"), QByteArray("\"4\""));
        QCOMPARE(apply.result()->etag, u"\"5\""_s);
        QCOMPARE(apply.formerRevisionId(), u"rev_0"_s);
    }

    /// The first import replaces routes that no revision had: the platform makes one, and the list says
    /// which.
    void theFirstImportCanBeTakenBackToo()
    {
        Api before = sampleApi();
        before.revisionId.clear();
        ApplyRevisionFlow apply(m->catalogue, m->feed, versioned(before), u"rev_1"_s);
        apply.setReason(u"First"_s);
        m->transport.reply("POST", revisions + u"/rev_1/apply"_s, toJson(sampleApi()));
        CatalogueRevision former = sampleRevision(8);
        former.state = RevisionState::Replaced;
        m->transport.reply("GET", revisions, pageOf(QList<CatalogueRevision>{sampleRevision(), former}));
        apply.submit();
        QTRY_COMPARE(apply.state(), FlowState::Done);
        QCOMPARE(apply.formerRevisionId(), u"rev_8"_s);

        before.routes = 0; // nothing to go back to
        ApplyRevisionFlow first(m->catalogue, m->feed, versioned(before), u"rev_1"_s);
        first.setReason(u"First"_s);
        m->transport.reply("POST", revisions + u"/rev_1/apply"_s, toJson(sampleApi()));
        first.submit();
        QTRY_COMPARE(first.state(), FlowState::Done);
        QVERIFY(first.formerRevisionId().isEmpty());
    }

    void aStaleReviewAppliesNothing()
    {
        ApplyRevisionFlow apply(m->catalogue, m->feed, versioned(sampleApi()), u"rev_1"_s);
        apply.setReason(u"New version"_s);
        Api theirs = sampleApi();
        theirs.version = 6;
        m->transport.problem("POST", revisions + u"/rev_1/apply"_s, 412, u"stale"_s,
                             {{u"current"_s, toJson(theirs)}, {u"etag"_s, u"\"6\""_s}});
        apply.submit();
        QTRY_COMPARE(apply.state(), FlowState::Failed);
        QVERIFY(apply.current());
        apply.rebase(*apply.current());
        QCOMPARE(apply.api().etag, u"\"6\""_s);
    }

    /// Somebody gave it another rule since this person looked.
    void whatWasNotReviewedIsNotApplied()
    {
        ApplyRevisionFlow apply(m->catalogue, m->feed, versioned(sampleApi()), u"rev_1"_s);
        apply.setReason(u"New version"_s);
        apply.setReviewed(1);
        m->transport.problem("POST", revisions + u"/rev_1/apply"_s, 409, u"revision_changed"_s);
        apply.submit();
        QTRY_COMPARE(apply.state(), FlowState::Failed);
        QCOMPARE(m->transport.last().queryValue(u"revision_version"_s), u"1"_s);
        QVERIFY(apply.wasChanged());
        apply.setReviewed(2);
        m->transport.reply("POST", revisions + u"/rev_1/apply"_s, toJson(sampleApi()));
        apply.submit();
        QTRY_COMPARE(apply.state(), FlowState::Done);
        QCOMPARE(m->transport.last().queryValue(u"revision_version"_s), u"2"_s);
    }

    void aProposalIsWithdrawn()
    {
        RemoveRevisionFlow remove(m->catalogue, m->feed, sampleRevision());
        remove.setReason(u"By mistake"_s);
        m->transport.reply("POST", revisions + u"/rev_1/remove"_s, toJson(sampleRevision())).hold();
        remove.submit();
        QTRY_COMPARE(m->transport.heldCount(), 1);
        m->transport.problem("GET", revisions + u"/rev_1"_s, 404, u"not_found"_s);
        Q_EMIT m->feed.changed(changeAbout(ChangeKind::Catalogue, u"api_1"_s));
        QTRY_COMPARE(remove.state(), FlowState::Done);
    }

    /// The answer is lost; the feed says sooner that it is in force.
    void theFeedTellsThatItIsInForce()
    {
        ApplyRevisionFlow apply(m->catalogue, m->feed, versioned(sampleApi()), u"rev_1"_s);
        apply.setReason(u"New version"_s);
        m->transport.reply("POST", revisions + u"/rev_1/apply"_s, toJson(sampleApi())).hold();
        apply.submit();
        QTRY_COMPARE(m->transport.heldCount(), 1);
        m->transport.reply("GET", u"/apis/api_1"_s, toJson(sampleApi())); // rev_0 still
        Q_EMIT m->feed.changed(changeAbout(ChangeKind::Catalogue, u"api_1"_s));
        ModelFixture::spin();
        QCOMPARE(apply.state(), FlowState::Working);
        Api after = sampleApi();
        after.revisionId = u"rev_1"_s;
        m->transport.reply("GET", u"/apis/api_1"_s, toJson(after));
        Q_EMIT m->feed.changed(changeAbout(ChangeKind::Catalogue, u"api_1"_s));
        QTRY_COMPARE(apply.state(), FlowState::Done);
        QCOMPARE(apply.formerRevisionId(), u"rev_0"_s);
    }

    void onlyTheLastRuleIsSent()
    {
        ScopeRuleFlow rule(m->catalogue, u"api_1"_s, u"rev_1"_s);
        const QSignalSpy given(&rule, &ScopeRuleFlow::given);
        rule.setKnown({});
        rule.give({}); // the proposal has it
        QVERIFY(!rule.isPending());
        ScopeRule one;
        one.prefix = u"a."_s;
        const QString path = revisions + u"/rev_1/rule"_s;
        CatalogueRevision answer = sampleRevision();
        answer.rule = one;
        m->transport.reply("PUT", path, toJson(answer)).hold();
        rule.give(one);
        QTRY_COMPARE(m->transport.heldCount(), 1);
        ScopeRule two = one;
        two.prefix = u"ab."_s;
        ScopeRule three = one;
        three.prefix = u"abc."_s;
        rule.give(two);
        rule.give(three);
        QVERIFY(rule.isPending());
        answer.rule = three;
        m->transport.reply("PUT", path, toJson(answer));
        m->transport.release();
        QTRY_VERIFY(!rule.isPending());
        QCOMPARE(given.size(), 2);
        QCOMPARE(m->transport.sentTo("PUT", path).size(), 2);
        QCOMPARE(m->transport.last().json().value("prefix"_L1).toString(), u"abc."_s);
        ScopeRule wrong;
        wrong.prefix = u"Not So"_s;
        rule.give(wrong);
        QTRY_COMPARE(rule.state(), FlowState::Failed);
        QCOMPARE(m->transport.sentTo("PUT", path).size(), 2);
    }

    void aDescriptionIsHandedOver()
    {
        ProposeFlow flow(m->catalogue);
        flow.setApi(u"api_1"_s);
        flow.setFile({u"a.yaml"_s, QByteArray(1000, 'x')});
        m->transport.reply("POST", revisions, toJson(sampleRevision()), 201).hold();
        flow.submit();
        QTRY_COMPARE(m->transport.heldCount(), 1);
        QVERIFY(flow.canStop());
        m->transport.tellProgress(250, 1000);
        QCOMPARE(flow.sent(), 250);
        QVERIFY(!flow.isRead());
        m->transport.tellProgress(1000, 1000);
        QVERIFY(flow.isRead());
        m->transport.release();
        QTRY_COMPARE(flow.state(), FlowState::Done);
        QCOMPARE(flow.result()->id, u"rev_1"_s);
    }

    void stoppingIsNoFailure()
    {
        ProposeFlow flow(m->catalogue);
        flow.setApi(u"api_1"_s);
        flow.setFile({u"a.yaml"_s, "x"});
        m->transport.reply("POST", revisions, toJson(sampleRevision()), 201).hold();
        flow.submit();
        QTRY_COMPARE(m->transport.heldCount(), 1);
        flow.stop();
        QCOMPARE(flow.state(), FlowState::Editing);
        QCOMPARE(m->transport.aborted(), 1);
        QVERIFY(!flow.error());
        flow.stop(); // nothing is under way
        m->transport.reply("POST", revisions, toJson(sampleRevision()), 201);
        flow.submit();
        QTRY_COMPARE(flow.state(), FlowState::Done);
        const auto sent = m->transport.sentTo("POST", revisions);
        QVERIFY(sent.first().header("Idempotency-Key") != sent.last().header("Idempotency-Key"));
    }

    /// The file is refused after its API was made: the next try is for that one, and makes no second.
    void anApiIsMadeOnce()
    {
        ProposeFlow flow(m->catalogue);
        const QSignalSpy made(&flow, &ProposeFlow::apiMade);
        ApiDraft wrong = sampleApiDraft();
        wrong.basePath = u"v1"_s;
        flow.setNewApi(wrong);
        flow.setFile({u"a.yaml"_s, "x"});
        flow.setReason(u"New API"_s);
        flow.submit();
        QTRY_COMPARE(flow.state(), FlowState::Failed);
        QVERIFY(m->transport.sent().isEmpty());
        flow.setNewApi(sampleApiDraft());
        m->transport.reply("POST", u"/apis"_s, toJson(sampleApi()), 201);
        m->transport.problem("POST", revisions, 422, u"description_refused"_s,
                             {{u"detail"_s, u"line 3: what"_s}});
        flow.submit();
        QTRY_COMPARE(flow.state(), FlowState::Failed);
        QCOMPARE(flow.error()->code(), ProblemCode::DescriptionRefused);
        QCOMPARE(made.size(), 1);
        QVERIFY(!flow.makesApi());
        QCOMPARE(flow.apiId(), u"api_1"_s);
        m->transport.reply("POST", revisions, toJson(sampleRevision()), 201);
        flow.submit();
        QTRY_COMPARE(flow.state(), FlowState::Done);
        QCOMPARE(m->transport.sentTo("POST", u"/apis"_s).size(), 1);
    }

    void filesAreLookedAtBeforeTheyAreSent()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"api.yaml"_s);
        const auto missing = readDescriptionFile(path);
        QCOMPARE(missing.error().fault, FileFault::Unreadable);
        QVERIFY(!missing.error().detail.isEmpty());
        QCOMPARE(readDescriptionFile(dir.path()).error().fault, FileFault::Unreadable);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(readDescriptionFile(path).error().fault, FileFault::Empty);
        file.write("openapi: 3.1.0\n");
        file.flush();
        const auto read = readDescriptionFile(path);
        QCOMPARE(read->name, u"api.yaml"_s);
        QCOMPARE(read->bytes, QByteArray("openapi: 3.1.0\n"));
        QVERIFY(file.resize(largestDescription()));
        QVERIFY(readDescriptionFile(path).has_value());
        QVERIFY(file.resize(largestDescription() + 1));
        const auto large = readDescriptionFile(path);
        QCOMPARE(large.error().fault, FileFault::TooLarge);
        QCOMPARE(large.error().size, largestDescription() + 1);
        QCOMPARE(largestDescription(), qint64(64) * 1024 * 1024);
    }

private:
    std::unique_ptr<ModelFixture> m;
};

QTEST_GUILESS_MAIN(TestCatalogueFlows)
#include "tst_catalogue_flows.moc"
