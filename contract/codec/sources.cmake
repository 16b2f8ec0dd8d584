# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_contract PRIVATE
    codec/access_codecs.cpp
    codec/audit_codecs.cpp
    codec/base64url.cpp codec/base64url.h
    codec/call_codecs.cpp
    codec/catalogue_codecs.cpp
    codec/codecs.h
    codec/credential_codecs.cpp
    codec/describe.cpp codec/describe.h
    codec/describe_access.h
    codec/describe_change.h
    codec/describe_contact.h
    codec/describe_event.h
    codec/describe_field_error.h
    codec/import_codecs.cpp
    codec/job_codecs.cpp
    codec/json_text.cpp codec/json_text.h
    codec/network_codecs.cpp
    codec/observation_codecs.cpp
    codec/pack_codecs.cpp
    codec/page_codec.h
    codec/partner_codecs.cpp
    codec/program_codecs.cpp codec/program_codecs.h
    codec/repeated_member.cpp codec/repeated_member.h
    codec/session_codecs.cpp
    codec/time_text.cpp codec/time_text.h
    codec/usage_codecs.cpp
    codec/version_codecs.cpp
)
