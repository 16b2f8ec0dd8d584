# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    openapi/described_path.cpp
    openapi/described_version.cpp
    openapi/description_codec.cpp
    openapi/granted_description.cpp
    openapi/json_document.cpp
    openapi/json_text.cpp
    openapi/node.cpp
    openapi/node_builder.cpp
    openapi/plain_scalar.cpp
    openapi/read_description.cpp
    openapi/read_document.cpp
    openapi/references.cpp
    openapi/routes_of.cpp
    openapi/server_path.cpp
    openapi/yaml_document.cpp
)
