// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to platform/http.
#include "platform/http/peer_watch.h"
#include "platform/http/request_reader.h"
#include "platform/http/response_writer.h"
#include "platform/http/server_core.h"
#include "platform/http/transport.h"

#include <boost/asio/steady_timer.hpp>

#include <memory>

namespace pc::platform {

struct Answer;

/// One client's connection: reads a request, has it handled, writes the answer, and starts again. Everything
/// but answerFromAnywhere() runs on the connection's strand.
class Connection final : public std::enable_shared_from_this<Connection>
{
public:
    Connection(std::shared_ptr<ServerCore> core, std::shared_ptr<ListenerShare> share,
               ServerCore::Strand strand, std::shared_ptr<ConnectionTable::Place> place,
               std::unique_ptr<Transport> transport);
    ~Connection();

    void start();
    /// Closes when nothing is in work, else after the current answer.
    void drain();
    [[nodiscard]] const ServerCore::Strand &strand() const { return m_strand; }
    /// Closes now.
    void end();
    /// Another needs the place: closes now when it is the peer's turn.
    void yieldPlace();

private:
    enum class Phase {
        Queued, ///< waits for its turn to shake hands
        Handshake,
        Idle,
        Header,
        Body,
        Handling,
        Writing,
        Source,
        Paced, ///< answered; waits for its turn to be read again
        Finishing,
        Lingering,
        Ended
    };

    void setPhase(Phase phase);
    void handshake();
    void onHandshake();
    void arm(std::chrono::nanoseconds timeout);
    void disarm();
    void onTimeout();

    void nextRequest();
    void readMore();
    void onBytes(const boost::system::error_code &error, std::size_t count);
    void continueHeader();
    void onHeader();
    [[nodiscard]] bool admit();
    void readBodyOrHandle();
    void sendContinue();
    void continueBody();
    void onReadFailure(RequestReader::Progress progress);
    void handle();

    void refuse(HttpResponse response, bool closeAfter);
    void answerWith(quint64 requestNumber, HttpResponse response);
    void send(HttpResponse response);
    void writeOutgoing();
    void onAnswerWritten();
    void pullSource();
    void onChunk(quint64 requestNumber, BodyChunk chunk);
    void onRequestDone();
    void logAccess() const;
    void finish();
    void linger();

    friend struct Answer;

    const std::shared_ptr<ServerCore> m_core;
    const std::shared_ptr<ListenerShare> m_share;
    ServerCore::Strand m_strand;
    std::shared_ptr<ConnectionTable::Place> m_place;
    std::unique_ptr<Transport> m_transport;
    const std::shared_ptr<PeerWatch> m_peerWatch;
    const std::shared_ptr<const std::function<bool()>> m_peerGone;
    boost::asio::steady_timer m_timer;
    quint64 m_timerNumber = 0;

    RequestReader m_reader;
    Phase m_phase = Phase::Queued;
    PeerInfo m_peer;
    bool m_timedOut = false;
    bool m_draining = false;
    bool m_placeLost = false; ///< another has its place: it goes after this answer
    std::chrono::steady_clock::time_point m_acceptedAt;

    quint64 m_requestNumber = 0; ///< a late answer to an earlier request is told apart by it
    HttpRequest m_request;
    BodyFraming m_framing;
    const Router::Route *m_route = nullptr;
    bool m_bodyRead = true; ///< false: bytes of a refused request may still arrive, so linger

    HttpResponse m_response;
    bool m_keepAlive = false;
    QByteArray m_outgoing;
    qint64 m_bytesOut = 0;
};

} // namespace pc::platform
