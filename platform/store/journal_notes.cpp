// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/journal_notes.h"

#include <QHash>

namespace pc::platform::journal_notes {

using namespace Qt::StringLiterals;

namespace {

QString keptAct()
{
    return u"journal.kept"_s;
}

QString settledAct()
{
    return u"journal.settled"_s;
}

AnchorRecord note(const QString &act, const JournalEntry &entry, const QDateTime &now)
{
    AnchorRecord record;
    record.at = now;
    record.act = act;
    record.subject = RevocationJournal::digestOf(entry) + u':' + entry.id;
    return record;
}

/// {digest: id} of what is noted and not settled
QHash<QString, QString> unsettled(const std::vector<AnchorRecord> &records)
{
    QHash<QString, QString> notes;
    for (const AnchorRecord &record : records) {
        const QString digest = record.subject.section(u':', 0, 0);
        if (record.act == keptAct())
            notes.insert(digest, record.subject.section(u':', 1));
        else if (record.act == settledAct())
            notes.remove(digest);
        else if (record.act == u"history.accept"_s)
            notes.clear();
    }
    return notes;
}

} // namespace

AnchorRecord kept(const JournalEntry &entry, const QDateTime &now)
{
    return note(keptAct(), entry, now);
}

AnchorRecord settled(const JournalEntry &entry, const QDateTime &now)
{
    return note(settledAct(), entry, now);
}

QSet<QString> open(const std::vector<AnchorRecord> &records)
{
    const QHash<QString, QString> notes = unsettled(records);
    return {notes.keyBegin(), notes.keyEnd()};
}

QString fault(const std::vector<AnchorRecord> &records, const QList<JournalEntry> &entries)
{
    QHash<QString, QString> missing = unsettled(records);
    for (const JournalEntry &entry : entries)
        missing.remove(RevocationJournal::digestOf(entry));
    if (missing.isEmpty())
        return {};
    return u"the side journal is not the one that was written: it kept a revocation of %1 that is gone or was changed"_s
        .arg(missing.cbegin().value());
}

} // namespace pc::platform::journal_notes
