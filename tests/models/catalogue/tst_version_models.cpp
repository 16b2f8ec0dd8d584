// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/item_roles.h"
#include "models/catalogue/version_caller_table.h"
#include "models/catalogue/version_flows.h"
#include "models/catalogue/version_list_model.h"
#include "models/catalogue/version_use_model.h"
#include "tests/models/model_fixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace pc::test;
using namespace Qt::StringLiterals;

namespace {

const QString versions = QStringLiteral("/apis/api_1/versions");

QString text(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data(Qt::DisplayRole).toString();
}

} // namespace

/// Versions of an API, who still calls them, and what is done with them.
class TestVersionModels final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void init() { m = std::make_unique<ModelFixture>(); }
    void cleanup() { QVERIFY(m->transport.isUsedUp()); }

    void rowsSayWhereAVersionStands()
    {
        VersionListModel model(m->versions, m->feed);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QDateTime now = m->clock.now();
        ApiVersion current = sampleVersion(now);
        current.id = u"ver_2"_s;
        current.pathPrefix = u"/v2"_s;
        current.deprecatedAt.reset();
        current.sunsetAt.reset();
        m->transport.reply("GET", versions, pageOf(QList<ApiVersion>{sampleVersion(now), current}));
        model.setApi(u"api_1"_s);
        QTRY_COMPARE(model.rowCount(), 2);
        QVERIFY(text(model, 0, VersionListModel::StateColumn).contains(u"12"_s));
        QVERIFY(model.index(0, 0).data(VersionListModel::AttentionRole).toBool());
        QCOMPARE(text(model, 0, VersionListModel::CallsColumn), u"48,230"_s);
        QCOMPARE(text(model, 1, VersionListModel::StateColumn), u"Current"_s);
        QVERIFY(!model.index(1, 0).data(VersionListModel::AttentionRole).toBool());
        QVERIFY(text(model, 1, VersionListModel::SunsetColumn).isEmpty());
        m->clock.advance(std::chrono::hours(24 * 12));
        QCOMPARE(text(model, 0, VersionListModel::StateColumn), u"Ended"_s);
        QVERIFY(!model.index(0, 0).data(VersionListModel::AttentionRole).toBool());
        m->transport.reply("GET", versions, pageOf(QList<ApiVersion>{current}));
        m->tell(ChangeKind::Catalogue, u"api_1"_s);
        QTRY_COMPARE(model.rowCount(), 1);
    }

    void whoCallsIsAskedOfTheOneThatIsChosen()
    {
        VersionUseModel model(m->versions, m->feed);
        const QDateTime now = m->clock.now();
        m->transport.reply("GET", versions + u"/ver_1/use"_s, toJson(sampleVersionUse(now)));
        model.setVersion(u"api_1"_s, u"ver_1"_s);
        QTRY_VERIFY(model.use());
        VersionCallerTable table;
        const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.setCallers(model.use()->callers);
        QCOMPARE(table.rowCount(), 2);
        QCOMPARE(text(table, 0, VersionCallerTable::CredentialsColumn), u"ERP sync"_s);
        QCOMPARE(text(table, 0, VersionCallerTable::MailColumn), u"tech@cardinal.example"_s);
        QCOMPARE(text(table, 1, VersionCallerTable::PartnerColumn), u"prt_2"_s); // it is gone
        QCOMPARE(text(table, 1, VersionCallerTable::CredentialsColumn), u"crd_2"_s);
        QCOMPARE(text(table, 1, VersionCallerTable::ContactColumn), u"None"_s);
        const QSignalSpy resets(&table, &QAbstractItemModel::modelReset);
        table.setCallers(model.use()->callers);
        QCOMPARE(resets.size(), 0);
        model.setVersion({}, {});
        QVERIFY(!model.use());
        QCOMPARE(model.state(), LoadState::Idle);
    }

    void aVersionIsMadeAndEdited()
    {
        const QDateTime now = m->clock.now();
        SaveVersionFlow make(m->versions, m->feed, u"api_1"_s, std::nullopt);
        ApiVersionDraft draft = draftOf(sampleVersion(now));
        draft.guideUrl = u"ftp://old"_s;
        make.setDraft(draft);
        make.setReason(u"v2 is there"_s);
        make.submit(); // the platform would refuse it
        QTRY_COMPARE(make.state(), FlowState::Failed);
        QVERIFY(m->transport.sent().isEmpty());
        make.setDraft(draftOf(sampleVersion(now)));
        m->transport.reply("POST", versions, toJson(sampleVersion(now)), 201);
        make.submit();
        QTRY_COMPARE(make.state(), FlowState::Done);
        QCOMPARE(make.result()->id, u"ver_1"_s);

        SaveVersionFlow edit(m->versions, m->feed, u"api_1"_s, sampleVersion(now));
        edit.setReason(u"later"_s);
        ApiVersion theirs = sampleVersion(now);
        theirs.version = 9;
        m->transport.problem("PUT", versions + u"/ver_1"_s, 412, u"stale"_s,
                             {{u"current"_s, toJson(theirs)}, {u"etag"_s, u"\"9\""_s}});
        edit.submit();
        QTRY_COMPARE(edit.state(), FlowState::Failed);
        QCOMPARE(m->transport.last().header("If-Match"), QByteArray("\"4\""));
        edit.rebase(*edit.current());
        m->transport.reply("PUT", versions + u"/ver_1"_s, toJson(theirs));
        edit.submit();
        QTRY_COMPARE(edit.state(), FlowState::Done);
        QCOMPARE(m->transport.last().header("If-Match"), QByteArray("\"9\""));
    }

    void endingNeedsNoFreshRead()
    {
        const QDateTime now = m->clock.now();
        VersionActFlow end(m->versions, m->feed, VersionActFlow::Act::End, sampleVersion(now));
        end.setReason(u"a weakness"_s);
        m->transport.reply("POST", versions + u"/ver_1/end"_s, toJson(sampleVersion(now)));
        end.submit();
        QTRY_COMPARE(end.state(), FlowState::Done);
        QVERIFY(m->transport.last().header("If-Match").isEmpty());

        VersionActFlow remove(m->versions, m->feed, VersionActFlow::Act::Remove, sampleVersion(now));
        remove.setReason(u"by mistake"_s);
        m->transport.reply("POST", versions + u"/ver_1/remove"_s, toJson(sampleVersion(now)));
        remove.submit();
        QTRY_COMPARE(remove.state(), FlowState::Done);
        QCOMPARE(m->transport.last().header("If-Match"), QByteArray("\"4\""));
    }

private:
    std::unique_ptr<ModelFixture> m;
};

QTEST_GUILESS_MAIN(TestVersionModels)
#include "tst_version_models.moc"
