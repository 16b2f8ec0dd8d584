// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/imports/table_import_dialog.h"

#include "contract/rules/legacy_keys.h"
#include "models/base/save_file.h"
#include "models/session/connection.h"
#include "models/text/enum_names.h"
#include "views/catalogue/file_drop.h"
#include "views/catalogue/upload_row.h"
#include "views/dialogs/reason_fields.h"
#include "views/imports/import_delegates.h"
#include "views/imports/import_words.h"
#include "views/seams/clipboard.h"
#include "views/seams/context.h"
#include "views/seams/file_dialogs.h"
#include "views/style/space.h"
#include "views/widgets/form_field.h"
#include "views/widgets/label.h"
#include "views/widgets/table_view.h"
#include "views/widgets/toast.h"

#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::FlowState;
using models::ImportFlow;
using models::ImportKind;
using models::ImportRowTable;

namespace {

/// What a dialog that was left had. The path alone: of what stands in the file nothing is kept.
struct KeptImport
{
    ImportKind kind = ImportKind::Partners;
    QString path;
    TypedReason reason;
};

constexpr std::array shownOutcomes{ImportOutcome::Create, ImportOutcome::Update, ImportOutcome::Unchanged,
                                   ImportOutcome::Refused};

int countOf(const ImportReport &report, ImportOutcome outcome)
{
    switch (outcome) {
    case ImportOutcome::Create:
        return report.created;
    case ImportOutcome::Update:
        return report.updated;
    case ImportOutcome::Unchanged:
        return report.unchanged;
    case ImportOutcome::Refused:
        return report.refused;
    case ImportOutcome::Unknown:
        break;
    }
    return static_cast<int>(report.rows.size());
}

} // namespace

TableImportDialog::TableImportDialog(const ViewContext &context, ImportFlow *flow, ImportKind kind,
                                     QWidget *parent)
    : FlowDialog(context, flow, models::opOf(kind), tr("Import from a file"), Icon::Upload, 860,
                 tr("The file was not applied."), parent),
      m_flow(flow), m_rows(importRowText), m_kind(new QComboBox), m_notes(new QStackedWidget),
      m_drop(new FileDrop), m_upload(new UploadRow(tr("Progress of the import"))), m_told(new QWidget),
      m_summary(new Label({}, TypeRole::Body)), m_filter(new QComboBox), m_table(new PcTableView),
      m_row(new Label({}, TypeRole::Small, Tone::Muted)),
      m_reason(new ReasonFields({tr("Move from another system"), tr("Correction")}))
{
    setObjectName(u"tableImportDialog"_s);
    m_drop->takeDropsOf(this);
    setEnvironment(context.environment, context.sandbox ? Severity::Sandbox : Severity::Neutral);
    for (const ImportKind each : models::importKinds())
        m_kind->addItem(importKindText(each), int(each));
    m_kind->setCurrentIndex(m_kind->findData(int(kind)));
    buildUi();
    keepAs(u"import"_s);
    addCancel(tr("Cancel"));
    addSubmit(tr("Apply"), ButtonKind::Primary, Icon::Check, tr("Applying…"));
    connect(m_drop, &FileDrop::chooseRequested, this, &TableImportDialog::chooseFile);
    connect(m_drop, &FileDrop::dropped, this, &TableImportDialog::takeFile);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &TableImportDialog::showKind);
    connect(m_sample, &QPushButton::clicked, this, &TableImportDialog::saveSample);
    connect(m_again, &QPushButton::clicked, this, [this] {
        if (!m_path.isEmpty())
            takeFile(m_path);
    });
    connect(m_upload, &UploadRow::stopRequested, flow, &ImportFlow::stop);
    connect(m_filter, &QComboBox::currentIndexChanged, this, [this] {
        m_rows.setOutcome(static_cast<ImportOutcome>(m_filter->currentData().toInt()));
        m_table->startAtTop();
        showRow();
    });
    connect(m_table, &PcTableView::currentRowChanged, this, &TableImportDialog::showRow);
    connect(m_table, &PcTableView::copyRequested, this, [this](const QString &tsv, const QString &html) {
        this->context().clipboard.setText(tsv, html);
    });
    connect(flow, &ImportFlow::trialChanged, this, &TableImportDialog::showTrial);
    connect(flow, &ImportFlow::progressed, this, &TableImportDialog::showWork);
    connect(flow, &models::Flow::stateChanged, this, &TableImportDialog::showWork);
    showKind();
    showTrial();
    restore();
    m_kind->setFocus(Qt::TabFocusReason);
}

void TableImportDialog::buildUi()
{
    m_kind->setObjectName(u"importKind"_s);
    m_kind->setAccessibleName(tr("What it brings"));
    m_notes->setObjectName(u"importNotes"_s);
    for (const ImportKind each : models::importKinds()) { // as high as the longest, whichever is chosen
        auto *note = new Label(importKindNote(each), TypeRole::Small, Tone::Muted);
        note->setWordWrap(true);
        note->setAlignment(Qt::AlignTop | Qt::AlignLeading);
        m_notes->addWidget(note);
    }
    m_sample = makeButton(u"sampleFileButton"_s, tr("Save a sample file…"), Icon::Download);
    m_again = makeButton(u"tryAgainButton"_s, tr("Read it again"), Icon::Refresh);
    auto *files = new QHBoxLayout;
    files->setSpacing(space::s);
    files->addWidget(m_kind, 1);
    files->addWidget(m_sample);
    files->addWidget(m_again);

    buildRows();
    m_reason->setRequired(true);
    body()->addLayout(files);
    body()->addWidget(m_notes);
    body()->addWidget(m_drop);
    body()->addWidget(m_upload);
    body()->addWidget(m_told, 1);
    body()->addWidget(m_reason);
}

void TableImportDialog::buildRows()
{
    m_summary->setObjectName(u"importSummary"_s);
    m_summary->setWeight(QFont::DemiBold);
    m_filter->setObjectName(u"importFilter"_s);
    m_filter->setAccessibleName(tr("Which rows are shown"));
    m_table->setObjectName(u"importRows"_s);
    m_table->setAccessibleName(tr("Rows of the file"));
    m_table->setItemDelegate(new ImportRowDelegate(m_table));
    m_table->setKeyRole(models::IdRole);
    m_table->setDensity(Density::Dense);
    m_table->setColumns({{ImportRowTable::LineColumn, 62, 0, 0},
                         {ImportRowTable::OutcomeColumn, 120, 0, 0},
                         {ImportRowTable::SubjectColumn, 170, 1, 0},
                         {ImportRowTable::WhatColumn, 260, 4, 0}});
    m_table->setMinimumHeight(space::header + 5 * space::rowDense);
    m_row->setObjectName(u"importRowText"_s);
    m_row->setWordWrap(true);
    m_row->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::m);
    head->addWidget(m_summary, 1);
    head->addWidget(m_filter);
    auto *column = new QVBoxLayout(m_told);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addLayout(head);
    column->addWidget(m_table, 1);
    column->addWidget(m_row);
    m_told->hide();
}

ImportKind TableImportDialog::chosenKind() const
{
    return static_cast<ImportKind>(m_kind->currentData().toInt());
}

/// What the last one that was left had.
void TableImportDialog::restore()
{
    const auto kept = context().kept->of<KeptImport>(keptAs());
    if (!kept)
        return;
    m_reason->showTyped(kept->reason);
    if (kept->kind == chosenKind() && QFileInfo::exists(kept->path))
        takeFile(kept->path);
}

std::any TableImportDialog::typed() const
{
    return KeptImport{chosenKind(), m_path, m_reason->typed()};
}

void TableImportDialog::reject()
{
    if (!m_flow->isBusy() && m_flow->state() != FlowState::OutcomeUnknown)
        context().kept->keep(keptAs(), typed());
    FlowDialog::reject();
}

QString TableImportDialog::actTitle() const
{
    return m_flow->hasFile() ? tr("Import of %1").arg(m_flow->file().name) : windowTitle();
}

void TableImportDialog::chooseFile()
{
    const QPointer<TableImportDialog> self = this;
    context().files.askOpen(this, importKindText(chosenKind()),
                            tr("Tables (*.csv *.tsv *.txt *.json);;All files (*)"),
                            [self](const QString &path) {
                                if (self && !path.isEmpty())
                                    self->takeFile(path);
                            });
}

void TableImportDialog::saveSample()
{
    const QPointer<TableImportDialog> self = this;
    const ImportKind kind = chosenKind();
    const QDate day = context().connection.clock().now().toUTC().date().addDays(rules::maxLegacyDays / 2);
    context().files.askSave(
        this, tr("Save a sample file"), models::idOf(kind) + u"-sample.csv"_s, tr("CSV (*.csv)"),
        [self, kind, day](const QString &path) {
            if (!self || path.isEmpty())
                return;
            const QString why = models::saveFile(path, models::sampleFile(kind, day));
            ToastHost &toasts = self->context().toasts;
            if (why.isEmpty())
                toasts.show({.text = tr("Sample saved to %1").arg(QDir::toNativeSeparators(path))});
            else
                toasts.show(
                    {.text = tr("The file could not be written: %1").arg(why), .severity = Severity::Bad});
        });
}

void TableImportDialog::takeFile(const QString &path)
{
    if (!models::mayEdit(m_flow->state()))
        return;
    m_path = path;
    auto file = models::readImportFile(chosenKind(), path);
    if (!file) {
        m_flow->dropFile();
        m_drop->showRefusal(QFileInfo(path).fileName(), importRefusalText(chosenKind(), file.error()));
        updateSubmit();
        return;
    }
    if (models::isDescription(file->bytes)) {
        m_flow->dropFile();
        m_drop->showRefusal(file->name, importDescriptionText());
        updateSubmit();
        return;
    }
    m_drop->showFile(file->name, file->bytes.size());
    m_flow->setFile(chosenKind(), *file);
}

/// A file that was chosen is asked about anew, as one of this kind.
void TableImportDialog::showKind()
{
    m_notes->setCurrentIndex(m_kind->currentIndex());
    m_drop->setPrompt(importLimitsText(chosenKind()));
    if (m_path.isEmpty())
        m_drop->showNone();
    else
        takeFile(m_path);
}

void TableImportDialog::showTrial()
{
    const ImportFlow::Trial trial = m_flow->trial();
    if (trial == ImportFlow::Trial::Failed && m_flow->trialError())
        m_drop->showRefusal(m_flow->file().name, importFaultText(*m_flow->trialError()));
    else if (m_flow->hasFile())
        m_drop->showFile(m_flow->file().name, m_flow->total());
    m_told->setVisible(trial == ImportFlow::Trial::Known);
    // A table that is not on show has nothing for a screen reader.
    m_table->setModel(trial == ImportFlow::Trial::Known ? &m_rows : nullptr);
    if (trial == ImportFlow::Trial::Known)
        showReport();
    showFooter();
    showWork();
    // Once the parts are laid out that came or went.
    QMetaObject::invokeMethod(this, &TableImportDialog::fitAgain, Qt::QueuedConnection);
}

void TableImportDialog::showFooter()
{
    const ImportReport &report = m_flow->report();
    const bool known = m_flow->trial() == ImportFlow::Trial::Known;
    if (known && report.refused > 0)
        setFooterNote(tr("A refused row keeps all of the file out"));
    else if (known && report.rows.isEmpty())
        setFooterNote(tr("The file has column names only"));
    else if (known && !m_flow->mayApply())
        setFooterNote(tr("The platform has all of it already"));
    else
        setFooterNote(tr("Nothing is changed before you apply it"));
}

void TableImportDialog::showReport()
{
    const ImportReport &report = m_flow->report();
    m_summary->setText(tr("%1: %2", "format of a file, what its rows do")
                           .arg(importFormatText(m_flow->file()), importCountsText(report)));
    fillFilter();
    m_rows.setReport(report);
    m_table->startAtTop();
    showRow();
    if (m_flow->wasOvertaken())
        say(Severity::Warn,
            tr("The platform changed meanwhile: nothing was applied. Look at what is refused."));
}

/// Every outcome that there is, with its number; what is refused first, as it is in the way.
void TableImportDialog::fillFilter()
{
    const ImportReport &report = m_flow->report();
    const QSignalBlocker quiet(m_filter);
    m_filter->clear();
    const auto add = [this, &report](ImportOutcome outcome, const QString &name) {
        m_filter->addItem(
            tr("%1 (%2)", "which rows, how many").arg(name, QLocale().toString(countOf(report, outcome))),
            int(outcome));
    };
    add(ImportOutcome::Unknown, tr("All rows"));
    for (const ImportOutcome outcome : shownOutcomes) {
        if (countOf(report, outcome) > 0)
            add(outcome, models::nameOf(outcome));
    }
    const ImportOutcome first = report.refused > 0 ? ImportOutcome::Refused : ImportOutcome::Unknown;
    m_filter->setCurrentIndex(m_filter->findData(int(first)));
    m_rows.setOutcome(first);
}

void TableImportDialog::showRow()
{
    const QModelIndex at = m_table->currentIndex();
    const bool known = at.isValid() && at.row() < m_rows.rowCount();
    m_row->setText(known ? importRowText(m_rows.rowAt(at.row())) : QString());
}

void TableImportDialog::showWork()
{
    const bool asking = m_flow->trial() == ImportFlow::Trial::Asking;
    const bool working = m_flow->isBusy() || asking;
    const bool open = m_flow->isBusy() || m_flow->state() == FlowState::OutcomeUnknown;
    m_kind->setEnabled(!open);
    m_drop->setEnabled(!open);
    m_sample->setEnabled(!open);
    m_again->setEnabled(!working && !open && !m_path.isEmpty());
    m_reason->setEnabled(!open);
    m_upload->setVisible(working);
    m_upload->setStoppable(m_flow->canStop());
    updateSubmit();
    if (!working)
        return;
    heard(); // what leaves is progress
    if (m_flow->sent() >= m_flow->total())
        m_upload->showWaiting(asking ? tr("The platform says what it would do.")
                                     : tr("The platform applies it."));
    else
        m_upload->showSent(m_flow->sent(), m_flow->total());
}

bool TableImportDialog::maySubmit() const
{
    return m_flow->mayApply();
}

bool TableImportDialog::prepare()
{
    if (!FormField::validateAll(m_reason->fields()))
        return false;
    m_flow->setReason(m_reason->reason());
    m_flow->setTicket(m_reason->ticket());
    return true;
}

FormField *TableImportDialog::fieldFor(const QString &pointer) const
{
    return m_reason->fieldFor(pointer);
}

void TableImportDialog::onDone()
{
    const ImportReport report = m_flow->report();
    const ImportKind kind = m_flow->kind();
    accept();
    Q_EMIT imported(kind, report);
}

} // namespace pc::views
