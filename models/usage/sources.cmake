# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_models PRIVATE
    usage/usage_calls.cpp usage/usage_calls.h
    usage/usage_model.cpp usage/usage_model.h
)
