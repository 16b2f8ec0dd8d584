// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/history/history_check.h"

#include "contract/codec/base64url.h"
#include "contract/crypto/checkpoint.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/rows/admin_rows.h"
#include "platform/store/sql/columns.h"
#include "platform/store/sql/migrations.h"

namespace pc::platform::history {

using namespace Qt::StringLiterals;

namespace {

HistoryVerdict refused(HistoryVerdict verdict, const QString &why)
{
    verdict.state = HistoryVerdict::State::Refused;
    verdict.why = why;
    return verdict;
}

QByteArray rootAt(Tx &tx, qint64 size)
{
    return merkle::rootAt(static_cast<quint64>(size), audit_log::subtrees(tx)).value_or(QByteArray());
}

/// Set between the schema step that found a log of an older release and the first line of its anchor.
QString olderRelease()
{
    return u"history_older_release"_s;
}

/// `verify` also reads what no newer service has opened yet.
bool isBeforeAnchor(Tx &tx)
{
    return !isCarriedOut(tx, anchorSchemaStep) && meta_rows::value(tx, u"history_anchor"_s).isEmpty();
}

/// Of the newest checkpoint of the database itself; empty when it holds or there is none.
QString checkpointFault(Tx &tx, qint64 size, const QString &origin, const VerifyKey &key)
{
    const auto latest = checkpoint_rows::latest(tx);
    if (!latest || holds(tx, *latest, origin, key))
        return {};
    if (latest->size > size)
        return u"a checkpoint was signed for %1 events, the log has %2"_s.arg(latest->size).arg(size);
    return u"the checkpoint of %1 events was not signed with this key, or for another log"_s.arg(
        latest->size);
}

/// Of a log that no line of an anchor remembers. Whoever removes the memory of a log must not get it signed
/// anew: only the release that brought the anchor finds none, and then a signature must hold.
QString unrememberedFault(Tx &tx, qint64 size, bool keyRemembers, const QString &origin, const VerifyKey &key)
{
    if (size == 0)
        return {};
    if (keyRemembers)
        return u"the anchor file is missing or empty, and the key of the log remembers one"_s;
    if (meta_rows::value(tx, olderRelease()) != u"1"_s && !isBeforeAnchor(tx))
        return u"the anchor file is missing or empty, and the database names none of its lines any more"_s;
    const auto latest = checkpoint_rows::latest(tx);
    return latest && latest->size > 0 && holds(tx, *latest, origin, key)
               ? QString()
               : u"no signature covers any of the events"_s;
}

/// The line that the database names must be in the file.
QString pointerFault(Tx &tx, const AnchorReading &reading)
{
    const auto named = pointer(tx);
    if (!named)
        return {};
    if (reading.end.number == 0)
        return u"the anchor file is missing or empty"_s;
    if (named->number > reading.end.number)
        return u"the anchor file was cut: its line %1 is gone"_s.arg(named->number);
    if (!reading.named || reading.named->number != named->number || reading.named->hash != named->hash)
        return u"the anchor file is another one: its line %1 is not the one that was written"_s.arg(
            named->number);
    return {};
}

} // namespace

bool isSigned(const CheckpointRow &row, const QString &origin, const VerifyKey &key)
{
    const auto body = verifyCheckpoint(row.note, origin, key);
    return body && static_cast<qint64>(body->size) == row.size && body->root == row.root;
}

bool holds(Tx &tx, const CheckpointRow &row, const QString &origin, const VerifyKey &key)
{
    return isSigned(row, origin, key) && row.size <= headOf(tx).size && rootAt(tx, row.size) == row.root;
}

Head headOf(Tx &tx)
{
    const merkle::Frontier frontier = audit_log::frontier(tx);
    return {static_cast<qint64>(frontier.size()), frontier.root()};
}

HistoryVerdict check(Tx &tx, const AnchorReading &reading, const QList<JournaledRevocation> &kept,
                     const QString &origin, const VerifyKey &key)
{
    HistoryVerdict verdict;
    const Head head = headOf(tx);
    verdict.size = head.size;
    verdict.root = head.root;
    verdict.expected = reading.last;
    if (rootAt(tx, head.size) != head.root) {
        verdict.broken = true;
        return refused(verdict, u"the tree of the audit log does not fit itself"_s);
    }
    if (reading.state == AnchorReading::State::Damaged)
        return refused(verdict, reading.why);
    if (const QString fault = pointerFault(tx, reading); !fault.isEmpty())
        return refused(verdict, fault);
    if (verdict.expected) {
        const AnchorRecord &expected = *verdict.expected;
        if (expected.size > head.size)
            return refused(
                verdict,
                u"the log has %1 events, %2 were written: an older database was put back, or the log was cut"_s
                    .arg(head.size)
                    .arg(expected.size));
        if (rootAt(tx, expected.size) != expected.root)
            return refused(verdict, u"the log is not the one that had %1 events when it was anchored"_s.arg(
                                        expected.size));
    }
    if (const QString fault = journal_notes::fault(reading.journaled, kept); !fault.isEmpty())
        return refused(verdict, fault);
    if (const QString fault = checkpointFault(tx, head.size, origin, key); !fault.isEmpty())
        return refused(verdict, fault);
    if (verdict.expected)
        return verdict;
    if (const QString fault = unrememberedFault(tx, head.size, reading.keyRemembers, origin, key);
        !fault.isEmpty())
        return refused(verdict, fault);
    verdict.state = HistoryVerdict::State::NotBegun;
    return verdict;
}

void noteOlderRelease(Tx &tx)
{
    Statement named = tx.queryOnce(u"SELECT COUNT(*) FROM meta WHERE name = 'history_anchor'"_s);
    const bool everNamed = only<qint64>(named).value_or(0) > 0;
    if (!everNamed && headOf(tx).size > 0)
        meta_rows::put(tx, olderRelease(), u"1"_s);
}

void putPointer(Tx &tx, const AnchorName &last)
{
    const QString text =
        last.number == 0
            ? QString()
            : QString(QString::number(last.number) + u' ' + QString::fromLatin1(toBase64Url(last.hash)));
    meta_rows::put(tx, u"history_anchor"_s, text);
    meta_rows::remove(tx, olderRelease());
}

std::optional<AnchorName> pointer(Tx &tx)
{
    const QString text = meta_rows::value(tx, u"history_anchor"_s);
    if (text.isEmpty())
        return {};
    bool ok = false;
    const qint64 number = text.section(u' ', 0, 0).toLongLong(&ok);
    const auto hash = fromBase64Url(text.section(u' ', 1).toLatin1());
    // What cannot be read names a line that no file has.
    return AnchorName{ok && number > 0 ? number : INT64_MAX, hash.value_or(QByteArray())};
}

} // namespace pc::platform::history
