// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/import.h"
#include "models/imports/import_file.h"

#include <QObject>
#include <QStringList>

class QWidget;

namespace pc::views {

struct ViewContext;

/// Imports from files, as commands: the pages' buttons and the palette run these. Lives as long as the
/// window; `context` outlives it.
class ImportActs final : public QObject
{
    Q_OBJECT
public:
    ImportActs(const ViewContext &context, QWidget *window);

    [[nodiscard]] static QString idOf(models::ImportKind kind);

private:
    void open(models::ImportKind kind);
    void onImported(models::ImportKind kind, const ImportReport &report);

    const ViewContext &m_context;
    QWidget *m_window;
};

} // namespace pc::views
