// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/job.h"
#include "models/jobs/job_list_model.h"
#include "tests/views/pages_fixture.h"
#include "views/jobs/activity_dialog.h"
#include "views/jobs/job_commands.h"

namespace pc::test {

/// A verification in this state, started three minutes ago.
[[nodiscard]] Job jobIn(JobState state, const QString &id = QStringLiteral("job_1"));

/// Activity over a platform with these jobs, signed in as somebody who may act on them.
class ActivityFixture
{
public:
    explicit ActivityFixture(QList<Job> list = {}, Role role = Role::Security);

    views::ActivityDialog *open();
    /// The feed tells that the first job moved.
    void tell();

    QList<Job> jobs;
    /// Asked first: answers what a test is about.
    std::function<std::optional<client::TransportResult>(const SampleService::Asked &)> first;
    PagesFixture pages;
    models::JobListModel model{pages.connection->jobs(), pages.connection->feed()};
    views::JobCommands *commands = nullptr;

private:
    [[nodiscard]] std::optional<client::TransportResult> answer(const SampleService::Asked &asked);
};

} // namespace pc::test
