# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_platform PRIVATE
    data_dir/data_directory.cpp
    data_dir/node_id.cpp
    data_dir/open_file.cpp
    data_dir/private_file.cpp
    data_dir/remembered_address.cpp
    data_dir/tls_files.cpp
    data_dir/write_all.cpp
)
