// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/word_order.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

const QString endOfOptions = QStringLiteral("--");

template <typename T>
const T *named(const std::vector<T> &all, const QString &name)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](const T &each) { return each.name == name; });
    return found == all.end() ? nullptr : &*found;
}

bool looksLikeOption(const QString &word)
{
    return word.startsWith(u"--"_s);
}

/// Of any of a group's commands.
const Option *optionWithin(const Command &group, const QString &name)
{
    for (const Command &command : group.commands) {
        if (const Option *option = named(command.options, name))
            return option;
    }
    return nullptr;
}

class Ordering
{
public:
    Ordering(const Command &root, const QStringList &words) : m_command(&root), m_words(words) {}

    tl::expected<QStringList, UsageFault> run()
    {
        readPath();
        // Of a group whose command is missing or wrong, that is told, and nothing about the options before
        // it.
        const QStringList rest =
            m_command->commands.empty() ? m_early + m_words.mid(m_at) : m_words.mid(m_at);
        QStringList ordered = m_path;
        for (qsizetype i = 0; i < rest.size(); ++i) {
            if (rest[i] == endOfOptions)
                return QStringList(ordered + rest.mid(i));
            const qsizetype equals = looksLikeOption(rest[i]) ? rest[i].indexOf(u'=') : -1;
            const QString name = rest[i].left(equals < 0 ? rest[i].size() : equals);
            const Option *option = named(m_command->options, name);
            if (!option) {
                ordered += rest[i];
                continue;
            }
            ordered += name;
            if (option->placeholder.isEmpty()) {
                if (equals >= 0)
                    return fault(u"%1 takes no value"_s.arg(name));
            } else if (equals >= 0) {
                ordered += rest[i].mid(equals + 1);
            } else if (i + 1 == rest.size() || looksLikeOption(rest[i + 1])) {
                return fault(u"%1 wants a value: %2"_s.arg(name, option->placeholder));
            } else {
                ordered += rest[++i];
            }
        }
        return ordered;
    }

private:
    void readPath()
    {
        while (m_at < m_words.size()) {
            const QString &word = m_words[m_at];
            if (const Command *next = named(m_command->commands, word)) {
                m_command = next;
                m_path += word;
                ++m_at;
                continue;
            }
            const Option *early =
                m_path.isEmpty() ? nullptr : optionWithin(*m_command, word.section(u'=', 0, 0));
            if (!early)
                return;
            const bool hasValue = !early->placeholder.isEmpty() && !word.contains(u'=');
            m_early += m_words.mid(m_at, hasValue ? 2 : 1);
            m_at += hasValue ? 2 : 1;
        }
    }

    [[nodiscard]] tl::unexpected<UsageFault> fault(const QString &why) const
    {
        return tl::make_unexpected(UsageFault{why, m_path});
    }

    const Command *m_command;
    const QStringList m_words;
    qsizetype m_at = 0;
    QStringList m_path;
    QStringList m_early; ///< options that stood before the command's last word
};

} // namespace

tl::expected<QStringList, UsageFault> inOrder(const Command &root, const QStringList &words)
{
    return Ordering(root, words).run();
}

} // namespace pc::platform
