// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/http/router.h"

#include <QElapsedTimer>

#include <chrono>
#include <thread>

/// Requests and routes that the server's tests have in common.
namespace pc::test {

inline const QByteArray host = "Host: localhost\r\n";

inline QByteArray get(const QByteArray &target)
{
    return "GET " + target + " HTTP/1.1\r\n" + host + "\r\n";
}

inline QByteArray post(const QByteArray &target, const QByteArray &body, const QByteArray &fields = {})
{
    return "POST " + target + " HTTP/1.1\r\n" + host +
           "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" +
           fields + "\r\n" + body;
}

/// Routes that every test may use.
inline void addRoutes(platform::Router &router)
{
    using namespace platform;
    router.add(HttpMethod::Get, "/hello",
               [](const HttpRequest &, const Responder &respond) { respond(textResponse("hello")); });
    router.add(HttpMethod::Get, "/items/{id}", [](const HttpRequest &request, const Responder &respond) {
        respond(textResponse(request.pathParameter("id").toUtf8()));
    });
    router.add(HttpMethod::Post, "/echo", [](const HttpRequest &request, const Responder &respond) {
        respond(jsonResponse(request.body));
    });
    router.add(HttpMethod::Get, "/later", [](const HttpRequest &, const Responder &respond) {
        std::thread([respond] {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            respond(textResponse("later"));
            respond(textResponse("twice"));
        }).detach();
    });
}

/// Waits for a condition that server threads bring about.
template <typename Condition>
bool eventually(Condition condition)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > 5000)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return true;
}

} // namespace pc::test
