// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/choice_input.h"

#include "contract/rules/field_limits.h"
#include "contract/rules/fold.h"
#include "views/widgets/field_words.h"
#include "views/widgets/line_input.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QFocusEvent>
#include <QStandardItemModel>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

constexpr int keyRole = Qt::UserRole + 1; ///< folded words, what typing is compared with

class FoldingCompleter final : public QCompleter
{
public:
    using QCompleter::QCompleter;
    [[nodiscard]] QStringList splitPath(const QString &path) const override { return {rules::fold(path)}; }
    [[nodiscard]] QString pathFromIndex(const QModelIndex &index) const override
    {
        return index.data(Qt::DisplayRole).toString();
    }
};

} // namespace

ChoiceInput::ChoiceInput(const QString &name, QWidget *parent) : QComboBox(parent)
{
    setObjectName(name);
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    auto *line = new LineInput(name + u"Line"_s);
    setLineEdit(line);
    setMaxVisibleItems(12);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(12);
    auto *completer = new FoldingCompleter(this);
    completer->setModel(model());
    completer->setCompletionRole(keyRole);
    completer->setCaseSensitivity(Qt::CaseSensitive); // the keys are folded
    completer->setFilterMode(Qt::MatchContains);
    completer->setCompletionMode(QCompleter::PopupCompletion);
    completer->setMaxVisibleItems(12);
    setCompleter(completer);
    connect(line, &QLineEdit::returnPressed, this, &ChoiceInput::takeOnlyMatch);
}

/// A long text is read from its first letter on; where somebody types, the cursor is theirs.
void ChoiceInput::showBeginning()
{
    if (!lineEdit()->hasFocus())
        lineEdit()->home(false);
}

/// While the list is in sight and has one line, that is what Enter means.
void ChoiceInput::takeOnlyMatch()
{
    if (!m_closed || isKnown() || !completer()->popup()->isVisible())
        return;
    const QString typed = rules::fold(currentText());
    QList<int> matches;
    for (int i = 0; i < count(); ++i)
        if (itemData(i, keyRole).toString().contains(typed))
            matches.append(i);
    if (matches.size() != 1)
        return;
    setCurrentIndex(matches.first());
    setEditText(m_choices[matches.first()].text);
}

void ChoiceInput::setChoices(const QList<Choice> &choices)
{
    const QString shown = value();
    const QSignalBlocker quiet(this); // the list changes, not the value
    clear();
    m_choices = choices;
    for (const Choice &choice : choices) {
        addItem(choice.text, choice.value);
        QStringList words{choice.text, choice.value};
        words += choice.also;
        setItemData(count() - 1, rules::fold(words.join(u' ')), keyRole);
    }
    showValue(shown);
}

int ChoiceInput::find() const
{
    const QString typed = rules::fold(currentText());
    if (typed.isEmpty())
        return -1;
    // Texts before codes: what is shown means what it shows.
    for (qsizetype i = 0; i < m_choices.size(); ++i)
        if (rules::fold(m_choices[i].text) == typed)
            return static_cast<int>(i);
    for (qsizetype i = 0; i < m_choices.size(); ++i) {
        if (m_choices[i].value == currentText().trimmed()) // a code only as it is written
            return static_cast<int>(i);
        for (const QString &word : m_choices[i].also)
            if (rules::fold(word) == typed)
                return static_cast<int>(i);
    }
    return -1;
}

QString ChoiceInput::value() const
{
    const int at = m_closed ? find() : -1;
    if (at >= 0)
        return m_choices[at].value;
    return m_limit && m_limit->kind != rules::FieldKind::Word ? rules::valueOf(*m_limit, currentText())
                                                              : currentText().trimmed();
}

void ChoiceInput::showValue(const QString &value)
{
    if (!value.isEmpty() && this->value() == value) {
        showBeginning();
        return;
    }
    for (qsizetype i = 0; i < m_choices.size(); ++i) {
        if (m_choices[i].value == value) {
            setCurrentIndex(static_cast<int>(i));
            setEditText(m_choices[i].text);
            showBeginning();
            return;
        }
    }
    setCurrentIndex(-1);
    setEditText(value);
    showBeginning();
}

QString ChoiceInput::fault() const
{
    if (currentText().trimmed().isEmpty())
        return {}; // whether something must stand here is the form's to say
    if (m_closed)
        return isKnown() ? QString() : m_unknown;
    return m_limit ? textFaultText(*m_limit, value()) : QString();
}

QString ChoiceInput::unreadText() const
{
    return m_closed && !isKnown() ? currentText().trimmed() : QString();
}

QString ChoiceInput::faultWhileTyping() const
{
    return m_limit && !m_closed ? tooLongText(*m_limit, value()) : QString();
}

void ChoiceInput::focusOutEvent(QFocusEvent *event)
{
    QComboBox::focusOutEvent(event);
    // "de" was meant as its choice: show which one.
    if (event->reason() != Qt::PopupFocusReason && m_closed && isKnown())
        setEditText(m_choices[find()].text);
}

} // namespace pc::views
