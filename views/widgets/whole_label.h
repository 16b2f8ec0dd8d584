// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/label.h"

namespace pc::views {

/// A fact: always whole. It goes on in further lines where it is wider than its room, and a word that is
/// wider than the room is broken: what carries a figure never ends in an ellipsis. Never asks for more width
/// than a few letters.
class WholeLabel final : public Label
{
    Q_OBJECT
public:
    explicit WholeLabel(const QString &text = {}, TypeRole role = TypeRole::Body, Tone tone = Tone::Text,
                        QWidget *parent = nullptr);

    /// Identifiers and the like: read left-to-right in every language, at the leading edge all the same.
    void setMachineText(bool machine);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_machine = false;
};

} // namespace pc::views
