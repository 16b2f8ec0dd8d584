// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words/error_words.h"

#include "contract/api/problem_codes.h"
#include "views/widgets/field_words.h"
#include "views/words/permission_words.h"
#include "views/words/problem_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

using client::ErrorKind;

struct ErrorWords
{
    Q_DECLARE_TR_FUNCTIONS(ErrorWords)
};

QString changedText(const client::ApiError &error)
{
    if (error.kind == ErrorKind::OutcomeUnknown)
        return ErrorWords::tr("The change may have been made or not; it will never be made twice.");
    return client::nothingChanged(error.kind) ? ErrorWords::tr("Nothing was changed.")
                                              : ErrorWords::tr("Whether anything was changed is not known.");
}

/// By the code where the platform gave one that is known, else by the kind.
QString remedyText(const client::ApiError &error)
{
    if (error.kind == ErrorKind::Forbidden && error.problem && !error.problem->permission.isEmpty())
        return whoMayText(error.problem->permission);
    // Whether it happened outweighs what one of several tries was answered.
    if (const QString sentence = problemSentence(error.code());
        !sentence.isEmpty() && error.kind != ErrorKind::OutcomeUnknown)
        return sentence;
    switch (error.kind) {
    case ErrorKind::Offline:
        return ErrorWords::tr("The platform cannot be reached. Check the network, then try again.");
    case ErrorKind::Timeout:
        return problemSentence(ProblemCode::HandlerTimeout);
    case ErrorKind::Tls:
        return ErrorWords::tr(
            "The platform's certificate could not be trusted, so nothing was sent. Check the "
            "certificate authority file of this profile.");
    case ErrorKind::Unauthorized:
        return problemSentence(ProblemCode::SessionOver);
    case ErrorKind::StepUpRequired:
        return problemSentence(ProblemCode::StepUpRequired);
    case ErrorKind::Forbidden:
        return whoMayText({});
    case ErrorKind::NotFound:
        return problemSentence(ProblemCode::NotFound);
    case ErrorKind::Conflict:
        return ErrorWords::tr("It is not possible in the present state. Load it again and decide anew.");
    case ErrorKind::Stale:
        return problemSentence(ProblemCode::Stale);
    case ErrorKind::Validation:
        return error.problem && !error.problem->errors.isEmpty()
                   ? ErrorWords::tr("Some values are not acceptable. Correct them.")
                   : ErrorWords::tr("The platform does not accept it as it stands.");
    case ErrorKind::RateLimited:
        return error.problem && error.problem->retryAfter
                   ? ErrorWords::tr("Too many requests. Try again in %n second(s).", nullptr,
                                    *error.problem->retryAfter)
                   : ErrorWords::tr("Too many requests. Try again in a moment.");
    case ErrorKind::Server:
        return problemSentence(ProblemCode::Internal);
    case ErrorKind::Protocol:
        return ErrorWords::tr(
            "The answer was not what the contract says. The platform may be of another version.");
    case ErrorKind::OutcomeUnknown:
        return ErrorWords::tr(
            "The platform did not answer in time, or its answer was lost. Load the page again to see what "
            "happened, or ask again: a repeat is recognised.");
    }
    return {};
}

} // namespace

ErrorInfo describeError(const client::ApiError &error, const QString &what)
{
    ErrorInfo info;
    // "It was not done" would be a guess where nobody knows.
    info.what =
        error.kind == ErrorKind::OutcomeUnknown ? ErrorWords::tr("What became of it is not known.") : what;
    info.changed = changedText(error);
    info.remedy = remedyText(error);
    if (error.code() == ProblemCode::RefusedNotDurable) { // not a refusal of what was asked: it is in force
        info.what = ErrorWords::tr("Access is closed already.");
        info.changed = ErrorWords::tr("The platform could not store it yet.");
    }
    info.requestId = error.requestId;
    QStringList details;
    if (error.status != 0)
        details.append(ErrorWords::tr("HTTP status %1").arg(error.status));
    if (error.problem && !error.problem->code.isEmpty())
        details.append(ErrorWords::tr("Code %1").arg(error.problem->code));
    if (!error.detail.isEmpty())
        details.append(error.detail);
    if (error.problem) // in the platform's own words
        details.append({error.problem->title, error.problem->detail});
    details.removeAll(QString());
    info.details = details.join(QLatin1Char('\n'));
    info.retry = error.kind != ErrorKind::Forbidden && error.kind != ErrorKind::NotFound;
    return info;
}

QString errorLine(const client::ApiError &error, const QString &what)
{
    const ErrorInfo info = describeError(error, what);
    return QStringList{info.what, info.changed, info.remedy}.join(QLatin1Char(' '));
}

QString fieldErrorText(const FieldError &error, const char *body)
{
    // Nobody counts a grace in seconds: its figures would say nothing.
    const rules::FieldLimit *limit =
        error.pointer == "/grace_seconds"_L1 ? nullptr : rules::limitAt(body, error.pointer);
    return faultText(limit, rules::fieldFaultOf(error.code));
}

ErrorInfo describeError(const client::LocalPlatformError &error)
{
    ErrorInfo info;
    info.what = ErrorWords::tr("The platform on this workstation could not be started.");
    info.changed = ErrorWords::tr("Nothing was changed.");
    info.details = error.detail;
    switch (error.fault) {
    case client::LocalPlatformFault::ProgramMissing:
        info.remedy =
            ErrorWords::tr("The program partner-platform is missing beside the console. Install it again.");
        break;
    case client::LocalPlatformFault::SeedFailed:
        info.remedy = ErrorWords::tr(
            "The sample data could not be written. The disk may be full: make room on it, then try again.");
        break;
    case client::LocalPlatformFault::Busy:
        info.remedy = ErrorWords::tr("Another console of yours runs it already. Close that one, or use it.");
        break;
    case client::LocalPlatformFault::Exited:
        info.remedy = ErrorWords::tr("It ended by itself. The details say why; try again.");
        break;
    case client::LocalPlatformFault::BadAnswer:
        info.remedy = ErrorWords::tr(
            "It answered something unexpected: the two programs may be of different versions.");
        break;
    case client::LocalPlatformFault::TimedOut:
        info.remedy = ErrorWords::tr("It was not ready in time. Try again.");
        break;
    }
    return info;
}

} // namespace pc::views
