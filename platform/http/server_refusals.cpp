// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/server_refusals.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

HttpResponse internalError(const HttpRequest &request)
{
    return problemResponse(request, ProblemCode::Internal, u"Something went wrong here"_s);
}

HttpResponse handlerTimeout(const HttpRequest &request)
{
    return problemResponse(request, ProblemCode::HandlerTimeout, u"The service did not answer in time"_s);
}

HttpResponse requestTimeout(const HttpRequest &request)
{
    return problemResponse(request, ProblemCode::RequestTimeout, u"The request did not arrive in time"_s);
}

} // namespace pc::platform
