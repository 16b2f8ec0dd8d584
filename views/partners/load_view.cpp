// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partners/load_view.h"

#include "views/widgets/relative_time.h"
#include "views/widgets/state_stack.h"
#include "views/words/error_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LoadView)
};

struct Snapshot
{
    models::LoadState state;
    const std::optional<client::ApiError> &error;
    QDateTime loadedAt;
    bool busy;
    bool empty;
};

bool isAway(const std::optional<client::ApiError> &error)
{
    return error
           && (error->kind == client::ErrorKind::Offline || error->kind == client::ErrorKind::Timeout
               || error->kind == client::ErrorKind::Tls);
}

QString shownFrom(const QDateTime &loadedAt)
{
    const QString at = QLocale().toString(loadedAt.toUTC().time(), u"HH:mm"_s);
    return Text::tr("Showing data from %1 UTC.").arg(at);
}

void show(StateStack *stack, const Snapshot &now, const QString &what)
{
    using models::LoadState;
    switch (now.state) {
    case LoadState::Idle:
    case LoadState::Loading:
        stack->showLoading();
        return;
    case LoadState::Ready:
        if (now.empty && !now.busy)
            stack->showEmpty();
        else if (now.busy)
            stack->showRefreshing();
        else
            stack->showContent();
        return;
    case LoadState::Stale:
        if (isAway(now.error))
            stack->showOffline(Text::tr("The platform cannot be reached. %1").arg(shownFrom(now.loadedAt)), true);
        else
            stack->showStale(Text::tr("The last refresh failed. %1").arg(shownFrom(now.loadedAt)));
        return;
    case LoadState::Offline:
        stack->showOffline(now.error ? describeError(*now.error, what).remedy : QString(), false);
        return;
    case LoadState::Forbidden: {
        const QString permission = now.error && now.error->problem ? now.error->problem->permission : QString();
        stack->showForbidden(permission, now.error ? describeError(*now.error, what).remedy : QString());
        return;
    }
    case LoadState::Error:
        if (now.error)
            stack->showError(describeError(*now.error, what));
        return;
    }
}

} // namespace

void showLoadState(StateStack *stack, const models::PagedModel &model, const QString &what)
{
    show(stack, {model.state(), model.error(), model.loadedAt(), model.isBusy(), model.rowCount() == 0}, what);
}

void showLoadState(StateStack *stack, const models::ObjectModel &model, const QString &what)
{
    show(stack, {model.state(), model.error(), model.loadedAt(), model.isRefreshing(), !model.hasValue()}, what);
}

QString freshnessText(const QDateTime &loadedAt, const TimeTicker &ticker)
{
    return loadedAt.isValid() ? Text::tr("Updated %1").arg(ticker.relative(loadedAt)) : QString();
}

} // namespace pc::views
