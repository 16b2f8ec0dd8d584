// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/text_recorder.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QStyleOptionFrame>

#include <algorithm>

namespace pc::test {

using namespace Qt::StringLiterals;

namespace {

const QChar ellipsis(0x2026);
constexpr int narrowestField = 90; // pixels at 100 %

bool hasDigit(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

void cellTexts(const QAbstractItemModel &model, const QModelIndex &parent, QStringList &texts)
{
    constexpr int most = 60; // as many rows as a window shows
    for (int row = 0; row < std::min(most, model.rowCount(parent)); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column)
            for (const int role : {int(Qt::DisplayRole), int(Qt::AccessibleTextRole)})
                texts.append(model.index(row, column, parent).data(role).toString());
        cellTexts(model, model.index(row, 0, parent), texts);
    }
}

/// All that is to be read in the window, whole, the shortest first.
QStringList wholeTexts(const QWidget *window)
{
    QStringList texts{window->accessibleName()};
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        texts.append(widget->accessibleName());
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            texts.append(label->text());
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            texts.append(button->text());
        if (const auto *combo = qobject_cast<const QComboBox *>(widget))
            texts += {combo->currentText(), combo->placeholderText()};
        if (const auto *line = qobject_cast<const QLineEdit *>(widget))
            texts += {line->text(), line->placeholderText()};
        const auto *view = qobject_cast<const QAbstractItemView *>(widget);
        if (!view || !view->model())
            continue;
        for (int column = 0; column < view->model()->columnCount(); ++column)
            texts.append(view->model()->headerData(column, Qt::Horizontal).toString());
        cellTexts(*view->model(), {}, texts);
    }
    texts.removeAll(QString());
    // What is cut is taken for the shortest text that it may be.
    std::sort(texts.begin(), texts.end(),
              [](const QString &a, const QString &b) { return a.size() < b.size(); });
    return texts;
}

void cutFields(const QWidget *window, QStringList &cut)
{
    for (auto *line : window->findChildren<QLineEdit *>()) {
        if (!line->isVisible() || line->isReadOnly())
            continue;
        if (line->width() < narrowestField && line->maximumWidth() > narrowestField)
            cut.append(u"the field %1 is %2 px wide"_s.arg(line->objectName()).arg(line->width()));
        const bool isFigure = line->metaObject()->className() == QByteArray("pc::views::DateInput") ||
                              line->metaObject()->className() == QByteArray("pc::views::NumberInput");
        const QString text = line->text().isEmpty() ? line->placeholderText() : line->text();
        QStyleOptionFrame option;
        option.initFrom(line);
        option.rect = line->contentsRect();
        int room = line->style()->subElementRect(QStyle::SE_LineEditContents, &option, line).width() -
                   line->textMargins().left() - line->textMargins().right() - 4;
        for (const auto *button : line->findChildren<QAbstractButton *>())
            if (button->isVisible())
                room -= button->width();
        if (isFigure && line->fontMetrics().horizontalAdvance(text) > room)
            cut.append(u"“%1” has %2 px in the field %3"_s.arg(text).arg(room).arg(line->objectName()));
    }
}

} // namespace

class TextRecorder::Engine final : public QPaintEngine
{
public:
    Engine() : QPaintEngine(QPaintEngine::AllFeatures) {}

    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override {}
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void drawPath(const QPainterPath &) override {}
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
    void drawTextItem(const QPointF &, const QTextItem &item) override
    {
        m_texts.append({item.text(), item.font().fixedPitch()});
    }
    [[nodiscard]] Type type() const override { return QPaintEngine::User; }

    QList<PaintedText> m_texts;
};

TextRecorder::TextRecorder(const QSize &size) : m_size(size), m_engine(std::make_unique<Engine>()) {}

TextRecorder::~TextRecorder() = default;

QPaintEngine *TextRecorder::paintEngine() const
{
    return m_engine.get();
}

int TextRecorder::metric(PaintDeviceMetric which) const
{
    constexpr int dotsPerInch = 96;
    switch (which) {
    case PdmWidth:
        return m_size.width();
    case PdmHeight:
        return m_size.height();
    case PdmWidthMM:
        return m_size.width() * 254 / 10 / dotsPerInch;
    case PdmHeightMM:
        return m_size.height() * 254 / 10 / dotsPerInch;
    case PdmNumColors:
        return INT_MAX;
    case PdmDepth:
        return 32;
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return dotsPerInch;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return int(QPaintDevice::devicePixelRatioFScale());
    default:
        return 0;
    }
}

QList<PaintedText> TextRecorder::textsOf(QWidget *widget)
{
    TextRecorder recorder(widget->size());
    widget->render(&recorder);
    return recorder.m_engine->m_texts;
}

QStringList cutFigures(QWidget *window)
{
    QStringList cut;
    const QStringList whole = wholeTexts(window);
    const QList<PaintedText> painted = TextRecorder::textsOf(window);
    for (const PaintedText &piece : painted) {
        if (!piece.text.endsWith(ellipsis) || piece.fixedPitch || whole.contains(piece.text))
            continue;
        const QString front = piece.text.chopped(1).trimmed();
        // A few letters are in many a text: they tell one only by its beginning.
        constexpr qsizetype telling = 4;
        QStringList known;
        std::copy_if(whole.begin(), whole.end(), std::back_inserter(known), [&front](const QString &text) {
            return !front.isEmpty() &&
                   (text.startsWith(front) || (front.size() >= telling && text.contains(front)));
        });
        // What nobody says whole anywhere may hold anything.
        if (std::all_of(known.begin(), known.end(), hasDigit))
            cut.append(u"“%1” of “%2”"_s.arg(piece.text, known.value(0, u"?"_s)));
    }
    cutFields(window, cut);
    return cut;
}

} // namespace pc::test
