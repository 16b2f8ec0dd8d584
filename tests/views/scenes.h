// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

#include <functional>
#include <memory>

namespace pc::views {
class ThemeController;
}

namespace pc::test {

class PagesFixture;

/// One page, tab or dialog, open over the sample service.
struct Scene
{
    virtual ~Scene() = default;
    [[nodiscard]] virtual QWidget &window() = 0;
    /// What the page is given; nullptr for windows that stand before any platform is open.
    [[nodiscard]] virtual PagesFixture *pages() { return nullptr; }
};

struct NamedScene
{
    const char *name;
    std::function<std::unique_ptr<Scene>()> make;
    bool commands = false; ///< those that stand here are run as well
};

/// Every page and tab, and every dialog that opens from one.
[[nodiscard]] QList<NamedScene> scenes(views::ThemeController &theme);

} // namespace pc::test
