// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/platform/admin/api/refusal_fixture.h"

#include <QHash>
#include <QSet>

namespace pc::platform::test {

/// "409 gates_open" and the like.
[[nodiscard]] QString word(const Answer &answer);

/// What takes access away is done first and stored later, whatever the store says.
[[nodiscard]] bool cutsAccess(Op op);
/// The operations that ask the store first; the others that do not cut are answered from memory.
[[nodiscard]] QList<const Operation *> askedFirst();

/// The refusals that openapi.yaml documents, and which of them were provoked. The codes of a status are the
/// words in backticks of its response's description.
class DocumentedRefusals
{
public:
    DocumentedRefusals();

    /// Notes that the operation gave this refusal. What is wrong: another one came, or nobody documented it;
    /// empty when all is well.
    [[nodiscard]] QString note(const Operation &operation, const Answer &answer, const QString &expected);
    [[nodiscard]] bool documents(const Operation &operation, const char *status) const;
    /// What was not provoked, without `statuses` (by operation) and `words` that are argued.
    [[nodiscard]] QStringList left(const QHash<QString, QSet<QString>> &statuses,
                                   const QSet<QString> &words) const;
    [[nodiscard]] bool failed() const { return m_failed; }

private:
    QHash<QString, QSet<QString>> m_documented; ///< statuses by operation id
    QHash<QString, QSet<QString>> m_codes;      ///< codes by status
    QHash<QString, QSet<QString>> m_seen;       ///< statuses by operation id
    QSet<QString> m_seenWords;
    bool m_failed = false;
};

} // namespace pc::platform::test
