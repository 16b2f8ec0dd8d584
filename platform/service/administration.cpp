// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/service/administration.h"

#include "platform/admin/api/admin_api.h"
#include "platform/admin/api/answered_keys.h"
#include "platform/admin/api/client_id_uses.h"
#include "platform/admin/api/key_rehashes.h"
#include "platform/admin/api/leak_events.h"
#include "platform/admin/api/request_leaks.h"
#include "platform/admin/api/revocation_backlog.h"
#include "platform/admin/api/token_events.h"
#include "platform/admin/jobs/history_verification.h"
#include "platform/admin/jobs/job_runner.h"
#include "platform/admin/maintenance/maintenance.h"
#include "platform/admin/revocation/backlog_storing.h"
#include "platform/admin/revocation/narrowings.h"
#include "platform/admin/revocation/run_write.h"
#include "platform/admin/revocation/stored_denials.h"
#include "platform/admin/session/session_keeping.h"
#include "platform/admin/usage/metering_writer.h"
#include "platform/core/policy/drain_watch.h"
#include "platform/core/policy/policy_rules.h"
#include "platform/data_dir/data_directory.h"
#include "platform/data_dir/node_id.h"
#include "platform/demo/default_catalogue.h"
#include "platform/gateway/recorded_gateways.h"
#include "platform/gateway/revocation_proofs.h"
#include "platform/local/local_api.h"
#include "platform/operators/operator_accounts.h"
#include "platform/service/handler_table.h"
#include "platform/store/audit/audit_signer.h"
#include "platform/store/factory/open_store.h"
#include "platform/store/history/history_anchor.h"
#include "platform/store/rows/api_rows.h"
#include "platform/store/rows/catalogue_rows.h"
#include "platform/store/rows/partner_index.h"
#include "platform/store/rows/usage_store.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

/// Every kind of long work.
JobRunner::Works worksOf(const AdministrationDeps &deps, const AuditSigner &signer)
{
    JobRunner::Works works;
    works.push_back(std::make_unique<HistoryVerification>(
        log_fold::Witness{signer.origin(), signer.verifyKey(), AnchorFile::pathIn(deps.dataDirectory)},
        deps.log));
    return works;
}

} // namespace

class Administration::Private
{
public:
    Private(const AdministrationDeps &deps, std::unique_ptr<HistoryAnchor> anchor,
            std::unique_ptr<Store> opened, AuditSigner &&auditSigner, const QString &epoch)
        : history(std::move(anchor)), store(std::move(opened)), signer(std::move(auditSigner)),
          clockWatch(deps.clock.now()), consoles(epoch), backlog(deps.policy, *history), drains(deps.policy),
          tokenEvents(deps.clock), context{*store,       usage,      partners,    deps.policy, deps.counters,
                                           deps.peppers, deps.clock, deps.random, deps.log,    sessions,
                                           feed,         consoles,   backlog,     signer,      *history,
                                           clockWatch,   drains,     inFlight,    answered,    tokenEvents,
                                           reopenings,   gateways,   nullptr,     nullptr,     {},
                                           nullptr,      nullptr,    nullptr},
          leakEvents(context), leaks(deps.policy, deps.peppers, deps.clock, context.settings.brand),
          api(context, handlers::handlerOf, runWrite), local(context, [this] { storeSessions(context); }),
          denials(context), metering(context, deps.calls, otherNodes, deps.reports),
          jobs(context, worksOf(deps, signer)), maintenance(context)
    {
        feed.follow([this](const QList<Change> &changes) { consoles.publish(changes); });
        context.jobs = &jobs;
    }

    const std::unique_ptr<HistoryAnchor> history; // the store's writer calls it
    std::unique_ptr<Store> store;
    AuditSigner signer;
    OperatorSessions sessions;
    ClockWatch clockWatch;
    SqlUsageStore usage;
    PartnerIndex partners;
    NoOtherNodes otherNodes;
    OwnCommits feed;
    ChangePublisher consoles;
    RevocationBacklog backlog;
    DrainWatch drains;
    InFlight inFlight;
    AnsweredKeys answered{handlers::narrowingOperations()};
    TokenEvents tokenEvents;
    Reopenings reopenings;
    RecordedGateways gateways;
    std::unique_ptr<RevocationProofs> proofs;
    AdminContext context;
    LeakEvents leakEvents;
    KeyRehashes rehashes{context};
    ClientIdUses clientIdUses{context};
    LeakWatch leaks;
    AdminApi api;
    LocalApi local;
    StoredDenials denials;
    MeteringWriter metering;
    JobRunner jobs;
    Maintenance maintenance;
    bool stopped = false;
};

namespace {

/// What took access away before the restart is known again by its key.
void loadAnsweredKeys(Tx &tx, AnsweredKeys &answered, const QDateTime &now)
{
    constexpr int looked = 16 * static_cast<int>(AnsweredKeys::most); // other operations are among them
    for (const IdempotencyRow &row :
         idempotency_rows::since(tx, now.addSecs(-AnsweredKeys::keptSeconds), looked))
        answered.add(row.actor, row.operation, row.key, row.at);
}

/// Carried out all the same: it closes more, never less.
void tellUnvouched(const RevocationJournal::Reading &found, const HistoryAnchor &history, const Log &log)
{
    const auto unvouched =
        std::count_if(found.revocations.begin(), found.revocations.end(),
                      [&history](const JournaledRevocation &each) { return !history.vouchesFor(each); });
    if (unvouched > 0)
        log.error("journal_not_vouched_for", {{"revocations", static_cast<qint64>(unvouched)}});
}

/// What a fresh database gets.
void fillCatalogue(Tx &tx, const QDateTime &now)
{
    if (!catalogue_rows::plans(tx).isEmpty())
        return;
    DefaultCatalogue catalogue = defaultCatalogue();
    catalogue.api.createdAt = catalogue.api.updatedAt = now;
    api_rows::put(tx, catalogue.api);
    for (const Scope &scope : catalogue.scopes)
        catalogue_rows::put(tx, scope);
    for (const Route &route : catalogue.routes)
        catalogue_rows::put(tx, route);
    for (const Plan &plan : catalogue.plans)
        catalogue_rows::put(tx, plan);
}

} // namespace

Administration::Administration() = default;

Administration::~Administration()
{
    stop();
}

tl::expected<std::unique_ptr<Administration>, QString> Administration::open(const AdministrationDeps &deps)
{
    const auto node = nodeId(deps.dataDirectory, deps.random);
    if (!node)
        return tl::make_unexpected(node.error());
    StoreOptions options;
    options.node = *node;
    options.file = databaseFile(deps.dataDirectory);
    options.reserveFile = deps.dataDirectory + u"/disk-reserve"_s;
    options.maxPages = deps.storePages;
    auto history = std::make_unique<HistoryAnchor>();
    options.logWatcher = history->watcher();
    options.commitGuard = history->guard();
    auto store = openStore(options);
    if (!store)
        return tl::make_unexpected(u"the store cannot be opened: "_s + store.error().text);

    struct Loaded
    {
        QString origin;
        QString environment;
        bool sample = false;
    };
    const auto loaded = (*store)->writeNow<Loaded>([&](Tx &tx) {
        fillCatalogue(tx, toDateTime(deps.clock.now().wall));
        const QString environment = meta_rows::value(tx, u"environment"_s);
        return Loaded{AuditSigner::originOf(tx, deps.random),
                      environment.isEmpty() ? u"local"_s : environment,
                      meta_rows::value(tx, u"sample"_s) == u"1"_s};
    });
    if (!loaded)
        return tl::make_unexpected(u"the store cannot be read: "_s + loaded.error().text);
    auto signer = AuditSigner::open(deps.dataDirectory, loaded->origin, deps.random);
    if (!signer)
        return tl::make_unexpected(signer.error());

    std::unique_ptr<Administration> administration(new Administration);
    const Secret epoch = randomBase62(deps.random, 10);
    administration->m_d = std::make_unique<Private>(deps, std::move(history), std::move(*store),
                                                    std::move(*signer), QString::fromLatin1(epoch.view()));
    Private &d = *administration->m_d;
    d.context.leaks = &d.leaks;
    d.context.leakEvents = &d.leakEvents;
    d.context.rehashes = &d.rehashes;
    d.context.clientIdUses = &d.clientIdUses;
    d.context.hmacKeys = deps.hmacKeys;
    d.leaks.setSink([&events = d.leakEvents](const LeakSighting &seen) { events.record(seen); });
    d.context.settings.environment = loaded->environment;
    d.context.settings.sample = loaded->sample;
    if (!d.backlog.open(RevocationJournal::pathIn(deps.dataDirectory), JournalSeal(d.signer.key())))
        deps.log.warning("journal_not_allocated");

    const QDateTime now = d.context.now();
    if (const auto anchored =
            d.history->open(*d.store, deps.dataDirectory, d.signer, d.backlog.found(), now, deps.log);
        !anchored)
        return tl::make_unexpected(anchored.error());

    tellUnvouched(d.backlog.found(), *d.history, deps.log);

    QString why;
    QList<JournalEntry> stored;
    const auto policy = d.store->readNow<Policy>([&](Tx &tx) {
        d.sessions.load(tx, now);
        d.gateways.load(tx);
        if (d.history->isAccepted())
            stored = alreadyStored(tx, d.backlog.found().revocations, *d.history);
        loadAnsweredKeys(tx, d.answered, now);
        d.partners.refresh(tx);
        deps.counters.restore(d.usage.quotasSince(tx, now.date().addDays(-1)));
        return loadPolicy(tx, &why);
    });
    if (!policy)
        return tl::make_unexpected(u"the policy cannot be loaded: "_s +
                                   (why.isEmpty() ? policy.error().text : why));
    deps.policy.publish([&](const Policy &) { return policy->withDecisions(d.history->isAccepted()); });
    // Rules come from stored rows, which do not know what waits in the journal.
    d.backlog.restore(narrowings::of, stored);
    for (const RevocationBacklog::Waiting &each : d.backlog.waiting()) {
        if (each.entry.kind == JournalEntry::Kind::Operator)
            d.sessions.close(each.entry.id);
        else if (each.entry.kind == JournalEntry::Kind::Session)
            d.sessions.endChain(each.entry.id, now);
        else if (each.entry.kind == JournalEntry::Kind::Gateway)
            (void)d.gateways.remove(each.entry.id);
        else if (each.entry.kind == JournalEntry::Kind::Token)
            deps.policy.publish([&entry = each.entry](const Policy &before) {
                return before.withDeniedToken({entry.id.toUtf8(), instantOf(entry.until.value_or(entry.at))});
            });
    }
    return administration;
}

void Administration::setAddresses(const QString &url, const QString &caFile, const QString &tokenEndpoint,
                                  const QString &apiBase)
{
    m_d->context.settings.tokenEndpoint = tokenEndpoint;
    m_d->context.settings.apiBase = apiBase;
    m_d->local.setAddresses(url, caFile);
}

void Administration::setProbe(RevocationProbe *probe, const LiveTokens *liveTokens)
{
    m_d->proofs = probe ? std::make_unique<RevocationProofs>(*probe, m_d->context.clock) : nullptr;
    m_d->context.proofs = m_d->proofs.get();
    m_d->context.liveTokens = liveTokens;
}

void Administration::setGatewayChecks(GatewayChecks *checks)
{
    m_d->local.setGatewayChecks(checks);
}

void Administration::mount(Router &router)
{
    watchForLeaks(router, m_d->context);
    m_d->api.mount(router);
}

void Administration::mountLocal(Router &router)
{
    m_d->local.mount(router);
    m_d->api.mount(router); // for commands that act as an operator
}

void Administration::start()
{
    m_d->metering.start();
    m_d->maintenance.start();
    m_d->jobs.start();
}

void Administration::releaseWaiting()
{
    m_d->consoles.stop();
}

void Administration::stop()
{
    if (!m_d || m_d->stopped)
        return;
    m_d->stopped = true;
    m_d->jobs.stop();
    m_d->maintenance.stop();
    if (m_d->proofs)
        m_d->proofs->stop();
    m_d->denials.stop();
    m_d->api.stop();
    m_d->consoles.stop();
    m_d->metering.stop();
    storeSessions(m_d->context);
    m_d->leakEvents.storeWaiting();
    m_d->rehashes.storeWaiting();
    m_d->clientIdUses.storeWaiting();
    m_d->maintenance.checkpointAtStop();
    m_d->store->close(); // may still hand over to the backlog, and both to the drains
    m_d->backlog.stop();
    m_d->drains.stop();
}

TokenDenials &Administration::denials()
{
    return m_d->denials;
}

std::future<std::optional<Secret>> Administration::localToken()
{
    return m_d->local.localToken();
}

LeakWatch &Administration::leaks()
{
    return m_d->leaks;
}

KeyRehashes &Administration::rehashes()
{
    return m_d->rehashes;
}

ClientIdUses &Administration::clientIdUses()
{
    return m_d->clientIdUses;
}

const RecordedGateways &Administration::gateways() const
{
    return m_d->gateways;
}

AdminContext &Administration::context()
{
    return m_d->context;
}

} // namespace pc::platform
