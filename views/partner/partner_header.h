// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/partner.h"

#include <QWidget>

class QPushButton;
class QToolButton;

namespace pc::views {

class Avatar;
class Badge;
class Chip;
class CommandRegistry;
class ElidedLabel;
class Label;
class StageStepper;
class WholeLabel;

/// Who this page is about: avatar, name, id, stage; and the acts on the whole partner, which are commands of
/// the registry.
class PartnerHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit PartnerHeader(CommandRegistry &commands, QWidget *parent = nullptr);
    void setPartner(const Partner &partner);
    /// That its refusals are only observed; empty: they are enforced.
    void setObserved(const QString &text);

Q_SIGNALS:
    void copyIdRequested();
    void observedRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showCommands();
    void showMenu();

    CommandRegistry &m_commands;
    Avatar *m_avatar;
    ElidedLabel *m_name;
    Badge *m_status;
    Chip *m_observed;
    Label *m_id;
    WholeLabel *m_line;
    StageStepper *m_stepper;
    QPushButton *m_promote;
    QPushButton *m_issue;
    QToolButton *m_more;
};

} // namespace pc::views
