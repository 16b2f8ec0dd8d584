// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/form_field.h"

#include "views/style/space.h"
#include "views/widgets/field_input.h"
#include "views/widgets/height_keeper.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/label.h"
#include "views/widgets/reading_order.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFocusEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace pc::views {

FormField::FormField(const QString &label, QWidget *editor, QWidget *parent)
    : QWidget(parent), m_label(new Label(label, TypeRole::Small, Tone::Muted)), m_editor(editor),
      m_messageRow(new QWidget), m_messageIcon(new IconLabel(Icon::None, Tone::Bad, 16)),
      m_message(new Label({}, TypeRole::Small, Tone::Faint)), m_labelText(label)
{
    m_label->setWeight(QFont::Medium);
    m_label->setBuddy(editor);
    m_label->setWordWrap(true); // a long name must not widen a row of fields
    m_message->setWordWrap(true);
    // Beside its icon, also in the room of a hint of several lines.
    m_message->setAlignment((m_message->alignment() & Qt::AlignHorizontal_Mask) | Qt::AlignTop);
    // A composite has no focus of its own: what people operate inside it is called by the label too.
    const QList<QWidget *> parts = QList<QWidget *>{editor} + editor->findChildren<QWidget *>();
    for (QWidget *part : parts) {
        const bool operated =
            part->focusPolicy() != Qt::NoFocus && qobject_cast<QAbstractButton *>(part) == nullptr;
        if (part->accessibleName().isEmpty() && (part == editor || operated)) {
            part->setAccessibleName(label);
        }
    }
    auto *row = new QHBoxLayout(m_messageRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_messageIcon, 0, Qt::AlignTop);
    row->addWidget(m_message, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_label);
    column->addWidget(editor);
    column->addWidget(m_messageRow);
    column->addStretch(); // beside a taller neighbour the field stays at the top
    new HeightKeeper(this, HeightKeeper::Holds::Exactly); // in a row of fields nothing else tells the layout
    setFocusProxy(editor);
    watchEditor();
    showState();
}

void FormField::setRequired(bool required)
{
    m_required = required;
    m_label->setText(required ? tr("%1 (required)").arg(m_labelText) : m_labelText);
}

void FormField::setHint(const QString &hint)
{
    m_hint = hint;
    showState();
}

void FormField::setRule(Rule rule)
{
    m_rule = std::move(rule);
}

bool FormField::validate()
{
    m_told = false;
    m_error = fault();
    showState();
    return m_error.isEmpty();
}

FieldInput *FormField::input() const
{
    // A composite that judges itself is asked itself: it knows whether the part with the focus counts.
    if (auto *own = dynamic_cast<FieldInput *>(m_editor))
        return own;
    return dynamic_cast<FieldInput *>(m_watched);
}

QString FormField::fault() const
{
    // What cannot be read is no value that a rule could judge.
    if (input() && !input()->unreadText().isEmpty())
        return input()->fault();
    if (const QString text = input() ? input()->faultWhileTyping() : QString(); !text.isEmpty())
        return text;
    const QString text = m_rule ? m_rule() : QString();
    return text.isEmpty() && input() ? input()->fault() : text;
}

void FormField::setError(const QString &error)
{
    m_error = error;
    m_told = hasError();
    showState();
}

bool FormField::validateAll(const QList<FormField *> &fields)
{
    FormField *first = nullptr;
    for (FormField *field : fields) {
        if (!field->validate() && first == nullptr) {
            first = field;
        }
    }
    if (first != nullptr)
        first->showItself();
    return first == nullptr;
}

void FormField::showItself()
{
    // A group has no focus of its own that could be seen: the first thing in it is operated.
    const bool group = m_editor->focusPolicy() == Qt::NoFocus && !m_editor->focusProxy();
    if (!group || !focusFirstStop(m_editor))
        m_editor->setFocus(Qt::OtherFocusReason);
    scrollIntoView(this);
}

void FormField::watchEditor()
{
    m_watched = m_editor->focusProxy() ? m_editor->focusProxy() : m_editor;
    m_watched->installEventFilter(this);
    if (auto *line = qobject_cast<QLineEdit *>(m_watched)) {
        connect(line, &QLineEdit::textEdited, this, &FormField::edited);
        connect(line, &QLineEdit::textChanged, this, &FormField::judgeAgain);
    } else if (auto *combo = qobject_cast<QComboBox *>(m_watched)) {
        connect(combo, &QComboBox::currentTextChanged, this, &FormField::edited);
    } else if (auto *text = qobject_cast<QPlainTextEdit *>(m_watched)) {
        connect(text, &QPlainTextEdit::textChanged, this, &FormField::edited);
    }
    const QList<QAbstractButton *> choices = m_editor->findChildren<QAbstractButton *>();
    for (QAbstractButton *choice : choices) // of a composite
        connect(choice, &QAbstractButton::toggled, this, &FormField::judgeAgain);
}

void FormField::judgeAgain()
{
    if (!m_error.isEmpty())
        edited();
}

void FormField::formEdited()
{
    if (!m_told)
        judgeAgain();
}

void FormField::edited()
{
    m_told = false;
    // Live only while wrong: nobody is scolded in the middle of typing a first value. Only what more typing
    // cannot mend is said at once.
    if (!m_error.isEmpty())
        m_error = fault();
    else if (input())
        m_error = input()->faultWhileTyping();
    else
        return;
    showState();
}

bool FormField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_watched && event->type() == QEvent::FocusOut && (m_rule || input())) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason) {
            validateWhenReleased();
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FormField::validateWhenReleased()
{
    if (m_told)
        return; // leaving the field has changed nothing
    if (QGuiApplication::mouseButtons() == Qt::NoButton) {
        validate();
        return;
    }
    // The focus left because a mouse button went down on something else. A message of several lines would
    // move that away before the button comes up again, and the click would land beside.
    QTimer::singleShot(20, this, &FormField::validateWhenReleased);
}

void FormField::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    keepHintRoom();
}

void FormField::keepHintRoom()
{
    int lines = m_message->fontMetrics().height();
    if (hasError() && isVisible())
        lines = m_message->fontMetrics()
                    .boundingRect(QRect(0, 0, width(), 10000), Qt::TextWordWrap, m_hint)
                    .height();
    m_messageRow->setMinimumHeight(std::max({16, m_message->fontMetrics().height(), lines}));
}

void FormField::showState()
{
    const bool wrong = !m_error.isEmpty();
    const QString text = wrong ? m_error : m_hint;
    m_message->setText(text);
    m_message->setTone(wrong ? Tone::Bad : Tone::Faint);
    m_messageIcon->setIcon(Icon::Warning, Tone::Bad);
    m_messageIcon->setVisible(wrong);
    keepHintRoom();
    for (QWidget *each : {m_editor, m_watched}) { // of a composite, what has the focus is what is marked
        each->setProperty("invalid", wrong);
        each->setAccessibleDescription(text);
        each->update();
    }
    if (m_error != std::exchange(m_shownError, m_error))
        Q_EMIT errorChanged();
}

} // namespace pc::views
