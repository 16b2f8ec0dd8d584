// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/transport.h"
#include "contract/types/access.h"
#include "contract/types/audit.h"
#include "contract/types/credential.h"
#include "contract/types/gate.h"
#include "contract/types/networks.h"
#include "contract/types/observation.h"
#include "contract/types/pack.h"
#include "contract/types/partner.h"
#include "contract/types/session.h"
#include "contract/types/usage.h"

#include "tests/views/calls/sample_calls.h"

#include <QJsonObject>
#include <QObject>

#include <functional>
#include <optional>

namespace pc::test {

/// A small service behind the transport seam: made-up partners, and enough rules (filters, entity tags,
/// idempotency) for pages to be seen at work. What it is asked is kept in `requests`.
class SampleService final : public client::Transport
{
public:
    enum class Mood { Well, Away, Silent, Faulty, Forbidding };

    explicit SampleService(const QDateTime &now);

    [[nodiscard]] std::unique_ptr<client::Exchange>
    send(client::HttpRequest request, std::function<void(client::TransportResult)> done) override;

    Mood mood = Mood::Well;
    QList<Partner> partners;
    QList<ObservationSummary> observations;
    QList<Credential> credentials;
    SampleCalls calls;
    QHash<QString, Grant> grants;
    QHash<QString, NetworkRules> networks; ///< of partners that have some
    QList<Scope> scopes;
    QList<Plan> plans;
    Session session;
    QList<Operator> operators{{QStringLiteral("ops-1"), QStringLiteral("Jana Lang")},
                              {QStringLiteral("ops-2"), QStringLiteral("Mo Okafor")}};
    qint64 countedPartners = -1; ///< shown instead of the real number of all partners

    struct Asked
    {
        QByteArray method;
        QString path;
        client::QueryItems query;
        QJsonObject body;
        QByteArray etag;
        QByteArray key; ///< Idempotency-Key of a write
    };
    QList<Asked> requests;
    /// Asked first while Well: answers what a test is about; nothing leaves it to the sample.
    std::function<std::optional<client::TransportResult>(const Asked &)> first;
    /// As if so much of the body of the last request had left.
    void tellProgress(qint64 sent, qint64 total) const { m_progress(sent, total); }
    [[nodiscard]] int asked(const QByteArray &method, const QString &path) const;
    [[nodiscard]] Partner &partner(const QString &id);
    /// The service's own name for the person of the session edits a grant meanwhile.
    void editGrantElsewhere(const QString &partnerId, const QStringList &scopes);

private:
    void makePartners();
    void makeCatalogue();
    void makeCredentials();
    [[nodiscard]] client::HttpResponse answer(const Asked &asked);
    [[nodiscard]] client::HttpResponse read(const Asked &asked);
    [[nodiscard]] client::HttpResponse readPartner(const QString &id, const QString &part,
                                                   const Asked &asked);
    [[nodiscard]] client::HttpResponse write(const Asked &asked);
    [[nodiscard]] NetworkRules &networksOf(const Partner &partner);
    [[nodiscard]] client::HttpResponse listPartners(const Asked &asked) const;
    [[nodiscard]] PartnerPack packOf(const Partner &of, const Asked &asked) const;
    [[nodiscard]] StageGates gatesOf(const Partner &partner) const;
    [[nodiscard]] UsageSeries seriesOf(const Partner &partner, const Asked &asked) const;
    [[nodiscard]] QuotaState quotaOf(const Partner &partner) const;

    QDateTime m_now;
    QObject m_loop;
    std::function<void(qint64, qint64)> m_progress; ///< of the last request that had one
};

} // namespace pc::test
