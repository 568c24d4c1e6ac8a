# SPDX-FileCopyrightText: 2026 The Headgate authors
# SPDX-License-Identifier: GPL-3.0-or-later
cmake_minimum_required(VERSION 3.25)

if(NOT TOOL)
    message(STATUS "Skipped: the program 'reuse' is not installed.")
    return()
endif()
execute_process(COMMAND ${TOOL} --root ${ROOT} lint RESULT_VARIABLE code OUTPUT_VARIABLE said ERROR_VARIABLE said)
if(NOT code EQUAL 0)
    message(FATAL_ERROR "Files without two SPDX lines (or .reuse/dep5):\n${said}")
endif()
