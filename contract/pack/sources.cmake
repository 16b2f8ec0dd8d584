# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_contract PRIVATE
    pack/calendar.cpp pack/calendar.h
    pack/code_samples.cpp pack/code_samples.h
    pack/error_advice.cpp pack/error_advice.h
    pack/lacks.cpp pack/lacks.h
    pack/language.h
    pack/pack_files.cpp pack/pack_files.h
    pack/pack_page.cpp pack/pack_page.h
    pack/page.cpp pack/page.h
    pack/sample_programs.cpp pack/sample_programs.h
    pack/sample_texts.cpp pack/sample_texts.h
    pack/zip_archive.cpp pack/zip_archive.h
)
