// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/local/local_refusal.h"

#include <array>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

struct RefusalRow
{
    const char *code;
    int status;
};

const RefusalRow &refusalRowOf(LocalRefusal refusal)
{
    static constexpr std::array<RefusalRow, 3> rows{
        {{"refused", 422}, {"history_not_acceptable", 409}, {"gateway_unknown", 404}}}; // as enumerated
    return rows[static_cast<std::size_t>(refusal)];
}

} // namespace

QString toText(LocalRefusal refusal)
{
    return QString::fromLatin1(refusalRowOf(refusal).code);
}

tl::unexpected<AdminProblem> refuseLocally(LocalRefusal refusal, const QString &why)
{
    AdminProblem answer;
    answer.problem.status = refusalRowOf(refusal).status;
    answer.problem.code = toText(refusal);
    answer.problem.title = u"Not carried out"_s;
    answer.problem.detail = why;
    return tl::make_unexpected(std::move(answer));
}

QString notAcceptedText(const QString &why)
{
    return u"the history is not accepted: %1"_s.arg(why);
}

} // namespace pc::platform
