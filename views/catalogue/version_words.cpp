// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalogue/version_words.h"

#include "contract/rules/version_life.h"
#include "models/catalogue/version_list_model.h"
#include "models/text/figures.h"

#include <QCoreApplication>

namespace pc::views {

namespace {

struct VersionWords
{
    Q_DECLARE_TR_FUNCTIONS(VersionWords)
};

} // namespace

StateLook versionLook(const ApiVersion &version, const QDateTime &now)
{
    const QString text = models::VersionListModel::stateText(version, now);
    if (rules::asksForAttention(version, now))
        return {Severity::Warn, Icon::Warning, text, true};
    switch (rules::stateOf(version, now)) {
    case rules::VersionState::Ended:
        return {Severity::Neutral, Icon::Ban, text, false};
    case rules::VersionState::Deprecated:
        return {Severity::Neutral, Icon::Clock, text, false};
    case rules::VersionState::Current:
        break;
    }
    return {Severity::Neutral, Icon::Check, text, false};
}

QString versionUsedText(const ApiVersion &version)
{
    if (version.partners30d == 0)
        return VersionWords::tr("No partner called it in the last 30 days.");
    return VersionWords::tr("%Ln partner(s) called it in the last 30 days: %1.", "how many, how many calls",
                            version.partners30d)
        .arg(VersionWords::tr("%Ln call(s)", nullptr, models::forPlural(version.calls30d)));
}

} // namespace pc::views
