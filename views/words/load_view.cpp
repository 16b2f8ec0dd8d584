// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words/load_view.h"

#include "models/text/figures.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/table_view.h"
#include "views/widgets/timeline_scroller.h"
#include "views/words/error_words.h"
#include "views/words/permission_words.h"

#include <QCoreApplication>

namespace pc::views {

namespace {

using models::LoadState;

struct LoadWords
{
    Q_DECLARE_TR_FUNCTIONS(LoadWords)
};

struct Shown
{
    LoadState state;
    const std::optional<client::ApiError> &error;
    QDateTime loadedAt;
    bool refreshing;
    bool empty;
    bool superseded; ///< Loading, and what answered the question before is still there
};

/// The strip of the frame has it while the platform cannot be reached; while it only keeps silent, asking
/// again is the page's own.
StateStack::Retry retryOf(const std::optional<client::ApiError> &error)
{
    return error && error->kind == client::ErrorKind::Offline ? StateStack::Retry::InTheFrame
                                                              : StateStack::Retry::Here;
}

void show(StateStack &stack, const Shown &shown, const QString &what)
{
    switch (shown.state) {
    case LoadState::Idle:
    case LoadState::Loading:
        stack.showLoading(shown.superseded);
        return;
    case LoadState::Ready:
        if (shown.refreshing)
            stack.showRefreshing();
        else if (shown.empty)
            stack.showEmpty();
        else
            stack.showContent();
        return;
    case LoadState::Stale: {
        const QString since =
            LoadWords::tr("Showing data from %1 UTC.")
                .arg(QLocale().toString(shown.loadedAt.toUTC().time(), QStringLiteral("HH:mm")));
        const bool offline = shown.error && (shown.error->kind == client::ErrorKind::Offline ||
                                             shown.error->kind == client::ErrorKind::Timeout);
        if (offline)
            stack.showOffline(since, true, retryOf(shown.error));
        else
            stack.showStale(shown.error ? describeError(*shown.error, what).remedy + QLatin1Char(' ') + since
                                        : since);
        return;
    }
    case LoadState::Offline:
        stack.showOffline(
            shown.error && shown.error->kind == client::ErrorKind::Timeout
                ? LoadWords::tr("The platform has not answered. The console tries again by itself.")
                : LoadWords::tr("The platform cannot be reached. The console tries again by itself."),
            false, retryOf(shown.error));
        return;
    case LoadState::Forbidden: {
        stack.showForbidden(
            whoMayText(shown.error && shown.error->problem ? shown.error->problem->permission : QString()));
        return;
    }
    case LoadState::Error: {
        ErrorInfo info = describeError(shown.error.value_or(client::ApiError{}), what);
        info.changed = LoadWords::tr("Nothing was changed."); // reading never changes anything
        stack.showError(info);
        return;
    }
    }
}

} // namespace

void showLoadState(StateStack &stack, const models::PagedModel &model, const QString &what)
{
    if (model.state() == LoadState::Ready && model.pageFailed() && model.error()) {
        // The rows are right but end too early: said above them, with Retry for the page that is missing.
        const ErrorInfo info = describeError(*model.error(), what);
        stack.showStale(info.what + QLatin1Char(' ') + info.remedy);
        return;
    }
    show(stack,
         {model.state(), model.error(), model.loadedAt(), model.isBusy() && model.rowCount() > 0,
          model.rowCount() == 0, model.rowCount() > 0},
         what);
}

void showLoadState(StateStack &stack, const models::ObjectModel &model, const QString &what)
{
    show(stack,
         {model.state(), model.error(), model.loadedAt(), model.isRefreshing(), !model.hasValue(),
          model.hasValue()},
         what);
}

void showRows(PcTableView &table, models::PagedModel &model)
{
    table.setModel(&model);
    QObject::connect(&model, &models::PagedModel::questionAnswered, &table, &PcTableView::startAtTop);
}

TimelineScroller *showRows(PcTableView &table, models::TimelineModel &model)
{
    showRows(table, static_cast<models::PagedModel &>(model));
    auto *scroller = new TimelineScroller(
        table, {.rowsSeen = [&model](int first, int last) { model.setVisibleRows(first, last); },
                .timeOf = [&model](int row) { return model.timeOf(row); },
                .isAtStart = [&model] { return model.isAtStart(); },
                .isAtEnd = [&model] { return model.isAtEnd(); },
                .showStart = [&model] { model.showStart(); },
                .showEnd = [&model] { model.showEnd(); }});
    QObject::connect(&model, &models::TimelineModel::placeShown, scroller,
                     [scroller](int row, const QString &id) { scroller->showPlace(row, !id.isEmpty()); });
    return scroller;
}

QString freshnessText(const QDateTime &loadedAt, const TimeTicker &ticker)
{
    return loadedAt.isValid() ? LoadWords::tr("Updated %1").arg(ticker.relative(loadedAt)) : QString();
}

int countForPlural(const models::PagedModel &model)
{
    return models::forPlural(model.count().value_or(model.countAtLeast().value_or(model.rowCount())));
}

QString countText(const models::PagedModel &model)
{
    // Of a question that has no answer, or none yet, nothing was counted.
    if (!model.isAnswer())
        return {};
    const QLocale locale;
    if (model.count())
        return locale.toString(*model.count());
    if (model.countAtLeast())
        return LoadWords::tr("at least %1").arg(locale.toString(*model.countAtLeast()));
    return model.hasMore() ? LoadWords::tr("at least %1").arg(locale.toString(model.rowCount()))
                           : locale.toString(model.rowCount());
}

} // namespace pc::views
