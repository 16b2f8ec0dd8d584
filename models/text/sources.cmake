# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_models PRIVATE
    text/audit_sentence.cpp text/audit_sentence.h
    text/credential_kind_text.cpp text/credential_kind_text.h
    text/enum_names.cpp text/enum_names.h
    text/figures.cpp text/figures.h
    text/network_names.cpp text/network_names.h
    text/query_terms.cpp text/query_terms.h
)
