# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_models PRIVATE
    credentials/credential_flows.cpp credentials/credential_flows.h
    credentials/credential_list_model.cpp credentials/credential_list_model.h
    credentials/credential_use_model.cpp credentials/credential_use_model.h
    credentials/issuing_flow.cpp credentials/issuing_flow.h
    credentials/secret_delivery.cpp credentials/secret_delivery.h
)
