// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/field_errors.h"

#include "views/widgets/form_field.h"
#include "views/words/error_words.h"
#include "views/words/member_words.h"

#include <QStringList>

namespace pc::views {

ShownErrors showFieldErrors(const std::optional<client::ApiError> &error, const char *body,
                            const std::function<FormField *(const QString &)> &fieldAt,
                            const std::function<QString(const QString &)> &nameOf)
{
    ShownErrors shown;
    if (!error || !error->problem)
        return shown;
    QStringList rest;
    for (const FieldError &each : error->problem->errors) {
        FormField *field = fieldAt(each.pointer);
        if (!field || !field->isVisibleTo(field->window())) {
            rest.append(memberErrorText(each, nameOf(each.pointer), body));
            continue;
        }
        field->setError(fieldErrorText(each, body));
        shown.first = shown.first ? shown.first : field;
    }
    rest.removeDuplicates();
    shown.rest = rest.join(u'\n');
    return shown;
}

} // namespace pc::views
