// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/code_block.h"

#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/style/type_scale.h"
#include "views/widgets/buttons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPlainTextEdit>

namespace pc::views {

CodeBlock::CodeBlock(const QString &code, QWidget *parent)
    : QFrame(parent), m_edit(new QPlainTextEdit),
      m_copy(makeIconButton(QStringLiteral("codeCopy"), Icon::Copy, tr("Copy code"), this))
{
    m_edit->setObjectName(QStringLiteral("codeText"));
    m_edit->setAccessibleName(tr("Code"));
    m_edit->setProperty("flat", true);
    m_edit->setReadOnly(true);
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->setTabChangesFocus(true);
    m_edit->setLayoutDirection(Qt::LeftToRight);
    m_edit->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_edit->setWordWrapMode(QTextOption::WrapAnywhere);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::s, space::s, 6, space::s);
    row->addWidget(m_edit, 1);
    row->addWidget(m_copy, 0, Qt::AlignTop);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_copy, &QToolButton::clicked, this, [this] { Q_EMIT copyRequested(this->code()); });
    setCode(code);
}

void CodeBlock::setCode(const QString &code)
{
    m_edit->setPlainText(code);
    fit();
}

QString CodeBlock::code() const
{
    return m_edit->toPlainText();
}

void CodeBlock::setMaximumRows(int rows)
{
    m_maximumRows = rows;
    fit();
}

void CodeBlock::fit()
{
    const QFont font = TypeScale::of(this).font(TypeRole::MonoSmall);
    m_edit->setFont(font);
    m_edit->document()->setDocumentMargin(2);
    const QFontMetrics metrics(font);
    const int room = std::max(120, width() - 2 * space::s - 40);
    int rows = 0;
    const QStringList lines = code().split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        rows += std::max(1, (metrics.horizontalAdvance(line) + room - 1) / room);
    }
    const int shown = std::clamp(rows, 1, m_maximumRows);
    m_edit->setVerticalScrollBarPolicy(rows > m_maximumRows ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    const int height = std::max(shown * metrics.lineSpacing() + 6, 28);
    if (m_edit->height() != height || m_edit->maximumHeight() != height) {
        m_edit->setFixedHeight(height);
    }
}

void CodeBlock::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        fit();
    }
}

void CodeBlock::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fit();
}

void CodeBlock::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = Tokens::of(this);
    paintBox(&painter, rect(), space::radius, t.window, t.border);
}

} // namespace pc::views
