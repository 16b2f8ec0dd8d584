// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/access/network_table.h"
#include "views/widgets/card.h"

class QComboBox;
class QPushButton;

namespace pc {
struct FieldError;
}
namespace pc::models {
class NetworksModel;
}

namespace pc::views {

class FormField;
class IconLabel;
class LineInput;
class MessageBanner;
class PcTableView;
class StateStack;
class WaiverForm;

/// One allow-list at a time: which, what it means, its lines with what is said of each, and a field that
/// takes several at once.
class NetworkPanel final : public Card
{
    Q_OBJECT
public:
    /// Both outlive the panel.
    NetworkPanel(models::NetworksModel &networks, models::NetworksEditor &editor, QWidget *parent = nullptr);

    [[nodiscard]] const models::NetworkListName &list() const { return m_table.list(); }
    void showList(const models::NetworkListName &name);
    void setReadOnlyReason(const QString &why);
    /// Said beside a list that refuses calls: stillFromAnywhereText().
    void setObserved(const QString &stillPass);
    /// Shows what keeps the edits from being saved, and goes there; true when nothing does.
    bool validate();
    /// What the platform does not accept of the edit that was sent.
    void showErrors(const QList<FieldError> &errors);
    /// Where work begins.
    void focusInput();

Q_SIGNALS:
    void listChanged(const pc::models::NetworkListName &name);
    void copyRequested(const QString &tsv, const QString &html);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildUi();
    [[nodiscard]] QWidget *buildAdding();
    void wire();
    void showLists();
    void showEdit();
    void showButtons();
    void add();
    void editLine(int line);
    void removeLines();
    void takeProposal();
    /// Why what is staged cannot be saved; it stays until that changes.
    void showFault(const QString &text);
    [[nodiscard]] int currentLine() const;

    models::NetworksModel &m_networks;
    models::NetworksEditor &m_editor;
    models::NetworkTable m_table;
    QString m_locked;
    QString m_stillPass;
    QComboBox *m_lists;
    IconLabel *m_standingIcon;
    Label *m_standing;
    LineInput *m_input;
    FormField *m_inputField;
    QPushButton *m_add;
    MessageBanner *m_fault;
    NetworkRulesEdit m_faulty; ///< what it is about
    PcTableView *m_view;
    StateStack *m_states;
    QPushButton *m_edit;
    QPushButton *m_mend;
    QPushButton *m_remove;
    WaiverForm *m_waiver;
};

} // namespace pc::views
