// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/import_flow.h"
#include "models/imports/import_row_table.h"
#include "views/dialogs/flow_dialog.h"

class QComboBox;
class QStackedWidget;

namespace pc::views {

class FileDrop;
class Label;
class PcTableView;
class ReasonFields;
class UploadRow;

/// Brings along what another system has, from a file: what it would do is told row by row as soon as the file
/// is chosen, and done with a reason. Left with Esc it begins the next time with the same file, which is read
/// again: its content, which may be hashes, is not kept.
class TableImportDialog final : public FlowDialog
{
    Q_OBJECT
public:
    /// Takes `flow` over.
    TableImportDialog(const ViewContext &context, models::ImportFlow *flow, models::ImportKind kind,
                      QWidget *parent);

    /// As if it had been dropped.
    void takeFile(const QString &path);
    void reject() override;
    [[nodiscard]] models::ImportRowTable &rows() { return m_rows; }

Q_SIGNALS:
    void imported(pc::models::ImportKind kind, const pc::ImportReport &report);

private:
    bool prepare() override;
    void onDone() override;
    [[nodiscard]] bool maySubmit() const override;
    [[nodiscard]] FormField *fieldFor(const QString &pointer) const override;
    [[nodiscard]] QString actTitle() const override;
    [[nodiscard]] std::any typed() const override;
    void buildUi();
    void buildRows();
    [[nodiscard]] models::ImportKind chosenKind() const;
    void restore();
    void chooseFile();
    void saveSample();
    void showKind();
    void showTrial();
    void showReport();
    void showFooter();
    void showWork();
    void showRow();
    void fillFilter();

    models::ImportFlow *m_flow;
    models::ImportRowTable m_rows;
    QComboBox *m_kind;
    QStackedWidget *m_notes;
    FileDrop *m_drop;
    QPushButton *m_sample;
    QPushButton *m_again;
    UploadRow *m_upload;
    QWidget *m_told; ///< what the file would do
    Label *m_summary;
    QComboBox *m_filter;
    PcTableView *m_table;
    Label *m_row; ///< all of what is said of the current row
    ReasonFields *m_reason;
    QString m_path;
};

} // namespace pc::views
