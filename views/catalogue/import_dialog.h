// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/api_list_model.h"
#include "models/catalogue/propose_flow.h"
#include "views/dialogs/flow_dialog.h"

class QComboBox;

namespace pc::views {

class ApiForm;
class FileDrop;
class Label;
class ReasonFields;
class UploadRow;

/// Hands an OpenAPI description over: which file, for which API, or for one that is made first. Nothing
/// decides by it until its review is applied, which is what done with it comes next.
class ImportDialog final : public FlowDialog
{
    Q_OBJECT
public:
    /// Takes `flow` over. `apiId`: the one that is chosen at first; empty: the first, or a new one.
    ImportDialog(const ViewContext &context, models::ApiListModel &apis, models::ProposeFlow *flow,
                 const QString &apiId, QWidget *parent);

    /// What is done with a proposal when the dialog was left while it was made; outlives the flow.
    void setReviewer(std::function<void(const CatalogueRevision &)> review) { m_review = std::move(review); }
    /// As if it had been dropped.
    void takeFile(const QString &path);

Q_SIGNALS:
    void proposed(const pc::CatalogueRevision &revision);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool prepare() override;
    void onDone() override;
    [[nodiscard]] FormField *fieldFor(const QString &pointer) const override;
    [[nodiscard]] QString actTitle() const override;
    [[nodiscard]] bool isTyped() const override;
    [[nodiscard]] bool isSilence(int seconds) const override;
    [[nodiscard]] std::function<void(ToastSpec &)> whenToldDone() const override;
    void fillApis(const QString &chosen);
    void chooseFile();
    [[nodiscard]] static QString whatText(bool isNew);
    void showChoice();
    void showWork();
    void leadToFault();
    void onApiMade(const Versioned<Api> &api);
    [[nodiscard]] bool isNewApi() const;

    models::ApiListModel &m_apis;
    models::ProposeFlow *m_flow;
    std::function<void(const CatalogueRevision &)> m_review;
    models::DescriptionFile m_file;
    ApiDraft m_untyped; ///< of a new API, as the file suggests it
    Label *m_what;
    FileDrop *m_drop;
    QComboBox *m_which;
    FormField *m_whichField;
    ApiForm *m_form;
    QWidget *m_newApi; ///< what only a new one needs
    ReasonFields *m_newReason;
    UploadRow *m_upload;
};

} // namespace pc::views
