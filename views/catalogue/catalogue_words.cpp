// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalogue/catalogue_words.h"

#include "models/catalogue/revision_list_model.h"
#include "models/text/enum_names.h"
#include "models/text/figures.h"
#include "views/words/names.h"

#include <QCoreApplication>
#include <QLocale>

#include <numeric>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

struct CatalogueText
{
    Q_DECLARE_TR_FUNCTIONS(CatalogueWords)
};

} // namespace

QString reviewHeadline(const RevisionCounts &counts)
{
    return CatalogueText::tr("%1: %2", "routes, what changes of them")
        .arg(CatalogueText::tr("%Ln route(s)", nullptr, counts.routes),
             models::RevisionListModel::changesText(counts));
}

QString breaksSentence(const RevisionReview &review)
{
    if (review.brokenPartners == 0)
        return {};
    const qint64 calls =
        std::accumulate(review.broken.cbegin(), review.broken.cend(), qint64(0),
                        [](qint64 sum, const BrokenPartner &each) { return sum + each.calls30d; });
    return CatalogueText::tr("%1: %2", "partners, what happens to them")
        .arg(CatalogueText::tr("It breaks %Ln partner(s)", nullptr, review.brokenPartners),
             CatalogueText::tr("%Ln call(s) of the last 30 days would be refused.", nullptr,
                               models::forPlural(calls)));
}

QString brokenNames(const RevisionReview &review)
{
    constexpr qsizetype shown = 3;
    QStringList names;
    for (const BrokenPartner &each : review.broken.mid(0, shown))
        names.append(inSentence(each.name));
    const int more = review.brokenPartners - static_cast<int>(names.size());
    const QString list = names.join(u", "_s);
    return more > 0 ? CatalogueText::tr("%1 and %Ln more", "names of partners", more).arg(list) : list;
}

QString fileRefusalText(const models::FileRefusal &refusal)
{
    switch (refusal.fault) {
    case models::FileFault::Empty:
        return CatalogueText::tr("The file is empty.");
    case models::FileFault::TooLarge:
        return CatalogueText::tr("The file has %1; the platform takes up to %2.")
            .arg(QLocale().formattedDataSize(refusal.size),
                 QLocale().formattedDataSize(models::largestDescription()));
    case models::FileFault::Unreadable:
        break;
    }
    return refusal.detail.isEmpty() ? CatalogueText::tr("This is not a file that can be read.")
                                    : CatalogueText::tr("The file cannot be read: %1").arg(refusal.detail);
}

QString descriptionFaultText(const client::ApiError &error)
{
    if (error.code() != ProblemCode::DescriptionRefused)
        return {};
    // "line 12: …", as the platform says it.
    const QString &detail = error.problem->detail;
    const QString before = u"line "_s;
    const qsizetype colon = detail.indexOf(u": "_s);
    bool isNumber = false;
    const int line =
        detail.startsWith(before) ? detail.mid(before.size(), colon - before.size()).toInt(&isNumber) : 0;
    if (isNumber)
        return CatalogueText::tr("Line %1 cannot be read. In the platform's words: %2",
                                 "of a file, what the platform says")
            .arg(QLocale().toString(line), detail.mid(colon + 2));
    return detail.isEmpty() ? QString()
                            : CatalogueText::tr("The file cannot be read. In the platform's words: %1",
                                                "what the platform says")
                                  .arg(detail);
}

StateLook stateLook(RevisionState state)
{
    const QString text = models::nameOf(state);
    switch (state) {
    case RevisionState::InForce:
        return {Severity::Neutral, Icon::Check, text, false};
    case RevisionState::Proposed:
        return {Severity::Info, Icon::Clock, text, true};
    case RevisionState::Replaced:
    case RevisionState::Unknown:
        break;
    }
    return {Severity::Neutral, Icon::Undo, text, false};
}

Icon changeIcon(RouteChangeKind kind)
{
    switch (kind) {
    case RouteChangeKind::New:
        return Icon::Plus;
    case RouteChangeKind::Gone:
        return Icon::Minus;
    case RouteChangeKind::Changed:
    case RouteChangeKind::Unknown:
        break;
    }
    return Icon::Edit;
}

} // namespace pc::views
