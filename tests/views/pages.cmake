# SPDX-License-Identifier: GPL-3.0-or-later
# Pages about partners, over a sample service behind the transport seam.
add_library(pc_test_pages STATIC
    audit/audit_fixture.cpp audit/audit_fixture.h audit/audit_panel_driver.h
    calls/sample_calls.cpp calls/sample_calls.h
    catalogue/catalogue_fixture.cpp catalogue/catalogue_fixture.h
    credentials/credential_fixture.cpp credentials/credential_fixture.h credentials/dialog_fixture.h list_fields.h
    observing/observing_fixture.cpp observing/observing_fixture.h
    imports/imports_fixture.cpp imports/imports_fixture.h
    jobs/activity_fixture.cpp jobs/activity_fixture.h
    pages_fixture.cpp pages_fixture.h
    scopes/scopes_fixture.cpp scopes/scopes_fixture.h
    sample_data.cpp sample_service.cpp sample_service.h
    typing.cpp typing.h)
target_link_libraries(pc_test_pages PUBLIC pc_options pc_views pc_test_support Qt6::Test)
pc_precompile(pc_test_pages pc_widget_headers)

# Every page in light, dark and right-to-left, as pictures: pages_gallery DIR
add_executable(pages_gallery pages_gallery.cpp)
target_link_libraries(pages_gallery PRIVATE pc_test_pages pc_translations)

pc_add_test(charts/tst_chart LABEL views LIBS pc_views)
foreach(unit tst_strip_parts tst_time_popover tst_time_scroll_bar tst_time_strip
        tst_time_strip_drawn)
    pc_add_test(time/${unit} LABEL views LIBS pc_views)
endforeach()
pc_add_test(words/tst_change_rows LABEL views LIBS pc_views)
pc_add_test(widgets/tst_timeline_scroller LABEL views LIBS pc_views pc_test_support)
pc_add_test(export/tst_csv_text LABEL views LIBS pc_views)
pc_add_test(tst_drawn LABEL views LIBS pc_views)
pc_add_test(words/tst_names LABEL views LIBS pc_views)
# Every page and dialog, as it is made and as it answers to use, beside files that keep it.
add_library(pc_test_scenes STATIC control_uses.cpp control_uses.h dump_difference.cpp dump_difference.h
            dump_line.h kept_lines.cpp kept_lines.h page_line.cpp page_line.h
            reactions.cpp reactions.h scene_kinds.h scenes.cpp scenes.h
            view_dump.cpp view_dump.h widget_dump.cpp widget_dump.h)
target_link_libraries(pc_test_scenes PUBLIC pc_test_pages)
pc_precompile(pc_test_scenes pc_widget_headers)
pc_add_test(tst_said LABEL views LIBS pc_test_scenes TIMEOUT 300)
target_compile_definitions(tst_said PRIVATE PC_SAID_DIR="${CMAKE_CURRENT_SOURCE_DIR}/said")
pc_add_test(tst_reactions LABEL views LIBS pc_test_scenes TIMEOUT 300 PARTS 4)
set_tests_properties(tst_reactions tst_reactions_1 tst_reactions_2 tst_reactions_3 PROPERTIES COST 60) # begin early
target_compile_definitions(tst_reactions PRIVATE PC_REACTIONS_DIR="${CMAKE_CURRENT_SOURCE_DIR}/reactions")
pc_add_test(usage/tst_figures LABEL views LIBS pc_views)
pc_add_test(words/tst_words LABEL views LIBS pc_views)
pc_add_test(dialogs/tst_field_errors LABEL views LIBS pc_test_pages)
pc_add_test(dialogs/tst_flow_dialog LABEL views LIBS pc_test_pages)
pc_add_test(partner/tst_edit_partner LABEL views LIBS pc_test_pages)
pc_add_test(dialogs/tst_kind_choice LABEL views LIBS pc_views)
pc_add_test(dialogs/tst_left_acts LABEL views LIBS pc_test_pages)
pc_add_test(shell/tst_session_strip LABEL views LIBS pc_views)
pc_add_test(partners/tst_partner_filter LABEL views LIBS pc_views)
pc_add_test(partners/tst_partners_page LABEL views LIBS pc_test_pages)
pc_add_test(partner/tst_partner_page LABEL views LIBS pc_test_pages)
pc_add_test(partner/tst_pack_dialog LABEL views LIBS pc_test_pages)
pc_add_test(access/tst_access_tab LABEL views LIBS pc_test_pages)
pc_add_test(access/tst_networks_tab LABEL views LIBS pc_test_pages)
find_package(yaml-cpp REQUIRED)
pc_add_test(fields/tst_limits_agree LABEL views
    SOURCES fields/chosen_fields.cpp fields/limit_edges.cpp fields/limit_edges.h ../contract/api/openapi_spec.cpp ../contract/codec/codec_table.cpp
    LIBS pc_test_pages pc_platform yaml-cpp)
pc_add_test(partner_forms/tst_typed_is_stored LABEL views LIBS pc_test_pages TIMEOUT 300)
pc_add_test(partner_forms/tst_form_round_trip LABEL views LIBS pc_test_pages)
pc_add_test(catalogue/tst_import_dialog LABEL views LIBS pc_test_pages)
pc_add_test(catalogue/tst_catalogue_page LABEL views LIBS pc_test_pages)
pc_add_test(observing/tst_observing_page LABEL views LIBS pc_test_pages)
pc_add_test(catalogue/tst_versions_panel LABEL views LIBS pc_test_pages)
pc_add_test(scopes/tst_scopes_page LABEL views LIBS pc_test_pages)
pc_add_test(imports/tst_table_import LABEL views LIBS pc_test_pages)
pc_add_test(imports/tst_legacy_page LABEL views LIBS pc_test_pages)
pc_add_test(jobs/tst_activity LABEL views LIBS pc_test_pages)
pc_add_test(usage/tst_usage_tab LABEL views LIBS pc_test_pages)
pc_add_test(audit/tst_audit_page LABEL views LIBS pc_test_pages)
pc_add_test(calls/tst_calls_page LABEL views LIBS pc_test_pages)
pc_add_test(audit/tst_audit_event LABEL views LIBS pc_test_pages)
pc_add_test(audit/tst_audit_query_text LABEL views LIBS pc_views)
pc_add_test(credentials/tst_credential_columns LABEL views LIBS pc_test_pages)
pc_add_test(credentials/tst_credential_list LABEL views LIBS pc_test_pages)
pc_add_test(credentials/tst_credential_selection LABEL views LIBS pc_views pc_test_support)
pc_add_test(credentials/tst_credential_pane LABEL views LIBS pc_test_pages)
pc_add_test(credentials/tst_credential_dialogs LABEL views LIBS pc_test_pages)
pc_add_test(credentials/tst_issue_dialog LABEL views LIBS pc_test_pages)
pc_add_test(credentials/tst_rotate_dialog LABEL views LIBS pc_test_pages)
pc_add_test(credentials/tst_secret_dialog LABEL views LIBS pc_test_pages)
pc_add_test(onboarding/tst_onboarding_page LABEL views LIBS pc_test_pages)
pc_add_test(onboarding/tst_review_step LABEL views LIBS pc_test_pages)
