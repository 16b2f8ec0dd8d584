// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/history/journal_notes.h"

namespace pc::platform::journal_notes {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView keptAct = "journal.kept";
constexpr QByteArrayView settledAct = "journal.settled";

AnchorRecord note(QByteArrayView act, const JournaledRevocation &revocation)
{
    AnchorRecord record;
    record.at = revocation.entry.at;
    record.act = QString::fromLatin1(act);
    record.subject = revocation.digest + u':' + revocation.entry.id;
    return record;
}

} // namespace

AnchorRecord kept(const JournaledRevocation &revocation)
{
    return note(keptAct, revocation);
}

AnchorRecord settled(const JournaledRevocation &revocation)
{
    return note(settledAct, revocation);
}

void follow(Open &open, QByteArrayView act, QByteArrayView subject)
{
    if (act == anchor_record::acceptanceAct) {
        open.clear();
        return;
    }
    if (act != keptAct && act != settledAct)
        return;
    const QString text = QString::fromLatin1(subject);
    const QString digest = text.section(u':', 0, 0);
    if (act == keptAct)
        open.insert(digest, text.section(u':', 1));
    else
        open.remove(digest);
}

QString fault(Open open, const QList<JournaledRevocation> &revocations)
{
    for (const JournaledRevocation &revocation : revocations)
        open.remove(revocation.digest);
    if (open.isEmpty())
        return {};
    return u"the side journal is not the one that was written: it kept a revocation of %1 that is gone or was changed"_s
        .arg(open.cbegin().value());
}

QSet<QString> digestsIn(const Open &open)
{
    return {open.keyBegin(), open.keyEnd()};
}

bool vouchFor(const QSet<QString> &notedDigests, const JournaledRevocation &revocation)
{
    return revocation.isSealed || notedDigests.contains(revocation.digest);
}

} // namespace pc::platform::journal_notes
