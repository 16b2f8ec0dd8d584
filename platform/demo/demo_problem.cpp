// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/demo/demo_problem.h"

#include <cstdlib>

namespace pc::platform {

namespace {

struct DemoProblemRow
{
    int status;
    const char *code;
    const char16_t *title;
    const char16_t *detail;
};

DemoProblemRow demoRowOf(DemoRefusal why)
{
    switch (why) {
    case DemoRefusal::ObjectUnknown:
        return {404, "not_found", u"There is no such object", u""};
    case DemoRefusal::OrderIncomplete:
        return {422, "validation_failed", u"The order is not complete",
                u"It needs a known product_id and a quantity from 1 to 1000."};
    case DemoRefusal::OrderNotOpen:
        return {409, "not_open", u"Only an open order can be cancelled", u""};
    case DemoRefusal::NotServedHere:
        return {404, "not_served_here", u"This route is served behind a gateway", u""};
    }
    std::abort();
}

} // namespace

HttpResponse demoProblem(const HttpRequest &request, DemoRefusal why)
{
    const DemoProblemRow row = demoRowOf(why);
    return problemResponse(request, row.status, row.code, QString::fromUtf16(row.title),
                           QString::fromUtf16(row.detail));
}

} // namespace pc::platform
