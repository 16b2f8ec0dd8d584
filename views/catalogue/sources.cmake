# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    catalogue/api_detail.cpp catalogue/api_detail.h
    catalogue/api_dialogs.cpp catalogue/api_dialogs.h
    catalogue/api_form.cpp catalogue/api_form.h
    catalogue/catalogue_acts.cpp catalogue/catalogue_acts.h
    catalogue/catalogue_delegates.cpp catalogue/catalogue_delegates.h
    catalogue/catalogue_page.cpp catalogue/catalogue_page.h
    catalogue/catalogue_words.cpp catalogue/catalogue_words.h
    catalogue/file_drop.cpp catalogue/file_drop.h
    catalogue/impact_panel.cpp catalogue/impact_panel.h
    catalogue/import_dialog.cpp catalogue/import_dialog.h
    catalogue/notice_dialog.cpp catalogue/notice_dialog.h
    catalogue/notice_text.cpp catalogue/notice_text.h
    catalogue/review_dialog.cpp catalogue/review_dialog.h
    catalogue/revisions_panel.cpp catalogue/revisions_panel.h
    catalogue/routes_panel.cpp catalogue/routes_panel.h
    catalogue/rule_form.cpp catalogue/rule_form.h
    catalogue/upload_row.cpp catalogue/upload_row.h
    catalogue/version_acts.cpp catalogue/version_acts.h
    catalogue/version_delegates.cpp catalogue/version_delegates.h
    catalogue/version_dialogs.cpp catalogue/version_dialogs.h
    catalogue/version_form.cpp catalogue/version_form.h
    catalogue/version_words.cpp catalogue/version_words.h
    catalogue/versions_panel.cpp catalogue/versions_panel.h
)
