// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPaintDevice>
#include <QPaintEngine>
#include <QSize>
#include <QStringList>

#include <memory>

class QWidget;

namespace pc::test {

/// One piece of text as it was painted.
struct PaintedText
{
    QString text;
    bool fixedPitch = false; ///< identifiers and code
};

/// A surface that keeps what is written on it and draws nothing: what a person reads, whoever painted it.
class TextRecorder final : public QPaintDevice
{
public:
    explicit TextRecorder(const QSize &size);
    ~TextRecorder() override;

    /// All texts that the visible widget paints, its children's too.
    [[nodiscard]] static QList<PaintedText> textsOf(QWidget *widget);

    [[nodiscard]] QPaintEngine *paintEngine() const override;

protected:
    [[nodiscard]] int metric(PaintDeviceMetric which) const override;

private:
    class Engine;

    QSize m_size;
    std::unique_ptr<Engine> m_engine;
};

/// What stands cut off in the window and carries a figure: a text that ends in an ellipsis and is longer, a
/// date or number wider than its field, a field too narrow to be read. Identifiers in fixed pitch may be cut:
/// they can be copied.
[[nodiscard]] QStringList cutFigures(QWidget *window);

} // namespace pc::test
