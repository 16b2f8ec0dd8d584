// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/network_words.h"

#include "models/access/networks_editor.h"
#include "models/access/networks_model.h"
#include "models/text/figures.h"
#include "views/words/change_rows.h"
#include "views/words/observation_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;

namespace {

struct NetworkText
{
    Q_DECLARE_TR_FUNCTIONS(NetworkWords)
};

bool isAnyInForce(const QList<NetworkEntry> &list, const QDateTime &now)
{
    const QList<rules::NetworkSpan> spans = rules::spansOf(list);
    return std::any_of(spans.begin(), spans.end(),
                       [&now](const rules::NetworkSpan &span) { return rules::isInForce(span, now); });
}

ListStanding ofProduction(const NetworkRulesEdit &edit, const QDateTime &now)
{
    const auto lines = static_cast<int>(edit.production.size());
    const bool isWaived = edit.waiver && edit.waiver->until.isValid() && rules::isInForce(*edit.waiver, now);
    if (lines > 0 && !isAnyInForce(edit.production, now))
        return {Severity::Bad, NetworkText::tr("No line is in force: every call in production is refused."),
                true};
    if (lines > 0 && isWaived)
        return {Severity::Info,
                NetworkText::tr("Calls pass from %n listed network(s) only; the waiver has no "
                                "effect while there is a list.",
                                nullptr, lines),
                true};
    if (lines > 0)
        return {Severity::Neutral,
                NetworkText::tr("Calls pass from %n listed network(s) only.", nullptr, lines), true};
    if (isWaived)
        return {Severity::Warn,
                NetworkText::tr("Nothing is listed. The list is waived: calls pass from anywhere until %1.")
                    .arg(models::utcText(edit.waiver->until))};
    return {
        Severity::Bad,
        NetworkText::tr("Nothing is listed and no waiver is in force: every call in production is refused."),
        true};
}

} // namespace

QString listText(const models::NetworkListName &name, const models::NetworksModel &networks)
{
    if (name.credentialId.isEmpty())
        return name.realm == Realm::Sandbox ? NetworkText::tr("Sandbox") : NetworkText::tr("Production");
    for (const Credential &credential : networks.credentials())
        if (credential.id == name.credentialId)
            return credential.name;
    return name.credentialId;
}

ListStanding standingOf(const models::NetworksEditor &editor, const models::NetworkListName &name)
{
    const QDateTime now = editor.now();
    const QList<rules::NetworkRemark> remarks = editor.remarks(name);
    const auto faulty =
        static_cast<int>(std::count_if(remarks.begin(), remarks.end(), [](const rules::NetworkRemark &each) {
            return rules::isRefused(each.finding);
        }));
    if (faulty > 0) // at most one such remark a line
        return {Severity::Bad, NetworkText::tr("%n line(s) cannot be saved as they stand.", nullptr, faulty)};
    if (name.credentialId.isEmpty() && name.realm == Realm::Production)
        return ofProduction(editor.edit(), now);
    const QList<NetworkEntry> list = editor.list(name);
    const auto lines = static_cast<int>(list.size());
    if (lines > 0 && !isAnyInForce(list, now))
        return {Severity::Bad, NetworkText::tr("No line is in force: every such call is refused."), true};
    if (name.credentialId.isEmpty())
        return {Severity::Neutral,
                lines == 0 ? NetworkText::tr("Nothing is listed: calls in the sandbox pass from anywhere.")
                           : NetworkText::tr("Calls pass from %n listed network(s) only.", nullptr, lines),
                lines > 0};
    return {Severity::Neutral,
            lines == 0 ? NetworkText::tr(
                             "Not narrowed: its calls pass from wherever the list of its realm lets them.")
                       : NetworkText::tr("Its calls pass from %n network(s) only, and only where the list of "
                                         "its realm lets them too.",
                                         nullptr, lines),
            lines > 0};
}

QString stillFromAnywhereText(const QList<ObservationSummary> &over)
{
    if (over.isEmpty())
        return {};
    return stillPassText(over) + u' ' +
           NetworkText::tr("Tokens are given only where the lists let the partner call.");
}

QList<DiffRow> networkRows(const QList<FieldChange> &changes, const models::NetworksModel &networks)
{
    QList<DiffRow> rows = changeRows(changes);
    for (DiffRow &row : rows) {
        if (row.field == "production"_L1)
            row.field = listText({Realm::Production, {}}, networks);
        else if (row.field == "sandbox"_L1)
            row.field = listText({Realm::Sandbox, {}}, networks);
        else if (row.field == "waiver"_L1)
            row.field = NetworkText::tr("Waiver");
        else if (row.field.startsWith("credentials."_L1))
            row.field = listText({Realm::Unknown, row.field.section(u'.', 1)}, networks);
    }
    return rows;
}

} // namespace pc::views
