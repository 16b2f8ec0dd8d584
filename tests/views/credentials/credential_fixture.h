// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/random_source.h"
#include "tests/views/pages_fixture.h"

#include <map>

namespace pc::views {
class CredentialsTab;
class PartnerPage;
} // namespace pc::views

namespace pc::test {

/// The acts on credentials, for the sample service: seals for real, waits for the right acknowledgement,
/// starts and ends graces, and answers a repeat with the same key as it answered the first time.
class CredentialBackend final
{
public:
    CredentialBackend(SampleService &service, const client::TimerClock &clock);
    ~CredentialBackend();

    /// The secret of whatever is issued or rotated here.
    [[nodiscard]] static QByteArray secretText();
    [[nodiscard]] static QString secretLastFour();

    CredentialUse use; ///< of every credential; only the id is filled in
    bool hasUse = true;
    RevocationProof proof; ///< in the answer to a revocation, and to who asks for it afterwards
    ProbeReport probe;     ///< what the gateways say before; only the id is filled in
    bool durable = true;

    /// The next answer to this act ("issue", "ack", "rotate", "grace", "suspend", "resume", "revoke",
    /// "probe", "revocation", "use" or "list") is a refusal.
    void refuse(const QString &act, int status, const QString &code, const QJsonObject &more = {});
    /// The act is done, and its answer gets lost, this many times.
    void lose(const QString &act, int times);
    /// What was sent for an act, oldest first.
    [[nodiscard]] QList<SampleService::Asked> sent(const QString &act) const;
    [[nodiscard]] QJsonObject lastBody(const QString &act) const;
    [[nodiscard]] Credential &credential(const QString &name);

private:
    using Asked = SampleService::Asked;
    [[nodiscard]] static QString actOf(const Asked &asked);
    [[nodiscard]] std::optional<client::TransportResult> answer(const Asked &asked);
    [[nodiscard]] client::HttpResponse perform(const QString &act, const Asked &asked);
    [[nodiscard]] client::HttpResponse sealed(Credential &credential, int generation, const Asked &asked);
    [[nodiscard]] client::HttpResponse issue(const Asked &asked);
    [[nodiscard]] client::HttpResponse rotate(Credential &credential, const Asked &asked);
    [[nodiscard]] client::HttpResponse acknowledge(Credential &credential, const Asked &asked);
    [[nodiscard]] client::HttpResponse grace(Credential &credential, const Asked &asked) const;
    [[nodiscard]] client::HttpResponse revoke(Credential &credential, const Asked &asked) const;
    [[nodiscard]] client::HttpResponse receiptOf(const Credential &credential) const;

    struct Refusal
    {
        int status = 0;
        QString code;
        QJsonObject more;
    };
    SampleService &m_service;
    const client::TimerClock &m_clock;
    SystemRandom m_random;
    QHash<QString, Refusal> m_refusals;
    QHash<QString, int> m_lost;
    std::map<QByteArray, client::HttpResponse> m_answers; ///< by idempotency key
    qint64 m_graceSeconds = 0;                            ///< of the rotation under way
};

/// The Credentials tab of Cardinal Payroll (limited stage), and what acts on it. Its credentials: erp-sync,
/// payroll-edge (expires in 6 days), legacy-batch (rotating) and sandbox-ci.
struct CredentialFixture
{
    PagesFixture pages;
    CredentialBackend backend;
    views::PartnerPage *page = nullptr;
    views::CredentialsTab *tab = nullptr;
    QString id;

    /// `prepare` runs before anything is asked.
    explicit CredentialFixture(const std::function<void(CredentialFixture &)> &prepare = {});

    /// Makes a row the current one; false when it is not there.
    bool select(const QString &name) const;
    /// The service says that credentials changed, and the answers arrive.
    void tell();
    /// Only these permissions from now on.
    void permit(const QList<Role> &roles);
    [[nodiscard]] views::CommandState state(const QString &command) const
    {
        return pages.commands.state(command);
    }
    /// The dialog of this class that is open, nullptr without one.
    template <typename T>
    [[nodiscard]] T *dialog() const
    {
        for (T *each : pages.window.findChildren<T *>())
            if (each->isVisible())
                return each;
        return nullptr;
    }
};

} // namespace pc::test
