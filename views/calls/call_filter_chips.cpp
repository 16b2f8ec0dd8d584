// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calls/call_filter_chips.h"

#include "contract/rules/call_fields.h"
#include "models/calls/call_facet_model.h"
#include "models/calls/call_names.h"
#include "models/text/enum_names.h"
#include "views/calls/facet_panel.h"
#include "views/style/space.h"
#include "views/widgets/chip.h"
#include "views/widgets/wrapping_row.h"
#include "views/words/call_query_words.h"
#include "views/words/error_words.h"

#include <QLocale>
#include <QMenu>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using pc::rules::callField;
using pc::rules::callFields;

namespace {

/// Those that always stand there, set or not.
constexpr CallField offered[]{CallField::Partner, CallField::Outcome};

QString keyOf(CallField field, bool isExcluded)
{
    return (isExcluded ? u"not_"_s : QString()) + toText(field);
}

bool isOffered(CallField field)
{
    return std::find(std::begin(offered), std::end(offered), field) != std::end(offered);
}

} // namespace

CallFilterChips::CallFilterChips(models::CallFacetModel &facet, models::CallNames &names, QWidget *time,
                                 bool fixedPartner, QWidget *parent)
    : QWidget(parent), m_facet(facet), m_names(names), m_isPartnerFixed(fixedPartner)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_row = new WrappingRow;
    outer->addWidget(m_row);
    m_row->addWidget(time);
    // Made once, in the order in which they stand; those that are not set are hidden.
    for (const bool isExcluded : {false, true}) {
        for (const pc::rules::CallFieldRow &row : callFields()) {
            if (isExcluded && !row.takesSeveral)
                continue;
            const QString key = keyOf(row.field, isExcluded);
            Chip *chip = chipFor(key, conditionLabel({row.field, {}, isExcluded}));
            connect(chip, &Chip::clicked, this,
                    [this, field = row.field, isExcluded, chip] { openPanel(field, isExcluded, chip); });
            connect(chip, &Chip::removeRequested, this,
                    [this, field = row.field, isExcluded] { change(field, {}, isExcluded); });
        }
    }
    m_add = new Chip(tr("Filter"));
    m_add->setObjectName(u"addCallFilter"_s);
    m_add->setLook(Chip::Look::Outline);
    m_add->setLeadingIcon(Icon::Plus);
    m_row->addWidget(m_add);
    connect(m_add, &Chip::clicked, this, &CallFilterChips::showAddMenu);
    connect(&m_facet, &models::ObjectModel::changed, this, &CallFilterChips::showFacet);
    connect(&m_facet, &models::ObjectModel::stateChanged, this, &CallFilterChips::showFacet);
    connect(&m_names, &models::CallNames::changed, this, [this] {
        showChips();
        showFacet();
    });
    showChips();
}

Chip *CallFilterChips::chipFor(const QString &key, const QString &label)
{
    auto *chip = new Chip(label);
    chip->setObjectName(u"callChip_"_s + key);
    m_chips.insert(key, chip);
    m_row->addWidget(chip);
    return chip;
}

int CallFilterChips::heightForWidth(int width) const
{
    return m_row->heightForWidth(width);
}

void CallFilterChips::setFilter(const CallFilter &filter)
{
    m_filter = filter;
    showChips();
}

void CallFilterChips::showChips()
{
    for (const bool isExcluded : {false, true}) {
        for (const pc::rules::CallFieldRow &row : callFields()) {
            Chip *chip = m_chips.value(keyOf(row.field, isExcluded));
            if (chip == nullptr)
                continue;
            const QStringList values = m_filter.values(row.field, isExcluded);
            const bool isFixed = row.field == CallField::Partner && m_isPartnerFixed;
            const bool isSet = !values.isEmpty() && !isFixed;
            chip->setVisible(isSet || (!isExcluded && !isFixed && isOffered(row.field)));
            chip->setRemovable(isSet);
            chip->setLook(isSet ? Chip::Look::Filter : Chip::Look::Outline);
            chip->setValue(isSet ? conditionText({row.field, values, isExcluded}, m_names) : tr("any"));
        }
    }
    updateGeometry();
}

void CallFilterChips::showAddMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"addCallFilterMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const pc::rules::CallFieldRow &row : callFields()) {
        if (!row.hasFacet || (row.field == CallField::Partner && m_isPartnerFixed))
            continue;
        connect(menu->addAction(models::nameOf(row.field)), &QAction::triggered, this,
                [this, field = row.field] { edit(field); });
    }
    menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height() + space::xs)));
}

void CallFilterChips::edit(CallField field)
{
    Chip *chip = m_chips.value(keyOf(field, false));
    openPanel(field, false, chip != nullptr && chip->isVisible() ? chip : m_add);
}

void CallFilterChips::openPanel(CallField field, bool isExcluded, QWidget *anchor)
{
    m_edited = field;
    m_isExcluding = isExcluded;
    m_panel = new FacetPanel(conditionLabel({field, {}, isExcluded}), this);
    connect(m_panel, &FacetPanel::valuesChosen, this,
            [this, field, isExcluded](const QStringList &values) { change(field, values, isExcluded); });
    if (callField(field).hasFacet)
        m_facet.setQuestion(m_filter, field);
    showFacet();
    m_panel->openUnder(anchor);
}

void CallFilterChips::showFacet()
{
    if (!m_panel)
        return;
    const QStringList chosen = m_filter.values(m_edited, m_isExcluding);
    QList<FacetPanel::Choice> choices;
    QStringList listed;
    QString note;
    const auto &facet = m_facet.facet();
    if (facet && facet->field == m_edited) {
        for (const CallFacetValue &each : facet->values) {
            listed.append(each.value);
            choices.append({each.value, callValueText(m_edited, each.value, m_names),
                            QLocale().toString(each.calls), chosen.contains(each.value)});
        }
        if (facet->others > 0)
            note = tr("%1 more call(s) with other values", nullptr,
                      static_cast<int>(std::min<qint64>(facet->others, INT_MAX)))
                       .arg(QLocale().toString(facet->others));
        else if (facet->values.isEmpty())
            note = tr("No calls");
    } else if (m_facet.error()) {
        note = errorLine(*m_facet.error(), tr("The values could not be counted."));
    } else if (callField(m_edited).hasFacet) {
        note = tr("Counting…");
    }
    for (const QString &value : chosen) {
        if (!listed.contains(value))
            choices.prepend({value, callValueText(m_edited, value, m_names), {}, true});
    }
    m_panel->setChoices(choices, note);
}

void CallFilterChips::change(CallField field, const QStringList &values, bool isExcluded)
{
    CallFilter filter = m_filter;
    filter.set(field, values, isExcluded);
    if (filter == m_filter)
        return;
    m_filter = filter;
    showChips();
    Q_EMIT filterChanged(m_filter);
}

} // namespace pc::views
