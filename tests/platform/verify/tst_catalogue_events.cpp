// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/domain/audit_diff.h"
#include "platform/store/audit/audit_log.h"
#include "platform/verify/state_check.h"
#include "platform/verify/version_events.h"
#include "tests/platform/admin/catalogue/catalogue_fixture.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;

namespace {

enum class History { AsItIs, AsOfBefore };

/// As events of versions were told before they named version and path.
AuditEvent ofBefore(AuditEvent event)
{
    if (event.action.startsWith(u"version."_s) && event.action != u"version.create")
        event.changes.removeIf([](const FieldChange &each) {
            return each.field == u"version_id" || (each.field == u"path_prefix" && each.before.isEmpty());
        });
    event.changes.removeIf([](const FieldChange &each) { return each.field == u"version_id"; });
    return event;
}

/// An API whose name and paths look like a secret when they stand side by side.
struct World : CatalogueFixture
{
    QByteArray api =
        "/apis/" + admin.post("/apis", named(u"/b/v1"_s)).json.value(u"id"_s).toString().toLatin1();
    QByteArray version;

    [[nodiscard]] static QJsonObject named(const QString &basePath)
    {
        QJsonObject draft = CatalogueFixture::draft(u"orders"_s, u"shop.example"_s, basePath);
        draft.insert(u"name"_s, u"Orders Basic"_s);
        return draft;
    }
    [[nodiscard]] QString noonAfter(int days) const
    {
        return QDateTime(admin.firstDay.addDays(days), QTime(12, 0), Qt::UTC).toString(Qt::ISODateWithMs);
    }
    [[nodiscard]] QJsonObject asked(const QString &path, int days) const
    {
        return {{u"path_prefix"_s, path},
                {u"deprecated_at"_s, noonAfter(1)},
                {u"sunset_at"_s, noonAfter(days)},
                {u"reason"_s, u"why"_s}};
    }
    [[nodiscard]] Reply add(const QString &path)
    {
        const Reply made = admin.post(api + "/versions", asked(path, 20));
        version = api + "/versions/" + made.json.value(u"id"_s).toString().toLatin1();
        return made;
    }
    /// What is found after these statements, of which nothing is left, and after one more event.
    [[nodiscard]] QString found(History history = History::AsItIs, const QString &statements = {},
                                const std::optional<AuditEvent> &last = {})
    {
        const auto found = admin.administration->context().store.writeNow<QString>([&](Tx &tx) {
            StateCheck check;
            const QList<QByteArray> events = audit_log::canonicalRange(tx, 0, 10'000);
            for (const QByteArray &canonical : events) {
                const AuditEvent event = audit_log::decode(canonical);
                check.see(history == History::AsItIs ? event : ofBefore(event));
            }
            if (last)
                check.see(*last);
            for (const QString &each : statements.split(u';', Qt::SkipEmptyParts))
                tx.exec(each);
            tx.rollBack();
            return check.contradiction(tx);
        });
        return found ? *found : u"not run: "_s + found.error().text;
    }
};

QString edited(const QString &table, const QString &member, const QString &value)
{
    return u"UPDATE %1 SET doc = json_set(doc, '$.%2', %3)"_s.arg(table, member, value);
}

} // namespace

/// What the log says of APIs and of their versions, beside their rows.
class TestCatalogueEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void versionsAreFollowed_data()
    {
        QTest::addColumn<History>("history");
        QTest::newRow("as it is") << History::AsItIs;
        QTest::newRow("as of before") << History::AsOfBefore;
    }
    /// However the name of an API and the path of a version look as one text.
    void versionsAreFollowed()
    {
        QFETCH(History, history);
        World world;
        AdminFixture &admin = world.admin;
        const QString path = u"/b/v1/customers/orders"_s;
        const Reply made = world.add(path);
        QVERIFY2(made.status == 201, made.body);
        const auto page = admin.get("/audit/events?action=version.create");
        QVERIFY2(page.body.contains("[redacted]"), page.body); // the name of its event
        QCOMPARE(world.found(history), QString());

        QCOMPARE(admin.put(world.version, world.asked(path, 30), {}, made.etag).status, 200);
        QCOMPARE(world.found(history), QString());
        const QString later = u"versions of the API"_s;
        QVERIFY(
            world.found(history, edited(u"api_versions"_s, u"sunset_at"_s, u"'2040-01-01T00:00:00.000Z'"_s))
                .contains(later));
        QVERIFY(world.found(history, edited(u"api_versions"_s, u"path_prefix"_s, u"'/b/v1/x'"_s))
                    .contains(later));

        QCOMPARE(admin.put(world.api, World::named(u"/another/v1"_s), {}, admin.get(world.api).etag).status,
                 200);
        QCOMPARE(world.found(history), QString());
        QCOMPARE(admin.post(world.version + "/end", {{u"reason"_s, u"why"_s}}).status, 200);
        QCOMPARE(world.found(history), QString());
        const qint64 now =
            admin.get(world.api + "/versions").json.value(u"items"_s)[0][u"version"_s].toInteger();
        const Reply gone =
            admin.post(world.version + "/remove", {{u"reason"_s, u"why"_s}}, {}, u"\"%1\""_s.arg(now));
        QVERIFY2(gone.status == 200, gone.body);
        QCOMPARE(world.found(history), QString());
    }

    /// What tells least of a version takes the row that the others leave.
    void aVersionThatIsNotNamedTakesWhatIsLeft()
    {
        World world;
        const Reply first = world.add(u"/b/v1/a"_s);
        QVERIFY2(first.status == 201, first.body);
        QCOMPARE(world.add(u"/b/v1/b"_s).status, 201);
        const QString end = first.json.value(u"sunset_at"_s).toString();
        const auto found = [&](const QString &endOfFirst) {
            VersionEvents events;
            const auto see = [&](AuditAction action, const QList<FieldChange> &changes) {
                AuditEvent event;
                event.targetId = QString::fromLatin1(world.api).section(u'/', -1);
                event.changes = changes;
                events.see(action, event);
            };
            see(AuditAction::VersionCreate, {{u"path_prefix"_s, {}, u"/x/b"_s}, {u"sunset_at"_s, {}, end}});
            see(AuditAction::ApiEdit, {{u"base_path"_s, u"/b/v0"_s, u"/b/v1"_s}}); // it was not below that
            see(AuditAction::VersionCreate, {{u"version_id"_s, {}, first.json.value(u"id"_s).toString()},
                                             {u"path_prefix"_s, {}, u"/b/v1/a"_s},
                                             {u"sunset_at"_s, {}, endOfFirst}});
            const auto told = world.admin.administration->context().store.readNow<QString>(
                [&events](Tx &tx) { return events.contradiction(tx); });
            return told ? *told : told.error().text;
        };
        QCOMPARE(found(end), QString());
        QVERIFY(found({}).contains(u"versions of the API"_s));
    }

    /// It is what was installed until an event says otherwise.
    void theInstalledApiIsCompared_data()
    {
        QTest::addColumn<QString>("member");
        for (const char *member : {"host", "base_path", "audience"})
            QTest::newRow(member) << QString::fromLatin1(member);
    }
    void theInstalledApiIsCompared()
    {
        QFETCH(QString, member);
        World world;
        QCOMPARE(world.found(), QString());
        const QString found =
            world.found({}, edited(u"apis"_s, member, u"'/mine'"_s) + u" WHERE id = 'api_demo'"_s);
        QVERIFY2(found.contains(u"api_demo has another "_s + member), qPrintable(found));
    }

    /// As a plan that was removed: nobody puts it back unseen.
    void whatWasRemovedStaysAway()
    {
        World world;
        for (const QString &id : {u"api_demo"_s, QString::fromLatin1(world.api.sliced(qstrlen("/apis/")))}) {
            const QString found = world.found({}, {}, eventAbout(AuditAction::ApiRemove, id, u"gone"_s, {}));
            QVERIFY2(found.contains(id + u" was removed, and is there"_s), qPrintable(found));
        }
    }
};

QTEST_GUILESS_MAIN(TestCatalogueEvents)
#include "tst_catalogue_events.moc"
