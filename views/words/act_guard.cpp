// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words/act_guard.h"

#include "models/session/connection.h"
#include "views/words/permission_words.h"
#include "views/words/problem_words.h"

#include <QCoreApplication>

namespace pc::views {

namespace {

struct GuardText
{
    Q_DECLARE_TR_FUNCTIONS(ActGuard)
};

} // namespace

QString blockText(const models::Connection &connection, Op op)
{
    switch (connection.blockOf(op)) {
    case models::ActBlock::None:
        break;
    case models::ActBlock::Loading:
        return GuardText::tr("Loading: what you may do is not known yet.");
    case models::ActBlock::Offline:
        return GuardText::tr("The platform cannot be reached. Nothing is queued while offline.");
    case models::ActBlock::SessionEnded:
        return problemSentence(ProblemCode::SessionOver);
    case models::ActBlock::MissingPermission:
        return whoMayText(QString::fromLatin1(operation(op).id));
    }
    return {};
}

} // namespace pc::views
