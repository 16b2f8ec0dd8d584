// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/commands/command_palette.h"
#include "views/commands/command_registry.h"

#include <QCoreApplication>

namespace pc::views {

namespace {

class CommandProvider final : public PaletteProvider
{
public:
    explicit CommandProvider(CommandRegistry *registry) : m_registry(registry) {}

    [[nodiscard]] QString section() const override
    {
        return QCoreApplication::translate("CommandPalette", "Commands");
    }
    [[nodiscard]] QChar prefix() const override { return QLatin1Char('>'); }

    [[nodiscard]] QList<PaletteItem> match(const QString &query, int limit) const override
    {
        QList<PaletteItem> found;
        const QStringList ids = m_registry->ids();
        for (const QString &id : ids) {
            const Command &command = *m_registry->find(id);
            const QString title = QString(command.title).remove(QLatin1Char('&'));
            const int score = command.inPalette ? paletteScore(query, title) : 0;
            if (score == 0) {
                continue;
            }
            const CommandState state = m_registry->state(id);
            PaletteItem item;
            item.id = QStringLiteral("command:") + id;
            item.title = title;
            item.icon = command.icon;
            item.keys = command.shortcut.toString(QKeySequence::NativeText);
            item.destructive = command.destructive;
            item.disabledReason = state.enabled ? QString()
                                  : state.reason.isEmpty()
                                      ? QCoreApplication::translate("CommandPalette", "Not available now")
                                      : state.reason;
            // What cannot run now sinks; what destroys is never first unless typed exactly.
            item.score = score - (state.enabled ? 0 : 150) - (command.destructive && score < 2000 ? 250 : 0);
            item.run = [registry = m_registry, id] { registry->run(id); };
            found.append(item);
        }
        std::stable_sort(found.begin(), found.end(),
                         [](const PaletteItem &a, const PaletteItem &b) { return a.score > b.score; });
        return found.mid(0, limit);
    }

private:
    CommandRegistry *m_registry;
};

} // namespace

std::unique_ptr<PaletteProvider> makeCommandProvider(CommandRegistry *registry)
{
    return std::make_unique<CommandProvider>(registry);
}

} // namespace pc::views
