// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/http/api_error.h"
#include "client/local/local_platform.h"
#include "contract/audit_actions/audit_action.h"
#include "contract/rules/field_fault.h"
#include "contract/rules/field_limits.h"
#include "contract/rules/secret_life.h"
#include "models/base/object_model.h"
#include "models/base/paged_model.h"
#include "tests/views/themed_test.h"
#include "views/widgets/field_words.h"
#include "views/widgets/state_stack.h"
#include "views/words/draft_words.h"
#include "views/words/error_words.h"
#include "views/words/gate_words.h"
#include "views/words/load_view.h"
#include "views/words/member_words.h"
#include "views/words/permission_words.h"
#include "views/words/problem_words.h"
#include "views/words/words.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace pc;
using namespace pc::views;
using namespace Qt::StringLiterals;
using client::ErrorKind;
using models::LoadState;

namespace {

/// A load state as it is said, whatever was loaded.
class StatedObject final : public models::ObjectModel
{
public:
    void set(LoadState state, bool value, const std::optional<client::ApiError> &error = {})
    {
        m_value = false;
        forget();
        m_value = value;
        if (state == LoadState::Loading)
            beginLoad();
        else if (error)
            fail(*error);
        else if (state == LoadState::Ready)
            succeed(QDateTime({2026, 3, 2}, {10, 5}, Qt::UTC));
    }
    void load() { beginLoad(); }
    [[nodiscard]] bool hasValue() const override { return m_value; }
    void refresh() override {}

private:
    void dropValue() override { m_value = false; }
    bool m_value = false;
};

client::ApiError errorOf(ErrorKind kind, int status = 0, const QString &code = {}, const QString &detail = {})
{
    client::ApiError error;
    error.kind = kind;
    error.status = status;
    error.requestId = u"req_1"_s;
    if (!code.isEmpty() || !detail.isEmpty()) {
        error.problem = Problem{};
        error.problem->code = code;
        error.problem->detail = detail;
    }
    return error;
}

} // namespace

/// What errors and load states become in words: every kind of them.
class WordsTest final : public QObject
{
    Q_OBJECT
public:
    explicit WordsTest(ThemeController &) {}

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void everyErrorSaysWhatToDo_data()
    {
        using K = ErrorKind;
        QTest::addColumn<client::ApiError>("error");
        QTest::addColumn<QString>("changed");
        QTest::addColumn<QString>("remedy");
        QTest::addColumn<bool>("retry");
        const QString nothing = u"Nothing was changed."_s;
        const QString unknown = u"Whether anything was changed is not known."_s;
        const auto row = [](const char *name, const client::ApiError &error, const QString &changed,
                            const QString &remedy, bool retry = true) {
            QTest::newRow(name) << error << changed << remedy << retry;
        };
        row("offline", errorOf(K::Offline), nothing, u"The platform cannot be reached."_s);
        row("timeout", errorOf(K::Timeout), nothing, u"The platform did not answer in time. Try again."_s);
        row("tls", errorOf(K::Tls), nothing, u"The platform's certificate could not be trusted"_s);
        row("session", errorOf(K::Unauthorized, 401), nothing, u"The session has ended. Sign in again."_s);
        row("step up", errorOf(K::StepUpRequired, 403), nothing, u"This act needs a fresher sign-in."_s);
        row("forbidden", errorOf(K::Forbidden, 403), nothing, u"Your roles do not allow it."_s, false);
        client::ApiError lacks = errorOf(K::Forbidden, 403, u"forbidden"_s);
        lacks.problem->permission = u"partner.edit"_s;
        row("lacks", lacks, nothing, u"Needs the permission partner.edit. Roles that have it: "_s, false);
        row("history", errorOf(K::Forbidden, 403, u"history_not_accepted"_s), nothing,
            u"The platform decides nothing and only reads"_s, false);
        row("gone", errorOf(K::NotFound, 404), nothing, u"It does not exist any more."_s, false);
        row("conflict", errorOf(K::Conflict, 409), nothing, u"It is not possible in the present state."_s);
        row("conflict of a newer service", errorOf(K::Conflict, 409, u"x"_s, u"It is frozen."_s), nothing,
            u"It is not possible in the present state."_s);
        row("conflict, named", errorOf(K::Conflict, 409, u"partner_not_active"_s, u"It is frozen."_s),
            nothing, u"The partner is frozen or offboarded."_s);
        row("stale", errorOf(K::Stale, 412), nothing, u"Somebody else changed it meanwhile."_s);
        row("grace", errorOf(K::Validation, 422, u"grace_too_long"_s), nothing,
            u"The grace ends %1 day(s) after the rotation at most."_s.arg(rules::maxGraceDays));
        row("validation", errorOf(K::Validation, 422, u"x"_s), nothing,
            u"The platform does not accept it as it stands."_s);
        client::ApiError fields = errorOf(K::Validation, 422, u"x"_s);
        fields.problem->errors = {{u"/name"_s, u"taken"_s, {}}};
        row("fields", fields, nothing, u"Some values are not acceptable. Correct them."_s);
        row("often", errorOf(K::RateLimited, 429), nothing, u"Too many requests. Try again in a moment."_s);
        client::ApiError later = errorOf(K::RateLimited, 429, u"x"_s);
        later.problem->retryAfter = 7;
        row("often, for so long", later, nothing, u"Too many requests. Try again in 7 second"_s);
        row("server", errorOf(K::Server, 500), unknown, u"The platform reported a fault of its own."_s);
        row("server says", errorOf(K::Server, 503, u"store_busy"_s, u"Busy."_s), unknown,
            u"The platform's store is busy."_s);
        row("protocol", errorOf(K::Protocol, 200), unknown, u"The answer was not what the contract says."_s);
        row("unknown", errorOf(K::OutcomeUnknown), u"The change may have been made or not"_s,
            u"The platform did not answer in time, or its answer was lost."_s);
    }
    void everyErrorSaysWhatToDo()
    {
        QFETCH(const client::ApiError, error);
        QFETCH(const QString, changed);
        QFETCH(const QString, remedy);
        QFETCH(const bool, retry);
        const ErrorInfo info = describeError(error, u"It was not saved."_s);
        QCOMPARE(info.what, error.kind == ErrorKind::OutcomeUnknown ? u"What became of it is not known."_s
                                                                    : u"It was not saved."_s);
        QVERIFY2(info.changed.startsWith(changed), qPrintable(info.changed));
        QVERIFY2(info.remedy.startsWith(remedy), qPrintable(info.remedy));
        QVERIFY(!info.remedy.contains(u"by itself"_s)); // no act is sent again by itself, and no sign-in
        QCOMPARE(info.retry, retry);
        QCOMPARE(info.requestId, u"req_1"_s);
        QCOMPARE(info.details.contains(u"HTTP status"_s), error.status != 0);
        QCOMPARE(info.details.contains(u"Code "_s), error.problem && !error.problem->code.isEmpty());
        if (error.problem) { // the platform's English
            QVERIFY(info.details.endsWith(error.problem->detail));
            QVERIFY(error.problem->detail.isEmpty() || !info.remedy.contains(error.problem->detail));
        }
        QCOMPARE(errorLine(error, u"It was not saved."_s),
                 QString(info.what + u' ' + info.changed + u' ' + info.remedy));
    }

    /// What is as it should be is quiet: no badge, no colour. Everything else gets both a badge and an icon.
    void onlyWhatIsWellIsQuiet()
    {
        const auto quiet = [](const StateLook &look) {
            return !look.exception && look.severity == Severity::Neutral;
        };
        for (int i = 0; i <= int(CredentialState::Revoked); ++i) {
            const auto state = static_cast<CredentialState>(i);
            QCOMPARE(quiet(stateLook(state)), state == CredentialState::Active);
            QVERIFY(stateLook(state).exception || state == CredentialState::Active);
        }
        for (int i = 0; i <= int(GenerationState::Revoked); ++i) {
            const auto state = static_cast<GenerationState>(i);
            QVERIFY(stateLook(state).exception != (state == GenerationState::Active));
        }
        for (int i = 0; i <= int(PartnerStatus::Offboarded); ++i) {
            const auto status = static_cast<PartnerStatus>(i);
            QVERIFY(stateLook(status).exception != (status == PartnerStatus::Active));
        }
        for (int i = 0; i <= int(Health::Errors); ++i) {
            const auto health = static_cast<Health>(i);
            QVERIFY(stateLook(health).exception == (health == Health::Throttled || health == Health::Errors));
        }
    }

    void everyActionOfTheAuditTrailHasItsLook()
    {
        for (const AuditActionRow &row : auditActions())
            QVERIFY2(actionIcon(toText(row.action)) != Icon::Dots, row.text);
        QCOMPARE(actionIcon(u"future.act"_s), Icon::Dots);
        QCOMPARE(actionSeverity(u"future.act"_s), Severity::Neutral);
        // What is marked at all has a colour, and the table says which.
        for (const AuditActionRow &row : auditActions())
            QCOMPARE(actionSeverity(toText(row.action)), row.impact == Impact::Takes   ? Severity::Bad
                                                         : row.impact == Impact::Gives ? Severity::Warn
                                                                                       : Severity::Neutral);
    }

    /// Whatever the contract can send is said, and not by the kind alone; the fields of what is not valid say
    /// more.
    void everyCodeHasASentence()
    {
        for (const ProblemCodeRow &row : problemCodes()) {
            const QString sentence = problemSentence(row.code);
            QCOMPARE(sentence.isEmpty(), row.code == ProblemCode::ValidationFailed);
            QVERIFY2(sentence.isEmpty() || sentence.endsWith(u'.'), row.text);
        }
        QCOMPARE(problemSentence(ProblemCode::Unknown), QString());
    }

    /// A gate is told by its kind and cause, never in the platform's own words.
    void everyGateHasItsWords()
    {
        QSet<QString> titles;
        for (const GateRow &row : gateKinds()) {
            Gate gate;
            gate.kind = row.kind;
            gate.title = u"English"_s;
            titles.insert(gateTitle(gate));
            QVERIFY2(!gateTitle(gate).contains(u"English"_s), row.id);
        }
        QCOMPARE(titles.size(), qsizetype(gateKinds().size()));
        for (int i = 1; i <= static_cast<int>(GateFault::NoNetworks); ++i) {
            Gate gate;
            gate.fault = static_cast<GateFault>(i);
            gate.detail = u"English"_s;
            QVERIFY2(gateFaultText(gate).endsWith(u'.'), qPrintable(toText(gate.fault)));
            QVERIFY(!gateFaultText(gate).contains(u"English"_s));
        }
        Gate calls;
        calls.fault = GateFault::TooFewCalls;
        calls.reached = 3;
        calls.wanted = 100;
        QCOMPARE(gateFaultText(calls), u"3 of 100 successful call(s)."_s);
        Gate ended;
        ended.fault = GateFault::AgreementEnded;
        ended.endedOn = QDate(2026, 3, 2);
        QCOMPARE(gateFaultText(ended), u"It ended on 2 Mar 2026."_s);
        Gate scope;
        scope.fault = GateFault::ScopeNotCovered;
        scope.scope = u"orders:write"_s;
        QVERIFY(gateFaultText(scope).contains(u"orders:write"_s));
        Gate newer;
        newer.id = u"dual_control"_s;
        newer.title = u"English"_s;
        QCOMPARE(gateTitle(newer), u"A condition that this console does not know (dual_control)"_s);
        QCOMPARE(gateFaultText(newer), QString());
    }

    /// Who may is said in one form, wherever something is missing.
    void whoMayIsSaidInOneForm()
    {
        const QString text = whoMayText(u"partner.freeze"_s);
        QCOMPARE(text,
                 u"Needs the permission partner.freeze. Roles that have it: Partner operations, Security, "
                 "Administrator."_s);
        client::ApiError error = errorOf(ErrorKind::Forbidden, 403, u"forbidden"_s);
        error.problem->permission = u"partner.freeze"_s;
        QCOMPARE(describeError(error, {}).remedy, text);
        QCOMPARE(whoMayText(u"partner.sing"_s),
                 u"Needs the permission partner.sing. Ask an administrator."_s);
        QCOMPARE(whoMayText({}), problemSentence(ProblemCode::Forbidden));
    }

    void whatHasNoFieldIsNamed()
    {
        client::ApiError error = errorOf(ErrorKind::Validation, 422, u"validation_failed"_s);
        error.problem->errors = {{u"/expires_at"_s, u"out_of_range"_s, u"English"_s},
                                 {u"/contacts/1/email"_s, u"bad_format"_s, u"English"_s},
                                 {u"/scopes/0"_s, u"too_long"_s, {}},
                                 {u"/scopes/1"_s, u"too_long"_s, {}},
                                 {u"/seal_to"_s, u"taken"_s, {}}};
        QCOMPARE(memberErrorsText(error, nullptr), u"Expiry: This is out of range.\n"
                                                   "E-mail: This does not have the form that is needed.\n"
                                                   "Scopes: This is too long. Shorten it.\n"
                                                   "This is taken. Choose another one."_s);
        QCOMPARE(memberErrorsText(errorOf(ErrorKind::Server, 500), nullptr), QString());
        QCOMPARE(withLines(u"It failed."_s, {}), u"It failed."_s);
        QCOMPARE(withLines(u"It failed."_s, u"a\nb"_s), u"It failed.\na\nb"_s);
    }

    /// A member has one name, on its field and off it.
    void aMemberHasOneName()
    {
        const std::pair<QString, QString> members[]{
            {u"/contacts/2/name"_s, u"Name or team"_s},
            {u"/contacts/0/verified_with"_s, u"Whom you spoke to"_s},
            {u"/contacts"_s, QString()},
            {u"/scopes/3"_s, u"Scopes"_s},
            {u"/limit_override/limits/rate"_s, u"Rate (calls per second)"_s},
            {u"/limit_override/limits"_s, u"Deviation from the plan"_s},
            {u"/sandbox/kind"_s, u"Kind"_s},
            {u"/seal_to"_s, QString()},
            {QString(), QString()},
        };
        for (const auto &[pointer, name] : members)
            QCOMPARE(memberName(pointer), name);
        for (const QString &pointer : {u"/owner"_s, u"/name"_s, u"/agreement/version"_s, u"/plan_id"_s})
            QCOMPARE(fieldName({pointer, rules::FieldFault::Required}), memberName(pointer));
    }

    void whatIsInForceIsNoRefusal()
    {
        client::ApiError error = errorOf(ErrorKind::Server, 507, u"refused_not_durable"_s);
        error.detail = u"disk full"_s;
        const ErrorInfo info = describeError(error, u"It was not revoked."_s);
        QCOMPARE(info.what, u"Access is closed already."_s);
        QCOMPARE(info.changed, u"The platform could not store it yet."_s);
        QCOMPARE(info.details, u"HTTP status 507\nCode refused_not_durable\ndisk full"_s);
    }

    /// Whatever has a form of its own says which.
    void everyFormIsSaid()
    {
        const QString none = faultText(nullptr, rules::FieldFault::BadFormat);
        for (const rules::FieldLimit &limit : rules::fieldLimits()) {
            if (limit.pattern != nullptr)
                QVERIFY2(faultText(&limit, rules::FieldFault::BadFormat) != none, limit.member);
        }
    }

    /// What the platform finds is said with the same figures as what the console finds.
    void toldFaultsHaveTheirFigures()
    {
        const auto text = [](const char *body, const QString &pointer, const QString &code) {
            return fieldErrorText({pointer, code, {}}, body);
        };
        QCOMPARE(text("IssueRequest", u"/name"_s, u"too_long"_s),
                 faultText(&rules::limit("IssueRequest", "name"), rules::FieldFault::TooLong));
        QVERIFY(text("IssueRequest", u"/name"_s, u"too_long"_s)
                    .contains(QString::number(rules::limit("IssueRequest", "name").maximum)));
        QCOMPARE(text("GrantEdit", u"/limit_override/limits/rate"_s, u"out_of_range"_s),
                 u"More than 0, at most 100,000."_s);
        QVERIFY(text("PartnerDraft", u"/contacts/1/email"_s, u"bad_format"_s).contains(u"e-mail"_s));
        // None where the field counts otherwise, no row speaks of it, or the figure is another thing's.
        for (const auto &[body, pointer] :
             {std::pair("RotateRequest", u"/grace_seconds"_s), std::pair("GrantEdit", u"/nothing"_s),
              std::pair("IssueRequest", u"/name"_s)})
            QCOMPARE(text(body, pointer, u"out_of_range"_s), u"This is out of range."_s);
    }

    void fieldsSayWhatIsWrong()
    {
        const auto text = [](const QString &code) { return fieldErrorText({u"/x"_s, code, {}}, nullptr); };
        QCOMPARE(text(u"taken"_s), u"This is taken. Choose another one."_s);
        QCOMPARE(text(u"lawful_basis"_s), u"The lawful basis does not allow it."_s);
        QCOMPARE(text(u"wildcard"_s), u"There is no wildcard. List the values one by one."_s);
        QCOMPARE(text(u"never_heard_of"_s), u"The platform does not accept this value."_s);
        // Every code that the service can send is said in words of its own.
        QHash<QString, QString> said;
        for (const pc::rules::FieldFaultRow &row : pc::rules::fieldFaults()) {
            const QString code = QString::fromLatin1(row.code);
            const QString sentence = text(code);
            QVERIFY2(!sentence.isEmpty() && sentence != text(u"never_heard_of"_s), row.code);
            QVERIFY2(said.value(sentence, code) == code || code == u"malformed", row.code);
            said.insert(sentence, code);
        }
    }

    void whyThePlatformIsNotThere_data()
    {
        using F = client::LocalPlatformFault;
        QTest::addColumn<client::LocalPlatformFault>("fault");
        QTest::addColumn<QString>("remedy");
        QTest::newRow("missing") << F::ProgramMissing << u"The program partner-platform is missing"_s;
        QTest::newRow("seed") << F::SeedFailed << u"The sample data could not be written."_s;
        QTest::newRow("busy") << F::Busy << u"Another console of yours runs it already."_s;
        QTest::newRow("exited") << F::Exited << u"It ended by itself."_s;
        QTest::newRow("answer") << F::BadAnswer << u"It answered something unexpected"_s;
        QTest::newRow("late") << F::TimedOut << u"It was not ready in time. Try again."_s;
    }
    void whyThePlatformIsNotThere()
    {
        QFETCH(const client::LocalPlatformFault, fault);
        QFETCH(const QString, remedy);
        client::LocalPlatformError error;
        error.fault = fault;
        error.detail = u"exit 3"_s;
        const ErrorInfo info = describeError(error);
        QVERIFY2(info.remedy.startsWith(remedy), qPrintable(info.remedy));
        QCOMPARE(info.what, u"The platform on this workstation could not be started."_s);
        QCOMPARE(info.changed, u"Nothing was changed."_s);
        QCOMPARE(info.details, u"exit 3"_s);
    }

    void loadStatesBecomePictures_data()
    {
        using K = ErrorKind;
        QTest::addColumn<LoadState>("state");
        QTest::addColumn<bool>("value");
        QTest::addColumn<int>("kind"); // -1: no error
        QTest::addColumn<ViewState>("view");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, LoadState state, bool value, int kind, ViewState view,
                            const QString &says = {}) {
            QTest::newRow(name) << state << value << kind << view << says;
        };
        row("idle", LoadState::Idle, false, -1, ViewState::Loading);
        row("loading", LoadState::Loading, false, -1, ViewState::Loading);
        row("ready", LoadState::Ready, true, -1, ViewState::Content);
        row("empty", LoadState::Ready, false, -1, ViewState::Empty);
        row("stale", LoadState::Stale, true, int(K::Server), ViewState::Stale, u"Showing data from"_s);
        row("offline, with rows", LoadState::Stale, true, int(K::Offline), ViewState::Offline,
            u"Showing data from"_s);
        row("late, with rows", LoadState::Stale, true, int(K::Timeout), ViewState::Offline,
            u"Showing data from"_s);
        row("offline", LoadState::Offline, false, int(K::Offline), ViewState::Offline,
            u"The platform cannot be reached."_s);
        row("late", LoadState::Offline, false, int(K::Timeout), ViewState::Offline,
            u"The platform has not answered."_s);
        row("forbidden", LoadState::Forbidden, false, int(K::Forbidden), ViewState::Forbidden);
        row("error", LoadState::Error, false, int(K::Server), ViewState::Error, u"Nothing was changed."_s);
    }
    void loadStatesBecomePictures()
    {
        QFETCH(const LoadState, state);
        QFETCH(const bool, value);
        QFETCH(const int, kind);
        QFETCH(const ViewState, view);
        QFETCH(const QString, says);
        StatedObject model;
        model.set(state, value,
                  kind < 0 ? std::optional<client::ApiError>() : errorOf(static_cast<ErrorKind>(kind), 500));
        QCOMPARE(model.state(), state);
        StateStack stack(new QLabel(u"content"_s));
        stack.show();
        showLoadState(stack, model, u"It could not be loaded."_s);
        QCOMPARE(stack.state(), view);
        QString text;
        for (const QLabel *label : stack.findChildren<QLabel *>())
            if (label->isVisibleTo(&stack))
                text += label->text() + u'\n';
        QVERIFY2(text.contains(says), qPrintable(text));
        // "Retry now" once in a window: the frame has it while the platform cannot be reached.
        int retries = 0;
        for (const QPushButton *button : stack.findChildren<QPushButton *>())
            retries += button->isVisibleTo(&stack) && button->text().startsWith(u"Retry"_s) ? 1 : 0;
        const bool asks =
            view == ViewState::Stale || view == ViewState::Error || kind == int(ErrorKind::Timeout);
        QCOMPARE(retries, asks ? 1 : 0);
        if (state != LoadState::Ready || !value)
            return;
        model.load();
        showLoadState(stack, model, u"It could not be loaded."_s);
        QCOMPARE(stack.state(), ViewState::Refreshing);
    }
};

PC_THEMED_TEST_MAIN(WordsTest)
#include "tst_words.moc"
