// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/transport.h"

#include <QJsonObject>
#include <QObject>

#include <deque>
#include <memory>

namespace pc::test {

/// What a client sent.
struct SentRequest
{
    QByteArray method;
    QString path; ///< below /admin/v1
    client::QueryItems query;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray bearer;
    QByteArray body;
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    [[nodiscard]] QString queryValue(const QString &name) const;
    [[nodiscard]] QStringList queryValues(const QString &name) const;
    [[nodiscard]] QJsonObject json() const;
};

/// A network that answers what the test scripted and fails the test on anything else. Steps for the same
/// method and path are used up in order; different paths may come in any order. Answers are delivered from
/// the event loop.
class ScriptedTransport final : public client::Transport
{
public:
    using Answer = std::function<client::TransportResult(const SentRequest &)>;

    struct Step
    {
        QByteArray method;
        QString path;
        Answer answer;
        bool held = false; ///< the answer waits for release()
        bool forever = false;
        Step &hold()
        {
            held = true;
            return *this;
        }
        Step &always()
        {
            forever = true;
            return *this;
        }
    };

    ScriptedTransport();
    ~ScriptedTransport() override;

    /// `path` without query and without the "/admin/v1" in front.
    Step &on(const QByteArray &method, const QString &path, Answer answer);
    Step &reply(const QByteArray &method, const QString &path, const QJsonObject &json, int status = 200,
                const QByteArray &etag = {});
    Step &raw(const QByteArray &method, const QString &path, const QByteArray &body, int status = 200);
    Step &problem(const QByteArray &method, const QString &path, int status, const QString &code,
                  const QJsonObject &more = {});
    Step &fault(const QByteArray &method, const QString &path, client::TransportFault fault);

    /// Delivers the oldest held answer; false when there is none.
    bool release();
    /// As if so much of the last request had left.
    void tellProgress(qint64 sent, qint64 total) const { m_progress(sent, total); }
    [[nodiscard]] int heldCount() const { return int(m_heldAnswers.size()); }
    [[nodiscard]] const QList<SentRequest> &sent() const { return m_sent; }
    [[nodiscard]] QList<SentRequest> sentTo(const QByteArray &method, const QString &path) const;
    [[nodiscard]] const SentRequest &last() const { return m_sent.last(); }
    /// Every step that is not "always" was used.
    [[nodiscard]] bool isUsedUp() const;
    /// Requests that nothing was scripted for; each also failed the test.
    [[nodiscard]] int unscripted() const { return m_unscripted; }
    /// Exchanges that were destroyed before their answer.
    [[nodiscard]] int aborted() const { return *m_aborted; }

    [[nodiscard]] std::unique_ptr<client::Exchange>
    send(client::HttpRequest request, std::function<void(client::TransportResult)> done) override;

    [[nodiscard]] static client::HttpResponse response(int status, const QByteArray &body,
                                                       const QByteArray &contentType = "application/json");
    [[nodiscard]] static client::HttpResponse problemResponse(int status, const QString &code,
                                                              const QJsonObject &more = {});

private:
    struct Pending;
    class ScriptedExchange;
    static void deliver(Pending &pending);
    QObject m_loop;
    std::deque<std::unique_ptr<Step>> m_steps;
    std::deque<std::shared_ptr<Pending>> m_heldAnswers;
    QList<SentRequest> m_sent;
    std::shared_ptr<int> m_aborted = std::make_shared<int>(0);
    int m_unscripted = 0;
    std::function<void(qint64, qint64)> m_progress; ///< of the last request
};

} // namespace pc::test
