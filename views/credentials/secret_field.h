// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pc {
class Secret;
}

namespace pc::views {

/// Shows a secret it does not own: masked but for its public prefix and last four characters, in clear only
/// while revealed. Nothing can be selected or dragged out of it, and screen readers are told its ending only.
class SecretField final : public QWidget
{
    Q_OBJECT
public:
    /// `secret` must outlive the field; it may become empty (wiped), which draws as nothing.
    explicit SecretField(const Secret &secret, QWidget *parent = nullptr);

    void setRevealed(bool revealed);
    [[nodiscard]] bool isRevealed() const { return m_revealed; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Secret &m_secret;
    bool m_revealed = false;
};

} // namespace pc::views
