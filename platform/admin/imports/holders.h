// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "contract/types/partner.h"
#include "platform/store/sql/tx.h"

#include <QDateTime>
#include <QHash>

#include <memory>

namespace pc::platform::imports {

/// The partners and operators that the rows of a file name, each read once: reading a partner counts its
/// credentials, and a file may have thousands for one.
class Holders
{
public:
    struct Holder
    {
        Partner partner;
        Grant grant;
    };

    Holders(Tx &tx, const QDateTime &now) : m_tx(tx), m_now(now) {}

    /// By its short name; null: there is none.
    [[nodiscard]] const Holder *find(const QString &slug);
    /// Whether it can own what is imported.
    [[nodiscard]] bool isOwner(const QString &account);

private:
    Tx &m_tx;
    const QDateTime m_now;
    QHash<QString, std::shared_ptr<const Holder>> m_partners; ///< by short name; null: there is none
    QHash<QString, bool> m_owners;
};

} // namespace pc::platform::imports
