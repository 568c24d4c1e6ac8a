# SPDX-FileCopyrightText: 2026 The Headgate authors
# SPDX-License-Identifier: GPL-3.0-or-later
cmake_minimum_required(VERSION 3.25)

# Every statement of the two guides (rows K1–K41 and D1–D19 of the product's list) has a test: a function or a row of data
# whose name carries the row's id. `cmake -D SOURCE_DIR=… -D LIST=ON -P` lists which test covers what.

set(ids "")
foreach(number RANGE 1 41)
    list(APPEND ids K${number})
endforeach()
foreach(number RANGE 1 19)
    list(APPEND ids D${number})
endforeach()

file(GLOB_RECURSE files RELATIVE ${SOURCE_DIR} ${SOURCE_DIR}/*.cpp ${SOURCE_DIR}/*.h)
set(names "")
foreach(file IN LISTS files)
    file(STRINGS ${SOURCE_DIR}/${file} lines REGEX "void [A-Za-z]+::[A-Za-z0-9_]*[KD][0-9]|(newRow|addRow)\\(\"[^\"]*[KD][0-9]")
    foreach(line IN LISTS lines)
        string(REGEX MATCHALL "[KD][0-9]+" found "${line}")
        foreach(id IN LISTS found)
            set(covers_${id} "${covers_${id}} ${file}")
        endforeach()
    endforeach()
endforeach()

set(missing "")
foreach(id IN LISTS ids)
    if(NOT covers_${id})
        list(APPEND missing ${id})
    elseif(LIST)
        string(STRIP "${covers_${id}}" where)
        string(REPLACE " " ";" where "${where}")
        list(REMOVE_DUPLICATES where)
        list(JOIN where ", " where)
        message(STATUS "${id}: ${where}")
    endif()
endforeach()
if(missing)
    list(JOIN missing ", " missing)
    message(FATAL_ERROR "No test carries the id of these statements of the guides: ${missing}")
endif()
