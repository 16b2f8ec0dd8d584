// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/onboarding/onboard_draft.h"
#include "views/seams/context.h"
#include "views/shell/partner_tab.h"

#include <QWidget>

class QBoxLayout;
class QPushButton;
class QScrollArea;

namespace pc::models {
class CatalogueModel;
class PartnerModel;
} // namespace pc::models

namespace pc::views {

class Card;
class GatesCard;
class KeyValueList;
class Label;

/// A partner in one view: gates, essentials, contacts, agreement and lawful basis, notes. Each card can be
/// edited where it stands.
class OverviewTab final : public PartnerTab
{
    Q_OBJECT
public:
    OverviewTab(const ViewContext &context, models::PartnerModel &partner, models::CatalogueModel &catalogue,
                QWidget *parent = nullptr);
    /// "fix=…": scrolls to the card where a gate's `fixAt` is put right.
    void open(const QStringList &args, const QMap<QString, QString> &query) override;

Q_SIGNALS:
    void fixRequested(const QString &fixAt);
    void editRequested(pc::models::OnboardStep step);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildUi();
    Card *makeCard(const QString &name, const QString &title, models::OnboardStep step);
    void showFix(const QString &fixAt);
    void showPartner();
    void showEssentials(const Partner &partner);
    void showContacts(const Partner &partner);
    void showAgreement(const Partner &partner);
    void showBlocks();

    const ViewContext &m_context;
    models::PartnerModel &m_partner;
    models::CatalogueModel &m_catalogue;
    QScrollArea *m_scroll = nullptr;
    QBoxLayout *m_columns = nullptr;
    GatesCard *m_gates = nullptr;
    Card *m_essentials = nullptr;
    Card *m_contacts = nullptr;
    Card *m_agreement = nullptr;
    Card *m_basis = nullptr;
    Card *m_notes = nullptr;
    KeyValueList *m_essentialRows = nullptr;
    KeyValueList *m_agreementRows = nullptr;
    KeyValueList *m_basisRows = nullptr;
    QWidget *m_contactRows = nullptr;
    Label *m_noteText = nullptr;
    QList<QPushButton *> m_edits;
};

} // namespace pc::views
