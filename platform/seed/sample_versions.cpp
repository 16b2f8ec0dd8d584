// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/seed/sample.h"

namespace pc::platform::seed {

using namespace Qt::StringLiterals;

/// Few call it, and nothing that must be called for the other pages lies below it: when it has ended, in a
/// sample that is kept, the rest goes on.
QList<ApiVersion> makeVersions(const Sample &sample)
{
    const auto midnight = [&sample](int days) {
        return QDateTime(sample.anchor.date().addDays(days), QTime(0, 0), Qt::UTC);
    };
    ApiVersion invoices;
    invoices.id = u"ver_invoices"_s;
    invoices.apiId = sample.catalogue.api.id;
    invoices.pathPrefix = sample.catalogue.api.basePath + u"/invoices"_s;
    invoices.deprecatedAt = midnight(-40);
    invoices.sunsetAt = midnight(24);
    invoices.successorUrl = u"https://developer.example/api/v2/invoices"_s;
    invoices.guideUrl = u"https://developer.example/invoices-v1-to-v2"_s;
    invoices.sentence = u"Use /api/v2/invoices."_s;
    invoices.version = 1;
    invoices.createdAt = invoices.updatedAt = sample.anchor.addDays(-41);
    invoices.updatedBy = sample.operators.constFirst();
    return {invoices};
}

} // namespace pc::platform::seed
