// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pc::models {
class AuditEventModel;
}

namespace pc::views {

struct ViewContext;
class CodeBlock;
class CurrentStack;
class DiffTable;
class WholeLabel;
class IntegrityCard;
class KeyValueList;
class Label;
class StateStack;
class UnderlineTabs;

/// One audit event beside the table: sentence, who and when, Changes / Request / Raw JSON, integrity.
class EventPane final : public QWidget
{
    Q_OBJECT
public:
    EventPane(const ViewContext &context, models::AuditEventModel &event, QWidget *parent = nullptr);

Q_SIGNALS:
    void closeRequested();
    /// Narrow the list by `field:value` of the query line.
    void filterRequested(const QString &field, const QString &value);

private:
    void buildUi();
    void wire();
    void show();
    [[nodiscard]] QWidget *makeDetails();

    const ViewContext &m_context;
    models::AuditEventModel &m_event;
    StateStack *m_states = nullptr;
    Label *m_title = nullptr;
    WholeLabel *m_sub = nullptr;
    UnderlineTabs *m_tabs = nullptr;
    CurrentStack *m_stack = nullptr;
    DiffTable *m_diff = nullptr;
    Label *m_noChanges = nullptr;
    KeyValueList *m_request = nullptr;
    CodeBlock *m_raw = nullptr;
    IntegrityCard *m_integrity = nullptr;
};

} // namespace pc::views
