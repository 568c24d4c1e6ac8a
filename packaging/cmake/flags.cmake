# SPDX-FileCopyrightText: 2026 The Headgate authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Warnings for every target of ours.
add_library(build_flags INTERFACE)
target_compile_options(build_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor
    $<$<BOOL:${HEADGATE_WERROR}>:-Werror>)
target_compile_definitions(build_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400)

# Everything that a fuzzer calls tells it which paths it took.
if(HEADGATE_FUZZ)
    set(fuzz_options -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-sanitize=vptr)
    add_compile_options(-O1 -g1 -fsanitize=fuzzer-no-link ${fuzz_options})
    add_link_options(${fuzz_options})
endif()

# The sanitizers are a target of their own, because libchdb cannot be loaded into an address-sanitised process:
# headgate-engine links undefined_sanitizer only.
add_library(address_sanitizer INTERFACE)
add_library(undefined_sanitizer INTERFACE)
if(HEADGATE_SANITIZE)
    target_compile_options(undefined_sanitizer INTERFACE
        -fsanitize=undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(undefined_sanitizer INTERFACE -fsanitize=undefined)
    target_compile_options(address_sanitizer INTERFACE -fsanitize=address)
    target_link_options(address_sanitizer INTERFACE -fsanitize=address)
endif()
