// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/credentials/credential_fixture.h"

#include "contract/api/roles.h"
#include "contract/codec/codecs.h"
#include "contract/crypto/sealing.h"
#include "tests/support/samples.h"
#include "tests/support/scripted_transport.h"
#include "views/credentials/credentials_tab.h"
#include "views/partner/partner_page.h"
#include "views/seams/partner_places.h"
#include "views/widgets/table_view.h"

#include <QJsonDocument>

#include <algorithm>

namespace pc::test {

using namespace Qt::StringLiterals;
using client::HttpResponse;
using client::TransportResult;

namespace {

HttpResponse json(const QJsonObject &object, int status = 200)
{
    return ScriptedTransport::response(status, QJsonDocument(object).toJson());
}

} // namespace

CredentialBackend::CredentialBackend(SampleService &service, const client::TimerClock &clock)
    : m_service(service), m_clock(clock)
{
    m_service.first = [this](const Asked &asked) { return answer(asked); };
}

CredentialBackend::~CredentialBackend()
{
    m_service.first = {};
}

QByteArray CredentialBackend::secretText()
{
    return "pcx_cs_prd_0123456789abcdef_MiddleOfTheSecretThatNobodyMayReadAnywhere_q7Zt";
}

QString CredentialBackend::secretLastFour()
{
    return QString::fromLatin1(secretText().right(4));
}

void CredentialBackend::refuse(const QString &act, int status, const QString &code, const QJsonObject &more)
{
    m_refusals.insert(act, {status, code, more});
}

void CredentialBackend::lose(const QString &act, int times)
{
    m_lost.insert(act, times);
}

QList<SampleService::Asked> CredentialBackend::sent(const QString &act) const
{
    QList<Asked> found;
    for (const Asked &asked : std::as_const(m_service.requests))
        if (actOf(asked) == act)
            found.append(asked);
    return found;
}

QJsonObject CredentialBackend::lastBody(const QString &act) const
{
    const QList<Asked> all = sent(act);
    return all.isEmpty() ? QJsonObject() : all.last().body;
}

Credential &CredentialBackend::credential(const QString &name)
{
    const auto found = std::find_if(m_service.credentials.begin(), m_service.credentials.end(),
                                    [&name](const Credential &each) { return each.name == name; });
    if (found == m_service.credentials.end())
        qFatal("no credential %s in the sample", qUtf8Printable(name));
    return *found;
}

QString CredentialBackend::actOf(const Asked &asked)
{
    const QStringList parts = asked.path.split(u'/', Qt::SkipEmptyParts);
    if (asked.method == "GET")
        return parts.value(0) != "credentials"_L1 ? QString()
               : parts.size() == 1                ? u"list"_s
                                                  : parts.value(2);
    if (parts.value(0) == "partners"_L1)
        return parts.value(2) == "credentials"_L1 ? u"issue"_s : QString();
    if (parts.value(0) != "credentials"_L1)
        return {};
    return parts.value(2) == "generations"_L1 ? u"ack"_s : parts.value(2);
}

std::optional<TransportResult> CredentialBackend::answer(const Asked &asked)
{
    const QString act = actOf(asked);
    if (act.isEmpty())
        return std::nullopt;
    if (const auto refusal = m_refusals.constFind(act); refusal != m_refusals.constEnd()) {
        const Refusal said = *refusal;
        m_refusals.erase(refusal);
        return ScriptedTransport::problemResponse(said.status, said.code, said.more);
    }
    if (act == "list"_L1)
        return std::nullopt;
    if (act == "use"_L1) {
        if (!hasUse)
            return ScriptedTransport::problemResponse(403, u"forbidden"_s,
                                                      {{u"permission"_s, u"credential.use"_s}});
        CredentialUse own = use;
        own.credentialId = asked.path.section(u'/', 2, 2);
        return json(toJson(own));
    }
    if (act == "probe"_L1) {
        ProbeReport own = probe;
        own.credentialId = asked.path.section(u'/', 2, 2);
        own.validUntil = m_clock.now().addSecs(300);
        return json(toJson(own));
    }
    if (act == "revocation"_L1) {
        const QString id = asked.path.section(u'/', 2, 2);
        for (const Credential &each : std::as_const(m_service.credentials))
            if (each.id == id && each.state == CredentialState::Revoked)
                return receiptOf(each);
        return ScriptedTransport::problemResponse(404, u"not_found"_s);
    }
    const auto known = m_answers.find(asked.key);
    const HttpResponse made = known != m_answers.end() ? known->second : perform(act, asked);
    m_answers[asked.key] = made;
    if (m_lost.value(act) > 0) {
        --m_lost[act];
        return tl::make_unexpected(client::TransportError{client::TransportFault::Lost, u"lost"_s});
    }
    return made;
}

HttpResponse CredentialBackend::perform(const QString &act, const Asked &asked)
{
    if (act == "issue"_L1)
        return issue(asked);
    const QString id = asked.path.section(u'/', 2, 2);
    const auto found = std::find_if(m_service.credentials.begin(), m_service.credentials.end(),
                                    [&id](const Credential &each) { return each.id == id; });
    if (found == m_service.credentials.end())
        return ScriptedTransport::problemResponse(404, u"not_found"_s);
    Credential &credential = *found;
    const bool needsTag = act == "rotate"_L1 || act == "grace"_L1 || act == "resume"_L1;
    if (needsTag && asked.etag != u"\"%1\""_s.arg(credential.version).toLatin1())
        return ScriptedTransport::problemResponse(412, u"stale"_s, {{u"current"_s, toJson(credential)}});
    if (act == "ack"_L1)
        return acknowledge(credential, asked);
    if (act == "rotate"_L1)
        return rotate(credential, asked);
    if (act == "grace"_L1)
        return grace(credential, asked);
    if (act == "revoke"_L1)
        return revoke(credential, asked);
    credential.state = act == "suspend"_L1 ? CredentialState::Suspended : CredentialState::Active;
    ++credential.version;
    return json(toJson(credential));
}

HttpResponse CredentialBackend::sealed(Credential &credential, int generation, const Asked &asked)
{
    const QByteArray to = QByteArray::fromBase64(asked.body.value(u"seal_to"_s).toString().toLatin1(),
                                                 QByteArray::Base64UrlEncoding);
    const auto bytes = seal(to, Secret::copyOf(secretText()),
                            {credential.id, generation, QString::fromLatin1(asked.key)}, m_random);
    if (!bytes)
        return ScriptedTransport::problemResponse(422, u"validation_failed"_s);
    return json(toJson(SealedIssue{credential, generation, *bytes, m_clock.now().addSecs(900)}), 201);
}

HttpResponse CredentialBackend::issue(const Asked &asked)
{
    const auto wanted = fromJson<IssueRequest>(asked.body);
    if (!wanted)
        return ScriptedTransport::problemResponse(422, u"validation_failed"_s);
    Credential made = m_service.credentials.first();
    made.id = u"crd_new%1"_s.arg(m_service.credentials.size(), 13, 10, QChar(u'0'));
    made.partnerId = asked.path.section(u'/', 2, 2);
    made.name = wanted->name;
    made.kind = wanted->kind;
    made.realm = wanted->realm;
    made.scopes = wanted->scopes;
    made.owner = wanted->owner;
    made.createdAt = m_clock.now();
    made.expiresAt = wanted->expiresAt;
    made.state = CredentialState::Pending;
    made.lastUsedAt.reset();
    made.version = 1;
    made.generations = {made.generations.first()};
    made.generations[0].state = GenerationState::Pending;
    made.generations[0].acknowledgedAt.reset();
    made.generations[0].lastFour = secretLastFour();
    m_service.credentials.append(made);
    return sealed(m_service.credentials.last(), 1, asked);
}

HttpResponse CredentialBackend::rotate(Credential &credential, const Asked &asked)
{
    const auto wanted = fromJson<RotateRequest>(asked.body);
    if (!wanted)
        return ScriptedTransport::problemResponse(422, u"validation_failed"_s);
    m_graceSeconds = wanted->graceSeconds;
    Generation made = credential.generations.first();
    ++made.number;
    made.state = GenerationState::Pending;
    made.acknowledgedAt.reset();
    made.lastFour = secretLastFour();
    made.createdAt = m_clock.now();
    credential.generations.prepend(made);
    if (wanted->expiresAt)
        credential.expiresAt = *wanted->expiresAt;
    ++credential.version;
    return sealed(credential, made.number, asked);
}

HttpResponse CredentialBackend::acknowledge(Credential &credential, const Asked &asked)
{
    const int number = asked.path.section(u'/', 4, 4).toInt();
    const auto ack = fromJson<AckRequest>(asked.body);
    if (!ack || ack->digest != ackDigest(Secret::copyOf(secretText()), credential.id, number))
        return ScriptedTransport::problemResponse(422, u"wrong_digest"_s);
    for (Generation &generation : credential.generations) {
        if (generation.number == number) {
            generation.state = GenerationState::Active;
            generation.acknowledgedAt = m_clock.now();
        } else if (generation.state == GenerationState::Active && m_graceSeconds > 0) {
            generation.state = GenerationState::Grace;
            generation.graceUntil = m_clock.now().addSecs(m_graceSeconds);
        } else {
            generation.state = GenerationState::Ended;
        }
    }
    const bool overlap = std::any_of(credential.generations.cbegin(), credential.generations.cend(),
                                     [](const Generation &g) { return g.state == GenerationState::Grace; });
    credential.state = overlap ? CredentialState::Rotating : CredentialState::Active;
    ++credential.version;
    return json(toJson(credential));
}

HttpResponse CredentialBackend::grace(Credential &credential, const Asked &asked) const
{
    const auto wanted = fromJson<GraceRequest>(asked.body);
    if (!wanted)
        return ScriptedTransport::problemResponse(422, u"validation_failed"_s);
    for (Generation &generation : credential.generations) {
        if (generation.state == GenerationState::Grace)
            generation.graceUntil = wanted->until;
    }
    ++credential.version;
    return json(toJson(credential));
}

HttpResponse CredentialBackend::revoke(Credential &credential, const Asked &asked) const
{
    credential.state = CredentialState::Revoked;
    credential.revokedAt = m_clock.now();
    credential.revokedBy = m_service.session.account;
    credential.revokedReason = asked.body.value(u"reason"_s).toString();
    ++credential.version;
    return receiptOf(credential);
}

HttpResponse CredentialBackend::receiptOf(const Credential &credential) const
{
    RevocationReceipt receipt;
    receipt.credential = credential;
    receipt.effectiveAt = credential.revokedAt.value_or(m_clock.now());
    receipt.durable = durable;
    receipt.tokensEnded = use.liveTokens;
    receipt.proof = proof;
    return json(toJson(receipt), durable ? 200 : 202);
}

CredentialFixture::CredentialFixture(const std::function<void(CredentialFixture &)> &prepare)
    : backend(*pages.service, pages.clock), id(pages.idOf(u"Cardinal Payroll"_s))
{
    if (prepare)
        prepare(*this);
    page = new views::PartnerPage(pages.context, pages.parts);
    page->open(views::places::partnerPage(id, u"credentials"_s));
    pages.show(page);
    tab = page->findChild<views::CredentialsTab *>();
    settle();
}

bool CredentialFixture::select(const QString &name) const
{
    for (const Credential &each : pages.service->credentials) {
        if (each.name == name && tab->table()->selectKey(each.id)) {
            tab->table()->setFocus();
            return true;
        }
    }
    return false;
}

void CredentialFixture::tell()
{
    Q_EMIT pages.connection->feed().changed(changeAbout(ChangeKind::Credential));
    pages.clock.advance(std::chrono::milliseconds(200));
    settle();
}

void CredentialFixture::permit(const QList<Role> &roles)
{
    pages.service->session.roles = roles;
    pages.service->session.permissions = permissionsOf(roles);
    pages.connection->keeper().start();
    settle();
}

} // namespace pc::test
