// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/verify_command.h"

#include "platform/cli/data_option.h"
#include "platform/cli/output.h"
#include "platform/cli/values.h"
#include "platform/cli/verify_evidence.h"
#include "platform/data_dir/data_directory.h"
#include "platform/store/audit/audit_signer.h"
#include "platform/store/factory/open_store.h"
#include "platform/store/history/history_check.h"
#include "platform/store/rows/admin_rows.h"
#include "platform/verify/verify_log.h"

#include <QFileInfo>

#include <memory>
#include <optional>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

struct VerifyOptions
{
    QString data;
    QString evidence;
    std::optional<VerifyKey> publicKey;
};

/// What was found, in sentences.
ExitCode tellVerified(const LogVerdict &verdict, bool neverAnchored)
{
    if (verdict.ok) {
        say(u"The audit log holds: %1 events, %2 checkpoints."_s.arg(QString::number(verdict.events),
                                                                     QString::number(verdict.checkpoints)));
        if (neverAnchored)
            say(u"It was never anchored: whether an older one was put back cannot be told. The next start "
                "of the service anchors it."_s);
    } else {
        say(u"The audit log does not hold. First bad index: %1 (%2)."_s.arg(QString::number(verdict.firstBad),
                                                                            verdict.why));
    }
    say(u"%1 event%2 since the last signature."_s.arg(QString::number(verdict.sinceLastSignature),
                                                      verdict.sinceLastSignature == 1 ? QString() : u"s"_s));
    if (!verdict.stateWhy.isEmpty())
        say(u"The tables contradict the log: %1."_s.arg(verdict.stateWhy));
    if (verdict.unvouched > 0)
        say(u"The side journal holds %1 revocation%2 that this platform did not seal: carried out at the "
            "next start, as by the platform."_s.arg(QString::number(verdict.unvouched),
                                                    verdict.unvouched == 1 ? QString() : u"s"_s));
    const bool holds = verdict.ok && verdict.stateWhy.isEmpty() && verdict.unvouched == 0;
    return holds ? ExitCode::Done : ExitCode::Failed;
}

Outcome verify(const VerifyOptions &options)
{
    if (const auto there = checkPlatform(options.data); !there)
        return tl::make_unexpected(there.error());
    const auto locked = DataDirectory::open(options.data);
    if (!locked)
        return tl::make_unexpected(failureOf(locked.error()));
    if (!QFileInfo::exists(locked->path() + u"/audit-key.pem"_s))
        return failed(u"audit-key.pem is missing: without it nothing can be vouched for"_s);
    SystemRandom random;
    try {
        const auto session = openSession(databaseFile(locked->path()));
        Tx &tx = session->tx();
        const QString origin = meta_rows::value(tx, u"audit_origin"_s);
        const auto signer = AuditSigner::open(locked->path(), origin, random);
        if (!signer)
            return failed(signer.error());
        AnchorReading anchor = AnchorFile::read(AnchorFile::pathIn(locked->path()), origin,
                                                signer->verifyKey(), history::pointer(tx));
        anchor.keyRemembers = signer->remembersAnchor();
        const auto journal =
            RevocationJournal::read(RevocationJournal::pathIn(locked->path()), JournalSeal(signer->key()));
        const LogVerdict verdict = verifyLog(tx, origin, signer->verifyKey(), anchor, journal.revocations);
        return tellVerified(verdict, anchor.state == AnchorReading::State::Missing);
    } catch (const SqlFailure &failure) {
        return failed(u"the database cannot be read: "_s + failure.error().text);
    }
}

} // namespace

Command verifyCommand()
{
    const auto options = std::make_shared<VerifyOptions>();
    Command command;
    command.name = u"verify"_s;
    command.summary = u"checks the audit log of a stopped service, or a file of evidence"_s;
    command.text =
        u"Reads every event of the audit log of a stopped service and checks hashes, tree, and the "
        "signatures of all checkpoints against audit-key.pem of that directory, and that log and "
        "revocations.journal are those that audit-anchor remembers. Says the first bad index when "
        "something is wrong, and how many events came after the last signature; and whether the tables "
        "have something open that the log says was closed.\n\n"
        "With --evidence it checks a file that was exported from the audit log, without the service: that "
        "each "
        "event stands in the log that its checkpoint was signed for, whether nothing of its span is left "
        "out, "
        "and that the platform made the file so. It says what was checked and what was not."_s;
    Option data = dataOption(options->data);
    data.isRequired = false;
    command.options = {
        data,
        {u"--evidence"_s, u"FILE"_s, u"an evidence file, instead of a data directory"_s,
         values::text(options->evidence)},
        {u"--public-key"_s, u"KEY"_s,
         u"with --evidence: the key of the platform, as 64 hexadecimal digits, as base64, or a "
         "PEM file"_s,
         [options](const QString &text) -> Taken {
             options->publicKey = publicKeyFrom(text);
             if (!options->publicKey)
                 return tl::make_unexpected(u"wants an Ed25519 key"_s);
             return {};
         }}};
    command.check = [options]() -> Taken {
        if (options->data.isEmpty() == options->evidence.isEmpty())
            return tl::make_unexpected(u"give either --data or --evidence"_s);
        if (options->publicKey && options->evidence.isEmpty())
            return tl::make_unexpected(u"--public-key is for --evidence"_s);
        return {};
    };
    command.run = [options] {
        return options->evidence.isEmpty() ? verify(*options)
                                           : verifyEvidence(options->evidence, options->publicKey);
    };
    return command;
}

} // namespace pc::platform
