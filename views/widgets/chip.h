// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/icons.h"

#include <QAbstractButton>

namespace pc::views {

/// A filter as a pill: "Stage: Limited, Production x". Space/Enter edits, Delete or the cross removes.
class Chip : public QAbstractButton
{
    Q_OBJECT
public:
    enum class Look { Filter, Outline };

    /// \p label is the field ("Stage"), \p value what it is set to; an empty value draws the label alone.
    explicit Chip(const QString &label, const QString &value = {}, QWidget *parent = nullptr);

    void setValue(const QString &value);
    [[nodiscard]] QString value() const { return m_value; }
    void setRemovable(bool removable);
    /// An arrow at its end: a click opens something. The cross of a removable one stands in its place.
    void setArrow(bool arrow);
    void setLook(Look look);
    void setLeadingIcon(Icon which);

    [[nodiscard]] QSize sizeHint() const override;
    /// A long value gives way with an ellipsis; the tooltip says the whole.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QRect closeRect() const;
    [[nodiscard]] bool hasTail() const { return m_removable || m_arrow; }
    void updateName();

    QString m_label;
    QString m_value;
    Icon m_icon = Icon::None;
    Look m_look = Look::Filter;
    bool m_removable = false;
    bool m_arrow = false;
    bool m_closePressed = false;
};

} // namespace pc::views
