// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/tokens.h"
#include "views/style/type_scale.h"

#include <QLabel>

namespace pc::views {

/// Plain-text label in a step of the type scale and a tone; follows theme and text size.
/// Never interprets markup: partner names may contain it.
class Label : public QLabel
{
    Q_OBJECT
public:
    explicit Label(const QString &text = {}, TypeRole role = TypeRole::Body, Tone tone = Tone::Text,
                   QWidget *parent = nullptr);

    void setTone(Tone tone);
    void setRole(TypeRole role, QFont::Weight weight = QFont::Normal);
    void setWeight(QFont::Weight weight);
    /// Lets people select and copy the text with mouse and keyboard.
    void setSelectable(bool selectable);
    [[nodiscard]] Tone tone() const { return m_tone; }

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void applyTheme();
    void applyDirection();

    TypeRole m_role;
    QFont::Weight m_weight = QFont::Normal;
    Tone m_tone;
    bool m_applying = false;
};

/// Heading inside a page or card: section step, medium weight.
class SectionTitle final : public Label
{
    Q_OBJECT
public:
    explicit SectionTitle(const QString &text = {}, QWidget *parent = nullptr);
};

/// One line that gives way with an ellipsis; the whole text is its tooltip (only while cut) and accessible
/// name.
class ElidedLabel : public Label
{
    Q_OBJECT
public:
    explicit ElidedLabel(const QString &text = {}, TypeRole role = TypeRole::Body, Tone tone = Tone::Text,
                         QWidget *parent = nullptr);

    void setElideMode(Qt::TextElideMode mode);
    /// Identifiers and the like: read left-to-right in every language, at the leading edge all the same.
    void setMachineText(bool machine);
    [[nodiscard]] bool isElided() const;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    Qt::TextElideMode m_mode = Qt::ElideRight;
    bool m_machine = false;
};

} // namespace pc::views
