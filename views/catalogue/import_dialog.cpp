// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalogue/import_dialog.h"

#include "models/session/connection.h"
#include "views/catalogue/api_form.h"
#include "views/catalogue/catalogue_words.h"
#include "views/catalogue/file_drop.h"
#include "views/catalogue/upload_row.h"
#include "views/dialogs/reason_fields.h"
#include "views/seams/context.h"
#include "views/seams/file_dialogs.h"
#include "views/style/space.h"
#include "views/widgets/form_field.h"
#include "views/widgets/height_keeper.h"
#include "views/widgets/label.h"
#include "views/widgets/toast.h"
#include "views/words/names.h"

#include <QComboBox>
#include <QEvent>
#include <QFileInfo>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::FlowState;

ImportDialog::ImportDialog(const ViewContext &context, models::ApiListModel &apis, models::ProposeFlow *flow,
                           const QString &apiId, QWidget *parent)
    : FlowDialog(context, flow, Op::RevisionPropose, tr("Import a description"), Icon::Upload, 680,
                 tr("The description was not taken."), parent),
      m_apis(apis), m_flow(flow), m_what(nullptr), m_drop(new FileDrop), m_which(new QComboBox),
      m_whichField(new FormField(tr("For which API"), m_which)), m_form(new ApiForm), m_newApi(new QWidget),
      m_newReason(new ReasonFields({tr("New API for partners")})),
      m_upload(new UploadRow(tr("Progress of the upload")))
{
    setObjectName(u"importDialog"_s);
    m_drop->takeDropsOf(this);
    setEnvironment(context.environment, context.sandbox ? Severity::Sandbox : Severity::Neutral);
    m_what = addText({});
    m_what->installEventFilter(this);
    m_which->setObjectName(u"importApi"_s);
    m_which->setAccessibleName(tr("For which API"));
    m_newReason->setRequired(true);
    auto *column = new QVBoxLayout(m_newApi);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(m_form);
    column->addWidget(m_newReason);
    keepRoomWhileHidden(m_newApi);

    body()->addWidget(m_drop);
    body()->addWidget(m_upload); // in sight, whatever is below; nothing can be typed meanwhile
    body()->addWidget(m_whichField);
    body()->addWidget(m_newApi);
    body()->addStretch();
    const auto takeOthers = [this] { m_form->setOthers(m_apis.apis(), {}); };
    takeOthers();
    connect(&apis, &models::PagedModel::stateChanged, this, takeOthers);
    m_untyped = m_form->draft();
    fillApis(apiId);
    setFirstFocus(m_drop);
    setFooterNote(tr("Nothing is decided by it yet"));
    addCancel(tr("Cancel"));
    addSubmit(tr("Send and review"), ButtonKind::Primary, Icon::ArrowRight, tr("Sending…"));
    connect(m_drop, &FileDrop::chooseRequested, this, &ImportDialog::chooseFile);
    connect(m_drop, &FileDrop::dropped, this, &ImportDialog::takeFile);
    connect(m_which, &QComboBox::currentIndexChanged, this, &ImportDialog::showChoice);
    connect(m_upload, &UploadRow::stopRequested, flow, &models::ProposeFlow::stop);
    connect(flow, &models::ProposeFlow::progressed, this, &ImportDialog::showWork);
    connect(flow, &models::Flow::stateChanged, this, &ImportDialog::showWork);
    connect(flow, &models::ProposeFlow::apiMade, this, &ImportDialog::onApiMade);
    showChoice();
}

/// A new one stands last, and alone where there is none yet.
void ImportDialog::fillApis(const QString &chosen)
{
    const QSignalBlocker quiet(m_which);
    m_which->clear();
    for (const Api &api : m_apis.apis())
        m_which->addItem(tr("%1 (%2)", "API, its address")
                             .arg(inSentence(api.name), models::ApiListModel::addressText(api)),
                         api.id);
    m_which->addItem(tr("A new API"), QString());
    const int at = chosen.isEmpty() ? 0 : m_which->findData(chosen);
    m_which->setCurrentIndex(std::max(0, at));
}

bool ImportDialog::isNewApi() const
{
    return m_which->currentData().toString().isEmpty();
}

QString ImportDialog::actTitle() const
{
    return m_file.name.isEmpty() ? windowTitle() : tr("Import of %1").arg(m_file.name);
}

void ImportDialog::chooseFile()
{
    const QPointer<ImportDialog> self = this;
    context().files.askOpen(this, tr("Description of an API"),
                            tr("OpenAPI descriptions (*.json *.yaml *.yml);;All files (*)"),
                            [self](const QString &path) {
                                if (self && !path.isEmpty())
                                    self->takeFile(path);
                            });
}

void ImportDialog::takeFile(const QString &path)
{
    if (!models::mayEdit(m_flow->state()))
        return;
    auto file = models::readDescriptionFile(path);
    if (!file) {
        m_file = {};
        m_drop->showRefusal(QFileInfo(path).fileName(), fileRefusalText(file.error()));
    } else {
        m_file = std::move(*file);
        m_drop->showFile(m_file.name, m_file.bytes.size());
        const QString title = models::titleOf(m_file);
        m_form->suggestName(title.isEmpty() ? QFileInfo(path).completeBaseName() : title);
        m_untyped.name = m_form->suggestedName();
        unsay(); // it was of another one
    }
    updateSubmit();
}

bool ImportDialog::isTyped() const
{
    return isNewApi() && m_form->draft() != m_untyped;
}

/// The row above says what leaves, and that the platform reads: at most ten seconds, which it may take.
bool ImportDialog::isSilence(int seconds) const
{
    constexpr int longestReading = 15;
    return !m_flow->isRead() || seconds > longestReading;
}

std::function<void(ToastSpec &)> ImportDialog::whenToldDone() const
{
    return [flow = m_flow, review = m_review](ToastSpec &spec) {
        if (!review || !flow->result())
            return;
        spec.actionText = tr("Review…");
        spec.action = [review, revision = *flow->result()] { review(revision); };
        spec.milliseconds = untilDismissed; // the review is what it was sent for
    };
}

QString ImportDialog::whatText(bool isNew)
{
    return isNew ? tr("The API is added at once, without routes. Calls to it are refused "
                      "until you apply what is shown.")
                 : tr("The platform reads it and shows what would change, and whom that "
                      "breaks. Nothing changes until "
                      "you apply it.");
}

void ImportDialog::showChoice()
{
    m_newApi->setVisible(isNewApi());
    m_what->setText(whatText(isNewApi()));
}

/// As high as the longer of its texts, so that the choice moves nothing.
bool ImportDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_what && event->type() == QEvent::Resize) {
        constexpr int tallest = 1000;
        int height = 0;
        for (const bool isNew : {false, true})
            height = std::max(height, m_what->fontMetrics()
                                          .boundingRect(QRect(0, 0, m_what->width(), tallest),
                                                        Qt::TextWordWrap, whatText(isNew))
                                          .height());
        m_what->setMinimumHeight(height);
    }
    return FlowDialog::eventFilter(watched, event);
}

void ImportDialog::showWork()
{
    const bool working = m_flow->isBusy();
    if (working)
        heard();
    const bool open = working || m_flow->state() == FlowState::OutcomeUnknown;
    m_drop->setEnabled(!open);
    m_which->setEnabled(!open);
    m_newApi->setEnabled(!open);
    if (m_flow->state() == FlowState::Failed && m_flow->error())
        leadToFault();
    m_upload->setVisible(working);
    m_upload->setStoppable(m_flow->canStop());
    if (!working)
        return;
    if (m_flow->isRead() || !m_flow->canStop())
        m_upload->showWaiting(m_flow->isRead() ? tr("Sent. The platform reads it.") : QString());
    else
        m_upload->showSent(m_flow->sent(), m_flow->total());
}

/// What was off while it was sent could not take the focus.
void ImportDialog::leadToFault()
{
    if (const QString why = descriptionFaultText(*m_flow->error()); !why.isEmpty()) {
        m_drop->showRefusal(m_file.name, why);
        m_drop->setFocus(Qt::OtherFocusReason);
        return;
    }
    for (FormField *field : m_form->fields() + m_newReason->fields())
        if (field->hasError())
            return field->showItself();
}

void ImportDialog::onApiMade(const Versioned<Api> &api)
{
    // The next try is for it, and its fields are done with.
    const QSignalBlocker quiet(m_which);
    m_which->insertItem(m_which->count() - 1,
                        tr("%1 (%2)", "API, its address")
                            .arg(inSentence(api.value.name), models::ApiListModel::addressText(api.value)),
                        api.value.id);
    m_which->setCurrentIndex(m_which->count() - 2);
    m_newApi->hide();
    m_apis.refresh();
}

bool ImportDialog::prepare()
{
    if (m_file.bytes.isEmpty()) {
        m_drop->showMissing(tr("Choose a description, or drop it here."));
        m_drop->setFocus();
        return false;
    }
    if (isNewApi()) {
        if (!FormField::validateAll(m_form->fields() + m_newReason->fields()))
            return false;
        m_flow->setNewApi(m_form->draft());
        m_flow->setReason(m_newReason->reason());
        m_flow->setTicket(m_newReason->ticket());
    } else {
        m_flow->setApi(m_which->currentData().toString());
        // What was tried at last is tried again: the rule may be changed in the review.
    }
    m_flow->setFile(m_file);
    return true;
}

FormField *ImportDialog::fieldFor(const QString &pointer) const
{
    FormField *field = m_form->fieldFor(pointer);
    return field ? field : m_newReason->fieldFor(pointer);
}

void ImportDialog::onDone()
{
    const CatalogueRevision revision = *m_flow->result();
    accept();
    Q_EMIT proposed(revision);
}

} // namespace pc::views
