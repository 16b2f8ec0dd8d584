// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/audit/audit_canonical.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/audit/audit_signer.h"
#include "platform/store/history/anchor_file.h"
#include "platform/store/history/history_check.h"
#include "platform/store/history/log_fold.h"
#include "tests/platform/store_fixture.h"

#include <functional>

namespace pc::platform::test {

using namespace Qt::StringLiterals;

inline constexpr int events = 300; ///< one whole tile, and a part

/// A log with checkpoints of 10, 256 and 290 events, anchored at 0, 5, 5, 256 and 295.
struct SignedLog : StoreFixture
{
    SystemRandom random;
    AuditSigner signer{SigningKey::generate(SignatureAlgorithm::Ed25519, random), u"test/audit"_s};
    AnchorFile anchor{AnchorFile::pathIn(dir.path()), signer.origin(), signer.key()};

    SignedLog()
    {
        if (!anchor.open({}))
            qFatal("no anchor");
        line(u"note"_s);
        tx.exec(u"BEGIN IMMEDIATE"_s);
        for (int i = 1; i <= events; ++i) {
            audit_log::append(tx, pc::test::sampleEvent(i));
            for (const int size : {10, 256, 290})
                if (i == size)
                    (void)signer.make(tx, pc::test::sampleEvent(i).at);
            if (i == 5)
                line(u"first"_s);
            for (const int size : {5, 256, 295})
                if (i == size)
                    line(u"act"_s);
        }
        history::putPointer(tx, anchor.last());
        tx.exec(u"COMMIT"_s);
    }
    void line(const QString &act, qint64 size = -1, const QByteArray &root = {})
    {
        const history::Head head = history::headOf(tx);
        AnchorRecord record;
        record.size = size < 0 ? head.size : size;
        record.root = root.isEmpty() ? head.root : root;
        record.at = QDateTime::fromMSecsSinceEpoch(1700000000000, Qt::UTC);
        record.act = act;
        if (!anchor.append({record}))
            qFatal("not anchored");
    }
    [[nodiscard]] log_fold::Witness witness() const
    {
        return {signer.origin(), signer.verifyKey(), anchor.path()};
    }
    /// Another event in the place of one, with the hash that belongs to it.
    void rewrite(qint64 index, const std::function<void(AuditEvent &)> &change)
    {
        AuditEvent event = audit_log::find(tx, index)->event;
        change(event);
        const QByteArray bytes = canonicalBytes(event);
        tx.queryOnce(u"UPDATE audit_events SET canonical = ?, leaf = ? WHERE idx = ?"_s)
            .bind(bytes)
            .bind(merkle::leafHash(bytes))
            .bind(index)
            .exec();
    }
    /// Of the tile of the first 256 events.
    void setTile(const std::function<void(QByteArray &)> &change)
    {
        QByteArray hashes;
        {
            Statement row = tx.queryOnce(u"SELECT hashes FROM audit_tiles WHERE level = 0 AND idx = 0"_s);
            if (row.next())
                hashes = row.bytes(0);
        }
        change(hashes);
        tx.queryOnce(u"UPDATE audit_tiles SET hashes = ? WHERE level = 0 AND idx = 0"_s).bind(hashes).exec();
    }
};

} // namespace pc::platform::test
