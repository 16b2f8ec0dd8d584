// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/merkle.h"
#include "contract/crypto/random_source.h"
#include "contract/crypto/signing_key.h"
#include "models/audit/audit_models.h"
#include "tests/views/pages_fixture.h"

#include <map>

namespace pc::views {
class AuditPage;
class AuditPanel;
} // namespace pc::views

namespace pc::test {

/// The audit trail, for the sample service: a real log with tree, signed checkpoints and proofs, and the
/// list's filters and pages.
class AuditBackend final
{
public:
    AuditBackend(SampleService &service, const client::TimerClock &clock);
    ~AuditBackend();

    /// Appends an event; id, number and time (one minute apart, the newest now) are filled in.
    void append(AuditEvent event);
    /// Made-up events of two operators about two partners.
    void grow(int events);
    [[nodiscard]] AuditEvent &event(qint64 index) { return m_records[index].event; }
    [[nodiscard]] qint64 size() const { return m_records.size(); }
    /// Changes the stored bytes of an event behind the log's back.
    void forge(qint64 index, const QString &actor);
    /// From now on checkpoints are signed with another key.
    void changeKey();
    /// Checkpoints cover this many events only; -1: all.
    qint64 anchored = -1;
    /// What events did to calls, by their id; of the others nothing.
    QHash<QString, RefusalsOfEvent> refusals;

    /// The next answer to "list", "histogram", "event", "refusals", "checkpoint" or "proof" is a refusal.
    void refuse(const QString &what, int status, const QString &code, const QJsonObject &more = {});
    /// What was asked for "list", "event", "checkpoint" or "proof", oldest first.
    [[nodiscard]] QList<SampleService::Asked> asked(const QString &what) const;
    /// A value of the newest list request.
    [[nodiscard]] QString lastQuery(const QString &name) const;

private:
    using Asked = SampleService::Asked;
    [[nodiscard]] static QString kindOf(const Asked &asked);
    [[nodiscard]] std::optional<client::TransportResult> answer(const Asked &asked);
    [[nodiscard]] QList<AuditEvent> answering(const client::QueryItems &query) const;
    [[nodiscard]] client::HttpResponse list(const Asked &asked) const;
    [[nodiscard]] client::HttpResponse histogram(const Asked &asked) const;
    [[nodiscard]] client::HttpResponse proof(const Asked &asked) const;
    [[nodiscard]] client::HttpResponse checkpoint() const;
    [[nodiscard]] QByteArray subtree(int level, quint64 index) const;

    struct Refusal
    {
        int status = 0;
        QString code;
        QJsonObject more;
    };
    SampleService &m_service;
    const client::TimerClock &m_clock;
    SystemRandom m_random;
    SigningKey m_key;
    merkle::Frontier m_frontier;
    std::map<std::pair<int, quint64>, QByteArray> m_nodes;
    QList<AuditRecord> m_records;
    QHash<QString, Refusal> m_refusals;
};

/// The audit page over such a log.
struct AuditFixture
{
    PagesFixture pages;
    AuditBackend backend;
    models::AuditModels models;
    models::AuditListModel &list;
    models::AuditEventModel &event;
    views::AuditPage *page = nullptr;

    /// `prepare` runs before anything is asked.
    explicit AuditFixture(int events = 12, const std::function<void(AuditFixture &)> &prepare = {});
    ~AuditFixture();
    AuditFixture(const AuditFixture &) = delete;
    AuditFixture &operator=(const AuditFixture &) = delete;
};

} // namespace pc::test
