// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/credentials/credential_list_model.h"
#include "models/partners/partner_model.h"
#include "views/partner/partner_deps.h"
#include "views/seams/context.h"

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace pc::views {

class CredentialLines;
class ElidedLabel;
class GatesCard;
class KeyValueList;
class Label;
class StageStepper;
class StateStack;
class Badge;

/// The pane beside the partner table: who it is, how far, what is missing, its credentials, and the two
/// things to do next.
class PartnerPeek final : public QWidget
{
    Q_OBJECT
public:
    PartnerPeek(const ViewContext &context, const PartnerDeps &deps, QWidget *parent = nullptr);

    /// Shows this partner; asked a moment later, so that running through rows with the arrow keys does not
    /// ask for each.
    void setPartnerId(const QString &partnerId);
    [[nodiscard]] const QString &partnerId() const { return m_wanted; }
    void refresh();

Q_SIGNALS:
    void openRequested(const QString &partnerId, const QString &tab);
    void issueRequested(const QString &partnerId);
    void closeRequested();

private:
    [[nodiscard]] QWidget *buildContent();
    void showPartner();
    void ask();

    const ViewContext &m_context;
    models::PartnerModel m_partner;
    models::CredentialListModel m_credentials;
    models::CatalogueModel &m_catalogue;
    QString m_wanted;
    QTimer m_delay{this};
    StateStack *m_stack = nullptr;
    ElidedLabel *m_name = nullptr;
    Label *m_id = nullptr;
    Badge *m_status = nullptr;
    StageStepper *m_stepper = nullptr;
    GatesCard *m_gates = nullptr;
    KeyValueList *m_facts = nullptr;
    CredentialLines *m_lines = nullptr;
    QPushButton *m_issue = nullptr;
};

} // namespace pc::views
