# SPDX-FileCopyrightText: 2026 The Headgate authors
# SPDX-License-Identifier: GPL-3.0-or-later
cmake_minimum_required(VERSION 3.25)

# Fails when a text with a number ("%n tables") has no English singular yet.
file(COPY ${SOURCE_DIR}/translations/headgate_en.ts DESTINATION ${WORK_DIR})
execute_process(COMMAND ${LUPDATE} -pluralonly -locations none -no-obsolete -silent -recursive ${SOURCE_DIR}/src
    -source-language en -target-language en_US -ts ${WORK_DIR}/headgate_en.ts
    RESULT_VARIABLE result ERROR_QUIET)
if(NOT result EQUAL 0)
    message(FATAL_ERROR "lupdate ended with ${result}.")
endif()
file(READ ${WORK_DIR}/headgate_en.ts texts)
string(REGEX MATCHALL "<source>[^<]*</source>[^<]*(<translatorcomment>[^<]*</translatorcomment>[^<]*)?(<extracomment>[^<]*</extracomment>[^<]*)?<translation type=\"unfinished\">" open "${texts}")
if(open)
    string(REGEX REPLACE "<[^>]*>" " " open "${open}")
    message(FATAL_ERROR "Texts without a singular: ${open}\n"
        "Build the target update_translations and fill in translations/headgate_en.ts.")
endif()
