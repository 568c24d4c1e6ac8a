# SPDX-FileCopyrightText: 2026 The Headgate authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Reading the headers of Qt, nlohmann-json and the standard library is two thirds of the work of a clean build. They are
# compiled once for what shows windows and once for the rest; every target reuses one of the two. Each file still
# includes what it uses: the presets asan and fuzz build without, and tell when one does not.

# ccache needs the flag (and CCACHE_SLOPPINESS, see packaging/lib/common.sh) to reuse what was built with them.
if(NOT CMAKE_DISABLE_PRECOMPILE_HEADERS)
    add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endif()

function(add_precompiled_headers name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "HEADERS;USES")
    file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp CONTENT "")
    add_library(${name} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
    set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
    target_precompile_headers(${name} PRIVATE ${arg_HEADERS})
    target_link_libraries(${name} PRIVATE build_flags nlohmann_json::nlohmann_json ${arg_USES})
endfunction()

# More than these costs more to load than it saves.
set(core_headers <QString> <QDateTime> <nlohmann/json.hpp>)
add_precompiled_headers(precompiled_core HEADERS ${core_headers} USES Qt6::Core)
add_precompiled_headers(precompiled_widgets HEADERS ${core_headers} <QApplication> <QPushButton> <QBoxLayout> <QLineEdit> USES Qt6::Widgets)

# reuse_precompiled_headers(TARGET used…): what uses something that shows windows shows windows itself.
function(reuse_precompiled_headers target)
    set(headers precompiled_core)
    foreach(used IN LISTS ARGN)
        set(theirs "")
        if(TARGET headgate_${used})
            get_target_property(theirs headgate_${used} PRECOMPILE_HEADERS_REUSE_FROM)
        endif()
        if(used STREQUAL Qt6::Widgets OR theirs STREQUAL precompiled_widgets)
            set(headers precompiled_widgets)
        endif()
    endforeach()
    target_precompile_headers(${target} REUSE_FROM ${headers})
endfunction()
