// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/catalogue.h"
#include "contract/types/version.h"
#include "models/catalogue/version_flows.h"
#include "views/commands/command_registry.h"

#include <QObject>

#include <optional>

class QWidget;

namespace pc::views {

struct ViewContext;

/// What can be done with the versions of an API, as commands: the tab's buttons and menus run these too.
/// Lives as long as the window; `context` outlives it.
class VersionActs final : public QObject
{
    Q_OBJECT
public:
    VersionActs(const ViewContext &context, QObject *parent, QWidget *window);

    [[nodiscard]] static QString add();
    [[nodiscard]] static QString edit();
    [[nodiscard]] static QString end();
    [[nodiscard]] static QString remove();
    [[nodiscard]] static QString notice();
    [[nodiscard]] static QStringList contextCommands();

    /// What the commands are about.
    struct Chosen
    {
        std::optional<Api> api;
        std::optional<ApiVersion> version;
        std::optional<VersionUse> use; ///< of the version, once it is known
        QString partnerId;             ///< of those that call it
        bool operator==(const Chosen &) const = default;
    };
    void choose(const Chosen &chosen);

Q_SIGNALS:
    /// The versions of this API are not what they were.
    void changed(const QString &apiId);
    /// After changed(): this one is new.
    void added(const QString &versionId);

private:
    void registerCommands();
    [[nodiscard]] CommandState aboutApi() const;
    [[nodiscard]] CommandState aboutVersion() const;
    [[nodiscard]] CommandState toEnd() const;
    [[nodiscard]] CommandState toNotify() const;
    void openEditor(const std::optional<ApiVersion> &version);
    void openAct(models::VersionActFlow::Act act);
    void tellEnded(const ApiVersion &before, const ApiVersion &after, bool mayUndo);
    void undoEnd(const ApiVersion &before, const ApiVersion &after);
    void openNotice();

    const ViewContext &m_context;
    QWidget *m_window;
    Chosen m_chosen;
};

} // namespace pc::views
