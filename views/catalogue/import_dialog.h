// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/api_list_model.h"
#include "models/catalogue/propose_flow.h"
#include "views/dialogs/flow_dialog.h"

class QComboBox;

namespace pc::views {

class ApiForm;
class FileDrop;
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

    /// As if it had been dropped.
    void takeFile(const QString &path);

Q_SIGNALS:
    void proposed(const pc::CatalogueRevision &revision);

private:
    bool prepare() override;
    void onDone() override;
    [[nodiscard]] FormField *fieldFor(const QString &pointer) const override;
    [[nodiscard]] QString actTitle() const override;
    void fillApis(const QString &chosen);
    void chooseFile();
    void showChoice();
    void showWork();
    void onApiMade(const Versioned<Api> &api);
    [[nodiscard]] bool isNewApi() const;

    models::ApiListModel &m_apis;
    models::ProposeFlow *m_flow;
    models::DescriptionFile m_file;
    FileDrop *m_drop;
    QComboBox *m_which;
    FormField *m_whichField;
    ApiForm *m_form;
    QWidget *m_newApi; ///< what only a new one needs
    ReasonFields *m_newReason;
    UploadRow *m_upload;
};

} // namespace pc::views
