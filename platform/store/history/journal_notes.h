// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/history/anchor_record.h"
#include "platform/store/journal/revocation_journal.h"

#include <QHash>
#include <QSet>

/// Lines of the anchor file about the side journal. The journal holds what the log does not have yet, so
/// neither the log nor its tree notices when it is emptied; these lines do.
namespace pc::platform::journal_notes {

/// `revocation` stands in the journal, or may go from it. Without size and root: those of the line before are
/// repeated (AnchorFile::append).
[[nodiscard]] AnchorRecord kept(const JournaledRevocation &revocation);
[[nodiscard]] AnchorRecord settled(const JournaledRevocation &revocation);

/// What is written down as kept and not as settled, since somebody last accepted the history: {digest: id}.
using Open = QHash<QString, QString>;
/// The next line of the anchor file: its act and its subject.
void follow(Open &open, QByteArrayView act, QByteArrayView subject);

/// Why the journal is not the one that was written; empty when all that is written down stands there, byte
/// for byte. What stands there without a note closes more, never less, and is none of this one's business.
[[nodiscard]] QString fault(Open open, const QList<JournaledRevocation> &revocations);

[[nodiscard]] QSet<QString> digestsIn(const Open &open);
/// Whether this platform wrote what stands in the journal: by its seal, or by a note in the signed file,
/// which is all that a former version has.
[[nodiscard]] bool vouchFor(const QSet<QString> &notedDigests, const JournaledRevocation &revocation);

} // namespace pc::platform::journal_notes
