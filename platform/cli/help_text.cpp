// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/help_text.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype widestTerm = 30; ///< what is wider has its explanation on the next line

/// `text` behind `first`, its further lines indented by `indent`; cut between words, but at no U+00A0.
QString filled(const QString &first, qsizetype indent, const QString &text)
{
    QString result;
    QString line = first;
    bool isEmpty = true;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (!isEmpty && line.size() + 1 + word.size() > helpWidth) {
            result += line + u'\n';
            line = QString(indent, u' ');
            isEmpty = true;
        }
        line += isEmpty ? word : QString(u' ' + word);
        isEmpty = false;
    }
    result += line + u'\n';
    return result.replace(u'\u00a0', u' ');
}

struct Term
{
    QString name;
    QString help;
};

/// "  NAME  help", the helps below each other.
QString listed(const std::vector<Term> &terms)
{
    qsizetype width = 0;
    for (const Term &term : terms)
        if (term.name.size() <= widestTerm)
            width = std::max(width, term.name.size());
    const qsizetype indent = 2 + width + 2;
    QString text;
    for (const Term &term : terms) {
        const QString name = u"  "_s + term.name;
        if (term.name.size() > widestTerm)
            text += name + u'\n' + filled(QString(indent, u' '), indent, term.help);
        else
            text += filled(name.leftJustified(indent), indent, term.help);
    }
    return text;
}

QString nameAndValue(const Option &option)
{
    return option.placeholder.isEmpty() ? option.name : QString(option.name + u' ' + option.placeholder);
}

QString usageOf(const Command &command, const QString &called)
{
    QString usage = called;
    for (const Operand &operand : command.operands)
        usage += u' ' + operand.name;
    bool hasMore = false;
    for (const Option &option : command.options) {
        if (option.isRequired)
            usage += u' ' + nameAndValue(option);
        else
            hasMore = true;
    }
    return hasMore ? QString(usage + u" [OPTIONS]"_s) : usage;
}

QString usageText(const Command &command, const QString &called)
{
    const QString first = u"Usage: "_s;
    if (command.commands.empty())
        return filled(first, first.size() + 2, usageOf(command, called));
    const bool deep = std::any_of(command.commands.begin(), command.commands.end(),
                                  [](const Command &each) { return !each.commands.empty(); });
    if (deep)
        return filled(first, first.size(), called + u" COMMAND [OPTIONS]"_s);
    QString text;
    for (const Command &each : command.commands)
        text += filled(text.isEmpty() ? first : QString(first.size(), u' '), first.size() + 2,
                       usageOf(each, called + u' ' + each.name));
    return text;
}

} // namespace

QString helpText(const Command &command, const QString &program, const QStringList &path)
{
    const QString called = (QStringList{program} + path).join(u' ');
    QString text = usageText(command, called);
    const QStringList paragraphs = command.text.split(u"\n\n"_s, Qt::SkipEmptyParts);
    for (const QString &paragraph : paragraphs)
        text += u'\n' + filled({}, 0, paragraph);
    if (!command.commands.empty()) {
        std::vector<Term> commands;
        for (const Command &each : command.commands)
            commands.push_back({each.name, each.summary});
        text += u"\nCommands:\n"_s + listed(commands);
        text += u'\n' + filled({}, 0, called + u" COMMAND --help tells a command's options."_s);
    }
    std::vector<Term> options;
    for (const Option &option : command.options)
        options.push_back({nameAndValue(option), option.help});
    options.push_back({u"--help"_s, u"this text"_s});
    return text + u"\nOptions:\n"_s + listed(options);
}

QString exitCodesText()
{
    std::vector<Term> codes;
    for (const ExitCodeRow &row : exitCodes())
        codes.push_back({QString::number(static_cast<int>(row.code)), QString::fromLatin1(row.meaning)});
    return u"\nExit codes:\n"_s + listed(codes);
}

} // namespace pc::platform
