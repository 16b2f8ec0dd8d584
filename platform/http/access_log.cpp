// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/access_log.h"

#include "contract/rules/text_rule.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

void logAccess(const Log &log, const PeerInfo &peer, const HttpRequest &request, int status, qint64 bytesOut)
{
    using Microseconds = std::chrono::microseconds;
    const auto took =
        std::chrono::duration_cast<Microseconds>(std::chrono::steady_clock::now() - request.receivedAt);
    log.info("access", {{"request_id", QString::fromLatin1(request.requestId)},
                        {"peer", QString::fromLatin1(peer.address)},
                        {"method", QString::fromLatin1(methodName(request.method))},
                        {"route", QString::fromLatin1(request.route)},
                        {"path", pc::rules::beginningOf(request.path, 256)},
                        {"status", status},
                        {"bytes_in", qint64(request.body.size())},
                        {"bytes_out", bytesOut},
                        {"duration_us", qint64(took.count())},
                        {"client_certificate",
                         peer.certificate ? (peer.certificate->verified ? u"verified"_s : u"unverified"_s)
                                          : u"none"_s}});
}

} // namespace pc::platform
