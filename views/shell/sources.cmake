# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND PC_VIEWS_KIT_SOURCES)
