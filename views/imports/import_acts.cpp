// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/imports/import_acts.h"

#include "models/imports/import_flow.h"
#include "models/session/connection.h"
#include "views/commands/command_registry.h"
#include "views/imports/import_words.h"
#include "views/imports/table_import_dialog.h"
#include "views/seams/context.h"
#include "views/seams/import_places.h"
#include "views/seams/scopes_places.h"
#include "views/shell/navigator.h"
#include "views/widgets/toast.h"

namespace pc::views {

using namespace Qt::StringLiterals;
using models::ImportKind;

ImportActs::ImportActs(const ViewContext &context, QWidget *window)
    : QObject(window), m_context(context), m_window(window)
{
    const auto add = [this](ImportKind kind, const QString &title, const QString &group) {
        m_context.commands.add({.id = idOf(kind),
                                .title = title,
                                .icon = Icon::Upload,
                                .group = group,
                                .op = models::opOf(kind),
                                .run = [this, kind] { open(kind); }},
                               this);
    };
    add(ImportKind::Partners, tr("Import partners…"), u"partner"_s);
    add(ImportKind::Plans, tr("Import plans…"), u"partner"_s);
    add(ImportKind::Keys, tr("Import keys by their hashes…"), u"credential"_s);
    add(ImportKind::ClientIds, tr("Import client IDs…"), u"credential"_s);
}

QString ImportActs::idOf(ImportKind kind)
{
    return u"import."_s + models::idOf(kind);
}

void ImportActs::open(ImportKind kind)
{
    auto *dialog = new TableImportDialog(m_context, new models::ImportFlow(m_context.connection.imports()),
                                         kind, m_window);
    connect(dialog, &TableImportDialog::imported, this, &ImportActs::onImported);
    dialog->open();
}

void ImportActs::onImported(ImportKind kind, const ImportReport &report)
{
    ToastSpec toast{.text = tr("Imported: %1").arg(importCountsText(report))};
    if (kind == ImportKind::Keys || kind == ImportKind::ClientIds) {
        toast.actionText = tr("Show them");
        toast.action = [this] { m_context.navigator.navigate(places::importedKeysPage()); };
    } else if (kind == ImportKind::Plans) {
        toast.actionText = tr("Show them");
        toast.action = [this] { m_context.navigator.navigate(places::scopesPage(places::plansTab)); };
    }
    m_context.toasts.show(toast);
}

} // namespace pc::views
