// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calls/facet_panel.h"

#include "views/style/space.h"
#include "views/style/type_scale.h"
#include "views/widgets/buttons.h"
#include "views/widgets/label.h"
#include "views/widgets/search_line.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

FacetPanel::FacetPanel(const QString &title, QWidget *parent) : PopupPanel(parent)
{
    setObjectName(u"facetPanel"_s);
    setAccessibleName(title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::m, space::m, space::m, space::s);
    column->setSpacing(space::s);
    auto *heading = new Label(title, TypeRole::Small, Tone::Muted);
    heading->setWeight(QFont::DemiBold);
    column->addWidget(heading);
    m_search = makeSearchLine(u"facetSearch"_s, tr("Narrow, or type a value"), title, Icon::Search);
    column->addWidget(m_search);
    auto *content = new QWidget;
    m_list = new QVBoxLayout(content);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(space::xs);
    m_list->addStretch();
    m_scroll = new QScrollArea;
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_scroll, 1);
    m_note = new Label({}, TypeRole::Small, Tone::Muted);
    m_note->setWordWrap(true);
    column->addWidget(m_note);
    auto *clear = makeButton(u"clearFacet"_s, tr("Clear"), Icon::None, ButtonKind::Ghost, this);
    column->addWidget(clear, 0, Qt::AlignTrailing);
    connect(m_search, &QLineEdit::textChanged, this, &FacetPanel::narrow);
    connect(m_search, &QLineEdit::returnPressed, this, &FacetPanel::takeTyped);
    connect(clear, &QPushButton::clicked, this, [this] {
        m_values.clear();
        Q_EMIT valuesChosen({});
        close();
    });
    const TypeScale &type = TypeScale::of(this);
    setFixedSize(type.px(320), type.px(360));
}

void FacetPanel::openUnder(const QWidget *anchor)
{
    PopupPanel::openUnder(anchor, m_search);
}

void FacetPanel::setChoices(const QList<Choice> &choices, const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    if (!m_isTouched) {
        m_values.clear();
        for (const Choice &choice : choices) {
            if (choice.isChosen)
                m_values.append(choice.value);
        }
    }
    m_choices = choices;
    qDeleteAll(m_boxes);
    m_boxes.clear();
    while (m_list->count() > 1) {
        QLayoutItem *item = m_list->takeAt(0);
        delete item->layout();
    }
    for (qsizetype i = 0; i < choices.size(); ++i) {
        const Choice &choice = choices.at(i);
        auto *box = new QCheckBox(choice.count.isEmpty() ? choice.text
                                                         : tr("%1 (%2)").arg(choice.text, choice.count));
        box->setObjectName(u"facet_%1"_s.arg(choice.value));
        box->setChecked(m_values.contains(choice.value));
        connect(box, &QCheckBox::toggled, this,
                [this, value = choice.value](bool isChosen) { tick(value, isChosen); });
        m_list->insertWidget(static_cast<int>(i), box);
        m_boxes.append(box);
    }
    narrow();
}

void FacetPanel::tick(const QString &value, bool isChosen)
{
    m_isTouched = true;
    if (isChosen && !m_values.contains(value))
        m_values.append(value);
    else if (!isChosen)
        m_values.removeAll(value);
    Q_EMIT valuesChosen(m_values);
}

void FacetPanel::narrow()
{
    const QString sought = m_search->text().trimmed();
    for (qsizetype i = 0; i < m_boxes.size(); ++i) {
        const Choice &choice = m_choices.at(i);
        m_boxes.at(i)->setVisible(sought.isEmpty() || choice.text.contains(sought, Qt::CaseInsensitive) ||
                                  choice.value.contains(sought, Qt::CaseInsensitive));
    }
}

/// Enter: the only one that is listed, else what was typed as it is.
void FacetPanel::takeTyped()
{
    const QString typed = m_search->text().trimmed();
    if (typed.isEmpty()) {
        close();
        return;
    }
    QStringList fitting;
    for (qsizetype i = 0; i < m_boxes.size(); ++i) {
        if (!m_boxes.at(i)->isHidden())
            fitting.append(m_choices.at(i).value);
    }
    tick(fitting.isEmpty() ? typed : fitting.constFirst(), true);
    close();
}

} // namespace pc::views
