// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/server_refusals.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

HttpResponse internalError(const HttpRequest &request)
{
    return problemResponse(request, 500, "internal", u"Something went wrong here"_s);
}

HttpResponse handlerTimeout(const HttpRequest &request)
{
    return problemResponse(request, 503, "handler_timeout", u"The service did not answer in time"_s);
}

HttpResponse requestTimeout(const HttpRequest &request)
{
    return problemResponse(request, 408, "request_timeout", u"The request did not arrive in time"_s);
}

} // namespace pc::platform
