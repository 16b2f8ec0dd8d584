# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_models PRIVATE
    session/connection.cpp session/connection.h
    session/operator_list_model.cpp session/operator_list_model.h
    session/profiles.cpp session/profiles.h
    session/saved_views.cpp session/saved_views.h
    session/session_keeper.cpp session/session_keeper.h
)
