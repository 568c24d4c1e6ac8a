# SPDX-FileCopyrightText: 2026 The Headgate authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Every library the project uses, with the way to get it. packaging/install installs the same list.

set(HEADGATE_MEND "Run packaging/install, or see the package list in it.")

find_package(Qt6 6.4.2 COMPONENTS Core Gui Network Widgets Svg Test LinguistTools)
if(NOT Qt6_FOUND)
    message(FATAL_ERROR "Qt 6.4.2 or newer (base, svg, tools) was not found. ${HEADGATE_MEND}")
endif()

find_package(nlohmann_json 3.11)
if(NOT nlohmann_json_FOUND)
    message(FATAL_ERROR "nlohmann-json 3.11 or newer was not found. ${HEADGATE_MEND}")
endif()

find_package(OpenSSL 3)
if(NOT OpenSSL_FOUND)
    message(FATAL_ERROR "OpenSSL 3 was not found. ${HEADGATE_MEND}")
endif()

find_package(PkgConfig REQUIRED)
pkg_check_modules(CPP_HTTPLIB IMPORTED_TARGET cpp-httplib>=0.11)
pkg_check_modules(CURL IMPORTED_TARGET libcurl>=7.85)
pkg_check_modules(RDKAFKA IMPORTED_TARGET rdkafka>=2.0)
pkg_check_modules(LIBPQ IMPORTED_TARGET libpq>=13)
pkg_check_modules(ZLIB IMPORTED_TARGET zlib)
pkg_check_modules(BROTLI IMPORTED_TARGET libbrotlienc libbrotlidec)
pkg_check_modules(LZ4 IMPORTED_TARGET liblz4)
pkg_check_modules(ZSTD IMPORTED_TARGET libzstd)
find_path(VALIJSON_INCLUDE_DIR valijson/validator.hpp)
find_path(QSCINTILLA_INCLUDE_DIR Qsci/qsciscintilla.h PATH_SUFFIXES x86_64-linux-gnu/qt6 qt6)
find_library(QSCINTILLA_LIBRARY qscintilla2_qt6)
find_package(Qt6Keychain)

foreach(needed IN ITEMS
        "CPP_HTTPLIB_FOUND:cpp-httplib 0.11" "CURL_FOUND:libcurl 7.85" "RDKAFKA_FOUND:librdkafka 2.0"
        "LIBPQ_FOUND:libpq 13"
        "ZLIB_FOUND:zlib" "BROTLI_FOUND:brotli" "LZ4_FOUND:lz4" "ZSTD_FOUND:zstd"
        "VALIJSON_INCLUDE_DIR:valijson" "QSCINTILLA_INCLUDE_DIR:the headers of QScintilla for Qt 6"
        "QSCINTILLA_LIBRARY:QScintilla for Qt 6" "Qt6Keychain_FOUND:QtKeychain for Qt 6")
    string(REPLACE ":" ";" needed "${needed}")
    list(GET needed 0 variable)
    list(GET needed 1 title)
    if(NOT ${variable})
        message(FATAL_ERROR "${title} was not found. ${HEADGATE_MEND}")
    endif()
endforeach()

add_library(headgate_valijson INTERFACE)
target_include_directories(headgate_valijson SYSTEM INTERFACE ${VALIJSON_INCLUDE_DIR})

add_library(headgate_qscintilla INTERFACE)
target_include_directories(headgate_qscintilla SYSTEM INTERFACE ${QSCINTILLA_INCLUDE_DIR})
target_link_libraries(headgate_qscintilla INTERFACE ${QSCINTILLA_LIBRARY} Qt6::Widgets)
