// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/verify/state_check.h"

#include "platform/store/rows/credential_rows.h"
#include "platform/store/rows/row_names.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

QString ofCredentials(const CredentialEvents &events, Tx &tx)
{
    const QList<CredentialRow> rows = credential_rows::all(tx);
    for (const CredentialRow &row : rows) {
        if (const QString found = events.contradiction(row); !found.isEmpty())
            return found;
    }
    return {};
}

} // namespace

void StateCheck::see(const AuditEvent &event)
{
    const AuditAction action = auditActionOf(event.action); // once: a log may have millions
    m_credentials.see(action, event);
    m_partners.see(action, event);
    m_catalogue.see(action, event);
    m_offers.see(action, event);
    m_observations.see(action, event);
    m_operators.see(action, event);
}

QString StateCheck::contradiction(Tx &tx) const
{
    if (const QString found = misnamedRow(tx); !found.isEmpty())
        return u"a row has the name of another: %1"_s.arg(found);
    for (const QString &found :
         {ofCredentials(m_credentials, tx), m_partners.contradiction(tx), m_catalogue.contradiction(tx),
          m_offers.contradiction(tx), m_observations.contradiction(tx), m_operators.contradiction(tx)}) {
        if (!found.isEmpty())
            return found;
    }
    return {};
}

} // namespace pc::platform
