// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/fonts.h"

#include <QDir>
#include <QFontDatabase>
#include <QResource>

static void initResources()
{
    Q_INIT_RESOURCE(pc_fonts);
}

namespace pc::views {

bool registerBundledFonts()
{
    static const bool registered = [] {
        initResources();
        bool all = true;
        const QDir dir(QStringLiteral(":/pc/fonts"));
        const QStringList files = dir.entryList({QStringLiteral("*.otf"), QStringLiteral("*.ttf")});
        for (const QString &file : files) {
            all = QFontDatabase::addApplicationFont(dir.filePath(file)) >= 0 && all;
        }
        return all && !files.isEmpty();
    }();
    return registered;
}

} // namespace pc::views
