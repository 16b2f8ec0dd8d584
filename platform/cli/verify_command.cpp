// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/verify_command.h"

#include "platform/cli/command_line.h"
#include "platform/data_dir/data_directory.h"
#include "platform/store/audit/audit_signer.h"
#include "platform/store/factory/open_store.h"
#include "platform/store/history/history_check.h"
#include "platform/store/rows/admin_rows.h"
#include "platform/verify/verify_log.h"

#include <QCommandLineParser>
#include <QFileInfo>

#include <cstdio>

namespace pc::platform {

using namespace Qt::StringLiterals;

int verifyCommand(const QStringList &arguments)
{
    const auto fail = [](const QString &why, int code) {
        std::fprintf(stderr, "partner-platform verify: %s\n", qUtf8Printable(why));
        return code;
    };
    QCommandLineParser parser;
    const QCommandLineOption help(u"help"_s);
    const QCommandLineOption data(u"data"_s, {}, u"DIR"_s);
    parser.addOptions({help, data});
    if (!parser.parse(QStringList{u"verify"_s} + arguments))
        return fail(parser.errorText(), ExitUsage);
    if (parser.isSet(help)) {
        std::puts(
            "Usage: partner-platform verify --data DIR\n\n"
            "Reads every event of the audit log of a stopped service and checks hashes, tree, and the "
            "signatures of\n"
            "all checkpoints against audit-key.pem of that directory, and that log and revocations.journal "
            "are those\n"
            "that audit-anchor remembers. Says the first bad index when something is wrong, and how many "
            "events came\n"
            "after the last signature; and whether the tables have something open that the log says was "
            "closed.");
        return ExitDone;
    }
    const QString path = parser.value(data);
    if (path.isEmpty() || !parser.positionalArguments().isEmpty())
        return fail(u"wrong usage; see partner-platform verify --help"_s, ExitUsage);
    if (!QFileInfo::exists(databaseFile(path)))
        return fail(u"%1 holds no platform"_s.arg(path), ExitFailed);
    const auto locked = DataDirectory::open(path);
    if (!locked)
        return fail(locked.error().text, ExitFailed);
    if (!QFileInfo::exists(locked->path() + u"/audit-key.pem"_s))
        return fail(u"audit-key.pem is missing: without it nothing can be vouched for"_s, ExitFailed);
    SystemRandom random;
    try {
        const auto session = openSession(databaseFile(locked->path()));
        Tx &tx = session->tx();
        const QString origin = meta_rows::value(tx, u"audit_origin"_s);
        const auto signer = AuditSigner::open(locked->path(), origin, random);
        if (!signer)
            return fail(signer.error(), ExitFailed);
        AnchorReading anchor = AnchorFile::read(AnchorFile::pathIn(locked->path()), origin,
                                                signer->verifyKey(), history::pointer(tx));
        anchor.keyRemembers = signer->remembersAnchor();
        const auto journal =
            RevocationJournal::read(RevocationJournal::pathIn(locked->path()), JournalSeal(signer->key()));
        const LogVerdict verdict = verifyLog(tx, origin, signer->verifyKey(), anchor, journal.revocations);
        if (verdict.ok) {
            std::printf("The audit log holds: %lld events, %lld checkpoints.\n",
                        static_cast<long long>(verdict.events), static_cast<long long>(verdict.checkpoints));
            if (anchor.state == AnchorReading::State::Missing)
                std::puts("It was never anchored: whether an older one was put back cannot be told. The next "
                          "start of the service anchors it.");
        } else {
            std::printf("The audit log does not hold. First bad index: %lld (%s).\n",
                        static_cast<long long>(verdict.firstBad), qUtf8Printable(verdict.why));
        }
        std::printf("%lld event%s since the last signature.\n",
                    static_cast<long long>(verdict.sinceLastSignature),
                    verdict.sinceLastSignature == 1 ? "" : "s");
        if (!verdict.stateWhy.isEmpty())
            std::printf("The tables contradict the log: %s.\n", qUtf8Printable(verdict.stateWhy));
        if (verdict.unvouched > 0)
            std::printf(
                "The side journal holds %d revocation%s that this platform did not seal: carried out at "
                "the next start, as by the platform.\n",
                verdict.unvouched, verdict.unvouched == 1 ? "" : "s");
        return verdict.ok && verdict.stateWhy.isEmpty() && verdict.unvouched == 0 ? ExitDone : ExitFailed;
    } catch (const SqlFailure &failure) {
        return fail(u"the database cannot be read: "_s + failure.error().text, ExitFailed);
    }
}

} // namespace pc::platform
