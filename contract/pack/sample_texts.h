// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pc::pack {

/// The programs of sample_programs.h, each behind one line end, with @NAMES@ for what is the partner's.
extern const char16_t *const shellText;
extern const char16_t *const pythonText;
extern const char16_t *const nodeText;
extern const char16_t *const javaText;

} // namespace pc::pack
