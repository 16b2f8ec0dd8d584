// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/seed_command.h"

#include "contract/rules/sample_size.h"
#include "platform/admin/api/parameters.h"
#include "platform/cli/command_line.h"
#include "platform/core/secrets/pepper_ring.h"
#include "platform/data_dir/data_directory.h"
#include "platform/data_dir/node_id.h"
#include "platform/seed/sample.h"
#include "platform/seed/sample_room.h"
#include "platform/store/factory/open_store.h"
#include "platform/store/history/history_anchor.h"
#include "platform/store/rows/admin_rows.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>
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

int fail(const QString &why, int code = ExitFailed)
{
    std::fprintf(stderr, "partner-platform seed: %s\n", qUtf8Printable(why));
    return code;
}

void say(const QJsonObject &line)
{
    std::fprintf(stdout, "%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

seed::Progress progressOf(const QString &step)
{
    return [step](qint64 done, qint64 total) {
        say({{u"step"_s, step}, {u"done"_s, done}, {u"total"_s, total}});
        if (cancelled)
            throw seed::Cancelled{};
    };
}

struct Options
{
    QString data;
    bool replace =
        false; ///< what is there may be a stopped platform, which goes when the new one is complete
    qint64 events = 0;
    QDateTime anchor;
};

/// The directory that is built beside the wanted one; gone with this object unless it was kept.
class StagingDirectory
{
public:
    explicit StagingDirectory(const QString &target)
        : m_target(target), m_path(target + u".seed-"_s + QString::number(::getpid()))
    {
    }
    ~StagingDirectory()
    {
        if (!m_kept)
            QDir(m_path).removeRecursively();
    }
    StagingDirectory(const StagingDirectory &) = delete;
    StagingDirectory &operator=(const StagingDirectory &) = delete;

    [[nodiscard]] bool make()
    {
        removeStale();
        QDir().mkpath(QFileInfo(m_target).absolutePath());
        return ::mkdir(QFile::encodeName(m_path).constData(), 0700) == 0;
    }
    [[nodiscard]] const QString &path() const { return m_path; }
    /// rename(2) replaces an empty directory and refuses any other.
    [[nodiscard]] bool keep()
    {
        m_kept = rename(m_path, m_target);
        return m_kept;
    }
    /// What was there goes only when the new one is in its place.
    [[nodiscard]] bool keepInsteadOfTheOld()
    {
        const QString old = m_path + u".old"_s;
        if (!rename(m_target, old))
            return false;
        if (!keep()) {
            (void)rename(old, m_target);
            return false;
        }
        QDir(old).removeRecursively();
        return true;
    }

private:
    static bool rename(const QString &from, const QString &to)
    {
        return ::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
    }

    /// What a killed run left.
    void removeStale() const
    {
        const QFileInfo target(m_target);
        const QString prefix = target.fileName() + u".seed-"_s;
        const QStringList left =
            target.absoluteDir().entryList({prefix + u'*'}, QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString &name : left) {
            const int pid = name.mid(prefix.size()).section(u'.', 0, 0).toInt();
            if (pid > 0 && ::kill(pid, 0) != 0 && errno == ESRCH)
                QDir(target.absoluteDir().filePath(name)).removeRecursively();
        }
    }

    QString m_target;
    QString m_path;
    bool m_kept = false;
};

void syncTree(const QString &path)
{
    const QStringList names = QDir(path).entryList(QDir::Files | QDir::Hidden);
    for (const QString &name : names + QStringList{QString()}) {
        const int file = ::open(QFile::encodeName(path + u'/' + name).constData(), O_RDONLY | O_CLOEXEC);
        if (file >= 0) {
            ::fsync(file);
            ::close(file);
        }
    }
}

/// The error is a sentence; empty when it was cancelled.
tl::expected<void, QString> build(const Options &options, const QString &path)
{
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

    seed::Sample sample = seed::makeSample(options.anchor, peppers->currentVersion());
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
        {u"usage"_s, [&](Tx &tx, const seed::Progress &progress) { seed::storeUsage(tx, sample, progress); }},
        {u"audit"_s,
         [&](Tx &tx, const seed::Progress &progress) {
             seed::storeAudit(tx, sample, options.events, progress);
         }},
        {u"checkpoint"_s,
         [&](Tx &tx, const seed::Progress &) {
             signer->make(tx, options.anchor);
             if (!beginAnchor(tx, path, *signer, u"seed"_s, options.anchor))
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

tl::expected<Options, QString> parse(const QStringList &arguments, bool *help)
{
    QCommandLineParser parser;
    const QCommandLineOption helpOption(u"help"_s);
    const QCommandLineOption data(u"data"_s, {}, u"DIR"_s);
    const QCommandLineOption size(u"size"_s, {}, u"SIZE"_s, u"small"_s);
    const QCommandLineOption events(u"events"_s, {}, u"N"_s);
    const QCommandLineOption anchor(u"anchor"_s, {}, u"TIME"_s);
    const QCommandLineOption replace(u"replace"_s);
    parser.addOptions({helpOption, data, size, events, anchor, replace});
    if (!parser.parse(QStringList{u"seed"_s} + arguments))
        return tl::make_unexpected(parser.errorText());
    *help = parser.isSet(helpOption);
    Options options;
    options.data =
        parser.value(data).isEmpty() ? QString() : QFileInfo(parser.value(data)).absoluteFilePath();
    if (*help)
        return options;
    if (options.data.isEmpty())
        return tl::make_unexpected(u"--data DIR is required"_s);
    if (!parser.positionalArguments().isEmpty())
        return tl::make_unexpected(u"unexpected: "_s + parser.positionalArguments().constFirst());
    options.replace = parser.isSet(replace);
    bool ok = false;
    if (parser.value(size) != u"small" && parser.value(size) != u"full")
        return tl::make_unexpected(u"--size takes small or full"_s);
    if (parser.isSet(size) && parser.isSet(events))
        return tl::make_unexpected(u"--size and --events say the same thing; give one of them"_s);
    options.events = rules::sampleEvents(parser.value(size) == u"full" ? rules::SampleSize::Full
                                                                       : rules::SampleSize::Small);
    if (parser.isSet(events))
        options.events = parser.value(events).toLongLong(&ok);
    else
        ok = true;
    if (!ok || options.events < 0 || options.events > 20'000'000)
        return tl::make_unexpected(u"--events takes 0 to 20000000"_s);
    const auto time =
        parser.isSet(anchor) ? timeFromText(parser.value(anchor)) : QDateTime::currentDateTimeUtc();
    if (!time)
        return tl::make_unexpected(u"--anchor takes an RFC 3339 time"_s);
    options.anchor = QDateTime::fromSecsSinceEpoch(time->toSecsSinceEpoch() / 60 * 60, Qt::UTC);
    return options;
}

} // namespace

int seedCommand(const QStringList &arguments)
{
    bool help = false;
    const auto options = parse(arguments, &help);
    if (!options)
        return fail(options.error(), ExitUsage);
    if (help) {
        std::puts("Usage: partner-platform seed --data DIR [OPTIONS]\n\n"
                  "Fills a new data directory with sample data: 24 partners, 90 days of usage and a history "
                  "of audit\n"
                  "events. None of the credentials has a usable secret.\n\n"
                  "  --data DIR     where it goes; a new or empty directory\n"
                  "  --size SIZE    small (default): 20,000 audit events, about 44 MB, a few seconds\n"
                  "                 full: 1,000,000 audit events, about 779 MB, about a minute\n"
                  "  --events N     so many audit events instead; 750 bytes each, 0 to 20000000\n"
                  "  --anchor TIME  the end of the 90 days (RFC 3339, default now)\n"
                  "  --replace      DIR may hold a stopped platform; it goes when the sample is complete, "
                  "not before\n"
                  "  --help         this text");
        return ExitDone;
    }
    const QDir dir(options->data);
    const bool holdsData =
        dir.exists() && !dir.isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
    std::optional<DataDirectory> held; // no service may start on what is about to go
    if (holdsData) {
        if (!options->replace)
            return fail(u"%1 is not empty; sample data goes into a new directory"_s.arg(options->data));
        if (!QFileInfo::exists(databaseFile(options->data)))
            return fail(u"%1 holds no platform: it is not replaced"_s.arg(options->data));
        auto opened = DataDirectory::open(options->data);
        if (!opened)
            return fail(opened.error().text);
        held = std::move(*opened);
    }
    if (const QString why = seed::noRoom(options->events, seed::freeBytesAt(options->data)); !why.isEmpty())
        return fail(why);
    struct sigaction action
    {
    };
    action.sa_handler = onSignal;
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
    ::signal(SIGPIPE, SIG_IGN);

    StagingDirectory staging(options->data);
    if (!staging.make())
        return fail(u"cannot make a directory beside %1"_s.arg(options->data));
    if (const auto built = build(*options, staging.path()); !built)
        return fail(built.error().isEmpty() ? u"cancelled; nothing was left behind"_s : built.error());
    syncTree(staging.path());
    if (cancelled || !(held ? staging.keepInsteadOfTheOld() : staging.keep()))
        return fail(cancelled ? u"cancelled; nothing was left behind"_s
                              : u"cannot rename the finished directory to %1"_s.arg(options->data));
    say({{u"step"_s, u"done"_s}, {u"data"_s, options->data}});
    return ExitDone;
}

} // namespace pc::platform
