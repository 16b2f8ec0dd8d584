// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/audit/audit_integrity.h"

#include "contract/codec/codecs.h"
#include "contract/crypto/checkpoint.h"
#include "contract/crypto/merkle.h"
#include "models/base/save_file.h"

#include <QFile>
#include <QJsonDocument>

namespace pc::models {

using namespace Qt::StringLiterals;

namespace {

/// The note's signature holds under the key that came with it, and says what the fields say.
bool isSigned(const Checkpoint &checkpoint)
{
    const auto key = VerifyKey::fromRaw(SignatureAlgorithm::Ed25519, checkpoint.publicKey);
    if (!key)
        return false;
    const auto body = verifyCheckpoint(checkpoint.note, checkpoint.origin, *key);
    return body && qint64(body->size) == checkpoint.size && body->root == checkpoint.root;
}

} // namespace

AuditIntegrity::AuditIntegrity(client::AuditClient &audit, TimerClock &clock, QString path, QObject *parent)
    : QObject(parent), m_audit(audit), m_clock(clock), m_path(std::move(path))
{
    load();
}

AuditIntegrity::~AuditIntegrity() = default;

void AuditIntegrity::check()
{
    ask(true);
}

void AuditIntegrity::ask(bool shown)
{
    m_next.reset();
    if (shown)
        m_state = IntegrityState::Checking;
    m_call =
        m_audit.checkpoint(this, [this](const client::Result<Checkpoint> &result) { onCheckpoint(result); });
    if (shown)
        Q_EMIT changed();
}

void AuditIntegrity::look()
{
    if (m_state == IntegrityState::Unknown)
        check();
    else if (m_state != IntegrityState::Checking && !isFresh())
        ask(false);
}

void AuditIntegrity::follow(ChangeFeed &feed)
{
    connect(&feed, &ChangeFeed::changed, this, [this] {
        if (m_next)
            return;
        const std::chrono::milliseconds since(m_clock.monotonicMs() - m_checkedMs);
        soon(m_checkedMs < 0 ? std::chrono::milliseconds(0) : checkEvery - since); // past: at once
    });
    // The service was away, or is another process by now: that is when a log is put back.
    connect(&feed, &ChangeFeed::reset, this, [this] { soon(std::chrono::milliseconds(0)); });
}

void AuditIntegrity::soon(std::chrono::milliseconds delay)
{
    m_next = m_clock.after(delay, [this] {
        if (m_state == IntegrityState::Checking)
            m_next.reset(); // somebody looks already
        else
            ask(false);
    });
}

bool AuditIntegrity::isFresh() const
{
    constexpr qint64 freshMs = 10'000;
    return m_state == IntegrityState::Intact && m_checkedMs >= 0 &&
           m_clock.monotonicMs() - m_checkedMs < freshMs;
}

void AuditIntegrity::startAnew()
{
    if (!m_rejected || !isSigned(*m_rejected)) // it comes and goes with the alarm
        return;
    accept(Checkpoint(*m_rejected));
}

void AuditIntegrity::checkFresh()
{
    m_state = IntegrityState::Checking;
    m_call =
        m_audit.makeCheckpoint(client::IdempotencyKey::make(), this,
                               [this](const client::Result<Checkpoint> &result) { onCheckpoint(result); });
    Q_EMIT changed();
}

void AuditIntegrity::forget()
{
    m_call.cancel();
    m_next.reset();
    m_verified.reset();
    m_rejected.reset();
    m_alarm.reset();
    if (!m_path.isEmpty())
        QFile::remove(m_path);
    finish(IntegrityState::Unknown);
}

void AuditIntegrity::onCheckpoint(const client::Result<Checkpoint> &result)
{
    if (!result)
        return finish(IntegrityState::Failed, result.error());
    const Checkpoint next = *result;
    if (m_verified && next.publicKey != m_verified->publicKey) {
        m_rejected = next;
        return finish(IntegrityState::KeyChanged);
    }
    const bool shrank = m_verified && next.size < m_verified->size;
    const bool otherLog = m_verified && next.origin != m_verified->origin;
    if (!isSigned(next) || shrank || otherLog) {
        m_rejected = next;
        return finish(IntegrityState::Mismatch);
    }
    if (!m_verified)
        return accept(next); // first sight: from here on its key is pinned
    if (next.size == m_verified->size || m_verified->size == 0) {
        if (next.size == m_verified->size && next.root != m_verified->root) {
            m_rejected = next;
            return finish(IntegrityState::Mismatch);
        }
        return accept(next);
    }
    m_call = m_audit.consistencyProof(
        m_verified->size, next.size, this,
        [this, next](const client::Result<ConsistencyProof> &proof) { onProof(next, proof); });
}

void AuditIntegrity::onProof(const Checkpoint &next, const client::Result<ConsistencyProof> &result)
{
    if (!result)
        return finish(IntegrityState::Failed, result.error());
    const bool grew = merkle::verifyConsistency(quint64(m_verified->size), quint64(next.size),
                                                m_verified->root, next.root, result->path);
    if (!grew) {
        m_rejected = next;
        return finish(IntegrityState::Mismatch);
    }
    accept(next);
}

void AuditIntegrity::accept(const Checkpoint &next)
{
    m_rejected.reset();
    m_verified = next;
    m_verifiedAt = m_clock.now();
    save();
    finish(IntegrityState::Intact);
}

void AuditIntegrity::finish(IntegrityState state, const std::optional<client::ApiError> &error)
{
    m_state = state;
    m_error = error;
    m_checkedMs = m_clock.monotonicMs();
    if (state == IntegrityState::Intact)
        m_alarm.reset();
    else if (state == IntegrityState::KeyChanged || state == IntegrityState::Mismatch)
        m_alarm = state;
    Q_EMIT changed();
}

void AuditIntegrity::load()
{
    if (m_path.isEmpty())
        return;
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const auto object = parseObject(file.read(1024 * 1024));
    if (!object || object->value(u"version"_s).toInt() != 1)
        return;
    auto checkpoint = fromJson<Checkpoint>(object->value(u"checkpoint"_s));
    // What was kept must still verify: a file that was tampered with or cut is as good as none.
    if (!checkpoint || !isSigned(*checkpoint))
        return;
    m_verified = std::move(*checkpoint);
    m_verifiedAt = QDateTime::fromString(object->value(u"verified_at"_s).toString(), Qt::ISODateWithMs);
}

void AuditIntegrity::save()
{
    if (m_path.isEmpty())
        return;
    const QJsonObject object{{u"version"_s, 1},
                             {u"verified_at"_s, m_verifiedAt.toUTC().toString(Qt::ISODateWithMs)},
                             {u"checkpoint"_s, toJson(*m_verified)}};
    // The check itself stands; but the next run would start from an older checkpoint, or none.
    m_saveError = savePrivateFile(m_path, QJsonDocument(object).toJson());
}

} // namespace pc::models
