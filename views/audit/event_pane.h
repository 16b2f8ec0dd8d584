// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pc::models {
class AuditEventModel;
struct AuditModels;
} // namespace pc::models

namespace pc::views {

struct ViewContext;
class CodeBlock;
class CurrentStack;
class DiffTable;
class WholeLabel;
class IntegrityCard;
class KeyValueList;
class Label;
class MessageBanner;
class StateStack;
class UnderlineTabs;

/// One audit event beside the table: sentence, who and when, Changes / Request / Raw JSON, integrity.
class EventPane final : public QWidget
{
    Q_OBJECT
public:
    EventPane(const ViewContext &context, models::AuditModels &models, QWidget *parent = nullptr);

Q_SIGNALS:
    void closeRequested();
    /// Narrow the list by `field:value` of the query line.
    void filterRequested(const QString &field, const QString &value);

private:
    void buildUi();
    void wire();
    void show();
    /// Calls that were refused because of the event, where there are any.
    void showRefusals();
    [[nodiscard]] QWidget *makeDetails();

    const ViewContext &m_context;
    models::AuditModels &m_models;
    models::AuditEventModel &m_event;
    StateStack *m_states = nullptr;
    Label *m_title = nullptr;
    WholeLabel *m_sub = nullptr;
    UnderlineTabs *m_tabs = nullptr;
    CurrentStack *m_stack = nullptr;
    DiffTable *m_diff = nullptr;
    Label *m_noChanges = nullptr;
    MessageBanner *m_refusals = nullptr;
    KeyValueList *m_request = nullptr;
    CodeBlock *m_raw = nullptr;
    IntegrityCard *m_integrity = nullptr;
};

} // namespace pc::views
