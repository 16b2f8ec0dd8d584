// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/schema/refold.h"

#include "contract/rules/fold.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

void refold(Tx &tx, const QString &select, const QString &update)
{
    QList<std::pair<QString, QString>> names;
    {
        Statement row = tx.queryOnce(select);
        while (row.next())
            names.append({row.text(0), row.text(1)});
    }
    for (const auto &[id, name] : names)
        tx.query(update).bind(pc::rules::fold(name)).bind(id).exec();
}

} // namespace

void refoldNames(Tx &tx)
{
    refold(tx, u"SELECT id, name FROM partners"_s, u"UPDATE partners SET name_key = ? WHERE id = ?"_s);
    refold(tx, u"SELECT id, name FROM credentials"_s, u"UPDATE credentials SET name_key = ? WHERE id = ?"_s);
}

} // namespace pc::platform
