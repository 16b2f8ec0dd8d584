// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/seed_command.h"

#include "contract/codec/program_codecs.h"
#include "platform/admin/api/parameters.h"
#include "platform/cli/data_option.h"
#include "platform/cli/staging_directory.h"
#include "platform/cli/values.h"
#include "platform/core/secrets/pepper_ring.h"
#include "platform/data_dir/data_directory.h"
#include "platform/data_dir/node_id.h"
#include "platform/data_dir/write_all.h"
#include "platform/seed/sample.h"
#include "platform/seed/sample_room.h"
#include "platform/store/factory/open_store.h"
#include "platform/store/history/history_anchor.h"
#include "platform/store/rows/admin_rows.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <memory>

#include <unistd.h>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

std::atomic<bool> cancelled{false};
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void onSignal(int)
{
    cancelled = true;
}

/// Progress is nobody's result: where it cannot be written the sample is made all the same.
void tellProgress(const SeedLine &line)
{
    const QByteArray json = QJsonDocument(toJson(line)).toJson(QJsonDocument::Compact);
    (void)writeAll(STDOUT_FILENO, QByteArray(json + '\n'));
}

seed::Progress progressOf(const QString &step)
{
    return [step](qint64 done, qint64 total) {
        tellProgress({step, done, total, {}});
        if (cancelled)
            throw seed::Cancelled{};
    };
}

/// The error is a sentence; empty when it was cancelled.
tl::expected<void, QString> buildSample(const SeedOptions &options, const QString &path)
{
    const QDateTime anchor = // whole minutes
        QDateTime::fromSecsSinceEpoch(options.anchor.toSecsSinceEpoch() / 60 * 60, Qt::UTC);
    SystemRandom random;
    QString why;
    const auto peppers = PepperRing::open(path, true, &why);
    if (!peppers)
        return tl::make_unexpected(why);
    const auto node = nodeId(path, random);
    if (!node)
        return tl::make_unexpected(node.error());
    StoreOptions storeOptions;
    storeOptions.node = *node;
    storeOptions.file = databaseFile(path);
    storeOptions.durability = Durability::WhenComplete;
    storeOptions.readers = 0;
    auto store = openStore(storeOptions);
    if (!store)
        return tl::make_unexpected(store.error().text);
    const QString origin = u"partner-platform/audit/sample"_s;
    auto signer = AuditSigner::open(path, origin, random);
    if (!signer)
        return tl::make_unexpected(signer.error());

    seed::Sample sample = seed::makeSample(anchor, peppers->currentVersion());
    const auto step = [&](const QString &name, const std::function<void(Tx &, const seed::Progress &)> &act) {
        const seed::Progress progress = progressOf(name);
        progress(0, 0);
        return (*store)->writeNow<bool>([&](Tx &tx) {
            try {
                act(tx, progress);
                return true;
            } catch (const seed::Cancelled &) {
                tx.rollBack();
                return false;
            }
        });
    };
    const std::pair<QString, std::function<void(Tx &, const seed::Progress &)>> steps[]{
        {u"partners"_s,
         [&](Tx &tx, const seed::Progress &) {
             meta_rows::put(tx, u"audit_origin"_s, origin);
             seed::storeParties(tx, sample);
         }},
        {u"usage"_s,
         [&](Tx &tx, const seed::Progress &progress) {
             seed::storeUsage(tx, sample, options.auditEvents(), progress);
         }},
        {u"audit"_s,
         [&](Tx &tx, const seed::Progress &progress) {
             seed::storeAudit(tx, sample, options.auditEvents(), progress);
         }},
        {u"checkpoint"_s,
         [&](Tx &tx, const seed::Progress &) {
             signer->make(tx, anchor);
             if (!beginAnchor(tx, path, *signer, u"seed"_s, anchor))
                 throw SqlFailure({StoreError::Kind::Full, u"the anchor file cannot be written"_s});
         }},
    };
    for (const auto &[name, act] : steps) {
        StoreResult<bool> done = false;
        try {
            done = step(name, act);
        } catch (const seed::Cancelled &) {
            return tl::make_unexpected(QString());
        }
        if (!done)
            return tl::make_unexpected(done.error().text);
        if (!*done || cancelled)
            return tl::make_unexpected(QString());
    }
    (*store)->close();
    return {};
}

Outcome seedDirectory(const SeedOptions &options)
{
    if (QFileInfo(options.data).exists() && !QFileInfo(options.data).isDir())
        return failed(u"%1 is not a directory"_s.arg(options.data));
    const QDir dir(options.data);
    const bool holdsData =
        dir.exists() && !dir.isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
    std::optional<DataDirectory> held; // no service may start on what is about to go
    if (holdsData) {
        if (!options.replace)
            return failed(u"%1 is not empty; sample data goes into a new directory"_s.arg(options.data));
        if (!QFileInfo::exists(databaseFile(options.data)))
            return failed(u"%1 holds no platform: it is not replaced"_s.arg(options.data));
        auto opened = DataDirectory::open(options.data);
        if (!opened)
            return tl::make_unexpected(failureOf(opened.error()));
        held = std::move(*opened);
    }
    if (const QString why = seed::noRoom(options.auditEvents(), seed::freeBytesAt(options.data));
        !why.isEmpty())
        return failed(why);
    struct sigaction action
    {
    };
    action.sa_handler = onSignal;
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
    ::signal(SIGPIPE, SIG_IGN);

    StagingDirectory staging(options.data);
    if (!staging.make())
        return failed(u"cannot make a directory beside %1: %2"_s.arg(
            options.data, QString::fromLocal8Bit(std::strerror(errno))));
    if (const auto built = buildSample(options, staging.path()); !built)
        return failed(built.error().isEmpty() ? u"cancelled; nothing was left behind"_s : built.error());
    staging.sync();
    if (cancelled || !(held ? staging.keepInsteadOfTheOld() : staging.keep()))
        return failed(cancelled ? u"cancelled; nothing was left behind"_s
                                : u"cannot rename the finished directory to %1"_s.arg(options.data));
    tellProgress({u"done"_s, {}, {}, options.data});
    return ExitCode::Done;
}

} // namespace

void describe(Command &command, SeedOptions &options)
{
    SeedOptions *into = &options;
    command.options = {
        {u"--data"_s, u"DIR"_s, u"where it goes; a new or empty directory"_s,
         [into](const QString &value) -> Taken {
             if (value.isEmpty())
                 return tl::make_unexpected(u"is empty"_s);
             into->data = QFileInfo(value).absoluteFilePath();
             return {};
         },
         true},
        {u"--size"_s, u"SIZE"_s,
         u"small (default): 20,000 audit events, about\u00a048\u00a0MB, a few seconds; full: 1,000,000 "
         "audit events, about\u00a0783\u00a0MB, about a minute"_s,
         [into](const QString &value) -> Taken {
             if (value != u"small" && value != u"full")
                 return tl::make_unexpected(u"takes small or full"_s);
             into->size = value == u"full" ? rules::SampleSize::Full : rules::SampleSize::Small;
             return {};
         }},
        {u"--events"_s, u"N"_s, u"so many audit events instead, 0 to 20000000; 750 bytes each"_s,
         [into](const QString &value) {
             return values::number(into->events.emplace(), 0, 20'000'000)(value);
         }},
        {u"--anchor"_s, u"TIME"_s, u"the end of the 90 days (RFC 3339, default: now)"_s,
         [into](const QString &value) -> Taken {
             const auto time = timeFromText(value);
             if (!time)
                 return tl::make_unexpected(u"takes an RFC 3339 time, such as 2026-03-18T14:05:00Z"_s);
             into->anchor = *time;
             return {};
         }},
        {u"--replace"_s,
         {},
         u"DIR may hold a stopped platform; it goes when the sample is complete, not before"_s,
         values::isGiven(options.replace)},
    };
    command.check = [into]() -> Taken {
        if (into->size && into->events)
            return tl::make_unexpected(u"--size and --events say the same thing; give one of them"_s);
        return {};
    };
}

qint64 SeedOptions::auditEvents() const
{
    return events.value_or(rules::sampleEvents(size.value_or(rules::SampleSize::Small)));
}

Command seedCommand()
{
    const auto options = std::make_shared<SeedOptions>();
    Command command;
    command.name = u"seed"_s;
    command.summary = u"fills a new data directory with sample data"_s;
    command.text =
        u"Fills a new data directory with sample data: 24 partners, 90 days of usage and a history of "
        "audit events. None of the credentials has a usable secret. Progress is printed as JSON, one "
        "object a line."_s;
    describe(command, *options);
    command.run = [options] { return seedDirectory(*options); };
    return command;
}

} // namespace pc::platform
