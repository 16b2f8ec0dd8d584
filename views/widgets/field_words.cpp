// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/field_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace pc::views {

using rules::FieldFault;
using rules::FieldKind;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FieldWords)
};

QString rangeText(const rules::FieldLimit &limit)
{
    const QLocale locale;
    const QString from = locale.toString(limit.minimum);
    const QString to = locale.toString(limit.maximum);
    return limit.kind == FieldKind::Decimal
               ? Words::tr("More than %1, at most %2.", "number, number").arg(from, to)
               : Words::tr("From %1 to %2.", "number, number").arg(from, to);
}

/// Without the field's own figures.
QString plainText(FieldFault fault)
{
    switch (fault) {
    case FieldFault::Required:
        return Words::tr("This is needed.");
    case FieldFault::TooShort:
        return Words::tr("This is too short.");
    case FieldFault::TooLong:
        return Words::tr("This is too long. Shorten it.");
    case FieldFault::TooMany:
        return Words::tr("These are too many.");
    case FieldFault::Repeated:
        return Words::tr("Something stands here twice.");
    case FieldFault::OutOfRange:
        return Words::tr("This is out of range.");
    case FieldFault::NotText:
        return Words::tr("Nothing of this can be seen or stored. Type it anew.");
    case FieldFault::BadCharacters:
        return Words::tr("There is a line break or a character here that is not seen. Type it anew.");
    case FieldFault::BadFormat:
        return Words::tr("This does not have the right form.");
    case FieldFault::UnknownValue:
        return Words::tr("There is no such value. Choose another one.");
    }
    return {};
}

} // namespace

QString faultText(const rules::FieldLimit &limit, FieldFault fault)
{
    switch (fault) {
    case FieldFault::TooShort:
        return Words::tr("At least %n character(s) are needed.", nullptr, static_cast<int>(limit.minimum));
    case FieldFault::TooMany:
        return Words::tr("At most %n value(s).", nullptr, limit.maximumItems);
    case FieldFault::OutOfRange:
        return rangeText(limit);
    default:
        return plainText(fault);
    }
}

QString textFaultText(const rules::FieldLimit &limit, const QString &value)
{
    const std::optional<FieldFault> fault = rules::faultOf(limit, value);
    if (!fault)
        return {};
    return *fault == FieldFault::TooLong ? tooLongText(limit, value) : faultText(limit, *fault);
}

QString listFaultText(const rules::FieldLimit &limit, const QStringList &values)
{
    if (values.size() > limit.maximumItems)
        return faultText(limit, FieldFault::TooMany);
    for (const QString &value : values)
        if (const QString text = textFaultText(limit, value); !text.isEmpty())
            return Words::tr("%1: %2", "one of several values, what is wrong with it")
                .arg(value.left(24), text);
    return {};
}

QString tooLongText(const rules::FieldLimit &limit, const QString &value)
{
    const qsizetype excess = rules::codePoints(value) - limit.maximum;
    return excess <= 0 ? QString()
                       : Words::tr("%n character(s) too many: at most %1.", nullptr, static_cast<int>(excess))
                             .arg(QLocale().toString(limit.maximum));
}

QString codeText(const QString &code)
{
    static constexpr std::array all{
        FieldFault::Required,  FieldFault::TooShort,    FieldFault::TooLong, FieldFault::TooMany,
        FieldFault::Repeated,  FieldFault::OutOfRange,  FieldFault::NotText, FieldFault::BadCharacters,
        FieldFault::BadFormat, FieldFault::UnknownValue};
    for (const FieldFault fault : all)
        if (rules::codeOf(fault) == code)
            return plainText(fault);
    return {};
}

} // namespace pc::views
