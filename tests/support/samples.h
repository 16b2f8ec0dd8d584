// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codec/codecs.h"

/// Small valid objects for tests; what a test is about it sets itself.
namespace pc::test {

[[nodiscard]] Partner samplePartner(int number = 1);
/// Complete but for the agreement: what a person types when a partner is onboarded.
[[nodiscard]] PartnerDraft sampleDraft();
[[nodiscard]] Credential sampleCredential(int number = 1);
[[nodiscard]] Grant sampleGrant();
[[nodiscard]] AuditEvent sampleEvent(int index);
/// Refused for a missing scope; no gateway reported how it ended.
[[nodiscard]] CallRecord sampleCall(int number);
[[nodiscard]] AuditRecord sampleRecord(int index);
[[nodiscard]] Session sampleSession(const QDateTime &now);
[[nodiscard]] QList<Scope> sampleScopes();
[[nodiscard]] QList<Plan> samplePlans();
[[nodiscard]] Api sampleApi(int number = 1);
/// "/v1" of the first API; deprecated, ends in 12 days, called by two partners.
[[nodiscard]] ApiVersion sampleVersion(const QDateTime &now);
[[nodiscard]] VersionUse sampleVersionUse(const QDateTime &now);
[[nodiscard]] CatalogueRevision sampleRevision(int number = 1);
/// In force, of an API.
[[nodiscard]] ObservationSummary sampleObservation(int number = 1);
[[nodiscard]] ObservationReport sampleReport();
/// As the service tells it: of a partner, of its grant and of its usage by the partner, of others with whose
/// they are.
[[nodiscard]] Change changeAbout(ChangeKind kind, const QString &about = {}, const QString &partnerId = {});

template <typename T>
[[nodiscard]] QJsonObject pageOf(const QList<T> &items, const QString &nextCursor = {},
                                 std::optional<qint64> count = {})
{
    Page<T> page;
    page.items = items;
    page.nextCursor = nextCursor;
    page.count = count;
    return toJson(page);
}

} // namespace pc::test
