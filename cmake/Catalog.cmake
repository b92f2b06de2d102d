# Tables of things of one kind, made from the files that are there: adding a thing is adding its file.
#
#   meterhall_catalog(commands FILES *_command.cpp CASES tests/app/cli/{}*)
#
# called in app/cli writes the header "app/cli/commands.inc" with one line for each file, sorted by name:
#
#   X(close_day, CloseDay)        for close_day_command.cpp: what the star stands for, and the same in camel case
#
# The pattern has one star; "*/session.h" makes an entry of each folder. CASES names (from the root of the tree, with {}
# for the entry) what each entry must have beside it, each a pattern of file names: the completeness test in
# tests/architecture fails for an entry that has no file of one of them.
function(meterhall_catalog catalog)
  cmake_parse_arguments(ARG "" "FILES" "CASES" ${ARGN})
  list(JOIN ARG_CASES " " cases)
  file(RELATIVE_PATH folder ${CMAKE_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
  file(GLOB files CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} ${ARG_FILES})
  string(REPLACE "." "\\." expression ${ARG_FILES})
  string(REPLACE "*" "([a-z0-9_]+)" expression ${expression})
  list(SORT files)
  set(lines "")
  foreach(file ${files})
    if(NOT file MATCHES "^${expression}$")
      message(FATAL_ERROR "${folder}/${file}: the entry's name may only have a-z, 0-9 and _")
    endif()
    set(entry ${CMAKE_MATCH_1})
    meterhall_camel_case(${entry} name)
    string(APPEND lines "X(${entry}, ${name})\n")
    set_property(GLOBAL APPEND PROPERTY METERHALL_CATALOGS
      "${folder}/${catalog}|${entry}|${folder}/${file}|${cases}")
  endforeach()
  set_property(GLOBAL APPEND PROPERTY METERHALL_CATALOGS "${folder}/${catalog}|||")
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/${folder}/${catalog}.inc @ONLY
    CONTENT "// Written by cmake/Catalog.cmake from ${folder}/${ARG_FILES}.\n${lines}")
endfunction()

# close_day -> CloseDay
function(meterhall_camel_case snake result)
  string(REPLACE "_" ";" words ${snake})
  set(camel "")
  foreach(word ${words})
    string(SUBSTRING ${word} 0 1 first)
    string(SUBSTRING ${word} 1 -1 rest)
    string(TOUPPER ${first} first)
    string(APPEND camel ${first}${rest})
  endforeach()
  set(${result} ${camel} PARENT_SCOPE)
endfunction()

# All catalogues of this build, one line an entry, for the completeness test. A line without an entry says that the
# catalogue exists, so that an empty one is seen.
function(meterhall_write_catalogs)
  get_property(lines GLOBAL PROPERTY METERHALL_CATALOGS)
  list(JOIN lines "\n" text)
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/catalogs.txt CONTENT "${text}\n" @ONLY)
endfunction()
