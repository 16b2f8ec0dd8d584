// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/timeline_places.h"

#include <algorithm>
#include <utility>

namespace pc::models {

TimelinePlaces::TimelinePlaces(TimerClock &clock, QObject *parent) : TimelineWindow(parent), m_clock(clock) {}

TimelinePlaces::~TimelinePlaces() = default;

void TimelinePlaces::startOver(RowOrder order, const std::optional<QDateTime> &at)
{
    stopMoving();
    forgetNews();
    takeCounts({});
    setOrderOfRows(order);
    m_state = LoadState::Loading;
    m_error.reset();
    forgetEnds();
    m_superseded.begin(m_clock, rowCount() > 0, [this] { dropSuperseded(); });
    askPlace({at ? Place::Kind::At : Place::Kind::Start, Place::Why::Question, at.value_or(QDateTime()), {}});
}

void TimelinePlaces::setOrder(RowOrder order)
{
    if (order == this->order() || order == RowOrder::Unknown)
        return;
    if (state() == LoadState::Idle)
        return setOrderOfRows(order);
    const ListCounts counts = m_counts; // as many rows
    startOver(order, {});
    takeCounts(counts);
    Q_EMIT stateChanged();
}

void TimelinePlaces::showAt(const QDateTime &at, const QString &id)
{
    moveTo({Place::Kind::At, Place::Why::Jump, at, id});
}

void TimelinePlaces::showStart()
{
    moveTo({Place::Kind::Start, Place::Why::Jump, {}, {}});
}

void TimelinePlaces::showEnd()
{
    moveTo({Place::Kind::End, Place::Why::Jump, {}, {}});
}

void TimelinePlaces::showNewest()
{
    if (newestEnd() == End::Lower)
        showEnd();
    else
        showStart();
}

void TimelinePlaces::showOldest()
{
    if (newestEnd() == End::Lower)
        showStart();
    else
        showEnd();
}

void TimelinePlaces::fetchNewest()
{
    const auto kind = newestEnd() == End::Lower ? Place::Kind::End : Place::Kind::Start;
    askPlace({kind, Place::Why::Jump, {}, {}});
}

std::optional<QDateTime> TimelinePlaces::awaitedPlace() const
{
    const Place &place = m_waiting ? *m_waiting : m_place;
    return m_moving && place.kind == Place::Kind::At ? std::optional(place.at) : std::nullopt;
}

/// -1: it is not in the window.
int TimelinePlaces::rowOfPlace(const Place &place) const
{
    switch (place.kind) {
    case Place::Kind::Start:
        return isAtStart() && rowCount() > 0 ? 0 : -1;
    case Place::Kind::End:
        return isAtEnd() ? rowCount() - 1 : -1;
    case Place::Kind::At:
        break;
    }
    return place.id.isEmpty() ? rowAt(place.at) : isAnswer() ? rowOf(place.id) : -1;
}

void TimelinePlaces::moveTo(Place place)
{
    if (state() == LoadState::Idle)
        return;
    if (const int row = rowOfPlace(place); row >= 0) {
        stopMoving();
        Q_EMIT placeShown(row, place.id);
        Q_EMIT stateChanged();
        return placeSettled();
    }
    if (!isAnswer()) {
        place.why = Place::Why::Question; // it has no answer yet: the list begins somewhere else
    } else if (m_moving) {
        // The one under way is nearly there, as a rule: a thumb that is dragged shows something on its way.
        m_waiting = std::move(place);
        if (!m_patience)
            m_patience = m_clock.after(placePatience, [this] { askPlace(Place(*m_waiting)); });
        return Q_EMIT stateChanged();
    }
    askPlace(place);
}

void TimelinePlaces::askPlace(const Place &place)
{
    stopMoving();
    stopFetching();
    m_place = place;
    TimelineRequest request{
        orderTowards(place.kind == Place::Kind::End ? End::Upper : End::Lower), {}, {}, pageSize};
    if (place.kind == Place::Kind::At)
        request.at = place.at;
    m_call = ask(request,
                 [this, request](const client::Result<TimelinePage> &result) { onPlace(request, result); });
    if (rowCount() == 0 && state() != LoadState::Ready)
        m_state = LoadState::Loading;
    setMoving(true);
    Q_EMIT stateChanged();
}

void TimelinePlaces::onPlace(const TimelineRequest &request, const client::Result<TimelinePage> &result)
{
    if (!result)
        return fail(result.error());
    const bool isForward = request.order == order();
    if (isForward && request.at && result->ids.isEmpty() && result->nextCursor.isEmpty()) {
        // The list ends before this place: what is shown is its end.
        const TimelineRequest back{oppositeOf(order()), request.at, {}, pageSize};
        m_call =
            ask(back, [this, back](const client::Result<TimelinePage> &answer) { onPlace(back, answer); });
        return;
    }
    showPlace(request, *result);
}

void TimelinePlaces::showPlace(const TimelineRequest &request, const TimelinePage &page)
{
    const bool isForward = request.order == order();
    const bool isAnother = m_superseded.end();
    const Place place = m_place;
    const std::optional<Place> waiting = m_waiting;
    stopMoving();
    replaceWindow(page);
    settleEnds(page, isForward ? End::Lower : End::Upper);
    m_counts.takePage(page.count, page.countAtLeast);
    takeCounts(m_counts);
    m_state = LoadState::Ready;
    m_error.reset();
    m_loadedAt = m_clock.now();
    rowsCame({});
    if (isAnother)
        Q_EMIT questionAnswered();
    const bool isToBeSeen = place.why == Place::Why::Jump ||
                            (place.why == Place::Why::Question && place.kind != Place::Kind::Start);
    if (isToBeSeen && rowCount() > 0) {
        const int row = rowOf(place.id);
        Q_EMIT placeShown(row >= 0 ? row : isForward ? 0 : rowCount() - 1, row >= 0 ? place.id : QString());
    }
    Q_EMIT stateChanged();
    if (!goOn(waiting))
        placeSettled();
}

bool TimelinePlaces::goOn(const std::optional<Place> &waiting)
{
    if (!waiting || m_moving) // somebody who was told may have gone elsewhere
        return m_moving;
    moveTo(*waiting);
    return true;
}

void TimelinePlaces::fail(const client::ApiError &error)
{
    const std::optional<Place> waiting = m_waiting;
    stopMoving();
    dropSuperseded();
    m_error = error;
    m_state = stateAfter(error.kind, rowCount() > 0);
    if (m_state == LoadState::Forbidden) {
        takeCounts({});
        removeAllRows();
    }
    if (rowCount() == 0) {
        forgetEnds();
        forgetNews();
    }
    Q_EMIT stateChanged();
    goOn(waiting);
}

void TimelinePlaces::stopMoving()
{
    m_call.cancel();
    m_waiting.reset();
    m_patience.reset();
    setMoving(false);
}

void TimelinePlaces::dropSuperseded()
{
    if (!m_superseded.end())
        return;
    removeAllRows();
    m_loadedAt = {};
    Q_EMIT stateChanged();
}

void TimelinePlaces::dropRows()
{
    stopMoving();
    forgetEnds();
    forgetNews();
    m_superseded.end();
    removeAllRows();
    takeCounts({});
    m_state = LoadState::Idle;
    m_error.reset();
    m_loadedAt = {};
}

void TimelinePlaces::reload()
{
    Place place;
    place.why = Place::Why::Reload;
    if (rowCount() > 0 && (!isAtStart() || firstVisible() > 0)) {
        place.kind = Place::Kind::At;
        place.at = timeOf(std::clamp(firstVisible(), 0, rowCount() - 1));
    }
    askPlace(place);
}

void TimelinePlaces::retry()
{
    // Under way: it hangs, and is asked anew instead of waited for.
    const bool wasSentInVain = state() == LoadState::Stale && m_place.why == Place::Why::Jump;
    if (m_moving || !isAnswer() || wasSentInVain)
        return askPlace(m_waiting.value_or(m_place));
    if (!retryEnds())
        reload();
}

} // namespace pc::models
