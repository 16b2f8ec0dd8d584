// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pc::views {

/// Registers the bundled fonts (Inter, JetBrains Mono, Noto Sans Arabic) once; false when one of them failed.
bool registerBundledFonts();

} // namespace pc::views
