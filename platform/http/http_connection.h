// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Internal to platform/http.
#include "platform/http/byte_stream.h"
#include "platform/http/outgoing_answer.h"
#include "platform/http/peer_standing.h"
#include "platform/http/phase_timer.h"
#include "platform/http/request_intake.h"
#include "platform/http/server_core.h"

#include <memory>
#include <optional>

namespace pc::platform {

struct Answer;

/// One client's connection: reads a request, has it handled, writes the answer, and starts again. Everything
/// runs on the connection's loop.
class HttpConnection final : public std::enable_shared_from_this<HttpConnection>
{
public:
    HttpConnection(std::shared_ptr<ServerCore> core, std::shared_ptr<ListenerShare> share, Loop loop,
                   std::shared_ptr<ConnectionTable::Place> place, std::unique_ptr<ByteStream> transport);

    void start();
    /// Closes when nothing is in work, else after the current answer.
    void drain();
    [[nodiscard]] const Loop &loop() const { return m_loop; }
    [[nodiscard]] const ListenerShare &share() const { return *m_share; }
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
    void arm(std::chrono::nanoseconds timeout) { m_timer.arm(timeout, *this); }
    void onTimeout();

    void nextRequest();
    void readMore();
    void onBytes(const boost::system::error_code &error, std::size_t count);
    void continueHeader();
    [[nodiscard]] bool admit();
    void readBodyOrHandle();
    void sendContinue();
    void continueBody();
    void handle();

    void refuse(HttpResponse response, bool closeAfter);
    void answerWith(quint64 requestNumber, HttpResponse response);
    /// On the loop: takes the answer of a handler that has not returned yet, until it has.
    [[nodiscard]] bool takeEarly(quint64 requestNumber, HttpResponse &response);
    void send(HttpResponse response);
    void writeOutgoing();
    void pullSource();
    void onChunk(quint64 requestNumber, const BodyChunk &chunk);
    void onRequestDone();
    void finish();
    void linger();

    friend struct Answer;

    const std::shared_ptr<ServerCore> m_core;
    const std::shared_ptr<ListenerShare> m_share;
    Loop m_loop;
    std::unique_ptr<ByteStream> m_stream;
    PeerStanding m_standing; ///< watches the transport, so it goes first
    PhaseTimer<HttpConnection, &HttpConnection::onTimeout> m_timer;

    RequestIntake m_intake;
    Phase m_phase = Phase::Queued;
    bool m_timedOut = false;
    bool m_draining = false;
    bool m_placeLost = false; ///< another has its place: it goes after this answer
    std::chrono::steady_clock::time_point m_acceptedAt;

    quint64 m_requestNumber = 0; ///< a late answer to an earlier request is told apart by it
    bool m_keepAlive = false;
    bool m_inHandler = false;
    std::optional<HttpResponse> m_early; ///< of the handler that runs
    OutgoingAnswer m_answer;
};

} // namespace pc::platform
