// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/calls/call_models.h"
#include "views/seams/context.h"
#include "views/shell/page.h"

namespace pc::views {

class CallsPanel;
class PageHead;

/// The calls of all partners.
class CallsPage final : public Page
{
    Q_OBJECT
public:
    explicit CallsPage(const ViewContext &context, QWidget *parent = nullptr);
    ~CallsPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] StatusText statusText() const override;
    /// A place without a query keeps the question that stands.
    void open(const Location &location) override;
    [[nodiscard]] QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    void refresh() override;
    void focusContent() override;
    bool closeLayer() override;
    [[nodiscard]] CallsPanel *panel() const { return m_panel; }

private:
    models::CallModels m_models;
    PageHead *m_head;
    CallsPanel *m_panel;
    bool m_isOpened = false;
};

} // namespace pc::views
