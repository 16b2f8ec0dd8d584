// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/dialog_frame.h"

class QCheckBox;
class QStackedWidget;
class QLineEdit;

namespace pc::models {
class IssuingFlow;
}

namespace pc::views {

struct ViewContext;
class ClipboardCountdown;
class CodeBlock;
class MessageBanner;
class SecretField;
class UnderlineTabs;

/// The only time a secret is shown. Copy is the primary button; Done needs the check box; closing without it
/// asks. The secret stays in the flow and is wiped when the dialog goes; the clipboard is emptied after 30 s,
/// at most 15 s after closing.
class SecretDialog final : public DialogFrame
{
    Q_OBJECT
public:
    /// Takes `flow` over, which must be Holding. `rotated`: a new generation of a known credential.
    SecretDialog(const ViewContext &context, models::IssuingFlow *flow, bool rotated, QWidget *parent);
    ~SecretDialog() override;

    void done(int result) override;
    [[nodiscard]] static constexpr int clipboardSeconds() { return 30; }
    [[nodiscard]] static constexpr int clipboardSecondsAfterClose() { return 15; }

private:
    void buildUi(bool rotated);
    [[nodiscard]] QString idName() const;
    [[nodiscard]] QWidget *makeId();
    [[nodiscard]] QWidget *makeSecret();
    void copySecret();
    void showSample(const QString &id);
    void askBeforeClosing();

    const ViewContext &m_context;
    models::IssuingFlow *m_flow;
    SecretField *m_secret = nullptr;
    ClipboardCountdown *m_countdown = nullptr;
    UnderlineTabs *m_tabs = nullptr;
    CodeBlock *m_sample = nullptr;
    MessageBanner *m_closing = nullptr;
    QStackedWidget *m_head;
    QCheckBox *m_stored = nullptr;
};

} // namespace pc::views
