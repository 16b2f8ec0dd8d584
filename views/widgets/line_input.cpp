// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/line_input.h"

#include "contract/rules/field_limits.h"
#include "contract/rules/list_line.h"
#include "views/widgets/field_words.h"

#include <QKeyEvent>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

constexpr int roomForPastes = 1 << 24; // QLineEdit cuts at 32,767 by default, without a word

bool isUndo(const QEvent *event)
{
    return static_cast<const QKeyEvent *>(event)->matches(QKeySequence::Undo);
}

} // namespace

LineInput::LineInput(const QString &name, QWidget *parent) : QLineEdit(parent)
{
    setObjectName(name);
    setMaxLength(roomForPastes);
    connect(this, &QLineEdit::textChanged, this, [this] {
        keepBaseline();
        // What nobody typed is read from its beginning, however long it is.
        if (!hasFocus() && !isModified())
            setCursorPosition(0);
    });
}

LineInput::LineInput(const QString &name, const rules::FieldLimit &limit, QWidget *parent)
    : LineInput(name, parent)
{
    m_limit = &limit;
}

QString LineInput::value() const
{
    return m_limit && m_limit->kind != rules::FieldKind::Word ? rules::valueOf(*m_limit, text())
                                                              : text().trimmed();
}

QStringList LineInput::values() const
{
    if (text() == m_shownText)
        return m_shown; // nobody typed here: whatever the list holds stays as it is
    QStringList list;
    const QStringList parts = rules::listOf(text()).value_or(QStringList());
    for (const QString &part : parts)
        if (const QString each = m_limit ? rules::valueOf(*m_limit, part).trimmed() : part.trimmed();
            !each.isEmpty() && !list.contains(each))
            list.append(each);
    return list;
}

void LineInput::showValues(const QStringList &values)
{
    setText(rules::listLine(values));
    m_shown = values;
    m_shownText = text();
}

QString LineInput::unreadText() const
{
    return m_limit && m_limit->list && text() != m_shownText && !rules::listOf(text()) ? text() : QString();
}

void LineInput::showText(const QString &text)
{
    if (text != this->text() && !isBeingTyped())
        setText(text);
}

QString LineInput::fault() const
{
    if (!m_limit || text().trimmed().isEmpty())
        return {}; // whether something must stand here is the form's to say
    if (!unreadText().isEmpty())
        return tr("A quotation mark is not closed before the next comma. Type it as in %1.")
            .arg(u"\"Meyer, Hans\""_s);
    return m_limit->list ? listFaultText(*m_limit, values()) : textFaultText(*m_limit, value());
}

QString LineInput::faultWhileTyping() const
{
    return m_limit && !m_limit->list ? tooLongText(*m_limit, value()) : QString();
}

bool LineInput::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isUndo(event) && !isUndoAvailable()) {
        event->ignore();
        return false;
    }
    return QLineEdit::event(event);
}

void LineInput::keyPressEvent(QKeyEvent *event)
{
    if (isUndo(event) && !isUndoAvailable()) {
        event->ignore();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

/// Qt centres the letters that a fallback font makes taller, and moves them once more to keep the baseline:
/// Arabic stood at the upper edge. Room below takes the first of the two back.
void LineInput::keepBaseline()
{
    const QFontMetrics metrics = fontMetrics();
    const QString &shown = text().isEmpty() ? placeholderText() : text();
    QMargins margins = textMargins();
    margins.setBottom(-std::max(0, metrics.boundingRect(shown).height() - metrics.height()));
    if (margins != textMargins())
        setTextMargins(margins);
}

void LineInput::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        keepBaseline();
}

void LineInput::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        setModified(false);
}

} // namespace pc::views
