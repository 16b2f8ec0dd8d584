// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/api/operations.h"
#include "contract/crypto/sealing.h"
#include "platform/admin/api/revocation_backlog.h"
#include "platform/core/decision/metering.h"
#include "platform/data_dir/data_directory.h"
#include "platform/service/administration.h"
#include "platform/store/sqlite/sql_connection.h"
#include "platform/store/sqlite/sqlite_dialect.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

#include <atomic>
#include <future>
#include <memory>

namespace pc::platform::test {

struct Reply
{
    int status = 0;
    QJsonObject json;
    QByteArray body;
    QString etag;
    HttpHeaders headers;
    BodySource stream; ///< of what is sent piece by piece
    [[nodiscard]] QString code() const { return json.value(QStringLiteral("code")).toString(); }
};

/// A store whose writer hangs, as on a disk that does not answer: reads go on. Ends with the object.
class StalledStore
{
public:
    explicit StalledStore(Store &store)
    {
        auto held = m_release.get_future().share();
        store.postWrite(
            Store::Urgency::Urgent, [held](Tx &) { held.wait_for(std::chrono::seconds(60)); },
            [](const std::optional<StoreError> &) {});
    }
    ~StalledStore() { m_release.set_value(); }
    StalledStore(const StalledStore &) = delete;
    StalledStore &operator=(const StalledStore &) = delete;

private:
    std::promise<void> m_release;
};

/// A side journal that hangs in the same way. Ends with the object.
class StalledJournal
{
public:
    explicit StalledJournal(RevocationBacklog &backlog) : m_backlog(backlog)
    {
        m_held.entry.kind = JournalEntry::Kind::Session;
        m_held.entry.id = QStringLiteral("ses_none");
        m_backlog.note(m_held, [held = m_release.get_future().share()](bool) {
            held.wait_for(std::chrono::seconds(60));
        });
    }
    ~StalledJournal()
    {
        m_backlog.settle(m_held);
        m_release.set_value();
    }
    StalledJournal(const StalledJournal &) = delete;
    StalledJournal &operator=(const StalledJournal &) = delete;

private:
    RevocationBacklog &m_backlog;
    RevocationBacklog::Waiting m_held;
    std::promise<void> m_release;
};

/// A database in which somebody else writes: the job that the store has begun waits, as on a disk that hangs
/// in the middle of it, and no other overtakes it. For less than the five seconds that it has patience.
class LockedDatabase
{
public:
    explicit LockedDatabase(const QString &dataDirectory)
        : m_connection(databaseFile(dataDirectory), Durability::EachCommit),
          m_tx(m_connection.database(), sqliteDialect())
    {
        m_tx.exec(QStringLiteral("BEGIN IMMEDIATE"));
    }
    ~LockedDatabase() { m_tx.exec(QStringLiteral("ROLLBACK")); }
    LockedDatabase(const LockedDatabase &) = delete;
    LockedDatabase &operator=(const LockedDatabase &) = delete;

private:
    SqlConnection m_connection;
    Tx m_tx;
};

/// The administering half of the service without a server: requests go through the router, answers are waited
/// for.
class AdminFixture
{
public:
    explicit AdminFixture(Instant start = std::chrono::time_point_cast<std::chrono::milliseconds>(
                              std::chrono::system_clock::now()));
    ~AdminFixture();

    /// Opens (or opens again) on the same directory.
    void open(qint64 storePages = 0);
    void close();
    /// Closes, and leaves a revocation in the side journal as a service that was killed would. Not sealed: as
    /// somebody without the key of the log would.
    void closeWithJournaled(const JournalEntry &entry, bool isSealed = true);

    [[nodiscard]] Reply get(const QByteArray &path) { return send(HttpMethod::Get, path, {}, {}, {}); }
    [[nodiscard]] Reply post(const QByteArray &path, const QJsonObject &body = {}, const QByteArray &key = {},
                             const QString &etag = {});
    [[nodiscard]] Reply put(const QByteArray &path, const QJsonObject &body, const QByteArray &key = {},
                            const QString &etag = {});
    [[nodiscard]] Reply send(HttpMethod method, const QByteArray &path, const QJsonObject &body,
                             const QByteArray &key, const QString &etag);
    /// A body that is a file.
    [[nodiscard]] Reply postFile(const QByteArray &path, const QByteArray &bytes, const QByteArray &key = {});
    [[nodiscard]] Reply local(HttpMethod method, const QByteArray &path, const QJsonObject &body = {});
    /// Sends and comes back at once; the answer comes later.
    [[nodiscard]] std::future<Reply> begin(HttpMethod method, const QByteArray &path, const QJsonObject &body,
                                           const QByteArray &key, const QString &etag);
    [[nodiscard]] std::future<Reply> beginLocal(HttpMethod method, const QByteArray &path,
                                                const QJsonObject &body);
    /// Sends and gives no answer back: a reply that was lost.
    void sendAndLose(HttpMethod method, const QByteArray &path, const QJsonObject &body,
                     const QByteArray &key, const QString &etag);

    /// Signs in with these roles; later requests are this operator's.
    void signIn(const QString &account, const QStringList &roles);

    [[nodiscard]] QByteArray freshKey() { return "key-" + QByteArray::number(++m_keys); }
    /// A partner that may do the usual things; its id.
    [[nodiscard]] QString makePartner(const QString &slug);
    [[nodiscard]] QJsonObject draft(const QString &slug) const;
    [[nodiscard]] QJsonObject issueBody(const QByteArray &sealTo,
                                        const QString &realm = QStringLiteral("sbx")) const;

    struct Issued
    {
        QString id;
        int generation = 0;
        Secret text;
        QString etag;
    };
    /// Production may be called from anywhere for a day.
    void waiveNetworks(const QString &partnerId);
    /// Issue and acknowledge.
    [[nodiscard]] Issued makeCredential(const QString &partnerId);
    /// Where the feed is now.
    [[nodiscard]] QString feedCursor();
    /// Changes that the feed tells after this cursor, oldest first. With `wait`, at most 25 s, an empty
    /// answer waits for one as long.
    [[nodiscard]] QJsonArray toldAfter(const QString &cursor, std::chrono::seconds wait = {});
    /// Events of the log's first page, newest first; `query` as it stands in the address, without its "?".
    [[nodiscard]] QJsonArray events(const QByteArray &query);
    /// How many events of the whole log `query` finds: all, if it names none.
    [[nodiscard]] qint64 eventCount(const QByteArray &query = "limit=1");
    /// A call that was served now in the sandbox, with the first generation; ids count from `number`.
    [[nodiscard]] CallRecord servedCall(const QString &partnerId, const QString &credentialId,
                                        int number) const;
    /// Opens a SealedIssue.
    [[nodiscard]] static Secret unseal(const QJsonObject &sealedIssue, const SealingKey &key,
                                       const QByteArray &idempotencyKey);
    [[nodiscard]] Reply acknowledge(const QString &credentialId, int generation, const Secret &text);

    QTemporaryDir dir;
    ManualClock clock;
    /// Of the clock at first: a draft is the same whenever it is made, also around midnight.
    const QDate firstDay = toDateTime(clock.now().wall).date();
    SystemRandom random;
    QByteArray logged;
    Log log;
    std::unique_ptr<PepperRing> peppers;
    std::unique_ptr<PolicyHolder> policy;
    std::unique_ptr<Counters> counters;
    std::unique_ptr<CallQueue> calls;
    std::unique_ptr<Administration> administration;
    QByteArray token;
    std::shared_ptr<const std::function<bool()>> peerGone; ///< of the requests from now on

private:
    [[nodiscard]] HttpRequest request(HttpMethod method, const QByteArray &path, const QJsonObject &body,
                                      const QByteArray &key, const QString &etag) const;
    [[nodiscard]] static std::future<Reply> begin(const Router &router, HttpRequest request);
    [[nodiscard]] static Reply ask(const Router &router, HttpRequest request);

    std::unique_ptr<Router> m_router;
    std::unique_ptr<Router> m_local;
    std::mutex m_logMutex;
    int m_keys = 0;
    mutable std::atomic<int> m_requests{0};
};

} // namespace pc::platform::test
