# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_client PRIVATE
    sign_in/keychain_store.cpp sign_in/keychain_store.h
    sign_in/secret_store.cpp sign_in/secret_store.h
    sign_in/session_token.cpp sign_in/session_token.h
)
