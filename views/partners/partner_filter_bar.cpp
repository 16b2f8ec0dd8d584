// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partners/partner_filter_bar.h"

#include "views/partners/value_panel.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/chip.h"
#include "views/widgets/search_line.h"
#include "views/words/words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

const QList<Stage> allStages{Stage::Sandbox, Stage::Limited, Stage::Production};
const QList<Health> allHealths{Health::Errors, Health::Throttled, Health::NoTraffic, Health::Healthy};
const QList<PartnerStatus> allStatuses{PartnerStatus::Active, PartnerStatus::Frozen,
                                       PartnerStatus::Offboarded};

QString word(Stage stage)
{
    return stageText(stageLevel(stage));
}
QString word(Health health)
{
    return stateLook(health).text;
}
QString word(PartnerStatus status)
{
    return stateLook(status).text;
}

template <typename E>
QString words(const QList<E> &values)
{
    QStringList texts;
    for (const E value : values)
        texts.append(word(value));
    return texts.join(u", "_s);
}

template <typename E>
QList<ValuePanel::Choice> choices(const QList<E> &all, const QList<E> &chosen)
{
    QList<ValuePanel::Choice> list;
    for (const E value : all)
        list.append({static_cast<int>(value), word(value), chosen.contains(value)});
    return list;
}

template <typename E>
QList<E> fromInts(const QList<int> &values)
{
    QList<E> list;
    for (const int value : values)
        list.append(static_cast<E>(value));
    return list;
}

} // namespace

PartnerFilterBar::PartnerFilterBar(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::pageMargin, space::s, space::pageMargin, space::s);
    layout->setSpacing(space::s);
    m_text = makeSearchLine(u"partnerFilter"_s, tr("Filter partners"),
                            tr("Filter partners by name, slug, ID or owner"), Icon::Search);
    m_text->setMinimumWidth(130);
    m_text->setMaximumWidth(220);
    m_text->installEventFilter(this);
    layout->addWidget(m_text);
    m_stage = makeChip(Field::Stage, tr("Stage"), u"stageChip"_s);
    m_health = makeChip(Field::Health, tr("Health"), u"healthChip"_s);
    m_status = makeChip(Field::Status, tr("State"), u"statusChip"_s);
    for (Chip *each : {m_stage, m_health, m_status})
        layout->addWidget(each);
    m_add = new Chip(tr("Filter"));
    m_add->setObjectName(u"addFilter"_s);
    m_add->setLook(Chip::Look::Outline);
    m_add->setLeadingIcon(Icon::Plus);
    layout->addWidget(m_add);
    layout->addStretch();
    m_columns = makeIconButton(u"columnsButton"_s, Icon::Columns, tr("Columns"), this);
    layout->addWidget(m_columns);

    m_typing.setSingleShot(true);
    m_typing.setInterval(200);
    connect(&m_typing, &QTimer::timeout, this, [this] { Q_EMIT filterChanged(); });
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (m_filter.text == text)
            return;
        m_filter.text = text;
        m_typing.start();
    });
    connect(m_add, &Chip::clicked, this, &PartnerFilterBar::showAddMenu);
    showChips();
}

Chip *PartnerFilterBar::makeChip(Field field, const QString &label, const QString &objectName)
{
    auto *made = new Chip(label);
    made->setObjectName(objectName);
    made->setRemovable(true);
    connect(made, &Chip::clicked, this, [this, field, made] { edit(field, made); });
    connect(made, &Chip::removeRequested, this, [this, field] {
        setValues(field, {});
        m_text->setFocus(Qt::OtherFocusReason);
    });
    return made;
}

void PartnerFilterBar::setFilter(const PartnerFilter &filter)
{
    m_filter = filter;
    if (m_text->text() != filter.text)
        m_text->setText(filter.text);
    showChips();
}

void PartnerFilterBar::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void PartnerFilterBar::showChips()
{
    m_stage->setValue(words(m_filter.stages));
    m_health->setValue(words(m_filter.healths));
    m_status->setValue(words(m_filter.statuses));
    m_stage->setVisible(!m_filter.stages.isEmpty() && !m_filter.tabSetsStages());
    m_health->setVisible(!m_filter.healths.isEmpty() && !m_filter.tabSetsHealths());
    m_status->setVisible(!m_filter.statuses.isEmpty());
}

void PartnerFilterBar::showAddMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto offer = [this, menu](Field field, const QString &label) {
        connect(menu->addAction(label), &QAction::triggered, this, [this, field] { edit(field, m_add); });
    };
    if (!m_filter.tabSetsStages())
        offer(Field::Stage, tr("Stage"));
    if (!m_filter.tabSetsHealths())
        offer(Field::Health, tr("Health"));
    offer(Field::Status, tr("State"));
    menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height() + space::xs)));
}

void PartnerFilterBar::edit(Field field, const QWidget *anchor)
{
    const QString title = field == Field::Stage    ? tr("Stage")
                          : field == Field::Health ? tr("Health")
                                                   : tr("State");
    const QList<ValuePanel::Choice> list = field == Field::Stage    ? choices(allStages, m_filter.stages)
                                           : field == Field::Health ? choices(allHealths, m_filter.healths)
                                                                    : choices(allStatuses, m_filter.statuses);
    auto *panel = new ValuePanel(title, list, this);
    connect(panel, &ValuePanel::valuesChanged, this,
            [this, field](const QList<int> &values) { setValues(field, values); });
    panel->openUnder(anchor);
}

void PartnerFilterBar::setValues(Field field, const QList<int> &values)
{
    switch (field) {
    case Field::Stage:
        m_filter.stages = fromInts<Stage>(values);
        break;
    case Field::Health:
        m_filter.healths = fromInts<Health>(values);
        break;
    case Field::Status:
        m_filter.statuses = fromInts<PartnerStatus>(values);
        break;
    }
    showChips();
    Q_EMIT filterChanged();
}

bool PartnerFilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            if (m_typing.isActive()) {
                m_typing.stop();
                Q_EMIT filterChanged();
            }
            Q_EMIT leaveToRows();
            return true;
        }
        if (key == Qt::Key_Escape && !m_text->text().isEmpty()) {
            m_text->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace pc::views
