// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/rows/expiring_credentials.h"

#include "contract/rules/expiring.h"

namespace pc::platform::expiring_credentials {

using namespace Qt::StringLiterals;

QString condition(const QString &alias)
{
    const QStringList marks(std::size(pc::rules::expiringStates), u"?"_s);
    return alias + u".state IN ("_s + marks.join(u", "_s) + u") AND "_s + alias + u".expires_at > ? AND "_s +
           alias + u".expires_at <= ?"_s;
}

QVariantList values(int days, const QDateTime &now)
{
    QVariantList list;
    for (const CredentialState state : pc::rules::expiringStates)
        list.append(toText(state));
    const pc::rules::ExpiryWindow window = pc::rules::expiryWindow(now, days);
    return list << window.from.toMSecsSinceEpoch() << window.until.toMSecsSinceEpoch();
}

} // namespace pc::platform::expiring_credentials
