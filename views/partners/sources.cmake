# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    partners/credential_lines.cpp partners/credential_lines.h
    partners/partner_delegate.cpp partners/partner_delegate.h
    partners/partner_filter.cpp partners/partner_filter.h
    partners/partner_filter_bar.cpp partners/partner_filter_bar.h
    partners/partner_peek.cpp partners/partner_peek.h
    partners/partners_commands.cpp partners/partners_commands.h
    partners/partners_page.cpp partners/partners_page.h
    partners/value_panel.cpp partners/value_panel.h
)
