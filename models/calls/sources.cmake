# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_models PRIVATE
    calls/call_explanation_model.cpp calls/call_explanation_model.h
    calls/call_export.cpp calls/call_export.h
    calls/call_facet_model.cpp calls/call_facet_model.h
    calls/call_histogram_model.cpp calls/call_histogram_model.h
    calls/call_list_model.cpp calls/call_list_model.h
    calls/call_lookup.cpp calls/call_lookup.h
    calls/call_models.cpp calls/call_models.h
    calls/call_names.cpp calls/call_names.h
    calls/call_query_text.cpp calls/call_query_text.h
    calls/change_marks_model.cpp calls/change_marks_model.h
    calls/gateway_evidence_model.cpp calls/gateway_evidence_model.h
    calls/pasted_text.cpp calls/pasted_text.h
    calls/refusals_model.cpp calls/refusals_model.h
)
