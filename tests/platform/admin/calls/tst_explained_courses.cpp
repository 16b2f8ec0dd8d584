// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/calls/call_matching.h"
#include "tests/platform/admin/calls/explain_fixture.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace pc;
using namespace pc::platform;
using namespace pc::platform::test;
using R = DecisionReason;
using F = ExplainFixture;

namespace {

const QStringList scopes{u"orders:read"_s, u"products:read"_s, u"invoices:read"_s};
const QByteArrayList paths{"/api/v1/orders", "/api/v1/products", "/api/v1/invoices"};
const QStringList networks{u"198.51.100.0/24"_s, u"203.0.113.0/24"_s};
const QByteArrayList sources{"198.51.100.7", "203.0.113.9"};

/// What somebody does next, out of one number.
struct Step
{
    int kind = 0;
    int choice = 0;
};

/// A course of acts and calls, with the policy after each act.
class Course
{
public:
    Course()
    {
        RC_ASSERT(fixture.grant(scopes).status == 200);
        made = fixture.issue(u"client_secret"_s, u"sbx"_s, scopes);
        keep();
    }

    void take(const Step &step)
    {
        fixture.admin.clock.advance(60ms); // no two in one instant, and all are recorded
        switch (step.kind) {
        case 0:
            grant(step.choice);
            break;
        case 1:
            (void)fixture.act(path(made.id, step.choice % 2 == 0 ? "/suspend" : "/resume"), etag());
            break;
        case 2:
            if (const QByteArray partner = "/partners/" + fixture.partner.toLatin1(); step.choice % 2 == 0)
                (void)fixture.act(partner + "/freeze");
            else
                (void)fixture.act(partner + "/unfreeze", fixture.admin.get(partner).etag);
            break;
        case 3:
            list(step.choice);
            break;
        case 4:
            limit(step.choice);
            break;
        default:
            call(step.choice);
            return;
        }
        keep();
    }

    F fixture;
    AdminFixture::Issued made;
    std::vector<Policy> policies; ///< each as it came into force
    std::vector<CallRecord> calls;

    /// The newest policy that a log of so many events leads to.
    [[nodiscard]] const Policy &at(qint64 size) const
    {
        const Policy *found = &policies.front();
        for (const Policy &each : policies) {
            if (each.auditSize() <= size)
                found = &each;
        }
        return *found;
    }

private:
    [[nodiscard]] QString etag() { return fixture.admin.get(path(made.id)).etag; }
    void keep() { policies.push_back(*fixture.admin.policy->current()); }
    static QStringList subset(const QStringList &of, int choice)
    {
        QStringList some;
        for (qsizetype i = 0; i < of.size(); ++i) {
            if ((choice >> i) % 2 == 1)
                some.append(of.at(i));
        }
        return some;
    }
    void grant(int choice) { (void)fixture.grant(subset(scopes, choice)); }
    void list(int choice) { (void)fixture.networks(subset(networks, choice)); }
    void limit(int choice)
    {
        const QJsonObject own{
            {u"limits"_s,
             QJsonObject{{u"rate"_s, 0.001}, {u"burst"_s, 1 + choice % 3}, {u"daily_quota"_s, 0}}},
            {u"reason"_s, u"Test"_s}};
        (void)fixture.grant(fixture.admin.policy->current()->partner(fixture.partner)->scopes,
                            {{u"limit_override"_s, choice % 4 == 3 ? QJsonValue() : QJsonValue(own)}});
    }
    void call(int choice)
    {
        F::Asked asked;
        asked.path = paths.at(choice % 3);
        asked.source = sources.at(choice / 3 % 2);
        calls.push_back(fixture.call(presented::Token{fixture.claims(made.id, 1, scopes)}, asked));
    }
};

rc::Gen<std::vector<Step>> courses()
{
    const auto step = rc::gen::build<Step>(
        rc::gen::set(&Step::kind,
                     rc::gen::weightedElement<int>({{3, 0}, {1, 1}, {1, 2}, {2, 3}, {2, 4}, {9, 5}})),
        rc::gen::set(&Step::choice, rc::gen::inRange(0, 24)));
    return rc::gen::container<std::vector<Step>>(30, step);
}

QString networksOf(const QList<NetworkEntry> &list)
{
    QStringList texts;
    for (const NetworkEntry &each : list)
        texts.append(each.network);
    return texts.join(u' ');
}

/// What the field that refused a call is in a policy: the same in two of them when no rule changed.
QString fieldOf(const Policy &policy, const CallRecord &call, const QString &partnerId,
                const QString &credentialId)
{
    const auto partner = policy.partner(partnerId);
    const auto credential = policy.credential(id16Of(credentialId));
    switch (call.reason) {
    case R::MissingScope:
        return partner->scopes.contains(call.scope) ? u"granted"_s : u"missing"_s;
    case R::CredentialSuspended:
        return toText(credential->state);
    case R::PartnerFrozen:
        return toText(partner->status);
    case R::NetworkNotAllowed:
        return networksOf(partner->facts.networks.sandbox);
    case R::RateLimited:
        return partner->limitOverride ? QString::number(partner->limitOverride->limits.burst) : QString();
    default:
        return {};
    }
}

/// From its cause on the rule was so, and before it was not.
void causeIsRight(const Course &course, const CallRecord &call, const AuditEvent &cause)
{
    const auto field = [&](const Policy &policy) {
        return fieldOf(policy, call, course.fixture.partner, course.made.id);
    };
    const QString then = field(course.at(call.auditSize));
    RC_ASSERT(cause.index < call.auditSize);
    for (const Policy &each : course.policies) {
        if (each.auditSize() > cause.index && each.auditSize() <= call.auditSize)
            RC_ASSERT(field(each) == then);
    }
    RC_ASSERT(field(course.at(cause.index)) != then);
}

/// Everything before what failed passed, and nothing behind it was reached.
void checksAreInOrder(const CallExplanation &why)
{
    CheckResult expected = CheckResult::Passed;
    int failed = 0;
    for (const ExplainedCheck &each : why.checks) {
        if (each.result == CheckResult::Failed) {
            ++failed;
            expected = CheckResult::NotReached;
        } else {
            RC_ASSERT(each.result == expected);
        }
    }
    RC_ASSERT(failed == (why.call.reason == R::Allowed ? 0 : 1));
}

/// What the function that decides says now, with limits that are only looked at.
DecisionReason reasonNow(Course &course, const CallRecord &call)
{
    DecisionRequest request;
    request.gateway = GatewayIdentity{u"local socket"_s, {}};
    request.presented = presented::Assumed{id16Of(call.credentialId), call.generation, call.tokenScopes};
    request.method = call.method.toLatin1();
    request.rawPath = call.path.toLatin1();
    const QByteArray source = call.source.toLatin1();
    request.source = pc::rules::addressOf({source.constData(), std::size_t(source.size())});
    const Moment now = course.fixture.admin.clock.now();
    const Evaluation evaluation =
        evaluate(*course.fixture.admin.policy->current(), *course.fixture.admin.peppers, request, now.wall);
    if (!evaluation.counts)
        return evaluation.decision.reason;
    const auto outcome = course.fixture.admin.counters->peek(*evaluation.counts, now).outcome;
    return outcome == LimitVerdict::Outcome::Allowed       ? R::Allowed
           : outcome == LimitVerdict::Outcome::RateLimited ? R::RateLimited
                                                           : R::QuotaExceeded;
}

/// By what the store is not asked elsewhere.
qint64 counted(Course &course, const CallFilter &filter)
{
    return std::count_if(course.calls.begin(), course.calls.end(),
                         [&filter](const CallRecord &call) { return matches(filter, call); });
}

} // namespace

/// Whatever people do, and whoever calls meanwhile.
class TestExplainedCourses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRefusalHasTheEventThatMadeIt()
    {
        QVERIFY(rc::check("causes, counts and checks of a course", [] {
            Course course;
            for (const Step &step : *courses())
                course.take(step);
            QHash<QString, qint64> byCause;
            for (const CallRecord &call : course.calls) {
                const CallExplanation why = course.fixture.explain(call);
                checksAreInOrder(why);
                RC_ASSERT(why.today.reason == reasonNow(course, call));
                RC_ASSERT(why.remedies.isEmpty() == (why.today.reason == R::Allowed));
                if (call.reason == R::Allowed)
                    continue;
                RC_ASSERT(why.rule.cause.has_value());
                RC_ASSERT(matches(why.alike, call));
                RC_ASSERT(why.alikeCalls == counted(course, why.alike));
                if (why.rule.cause->action == u"partner.create")
                    continue; // before it there was nothing, and it took nothing from anybody
                causeIsRight(course, call, *why.rule.cause);
                ++byCause[why.rule.cause->id];
            }
            // The other way round: each event has the calls whose cause it is, and no other has them.
            const qint64 size = course.fixture.admin.eventCount();
            for (qint64 index = 0; index < size; ++index) {
                const QString id = u"evt_%1"_s.arg(index, 12, 10, QLatin1Char('0'));
                const RefusalsOfEvent refusals = course.fixture.refusals(id);
                qint64 calls = refusals.calls;
                for (const RefusedCalls &other : refusals.others)
                    calls += other.calls;
                RC_ASSERT(calls == byCause.value(id));
            }
        }));
    }
};

QTEST_GUILESS_MAIN(TestExplainedCourses)
#include "tst_explained_courses.moc"
