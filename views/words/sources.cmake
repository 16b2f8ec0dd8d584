# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    words/act_guard.cpp words/act_guard.h
    words/call_query_words.cpp words/call_query_words.h
    words/call_words.cpp words/call_words.h
    words/change_rows.cpp words/change_rows.h
    words/countries.cpp words/countries.h
    words/draft_words.cpp words/draft_words.h
    words/error_words.cpp words/error_words.h
    words/fact_words.cpp words/fact_words.h
    words/gate_words.cpp words/gate_words.h
    words/job_words.cpp words/job_words.h
    words/key_words.cpp words/key_words.h
    words/load_view.cpp words/load_view.h
    words/member_words.cpp words/member_words.h
    words/names.cpp words/names.h
    words/observation_words.cpp words/observation_words.h
    words/partner_facts.cpp words/partner_facts.h
    words/proof_words.cpp words/proof_words.h
    words/reason_words.cpp words/reason_words.h
    words/remedy_words.cpp words/remedy_words.h
    words/ticket_text.cpp words/ticket_text.h
    words/use_words.cpp words/use_words.h
    words/permission_words.cpp words/permission_words.h
    words/problem_words.cpp words/problem_words.h
    words/words.cpp words/words.h
)
