// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calls/call_notes.h"

#include "models/calls/call_models.h"
#include "views/widgets/message_banner.h"
#include "views/words/call_words.h"

#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

MessageBanner *makeStrip(const QString &objectName, Severity severity)
{
    auto *strip = new MessageBanner(severity);
    strip->setShape(MessageBanner::Shape::Strip);
    strip->setObjectName(objectName);
    strip->hide();
    return strip;
}

} // namespace

CallNotes::CallNotes(models::CallModels &models, QWidget *parent)
    : QWidget(parent), m_models(models), m_held(makeStrip(u"heldCalls"_s, Severity::Info)),
      m_searched(makeStrip(u"callsSearched"_s, Severity::Info)),
      m_kept(makeStrip(u"callsKept"_s, Severity::Neutral))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (MessageBanner *strip : {m_held, m_searched, m_kept})
        column->addWidget(strip);
    m_held->setAction(tr("Show"));
    m_searched->setAction(tr("Search further"));
    connect(m_held, &MessageBanner::actionTriggered, &m_models.list, &models::TimelineModel::showHeld);
    connect(m_searched, &MessageBanner::actionTriggered, this, [this] { m_models.list.searchFurther(); });
}

void CallNotes::showState(const CallFilter &filter, const QTimeZone &zone)
{
    showHeld();
    showSearched(zone);
    showKept(filter, zone);
}

void CallNotes::showHeld()
{
    const int held = m_models.list.heldCount();
    m_held->setVisible(held > 0);
    if (held > 0)
        m_held->setMessage(Severity::Info, m_models.list.heldAtLeast()
                                               ? tr("%n or more new call(s)", nullptr, held)
                                               : tr("%n new call(s)", nullptr, held));
}

void CallNotes::showSearched(const QTimeZone &zone)
{
    const auto &searched = m_models.list.searchedTo();
    m_searched->setVisible(searched.has_value() && m_models.list.canSearchFurther());
    if (searched)
        m_searched->setMessage(Severity::Info, tr("Searched back to %1.").arg(callMinute(*searched, zone)));
}

void CallNotes::showKept(const CallFilter &filter, const QTimeZone &zone)
{
    const auto &counts = m_models.counts.histogram();
    const bool isOlderAsked =
        counts && counts->keptSince.isValid() && (!filter.from || *filter.from < counts->keptSince);
    m_kept->setVisible(isOlderAsked);
    if (isOlderAsked)
        m_kept->setMessage(Severity::Neutral,
                           tr("Single calls are kept since %1. What is older is counted in the strip only.")
                               .arg(callMinute(counts->keptSince, zone)));
}

} // namespace pc::views
