// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/pack/lacks.h"
#include "contract/pack/language.h"
#include "contract/types/partner.h"
#include "models/partners/pack_model.h"
#include "views/widgets/dialog_frame.h"

class QComboBox;
class QTextBrowser;

namespace pc::views {

struct ViewContext;
class Label;
class MessageBanner;
class StateStack;
class UnderlineTabs;

/// What a partner's developer gets: in which realm and language, what is in it, what it lacks, the page as
/// they will read it; saved as a ZIP file, or copied for a mail.
class PackDialog final : public DialogFrame
{
    Q_OBJECT
public:
    PackDialog(const ViewContext &context, const Partner &partner, QWidget *parent);

    /// What is missing, in the interface's language.
    [[nodiscard]] static QString textOf(const pack::LackOf &lack);

private:
    void buildUi();
    void wire();
    void showState();
    void showPack();
    void save();
    void copy();
    /// What became of saving or copying, where it cannot be overlooked.
    void report(Severity severity, const QString &text);
    [[nodiscard]] pack::Language language() const;

    const ViewContext &m_context;
    models::PackModel m_model;
    UnderlineTabs *m_realms = nullptr;
    QComboBox *m_language = nullptr;
    StateStack *m_states = nullptr;
    MessageBanner *m_missing = nullptr;
    Label *m_contents = nullptr;
    QTextBrowser *m_preview = nullptr;
    MessageBanner *m_done = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace pc::views
