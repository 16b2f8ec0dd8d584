// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/request_leaks.h"

#include "platform/admin/api/caller.h"
#include "platform/core/decision/leak_watch.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

using Name = QByteArrayView;

bool isOneOf(Name name, std::initializer_list<Name> names)
{
    return std::any_of(names.begin(), names.end(),
                       [name](Name each) { return asciiEqualsIgnoringCase(name, each); });
}

bool isForSecrets(const QByteArray &path, Name field)
{
    const bool partners = path.startsWith("/api/");
    const bool gateways = path.startsWith("/gateway/");
    if (isOneOf(field, {"Authorization"}))
        return true;
    if ((partners || gateways) && isOneOf(field, {"X-Api-Key", "Client-Cert"}))
        return true;
    return gateways && isOneOf(field, {"User-Agent", "X-Original-URI", "X-Forwarded-Uri"});
}

/// Fields that everybody sends by their name, all others together: each place is said once a day.
QString placeOf(Name field)
{
    for (const char *known :
         {"User-Agent", "Referer", "Cookie", "Idempotency-Key", "If-Match", "X-Request-Id", "X-Api-Key"}) {
        if (asciiEqualsIgnoringCase(field, known))
            return QString::fromLatin1(QByteArray(known).toLower().replace('-', '_'));
    }
    return u"header"_s;
}

void look(AdminContext &context, const HttpRequest &request)
{
    LeakSighting about;
    about.source = QString::fromLatin1(request.peerAddress);
    about.requestId = QString::fromLatin1(request.requestId);
    const auto sender = [&] {
        const auto actor = context.sessions.authenticate(bearerToken(request), context.now());
        return actor ? actor->account : QString();
    };
    LeakWatch::Budget budget;
    const auto lookAt = [&](const QByteArray &text, const QString &place) {
        if (text.size() < LeakWatch::shortest)
            return;
        about.place = place;
        context.leaks->look(QString::fromUtf8(text.left(LeakWatch::longest)), about, budget, sender);
    };
    const qsizetype mark = request.rawTarget.indexOf('?');
    const QByteArray path = mark < 0 ? request.rawTarget : request.rawTarget.first(mark);
    lookAt(path, u"path"_s);
    if (mark >= 0)
        lookAt(request.rawTarget.sliced(mark + 1), u"query"_s);
    for (const HttpHeader &field : request.headers.all()) {
        lookAt(field.name, u"header"_s);
        if (!isForSecrets(path, field.name))
            lookAt(field.value, placeOf(field.name));
    }
}

} // namespace

void watchForLeaks(Router &router, AdminContext &context)
{
    router.watch([&context](const HttpRequest &request) {
        if (context.leaks != nullptr)
            look(context, request);
    });
}

} // namespace pc::platform
