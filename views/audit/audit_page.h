// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/audit/audit_models.h"
#include "views/shell/page.h"

class QPushButton;
class QToolButton;

namespace pc::views {

struct ViewContext;
class AuditPanel;
class Badge;
class PageHead;

/// The audit trail of the whole environment, with what the console itself verified of it.
class AuditPage final : public Page
{
    Q_OBJECT
public:
    AuditPage(const ViewContext &context, models::AuditModels &models, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] StatusText statusText() const override;
    void open(const Location &location) override;
    [[nodiscard]] QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    void refresh() override;
    void focusContent() override;
    bool closeLayer() override;
    [[nodiscard]] QStringList contextCommands() const override;
    [[nodiscard]] AuditPanel *panel() const { return m_panel; }

private:
    void buildUi();
    void wire();
    void showIntegrity();
    void askStartAnew();
    void showVerifyAll();
    [[nodiscard]] static QString verifyAll(); ///< id of the command

    const ViewContext &m_context;
    models::AuditModels &m_models;
    PageHead *m_head = nullptr;
    Badge *m_badge = nullptr;
    QPushButton *m_verify = nullptr;
    QToolButton *m_verifyAll = nullptr;
    QPushButton *m_startAnew = nullptr;
    AuditPanel *m_panel = nullptr;
    bool m_opened = false;
    bool m_asked = false; ///< somebody waits to hear what the check finds
};

} // namespace pc::views
