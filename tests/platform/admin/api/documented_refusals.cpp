// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/admin/api/documented_refusals.h"

#include "tests/contract/api/openapi_spec.h"

#include <QRegularExpression>

namespace pc::platform::test {

using namespace Qt::StringLiterals;

QString word(const Answer &answer)
{
    return QString::number(answer.status) + u' ' + answer.code;
}

bool cutsAccess(Op op)
{
    return op == Op::PartnerFreeze || op == Op::CredentialSuspend || op == Op::CredentialRevoke ||
           op == Op::SessionEnd;
}

QList<const Operation *> askedFirst()
{
    QList<const Operation *> all;
    for (const Operation &operation : operations()) {
        const Op op = operation.op;
        const bool fromMemory = op == Op::SessionGet || op == Op::SessionRenew || op == Op::ChangesGet ||
                                op == Op::CredentialProbe;
        if (!fromMemory && !cutsAccess(op))
            all.append(&operation);
    }
    return all;
}

DocumentedRefusals::DocumentedRefusals()
{
    static const QRegularExpression code(u"`([a-z_]+)`"_s);
    const OpenApiSpec spec;
    for (const auto &path : spec.root()["paths"]) {
        for (const auto &method : path.second) {
            for (const auto &response : method.second["responses"]) {
                const QString status = textOf(response.first);
                if (status.startsWith(u'2'))
                    continue;
                m_documented[textOf(method.second["operationId"])].insert(status);
                auto found = code.globalMatch(textOf(spec.resolved(response.second)["description"]));
                while (found.hasNext())
                    m_codes[status].insert(found.next().captured(1));
            }
        }
    }
    m_codes[u"403"_s].remove(u"permission"_s); // members of the problem, no codes
    m_codes[u"422"_s].remove(u"errors"_s);
}

QString DocumentedRefusals::note(const Operation &operation, const Answer &answer, const QString &expected)
{
    const QString id = QString::fromLatin1(operation.id);
    const QString status = expected.section(u' ', 0, 0);
    const QString what = id + u": "_s + word(answer) + u' ' + QString::fromUtf8(answer.body.left(300));
    QString wrong;
    if (word(answer) != expected)
        wrong = what + u" instead of "_s + expected;
    else if (!m_documented.value(id).contains(status))
        wrong = what + u": the operation does not document the status"_s;
    else if (!m_codes.value(status).contains(answer.code))
        wrong = what + u": the code is not described"_s;
    m_failed = m_failed || !wrong.isEmpty();
    m_seen[id].insert(status);
    m_seenWords.insert(expected);
    return wrong;
}

bool DocumentedRefusals::documents(const Operation &operation, const char *status) const
{
    return m_documented.value(QString::fromLatin1(operation.id)).contains(QLatin1StringView(status));
}

QStringList DocumentedRefusals::left(const QHash<QString, QSet<QString>> &statuses,
                                     const QSet<QString> &words) const
{
    QStringList left;
    for (const Operation &operation : operations()) {
        const QString id = QString::fromLatin1(operation.id);
        const QSet<QString> open = m_documented.value(id) - m_seen.value(id) - statuses.value(id);
        for (const QString &status : open)
            left.append(id + u' ' + status);
    }
    for (auto it = m_codes.cbegin(); it != m_codes.cend(); ++it) {
        for (const QString &code : it.value()) {
            const QString name = it.key() + u' ' + code;
            if (!m_seenWords.contains(name) && !words.contains(name))
                left.append(name);
        }
    }
    left.sort();
    return left;
}

} // namespace pc::platform::test
