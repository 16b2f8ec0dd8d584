// SPDX-License-Identifier: GPL-3.0-or-later
// Load for benchmarks: kept connections on one thread, each with one request at a time, over TLS or without.
// Requests come from standard input, so that no secret stands on a command line, and are sent in turn; what
// came of them is one line of JSON.
#include <openssl/ssl.h>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::duration;

struct Options
{
    std::string address = "127.0.0.1";
    int port = 0;
    bool tls = false;
    int connections = 16;
    int sources = 1;    ///< connections come from so many addresses, 127.0.0.1 and up
    long count = 0;     ///< ends after so many answers; 0: after `seconds`
    double seconds = 1; ///< what is in flight then is still waited for
    double rate = 0; ///< requests a second, whatever the answers take; 0: each after the answer to the last
};

[[noreturn]] void fail(const std::string &what)
{
    std::fprintf(stderr, "load: %s\n", what.c_str());
    std::exit(2);
}

Options readOptions(int argc, char **argv)
{
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string_view name = argv[i];
        if (name == "--tls") {
            options.tls = true;
            continue;
        }
        if (i + 1 == argc)
            fail("usage: load --port N [--address A] [--tls] [--connections N] [--sources N] [--count N] "
                 "[--seconds S] "
                 "[--rate R] < requests, each ended by a line with a single dot");
        const char *value = argv[++i];
        if (name == "--address")
            options.address = value;
        else if (name == "--port")
            options.port = std::atoi(value);
        else if (name == "--connections")
            options.connections = std::atoi(value);
        else if (name == "--sources")
            options.sources = std::atoi(value);
        else if (name == "--count")
            options.count = std::atol(value);
        else if (name == "--seconds")
            options.seconds = std::atof(value);
        else if (name == "--rate")
            options.rate = std::atof(value);
        else
            fail("no such option: " + std::string(name));
    }
    return options;
}

/// Lines as they are sent, without their ends; a line with a single dot ends a request. A request without a
/// body ends with an empty line.
std::vector<std::string> readRequests()
{
    std::vector<std::string> requests;
    std::string line;
    std::string request;
    while (std::getline(std::cin, line)) {
        if (line == ".") {
            requests.push_back(std::exchange(request, {}));
            continue;
        }
        const bool inBody = request.find("\r\n\r\n") != std::string::npos;
        request += inBody ? line : line + "\r\n";
    }
    if (requests.empty())
        fail("no requests");
    return requests;
}

/// Of a header without regard to case; nothing when it is not there.
std::optional<std::string_view> fieldOf(std::string_view head, std::string_view name)
{
    for (std::size_t at = head.find("\r\n"); at != std::string_view::npos; at = head.find("\r\n", at + 2)) {
        const std::string_view line = head.substr(at + 2);
        if (line.size() > name.size() && line[name.size()] == ':' &&
            ::strncasecmp(line.data(), name.data(), name.size()) == 0) {
            std::string_view value = line.substr(name.size() + 1);
            value = value.substr(0, value.find("\r\n"));
            value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
            return value;
        }
    }
    return {};
}

struct Connection
{
    int number = 0;
    int socket = -1;
    SSL *ssl = nullptr;
    bool isReady = false; ///< connected, and TLS agreed
    bool isBusy = false;  ///< a request was given to it
    const std::string *request = nullptr;
    std::size_t sent = 0;
    std::string received;
    Clock::time_point began; ///< when the request was due
};

class Load
{
public:
    Load(const Options &options, std::vector<std::string> requests)
        : m_options(options), m_requests(std::move(requests)), m_epoll(::epoll_create1(0)),
          m_timer(::timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK)),
          m_connections(static_cast<std::size_t>(options.connections))
    {
        if (m_options.tls)
            m_tls = SSL_CTX_new(TLS_client_method());
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.ptr = nullptr;
        ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_timer, &event);
        for (std::size_t i = 0; i < m_connections.size(); ++i) {
            m_connections[i].number = static_cast<int>(i);
            open(m_connections[i]);
        }
    }

    void run()
    {
        // Greetings are not what is measured.
        while (std::any_of(m_connections.begin(), m_connections.end(),
                           [](const Connection &each) { return !each.isReady; }))
            turn();
        m_began = Clock::now();
        m_end = m_began + std::chrono::duration_cast<Clock::duration>(duration<double>(m_options.seconds));
        for (Connection &each : m_connections) {
            // Spread over the time between two of them.
            each.began = m_began + spacing() * each.number / m_options.connections;
            startWhenDue(each);
        }
        while (m_flying > 0 || !isOver())
            turn();
        m_ended = Clock::now();
    }

    void print()
    {
        std::sort(m_micros.begin(), m_micros.end());
        const auto quantile = [this](double share) {
            return m_micros.empty()
                       ? 0.0
                       : m_micros[static_cast<std::size_t>(share * static_cast<double>(m_micros.size() - 1))];
        };
        std::printf("{\"requests\": %zu, \"seconds\": %.6f, \"reconnected\": %ld, \"p50_us\": %.1f, "
                    "\"p99_us\": %.1f, \"statuses\": {",
                    m_micros.size(), duration<double>(m_ended - m_began).count(), m_reconnected,
                    quantile(0.5), quantile(0.99));
        const char *between = "";
        for (const auto &[status, times] : m_statuses) {
            std::printf("%s\"%d\": %ld", between, status, times);
            between = ", ";
        }
        std::printf("}}\n");
    }

private:
    [[nodiscard]] Clock::duration spacing() const
    {
        return m_options.rate > 0 ? std::chrono::duration_cast<Clock::duration>(
                                        duration<double>(m_options.connections / m_options.rate))
                                  : Clock::duration::zero();
    }
    [[nodiscard]] bool isOver() const
    {
        return m_options.count > 0 ? m_started >= m_options.count : Clock::now() >= m_end;
    }

    void open(Connection &each)
    {
        each.socket = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
        const int on = 1;
        ::setsockopt(each.socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        if (m_options.sources > 1) {
            sockaddr_in from{};
            from.sin_family = AF_INET;
            from.sin_addr.s_addr =
                htonl(INADDR_LOOPBACK + static_cast<unsigned>(each.number % m_options.sources));
            if (::bind(each.socket, reinterpret_cast<sockaddr *>(&from), sizeof from) != 0)
                fail("cannot bind a source address");
        }
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(static_cast<std::uint16_t>(m_options.port));
        ::inet_pton(AF_INET, m_options.address.c_str(), &to.sin_addr);
        if (::connect(each.socket, reinterpret_cast<sockaddr *>(&to), sizeof to) != 0 && errno != EINPROGRESS)
            fail("cannot connect");
        if (m_tls != nullptr) {
            each.ssl = SSL_new(m_tls);
            SSL_set_fd(each.ssl, each.socket);
            SSL_set_connect_state(each.ssl);
        }
        each.isReady = false;
        each.received.clear();
        each.sent = 0;
        epoll_event event{};
        event.events = EPOLLIN | EPOLLOUT | EPOLLET;
        event.data.ptr = &each;
        ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, each.socket, &event);
    }

    /// Closed by the other side between two requests, as servers do after so many; an open request is sent
    /// anew.
    void reopen(Connection &each)
    {
        if (++m_reconnected > 1000)
            fail("connections are closed all the time");
        SSL_free(std::exchange(each.ssl, nullptr));
        ::close(each.socket);
        open(each);
    }

    void turn()
    {
        epoll_event events[64];
        const int count = ::epoll_wait(m_epoll, events, 64, 100);
        for (int i = 0; i < count; ++i) {
            if (auto *each = static_cast<Connection *>(events[i].data.ptr))
                advance(*each);
        }
        if (m_options.rate > 0) {
            std::uint64_t expired = 0;
            (void)!::read(m_timer, &expired, sizeof expired);
            for (Connection &each : m_connections)
                startWhenDue(each);
        }
    }

    void startWhenDue(Connection &each)
    {
        if (each.isBusy || m_began == Clock::time_point() || isOver())
            return;
        if (m_options.rate > 0 && Clock::now() < each.began) {
            wakeAt(each.began);
            return;
        }
        if (m_options.rate <= 0)
            each.began = Clock::now();
        each.isBusy = true;
        each.request = &m_requests[m_next++ % m_requests.size()];
        each.sent = 0;
        ++m_started;
        ++m_flying;
        advance(each);
    }

    void wakeAt(Clock::time_point when)
    {
        if (when >= m_wakes && m_wakes > Clock::now())
            return;
        m_wakes = when;
        const auto since = when.time_since_epoch();
        itimerspec spec{};
        spec.it_value.tv_sec = std::chrono::duration_cast<std::chrono::seconds>(since).count();
        spec.it_value.tv_nsec = static_cast<long>((since % std::chrono::seconds(1)).count());
        ::timerfd_settime(m_timer, TFD_TIMER_ABSTIME, &spec, nullptr);
    }

    /// As far as it goes without waiting.
    void advance(Connection &each)
    {
        if (!each.isReady) {
            if (each.ssl != nullptr) {
                const int done = SSL_do_handshake(each.ssl);
                if (done != 1) {
                    const int error = SSL_get_error(each.ssl, done);
                    if (error != SSL_ERROR_WANT_READ && error != SSL_ERROR_WANT_WRITE)
                        fail("TLS was not agreed");
                    return;
                }
            }
            each.isReady = true;
        }
        while (each.isBusy && each.sent < each.request->size()) {
            const long count =
                write(each, each.request->data() + each.sent, each.request->size() - each.sent);
            if (count < 0)
                return;
            if (count == 0)
                return reopen(each);
            each.sent += static_cast<std::size_t>(count);
        }
        char buffer[16384];
        for (;;) {
            const long count = read(each, buffer, sizeof buffer);
            if (count < 0)
                return;
            if (count == 0)
                return reopen(each);
            each.received.append(buffer, static_cast<std::size_t>(count));
            if (takeAnswer(each))
                return startWhenDue(each);
        }
    }

    /// -1: not now; 0: the connection is gone.
    long write(Connection &each, const char *from, std::size_t size)
    {
        if (each.ssl == nullptr)
            return now(::send(each.socket, from, size, MSG_NOSIGNAL));
        const int count = SSL_write(each.ssl, from, static_cast<int>(size));
        return count > 0 ? count : now(each, count);
    }
    long read(Connection &each, char *into, std::size_t size)
    {
        if (each.ssl == nullptr)
            return now(::recv(each.socket, into, size, 0));
        const int count = SSL_read(each.ssl, into, static_cast<int>(size));
        return count > 0 ? count : now(each, count);
    }
    static long now(long count) { return count >= 0 || errno == EAGAIN || errno == EINTR ? count : 0; }
    static long now(Connection &each, int count)
    {
        const int error = SSL_get_error(each.ssl, count);
        return error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE ? -1 : 0;
    }

    /// The answer is complete: counted, and the connection is free.
    bool takeAnswer(Connection &each)
    {
        const std::size_t end = each.received.find("\r\n\r\n");
        if (!each.isBusy || end == std::string::npos)
            return false;
        const std::string_view head = std::string_view(each.received).substr(0, end + 2);
        const int status = std::atoi(each.received.c_str() + std::min<std::size_t>(9, each.received.size()));
        const auto length = fieldOf(head, "content-length");
        const std::size_t body = length ? std::strtoul(std::string(*length).c_str(), nullptr, 10) : 0;
        if (each.received.size() < end + 4 + body)
            return false;
        ++m_statuses[status];
        const auto now = Clock::now();
        m_micros.push_back(duration<double, std::micro>(now - each.began).count());
        each.received.erase(0, end + 4 + body);
        each.isBusy = false;
        --m_flying;
        if (m_options.rate > 0)
            each.began += spacing();
        return true;
    }

    const Options m_options;
    const std::vector<std::string> m_requests;
    const int m_epoll;
    const int m_timer;
    SSL_CTX *m_tls = nullptr;
    std::vector<Connection> m_connections;
    std::size_t m_next = 0;
    long m_started = 0;
    long m_flying = 0;
    long m_reconnected = 0;
    Clock::time_point m_began{};
    Clock::time_point m_end{};
    Clock::time_point m_ended{};
    Clock::time_point m_wakes{};
    std::vector<double> m_micros;
    std::map<int, long> m_statuses;
};

} // namespace

int main(int argc, char **argv)
{
    const Options options = readOptions(argc, argv);
    Load load(options, readRequests());
    load.run();
    load.print();
    return 0;
}
