// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/import.h"
#include "tests/views/pages_fixture.h"
#include "views/imports/import_acts.h"
#include "views/imports/legacy_page.h"
#include "views/imports/table_import_dialog.h"

#include <QTemporaryDir>

namespace pc::test {

/// A platform that says what a file would do, and how far the campaign is.
struct ImportsFixture
{
    explicit ImportsFixture(Role role = Role::PartnerOps, const LegacyKeyReport &campaign = someKeys());
    ~ImportsFixture();

    /// Two keys and a client id that are left, and one that is over.
    [[nodiscard]] static LegacyKeyReport someKeys();
    /// One row of each outcome.
    [[nodiscard]] static ImportReport someRows();

    PagesFixture pages;
    LegacyKeyReport campaign;
    ImportReport rows = someRows();
    QStringList asked; ///< "partners", "partners apply"
    /// Asked before the fixture answers.
    std::function<std::optional<client::TransportResult>(const SampleService::Asked &)> first;
    views::ImportActs *acts = nullptr;
    views::LegacyPage *page = nullptr;

    void openPage();
    views::TableImportDialog *openDialog(models::ImportKind kind = models::ImportKind::Partners);
    [[nodiscard]] QString file(const QString &name, const QByteArray &bytes);

private:
    [[nodiscard]] std::optional<client::TransportResult> answer(const SampleService::Asked &asked);
    QTemporaryDir m_dir;
};

} // namespace pc::test
