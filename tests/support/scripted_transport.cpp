// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scripted_transport.h"

#include <QJsonDocument>
#include <QTest>

namespace pc::test {

using namespace Qt::StringLiterals;
using client::HttpResponse;
using client::TransportResult;

QByteArray SentRequest::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QString SentRequest::queryValue(const QString &name) const
{
    return queryValues(name).value(0);
}

QStringList SentRequest::queryValues(const QString &name) const
{
    QStringList values;
    for (const auto &[key, value] : query) {
        if (key == name)
            values.append(value);
    }
    return values;
}

QJsonObject SentRequest::json() const
{
    return QJsonDocument::fromJson(body).object();
}

struct ScriptedTransport::Pending
{
    TransportResult result;
    std::function<void(TransportResult)> done; ///< empty once the exchange is gone
    std::function<void(const QByteArray &)> sink;
};

class ScriptedTransport::ScriptedExchange final : public client::Exchange
{
public:
    ScriptedExchange(std::shared_ptr<Pending> pending, std::shared_ptr<int> aborted)
        : m_pending(std::move(pending)), m_aborted(std::move(aborted))
    {
    }
    ~ScriptedExchange() override
    {
        if (m_pending->done)
            ++*m_aborted;
        m_pending->done = nullptr;
    }

private:
    std::shared_ptr<Pending> m_pending;
    std::shared_ptr<int> m_aborted;
};

ScriptedTransport::ScriptedTransport() = default;
ScriptedTransport::~ScriptedTransport() = default;

ScriptedTransport::Step &ScriptedTransport::on(const QByteArray &method, const QString &path, Answer answer)
{
    auto step = std::make_unique<Step>();
    step->method = method;
    step->path = path;
    step->answer = std::move(answer);
    m_steps.push_back(std::move(step));
    return *m_steps.back();
}

HttpResponse ScriptedTransport::response(int status, const QByteArray &body, const QByteArray &contentType)
{
    return {status, {{"content-type", contentType}}, body};
}

HttpResponse ScriptedTransport::problemResponse(int status, const QString &code, const QJsonObject &more)
{
    QJsonObject problem{{u"status"_s, status},        {u"code"_s, code},
                        {u"title"_s, u"Refused"_s},   {u"type"_s, u"about:blank"_s},
                        {u"detail"_s, u"scripted"_s}, {u"request_id"_s, u"req_scripted"_s}};
    for (auto it = more.begin(); it != more.end(); ++it)
        problem.insert(it.key(), it.value());
    return response(status, QJsonDocument(problem).toJson(), "application/problem+json");
}

ScriptedTransport::Step &ScriptedTransport::reply(const QByteArray &method, const QString &path,
                                                  const QJsonObject &json, int status, const QByteArray &etag)
{
    HttpResponse answer = response(status, QJsonDocument(json).toJson());
    if (!etag.isEmpty())
        answer.headers.emplaceBack("etag", etag);
    return on(method, path, [answer](const SentRequest &) { return answer; });
}

ScriptedTransport::Step &ScriptedTransport::raw(const QByteArray &method, const QString &path,
                                                const QByteArray &body, int status)
{
    return on(method, path, [=](const SentRequest &) { return response(status, body); });
}

ScriptedTransport::Step &ScriptedTransport::problem(const QByteArray &method, const QString &path, int status,
                                                    const QString &code, const QJsonObject &more)
{
    return on(method, path, [=](const SentRequest &) { return problemResponse(status, code, more); });
}

ScriptedTransport::Step &ScriptedTransport::fault(const QByteArray &method, const QString &path,
                                                  client::TransportFault fault)
{
    return on(method, path, [=](const SentRequest &) -> TransportResult {
        return tl::make_unexpected(client::TransportError{fault, u"scripted"_s});
    });
}

QList<SentRequest> ScriptedTransport::sentTo(const QByteArray &method, const QString &path) const
{
    QList<SentRequest> found;
    for (const SentRequest &request : m_sent) {
        if (request.method == method && request.path == path)
            found.append(request);
    }
    return found;
}

bool ScriptedTransport::isUsedUp() const
{
    return std::all_of(m_steps.begin(), m_steps.end(), [](const auto &step) { return step->forever; });
}

std::unique_ptr<client::Exchange> ScriptedTransport::send(client::HttpRequest request,
                                                          std::function<void(TransportResult)> done)
{
    SentRequest sent{request.method, request.path, request.query, request.headers, {}, request.body};
    sent.bearer = request.bearer.view().toByteArray();
    if (sent.path.startsWith(u"/admin/v1"))
        sent.path = sent.path.mid(9);
    m_sent.append(sent);

    auto pending = std::make_shared<Pending>();
    pending->done = std::move(done);
    pending->sink = std::move(request.sink);
    m_progress = std::move(request.progress);
    const auto step = std::find_if(m_steps.begin(), m_steps.end(), [&](const auto &candidate) {
        return candidate->method == sent.method && candidate->path == sent.path;
    });
    bool held = false;
    if (step == m_steps.end()) {
        ++m_unscripted;
        QTest::qFail(
            qPrintable(u"nothing is scripted for %1 %2"_s.arg(QString::fromLatin1(sent.method), sent.path)),
            __FILE__, __LINE__);
        pending->result =
            tl::make_unexpected(client::TransportError{client::TransportFault::Unreachable, {}});
    } else {
        held = (*step)->held;
        pending->result = (*step)->answer(sent);
        if (!(*step)->forever)
            m_steps.erase(step);
    }
    if (held) {
        m_heldAnswers.push_back(pending);
    } else {
        QMetaObject::invokeMethod(
            &m_loop, [pending] { deliver(*pending); }, Qt::QueuedConnection);
    }
    return std::make_unique<ScriptedExchange>(pending, m_aborted);
}

void ScriptedTransport::deliver(Pending &pending)
{
    if (!pending.done)
        return;
    if (pending.sink && pending.result && pending.result->status == 200) {
        // In pieces that do not respect line ends.
        const QByteArray body = std::exchange(pending.result->body, {});
        for (qsizetype at = 0; at < body.size() && pending.done; at += 700)
            pending.sink(body.mid(at, 700));
    }
    if (const auto done = std::exchange(pending.done, nullptr))
        done(std::move(pending.result));
}

bool ScriptedTransport::release()
{
    if (m_heldAnswers.empty())
        return false;
    const auto pending = m_heldAnswers.front();
    m_heldAnswers.pop_front();
    QMetaObject::invokeMethod(
        &m_loop, [pending] { deliver(*pending); }, Qt::QueuedConnection);
    return true;
}

} // namespace pc::test
