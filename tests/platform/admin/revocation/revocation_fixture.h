// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/platform/admin/admin_fixture.h"

#include "platform/core/policy/policy_holder.h"
#include "platform/store/rows/admin_rows.h"

#include <QtTest>

namespace pc::platform::test {

using namespace Qt::StringLiterals;

[[nodiscard]] inline QJsonObject act()
{
    return {{u"reason"_s, u"Test"_s}, {u"ticket"_s, QString()}};
}

/// One act that takes power away.
struct Act
{
    QByteArray path; ///< "{p}" and "{c}" stand for partner and credential
    HttpMethod method = HttpMethod::Post;
    QJsonObject body;
    QString etag;
};

/// A partner with a credential whose rotation is in its grace, and every act that takes power away from them.
struct RevocationFixture
{
    AdminFixture admin;
    QString partner;
    AdminFixture::Issued made; ///< first generation, in its grace
    Secret second;
    QString etag; ///< of the credential

    RevocationFixture()
    {
        partner = admin.makePartner(u"alpha"_s);
        QJsonObject large = admin.draft(u"alpha"_s); // so that there is a smaller plan
        large.insert(u"plan_id"_s, u"pln_volume"_s);
        QCOMPARE(admin.put(path("/partners/{p}"), large, {}, get("/partners/{p}").etag).status, 200);
        made = admin.makeCredential(partner);
        const SealingKey key = SealingKey::generate(admin.random);
        const Reply rotated = admin.post(path("/credentials/{c}/rotate"), rotateBody(key), "rot", made.etag);
        second = AdminFixture::unseal(rotated.json, key, "rot");
        etag = admin.acknowledge(made.id, 2, second).etag;
        QVERIFY(!etag.isEmpty());
    }
    [[nodiscard]] QByteArray path(QByteArray text) const
    {
        return text.replace("{p}", partner.toLatin1()).replace("{c}", made.id.toLatin1());
    }
    [[nodiscard]] QJsonObject rotateBody(const SealingKey &key, bool emergency = false) const
    {
        return {{u"seal_to"_s, QString::fromLatin1(key.publicKey().toBase64(QByteArray::Base64UrlEncoding |
                                                                            QByteArray::OmitTrailingEquals))},
                {u"grace_seconds"_s, 3600},
                {u"emergency"_s, emergency},
                {u"reason"_s, u"Test"_s}};
    }
    [[nodiscard]] QDateTime now() const { return admin.administration->context().now(); }
    [[nodiscard]] CredentialRule credential() const
    {
        return *admin.policy->current()->credential(id16Of(made.id));
    }
    [[nodiscard]] PartnerRule rule() const { return *admin.policy->current()->partner(partner); }
    [[nodiscard]] Reply get(const QByteArray &text) { return admin.get(path(text)); }

    [[nodiscard]] Act actNamed(const QString &name)
    {
        const QJsonObject grant = get("/partners/{p}/grant").json;
        QJsonObject edit{{u"plan_id"_s, grant.value(u"plan_id"_s)},
                         {u"scopes"_s, grant.value(u"scopes"_s)},
                         {u"resources"_s, QJsonArray()},
                         {u"reason"_s, u"Test"_s}};
        const QString grantTag = get("/partners/{p}/grant").etag;
        const auto until = [this](qint64 seconds) {
            QJsonObject body = act();
            body.insert(u"until"_s, now().addSecs(seconds).toString(Qt::ISODateWithMs));
            return body;
        };
        if (name == u"revoke")
            return {"/credentials/{c}/revoke", HttpMethod::Post, act(), {}};
        if (name == u"suspend")
            return {"/credentials/{c}/suspend", HttpMethod::Post, act(), {}};
        if (name == u"freeze")
            return {"/partners/{p}/freeze", HttpMethod::Post, act(), {}};
        if (name == u"end grace")
            return {"/credentials/{c}/grace", HttpMethod::Post, until(0), etag};
        if (name == u"nearer grace")
            return {"/credentials/{c}/grace", HttpMethod::Post, until(60), etag};
        if (name == u"emergency rotation")
            return {"/credentials/{c}/rotate", HttpMethod::Post,
                    rotateBody(SealingKey::generate(admin.random), true), etag};
        if (name == u"fewer scopes")
            edit.insert(u"scopes"_s, QJsonArray{u"products:read"_s});
        if (name == u"resources")
            edit.insert(u"resources"_s, QJsonArray{QJsonObject{{u"parameter"_s, u"order_id"_s},
                                                               {u"values"_s, QJsonArray{u"ord-1"_s}}}});
        if (name == u"smaller limits")
            edit.insert(u"limit_override"_s,
                        QJsonObject{{u"limits"_s,
                                     QJsonObject{{u"rate"_s, 0.5}, {u"burst"_s, 1}, {u"daily_quota"_s, 3}}},
                                    {u"reason"_s, u"Test"_s}});
        if (name == u"fewer networks") {
            const QJsonArray list{QJsonObject{{u"network"_s, u"198.18.0.0/24"_s}}};
            return {"/partners/{p}/networks",
                    HttpMethod::Put,
                    {{u"sandbox"_s, list},
                     {u"production"_s, QJsonArray()},
                     {u"credentials"_s, QJsonArray()},
                     {u"reason"_s, u"Test"_s}},
                    get("/partners/{p}/networks").etag};
        }
        if (name == u"smaller plan") {
            QJsonObject draft = admin.draft(u"alpha"_s);
            draft.insert(u"plan_id"_s, u"pln_standard"_s);
            return {"/partners/{p}", HttpMethod::Put, draft, get("/partners/{p}").etag};
        }
        return {"/partners/{p}/grant", HttpMethod::Put, edit, grantTag};
    }
    /// Brings about why an act will be refused, where the state is the reason.
    void spoil(const QString &name, const QString &because)
    {
        const auto done = [&](const QString &other) {
            const Reply reply = begin(actNamed(other)).get();
            QVERIFY2(reply.status == 200 || reply.status == 201, reply.body.constData());
        };
        if (because == u"state")
            done(name);
        else if (because == u"frozen")
            done(u"freeze"_s);
        else if (because == u"suspended")
            done(u"suspend"_s);
        else if (because == u"revoked")
            done(u"revoke"_s);
        else if (because == u"grace over")
            done(u"end grace"_s);
        else if (because == u"slug")
            (void)admin.makePartner(u"beta"_s);
        else if (because == u"expired") {
            admin.clock.advance(std::chrono::hours(24 * 370));
            admin.signIn(u"tester"_s, {u"admin"_s});
        } else if (because == u"lawful basis") {
            Act other = actNamed(u"smaller plan"_s);
            other.body.insert(u"plan_id"_s, u"pln_volume"_s);
            other.body.insert(u"lawful_basis"_s, u"legitimate_interests"_s);
            QCOMPARE(begin(other).get().status, 200);
        } else if (because == u"basis of the scopes") {
            Act other = actNamed(u"fewer scopes"_s);
            other.body.insert(u"scopes"_s, QJsonArray{u"orders:read"_s, u"customers:read"_s});
            QCOMPARE(begin(other).get().status, 200);
        }
        etag = get("/credentials/{c}").etag;
    }
    /// The same where the request is.
    void spoil(Act &wanted, const QString &name, const QString &because, const QByteArray &key)
    {
        const qint64 version = QString(wanted.etag).remove(u'"').toLongLong();
        const auto contacts = [&](const QString &phone) {
            return QJsonArray{QJsonObject{{u"kind"_s, u"security"_s},
                                          {u"name"_s, u"Ada"_s},
                                          {u"email"_s, u"ada@partner.example"_s},
                                          {u"phone"_s, phone},
                                          {u"verified_at"_s, now().toString(Qt::ISODateWithMs)}}};
        };
        if (because == u"stale")
            wanted.etag = u"\"%1\""_s.arg(version - 1);
        else if (because == u"tag of later")
            wanted.etag = u"\"%1\""_s.arg(version + 1);
        else if (because == u"tag of nothing")
            wanted.etag = u"\"999\""_s;
        else if (because == u"no tag")
            wanted.etag.clear();
        else if (because == u"gone")
            wanted.path.replace("{p}", "prt_0000000000000000").replace("{c}", "crd_0000000000000000");
        else if (because == u"lawful basis")
            wanted.body.insert(u"scopes"_s, QJsonArray{u"products:read"_s, u"customers:read"_s});
        else if (because == u"owner")
            wanted.body.insert(u"owner"_s, u"nobody"_s);
        else if (because == u"slug")
            wanted.body.insert(u"slug"_s, u"beta"_s);
        else if (because == u"plan")
            wanted.body.insert(u"plan_id"_s, u"pln_none"_s);
        else if (because == u"number")
            wanted.body.insert(u"contacts"_s, contacts({}));
        else if (because == u"basis of the scopes")
            wanted.body.insert(u"lawful_basis"_s, u"legitimate_interests"_s);
        else if (because == u"reason")
            wanted.body.remove(u"reason"_s);
        else if (because == u"malformed")
            wanted.body.insert(name == u"smaller plan" ? u"name"_s : u"reason"_s, 5);
        else if (because == u"country")
            wanted.body.insert(u"country"_s, u"ZZ"_s);
        else if (because == u"expiry")
            wanted.body.insert(u"expires_at"_s, now().toString(Qt::ISODateWithMs));
        else if (because == u"key")
            useElsewhere(wanted, key);
    }
    /// The key belongs to another request of the same operation; of one before a restart it is known at once.
    void useElsewhere(const Act &wanted, const QByteArray &key, bool restarted = true)
    {
        IdempotencyRow row;
        for (const Operation &each : operations()) {
            const QByteArray path =
                QByteArray(each.path).replace("{partner_id}", "{p}").replace("{credential_id}", "{c}");
            if (path == wanted.path && methodFromName(each.method) == wanted.method)
                row.operation = QString::fromLatin1(each.id);
        }
        QVERIFY(!row.operation.isEmpty());
        row.actor = u"tester"_s;
        row.key = QString::fromLatin1(key);
        row.requestHash = "another";
        row.at = now();
        row.status = 200;
        const auto stored = admin.administration->context().store.writeNow<bool>([&row](Tx &tx) {
            idempotency_rows::put(tx, row);
            return true;
        });
        QVERIFY(stored.has_value());
        if (restarted)
            admin.open();
    }
    [[nodiscard]] std::future<Reply> begin(const Act &wanted, const QByteArray &key = {})
    {
        return admin.begin(wanted.method, path(wanted.path), wanted.body,
                           key.isEmpty() ? admin.freshKey() : key, wanted.etag);
    }
    /// Whether what the act takes away is away.
    [[nodiscard]] bool isDenied(const QString &name) const
    {
        const CredentialRule now = credential();
        const Instant instant = admin.clock.now().wall;
        if (name == u"revoke")
            return now.state == CredentialState::Revoked;
        if (name == u"suspend")
            return now.state == CredentialState::Suspended;
        if (name == u"freeze")
            return rule().status == PartnerStatus::Frozen;
        if (name == u"end grace" || name == u"emergency rotation")
            return !CredentialRule::isValid(*now.generation(1), instant) &&
                   CredentialRule::isValid(*now.generation(2), instant);
        if (name == u"nearer grace")
            return !CredentialRule::isValid(*now.generation(1), instant + std::chrono::seconds(61)) &&
                   CredentialRule::isValid(*now.generation(1), instant);
        if (name == u"fewer scopes")
            return rule().scopes == QStringList{u"products:read"_s};
        if (name == u"resources")
            return rule().resources.size() == 1;
        if (name == u"fewer networks")
            return !rule().allowsFrom(pc::rules::addressOf("127.0.0.1"), Realm::Sandbox, id16Of(made.id),
                                      instant);
        if (name == u"smaller limits")
            return rule().limitsAt(Realm::Sandbox, instant) == Limits{0.5, 1, 3};
        return rule().limitsAt(Realm::Sandbox, instant) ==
               admin.policy->current()->planLimits(u"pln_standard"_s)->sandbox;
    }
    [[nodiscard]] qint64 takenBack() { return admin.eventCount("action=revocation.taken_back"); }
};

} // namespace pc::platform::test
