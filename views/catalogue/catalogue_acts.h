// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/catalogue.h"
#include "contract/types/page.h"
#include "views/commands/command_registry.h"

#include <QObject>

#include <optional>

class QWidget;

namespace pc::models {
class ApiListModel;
}

namespace pc::views {

struct ViewContext;
class VersionActs;

/// What can be done with APIs and their revisions, as commands: the page's buttons and menus run these too.
/// Lives as long as the window; `context` and `apis` outlive it.
class CatalogueActs final : public QObject
{
    Q_OBJECT
public:
    CatalogueActs(const ViewContext &context, models::ApiListModel &apis, QWidget *window);

    [[nodiscard]] static QString add();
    [[nodiscard]] static QString edit();
    [[nodiscard]] static QString remove();
    [[nodiscard]] static QString import();
    [[nodiscard]] static QString review();
    [[nodiscard]] static QString putBack();
    [[nodiscard]] static QString removeRevision();
    /// About the API that is chosen, for the palette's first section.
    [[nodiscard]] static QStringList contextCommands();

    /// What the commands are about; empty while the page is not on show.
    void choose(const QString &apiId, const std::optional<CatalogueRevision> &revision);
    /// What can be done with versions.
    [[nodiscard]] VersionActs &versions() { return *m_versions; }
    /// Where the person finds what was done.
    [[nodiscard]] const QString &chosenApi() const { return m_apiId; }

Q_SIGNALS:
    /// This API should be shown: it was made, or something of it was.
    void apiWanted(const QString &apiId, const QString &tab);

private:
    void registerCommands();
    [[nodiscard]] std::optional<Versioned<Api>> chosen() const;
    [[nodiscard]] CommandState aboutApi() const;
    [[nodiscard]] CommandState aboutRevision(RevisionState state) const;
    [[nodiscard]] CommandState aboutOldRevision() const;
    void addApi();
    void editApi();
    void removeApi();
    void importDescription();
    void openImport();
    void removeChosenRevision();
    void openReview(const CatalogueRevision &revision);
    void onApplied(const Versioned<Api> &api, const QString &former, bool isUndo);
    void undo(const Versioned<Api> &api, const QString &former);

    const ViewContext &m_context;
    models::ApiListModel &m_apis;
    QWidget *m_window;
    VersionActs *m_versions;
    QString m_apiId;
    std::optional<CatalogueRevision> m_revision;
};

} // namespace pc::views
