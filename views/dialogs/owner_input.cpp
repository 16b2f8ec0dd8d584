// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/owner_input.h"

#include "contract/rules/field_limits.h"
#include "models/session/connection.h"
#include "models/session/operator_list_model.h"
#include "views/widgets/choice_input.h"
#include "views/words/names.h"

#include <QCoreApplication>

namespace pc::views {

namespace {

struct OwnerText
{
    Q_DECLARE_TR_FUNCTIONS(OwnerInput)
};

QList<ChoiceInput::Choice> choicesOf(const QList<Operator> &operators)
{
    QList<ChoiceInput::Choice> choices;
    for (const Operator &each : operators) {
        const bool plain = each.displayName.isEmpty() || each.displayName == each.account;
        choices.append({each.account,
                        plain ? each.account
                              : OwnerText::tr("%1 (%2)", "person, account")
                                    .arg(inSentence(each.displayName), each.account),
                        {each.displayName}});
    }
    return choices;
}

} // namespace

ChoiceInput *makeOwnerInput(const QString &name, models::Connection &connection)
{
    auto *input = new ChoiceInput(name);
    input->setLimit(rules::limit("PartnerDraft", "owner"));
    input->setClosed(false);
    input->setUnknownText(OwnerText::tr("There is no such operator. Choose one from the list."));
    auto *list = new models::OperatorListModel(connection.sessions(), connection.feed(), input);
    QObject::connect(list, &models::OperatorListModel::changed, input, [input, list] {
        const QString owner = input->value();
        input->setClosed(list->hasValue());
        input->setChoices(choicesOf(list->operators()));
        input->showValue(owner);
    });
    list->refresh();
    return input;
}

} // namespace pc::views
