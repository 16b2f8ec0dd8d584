// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/onboarding/onboard_flow.h"

#include "contract/codec/codecs.h"
#include "contract/crypto/redaction.h"
#include "contract/rules/credential_kinds.h"
#include "models/access/catalogue_model.h"
#include "models/base/save_file.h"
#include "models/onboarding/told_problems.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace pc::models {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int fileVersion = 1;

/// A draft as it lies in the file: the days of its agreement may be empty still, which no request may have.
auto partnerFrom(QJsonObject object)
{
    QJsonObject agreement = object.value(u"agreement"_s).toObject();
    QStringList empty;
    for (const QString &member : {u"signed_on"_s, u"valid_until"_s}) {
        if (agreement.value(member).toString().isEmpty() && agreement.contains(member)) {
            agreement.insert(member, u"2000-01-01"_s);
            empty.append(member);
        }
    }
    if (!empty.isEmpty())
        object.insert(u"agreement"_s, agreement);
    auto draft = fromJson<PartnerDraft>(QJsonValue(object));
    if (draft && empty.contains(u"signed_on"_s))
        draft->agreement->signedOn = {};
    if (draft && empty.contains(u"valid_until"_s))
        draft->agreement->validUntil = {};
    return draft;
}

} // namespace

OnboardFlow::OnboardFlow(client::PartnersClient &partners, ChangeFeed &feed, CatalogueModel &catalogue,
                         TimerClock &clock, QString draftPath, QObject *parent)
    : Flow(parent), m_partners(partners), m_catalogue(catalogue), m_clock(clock), m_path(std::move(draftPath))
{
    m_visited.insert(int(m_step));
    load();
    connect(&m_catalogue, &CatalogueModel::changed, this, &OnboardFlow::draftChanged);
    m_catalogue.ensureLoaded();
    follow(feed, ChangeKind::Partner, {});
}

OnboardFlow::~OnboardFlow()
{
    if (m_saveAlarm)
        save(); // what was typed in the last half second
}

void OnboardFlow::setDraft(const OnboardDraft &draft)
{
    if (!mayEdit() || draft == m_draft)
        return;
    m_fromService = stillTold(m_fromService, m_draft, draft);
    m_draft = draft;
    saveLater();
    Q_EMIT draftChanged();
}

bool OnboardFlow::setDefaultOwner(const QString &account)
{
    m_defaultOwner = account;
    if (m_resumed || account.isEmpty() || !m_draft.partner.owner.isEmpty() || !mayEdit())
        return false;
    m_draft.partner.owner = account; // not saved: nobody has typed anything
    Q_EMIT draftChanged();
    return true;
}

void OnboardFlow::discard()
{
    if (!mayEdit() && state() != FlowState::Done)
        return;
    m_saveAlarm.reset();
    m_saveError.clear();
    m_draft = {};
    m_draft.partner.owner = m_defaultOwner;
    m_fromService.clear();
    m_sentKey = {};
    m_visited = {int(OnboardStep::Organisation)};
    m_step = OnboardStep::Organisation;
    m_resumed = false;
    m_savedAt = {};
    removeFile();
    Q_EMIT draftChanged();
}

void OnboardFlow::setStep(OnboardStep step)
{
    if (step == m_step)
        return;
    m_step = step;
    m_visited.insert(int(step));
    saveLater();
    Q_EMIT draftChanged();
}

StepState OnboardFlow::stepState(OnboardStep step) const
{
    if (step == m_step)
        return StepState::Current;
    if (!m_visited.contains(int(step)))
        return StepState::Open;
    if (step == OnboardStep::Review && !problems().isEmpty())
        return StepState::Open; // it has no problems of its own, and cannot be done before the others
    return problemsOf(step).isEmpty() ? StepState::Done : StepState::Problem;
}

QList<rules::FieldProblem> OnboardFlow::problems() const
{
    const DraftContext context{m_catalogue.scopes(), m_catalogue.plans(), m_clock.now().date()};
    return validateDraft(m_draft, context) + m_fromService;
}

QList<rules::FieldProblem> OnboardFlow::problemsOf(OnboardStep step) const
{
    QList<rules::FieldProblem> found;
    for (const rules::FieldProblem &problem : problems()) {
        if (stepOf(problem.pointer) == step)
            found.append(problem);
    }
    return found;
}

bool OnboardFlow::isComplete() const
{
    return m_catalogue.hasValue() && problems().isEmpty();
}

void OnboardFlow::send()
{
    // From the first try on the key stays with the draft, until the service has answered for certain.
    if (m_sentKey.isEmpty())
        m_sentKey = key();
    useKey(m_sentKey);
    for (int step = 0; step < onboardStepCount; ++step)
        m_visited.insert(step);
    m_saveAlarm.reset();
    save();
    m_call =
        m_partners.create(m_draft.partner, m_sentKey, this,
                          [this](const client::Result<Versioned<Partner>> &result) { onCreated(result); });
}

void OnboardFlow::look()
{
    PartnerQuery query;
    query.text = m_draft.partner.slug;
    m_look = m_partners.list(query, this, [this](const client::Result<Page<Partner>> &result) {
        const auto isOurs = [this](const Partner &partner) { return partner.slug == m_draft.partner.slug; };
        if (!result || std::none_of(result->items.begin(), result->items.end(), isOurs))
            return; // not there, or not known: nothing may be made unseen
        if (state() == FlowState::OutcomeUnknown)
            retry();
        else if (isBusy())
            send();
    });
}

void OnboardFlow::onCreated(const client::Result<Versioned<Partner>> &result)
{
    if (!result) {
        const client::ApiError &error = result.error();
        if (error.kind != client::ErrorKind::OutcomeUnknown) {
            m_sentKey = {};
            m_fromService.clear();
            if (error.problem) {
                for (const FieldError &field : error.problem->errors)
                    m_fromService.append(rules::fieldProblem(field));
            }
            save();
        }
        fail(error);
        Q_EMIT draftChanged();
        return;
    }
    m_result = *result;
    m_sentKey = {};
    removeFile();
    m_savedAt = {};
    succeed();
}

void OnboardFlow::saveLater()
{
    if (!m_path.isEmpty())
        m_saveAlarm = m_clock.after(500ms, [this] { save(); });
}

bool OnboardFlow::saveNow()
{
    // A draft that nobody began is not written; one that failed before is tried again.
    if (m_saveAlarm || !m_saveError.isEmpty())
        save();
    return m_saveError.isEmpty();
}

void OnboardFlow::load()
{
    QFile file(m_path);
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return;
    m_written = file.read(4 * 1024 * 1024);
    const auto object = parseObject(m_written);
    auto draft =
        object ? partnerFrom(object->value(u"partner"_s).toObject()) : tl::make_unexpected(object.error());
    if (!draft || object->value(u"version"_s).toInt() != fileVersion) {
        file.close();
        QFile::remove(m_path + u".unreadable"_s);
        QFile::rename(m_path, m_path + u".unreadable"_s);
        return;
    }
    m_draft.partner = std::move(*draft);
    const QJsonObject sandbox = object->value(u"sandbox"_s).toObject();
    m_draft.sandbox.issueCredential = sandbox.value(u"issue"_s).toBool(true);
    m_draft.sandbox.credentialName = sandbox.value(u"name"_s).toString();
    const auto kind = enumFromText<CredentialKind>(sandbox.value(u"kind"_s).toString());
    m_draft.sandbox.kind = kind == CredentialKind::Unknown ? rules::credentialKinds().front().kind : kind;
    const QJsonObject unread = object->value(u"unread"_s).toObject();
    for (auto it = unread.begin(); it != unread.end(); ++it)
        m_draft.unread.insert(it.key(), it.value().toString());
    m_step = OnboardStep(std::clamp(object->value(u"step"_s).toInt(), 0, onboardStepCount - 1));
    for (const QJsonValue &step : object->value(u"visited"_s).toArray())
        m_visited.insert(step.toInt());
    m_visited.insert(int(m_step));
    m_sentKey = client::IdempotencyKey::fromText(object->value(u"sent_key"_s).toString().toLatin1());
    m_savedAt = QDateTime::fromString(object->value(u"saved_at"_s).toString(), Qt::ISODateWithMs);
    m_resumed = true;
    // The console died while the answer was on its way: only the same request may be repeated now.
    if (!m_sentKey.isEmpty()) {
        client::ApiError error;
        error.kind = client::ErrorKind::OutcomeUnknown;
        error.detail = u"the console ended before the service answered"_s;
        moveTo(FlowState::OutcomeUnknown, error);
    }
}

/// A second console of the same person has the same place for its draft: neither writes over the other.
bool OnboardFlow::isOurs() const
{
    QFile file(m_path);
    return !file.exists() || (file.open(QIODevice::ReadOnly) && file.readAll() == m_written);
}

void OnboardFlow::removeFile()
{
    if (!m_path.isEmpty() && isOurs())
        QFile::remove(m_path);
}

void OnboardFlow::save()
{
    m_saveAlarm.reset();
    if (m_path.isEmpty())
        return;
    QJsonArray visited;
    for (const int step : std::as_const(m_visited))
        visited.append(step);
    QJsonObject object{{u"version"_s, fileVersion},
                       {u"saved_at"_s, m_clock.now().toString(Qt::ISODateWithMs)},
                       {u"step"_s, int(m_step)},
                       {u"visited"_s, visited},
                       {u"partner"_s, toJson(m_draft.partner)},
                       {u"sandbox"_s, QJsonObject{{u"issue"_s, m_draft.sandbox.issueCredential},
                                                  {u"name"_s, m_draft.sandbox.credentialName},
                                                  {u"kind"_s, toText(m_draft.sandbox.kind)}}}};
    QJsonObject unread;
    for (auto it = m_draft.unread.cbegin(); it != m_draft.unread.cend(); ++it)
        unread.insert(it.key(), it.value());
    if (!unread.isEmpty())
        object.insert(u"unread"_s, unread);
    if (!m_sentKey.isEmpty())
        object.insert(u"sent_key"_s, QString::fromLatin1(m_sentKey.text()));
    // The service would store no secret that somebody put here, so no disk gets it before.
    const QByteArray bytes = QJsonDocument(redactTexts(object).toObject()).toJson();
    m_saveError =
        isOurs() ? savePrivateFile(m_path, bytes) : tr("another console of yours keeps its own draft there");
    if (m_saveError.isEmpty()) {
        m_written = bytes;
        m_savedAt = m_clock.now();
    }
    Q_EMIT draftChanged();
}

} // namespace pc::models
