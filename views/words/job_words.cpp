// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words/job_words.h"

#include "models/text/figures.h"
#include "views/words/names.h"

#include <QCoreApplication>
#include <QLocale>

namespace pc::views {

namespace {

struct JobWords
{
    Q_DECLARE_TR_FUNCTIONS(JobWords)
};

bool hasFinding(const Job &job)
{
    return job.result && job.result->history && job.result->history->finding != HistoryFinding::Nothing;
}

QString problemText(JobProblem problem)
{
    switch (problem) {
    case JobProblem::StoreFailed:
        return JobWords::tr(
            "The platform could not read or write its store. Resume it when that is mended: it "
            "goes on from here.");
    case JobProblem::NotAllowed:
        return JobWords::tr(
            "Whoever started or resumed it may not do so any more. Somebody who may can resume it.");
    case JobProblem::UnknownKind:
        return JobWords::tr("This release of the platform does not know such work.");
    case JobProblem::Unknown:
        break;
    }
    return JobWords::tr("It failed for a reason that this console does not know.");
}

QString findingText(const HistoryReport &report)
{
    const QString event = QLocale().toString(report.firstBad.value_or(0));
    switch (report.finding) {
    case HistoryFinding::Nothing:
        return JobWords::
            tr("The history holds: every event, every signed checkpoint (%1) and every line of the anchor "
               "(%2) fit together.")
                .arg(QLocale().toString(report.checkpoints), QLocale().toString(report.anchored));
    case HistoryFinding::EventMissing:
        return JobWords::tr("The event with the index %1 is missing.").arg(event);
    case HistoryFinding::HashDiffers:
        return JobWords::tr("The event with the index %1 was changed: its bytes do not have the stored hash.")
            .arg(event);
    case HistoryFinding::ColumnsDiffer:
        return JobWords::tr("What is shown of the event with the index %1 is not what was hashed.")
            .arg(event);
    case HistoryFinding::TreeDiffers:
        return JobWords::tr("The stored tree does not fit the events, from the index %1 on.").arg(event);
    case HistoryFinding::CheckpointUnsigned:
        return JobWords::tr("A checkpoint behind the event with the index %1 has no valid signature.")
            .arg(event);
    case HistoryFinding::CheckpointDiffers:
        return JobWords::tr("The history is not the one that was signed, from the index %1 on.").arg(event);
    case HistoryFinding::AnchorDamaged:
        return JobWords::tr("The anchor on the platform's disk is missing, was cut or was changed.");
    case HistoryFinding::AnchorDiffers:
        return JobWords::tr("The history is not the one that was anchored, from the index %1 on.").arg(event);
    case HistoryFinding::LogCut:
        return JobWords::tr("The history was cut: it ends at the index %1, and more was signed or anchored.")
            .arg(event);
    case HistoryFinding::NothingSigned:
        return JobWords::tr("No signature covers any of the events.");
    case HistoryFinding::Unknown:
        break;
    }
    return JobWords::tr("Something was found that this console does not know.");
}

} // namespace

QString jobTitle(JobKind kind)
{
    switch (kind) {
    case JobKind::AuditVerify:
        return JobWords::tr("Verification of the whole history");
    case JobKind::Unknown:
        break;
    }
    return JobWords::tr("Work of another kind");
}

QString stateText(const Job &job)
{
    if (hasFinding(job))
        return JobWords::tr("Finding");
    switch (job.state) {
    case JobState::Queued:
        return JobWords::tr("Waiting");
    case JobState::Running:
        return JobWords::tr("Running");
    case JobState::Cancelling:
        return JobWords::tr("Ending");
    case JobState::Cancelled:
        return JobWords::tr("Cancelled");
    case JobState::Failed:
        return JobWords::tr("Failed");
    case JobState::Done:
        return JobWords::tr("Done");
    case JobState::Unknown:
        break;
    }
    return JobWords::tr("Unknown");
}

Icon jobIcon(const Job &job)
{
    switch (job.state) {
    case JobState::Queued:
    case JobState::Cancelling:
        return Icon::Clock;
    case JobState::Running:
        return Icon::Play;
    case JobState::Cancelled:
        return Icon::Close;
    case JobState::Failed:
        return Icon::Warning;
    case JobState::Done:
        return hasFinding(job) ? Icon::Warning : Icon::Check;
    case JobState::Unknown:
        break;
    }
    return Icon::Help;
}

Severity jobSeverity(const Job &job)
{
    if (hasFinding(job))
        return Severity::Bad;
    switch (job.state) {
    case JobState::Running:
        return Severity::Info;
    case JobState::Failed:
        return Severity::Warn;
    case JobState::Done:
        return Severity::Ok;
    default: // nothing that needs somebody
        return Severity::Neutral;
    }
}

QString progressText(const Job &job)
{
    if (!job.done)
        return isUnderWay(job.state) ? JobWords::tr("Not begun yet") : QString();
    const QString done = QLocale().toString(*job.done);
    if (!job.total || *job.total == *job.done)
        return JobWords::tr("%1 event(s)", nullptr, models::forPlural(*job.done)).arg(done);
    return JobWords::tr("%1 of %2 event(s)", nullptr, models::forPlural(*job.total))
        .arg(done, QLocale().toString(*job.total));
}

QString outcomeText(const Job &job)
{
    if (job.state == JobState::Failed)
        return problemText(job.problem);
    if (job.state == JobState::Done && job.result && job.result->history)
        return findingText(*job.result->history);
    return {};
}

QString whoText(const Job &job)
{
    return job.resumedBy.isEmpty() ? JobWords::tr("Started by %1").arg(inSentence(job.startedBy))
                                   : JobWords::tr("Started by %1, resumed by %2")
                                         .arg(inSentence(job.startedBy), inSentence(job.resumedBy));
}

} // namespace pc::views
