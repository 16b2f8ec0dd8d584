// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/commands/command_palette.h"
#include "views/commands/command_registry.h"
#include "views/widgets/key_cap.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace pc::views {

namespace {

constexpr int exactScore = 2000; // of paletteScore()
constexpr int insideWords = 600; // below: the letters stand somewhere in a word, not at its beginning
constexpr int destroying = 250;
constexpr int unavailable = 2 * exactScore; // below whatever can run

/// "Unfreeze" is no answer to "freeze" because "Freeze…" cannot run now: Enter would do the opposite. What
/// only has the letters inside of a word goes below what is called so.
void sinkAccidents(QList<std::pair<int, PaletteItem>> &found)
{
    const bool named = std::any_of(found.cbegin(), found.cend(), [](const auto &each) {
        return each.first >= insideWords && !each.second.disabledReason.isEmpty();
    });
    if (!named)
        return;
    for (auto &[textScore, item] : found)
        item.score -= textScore < insideWords ? 2 * unavailable : 0;
}

QList<PaletteItem> matches(CommandRegistry *registry, const QStringList &ids, const QString &query, int limit)
{
    QList<std::pair<int, PaletteItem>> scored;
    for (const QString &id : ids) {
        const Command *command = registry->find(id);
        if (command == nullptr || !command->inPalette) {
            continue;
        }
        const QString title = QString(command->title).remove(QLatin1Char('&'));
        const int score = paletteScore(query, title);
        if (score == 0) {
            continue;
        }
        const CommandState state = registry->state(id);
        PaletteItem item;
        item.id = QStringLiteral("command:") + id;
        item.title = title;
        item.icon = command->icon;
        item.keys = keysText(command->shortcut);
        item.destructive = command->destructive;
        if (!state.enabled) {
            item.disabledReason = state.reason.isEmpty()
                                      ? QCoreApplication::translate("CommandPalette", "Not available now")
                                      : state.reason;
        }
        // What destroys is never first unless typed exactly, or nothing else can run; what cannot run now
        // sinks below both: Enter would do nothing.
        item.score = score - (state.enabled ? 0 : unavailable) -
                     (command->destructive && score < exactScore ? destroying : 0);
        item.run = [registry, id] { registry->run(id); };
        scored.append({score, item});
    }
    sinkAccidents(scored);
    QList<PaletteItem> found;
    for (const auto &each : std::as_const(scored))
        found.append(each.second);
    std::stable_sort(found.begin(), found.end(),
                     [](const PaletteItem &a, const PaletteItem &b) { return a.score > b.score; });
    return found.mid(0, limit);
}

class CommandProvider final : public PaletteProvider
{
public:
    CommandProvider(CommandRegistry *registry, CommandIds except)
        : m_registry(registry), m_except(std::move(except))
    {
    }

    [[nodiscard]] QString section() const override
    {
        return QCoreApplication::translate("CommandPalette", "Commands");
    }
    [[nodiscard]] QChar prefix() const override { return QLatin1Char('>'); }

    [[nodiscard]] QList<PaletteItem> match(const QString &query, int limit) const override
    {
        QStringList ids = m_registry->ids();
        const QStringList elsewhere = m_except ? m_except() : QStringList();
        for (const QString &id : elsewhere) {
            ids.removeAll(id);
        }
        return matches(m_registry, ids, query, limit);
    }

private:
    CommandRegistry *m_registry;
    CommandIds m_except;
};

class ContextProvider final : public PaletteProvider
{
public:
    ContextProvider(CommandRegistry *registry, CommandIds ids, std::function<QString()> heading)
        : m_registry(registry), m_ids(std::move(ids)), m_heading(std::move(heading))
    {
    }

    [[nodiscard]] QString section() const override { return m_heading(); }
    [[nodiscard]] QChar prefix() const override { return QLatin1Char('>'); }

    [[nodiscard]] QList<PaletteItem> match(const QString &query, int limit) const override
    {
        QList<PaletteItem> found = matches(m_registry, m_ids(), query, limit);
        for (PaletteItem &item : found) {
            item.score += item.score > 0 ? 40 : 0; // what is on show is meant more often
        }
        return found;
    }

private:
    CommandRegistry *m_registry;
    CommandIds m_ids;
    std::function<QString()> m_heading;
};

} // namespace

std::unique_ptr<PaletteProvider> makeCommandProvider(CommandRegistry *registry, CommandIds except)
{
    return std::make_unique<CommandProvider>(registry, std::move(except));
}

std::unique_ptr<PaletteProvider> makeContextProvider(CommandRegistry *registry, CommandIds ids,
                                                     std::function<QString()> heading)
{
    return std::make_unique<ContextProvider>(registry, std::move(ids), std::move(heading));
}

} // namespace pc::views
