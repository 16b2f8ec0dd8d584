// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/tokens.h"

#include <QIcon>
#include <QRectF>

class QPainter;

namespace pc::views {

/// The console's own strokes on a 20 x 20 grid.
enum class Icon {
    None,
    Home,
    Partners,
    Approvals,
    Incidents,
    Usage,
    Audit,
    Credentials,
    Sandbox,
    Scopes,
    Plus,
    Minus,
    Export,
    Download,
    Upload,
    Search,
    Filter,
    Columns,
    Check,
    CheckCircle,
    Warning,
    Clock,
    Ban,
    Refresh,
    Rotate,
    Key,
    Certificate,
    Box,
    Shield,
    Copy,
    Eye,
    EyeOff,
    Close,
    CircleX,
    ChevronLeft,
    ChevronRight,
    ChevronUp,
    ChevronDown,
    ArrowRight,
    ArrowUp,
    ArrowDown,
    Dots,
    Gear,
    Inbox,
    Link,
    User,
    Moon,
    Sun,
    Display,
    Offline,
    Online,
    Play,
    Pause,
    Edit,
    Trash,
    Undo,
    Info,
    Freeze,
    Terminal,
    Route,
    Gauge,
    Calendar,
    Globe,
    Mail,
    Lock,
    Server,
    Folder,
    Flask,
    Send,
    Tag,
    Command,
    Sidebar,
    File,
    Help,
    Logout,
    Catalogue,
    Count ///< number of icons, not one of them
};

/// An icon that follows the theme: colours are taken from the tokens when it is painted.
/// The tone applies to the normal mode; disabled and selected modes use their own tokens.
[[nodiscard]] QIcon icon(Icon which, Tone tone = Tone::Muted);

/// Paints the strokes of `which` into the square centred in `rect`; the stroke is 1.6 px per 20 px.
void paintIcon(QPainter *painter, Icon which, const QRectF &rect, const QColor &color);

/// Identifier used in QIcon::name(), e.g. "pc-key"; and back (Icon::None for foreign icons).
[[nodiscard]] QString iconName(Icon which);
[[nodiscard]] Icon iconFromName(const QString &name);

/// Whether the icon points somewhere and is therefore mirrored in right-to-left layouts (chevrons, arrows,
/// undo).
[[nodiscard]] bool isDirectional(Icon which);

} // namespace pc::views
