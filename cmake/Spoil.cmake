# A fault planted on purpose, to see that a check finds it: the library TARGET once more as objects, with one place of one
# file changed as FAULT says (form: cmake/spoil.py). The product has no switch for this; when the place is not there any
# more, the build fails. Linked beside TARGET, the objects are what the linker takes. Names begin with spoiled_, by which
# lint knows to leave them alone.
#
#   meterhall_spoiled_objects(spoiled_digits TARGET devices_codecs FAULT high_byte_first.fault)
function(meterhall_spoiled_objects name)
  cmake_parse_arguments(ARG "" "TARGET;FAULT" "" ${ARGN})
  set(fault ${CMAKE_CURRENT_SOURCE_DIR}/${ARG_FAULT})
  file(STRINGS ${fault} file LIMIT_COUNT 1)
  set(original ${CMAKE_SOURCE_DIR}/${file})
  set(spoiled ${CMAKE_CURRENT_BINARY_DIR}/${name}/${file})
  add_custom_command(OUTPUT ${spoiled}
    COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/cmake/spoil.py ${fault} ${original} ${spoiled}
    DEPENDS ${fault} ${original} ${CMAKE_SOURCE_DIR}/cmake/spoil.py VERBATIM)
  get_target_property(sources ${ARG_TARGET} SOURCES)
  list(FILTER sources INCLUDE REGEX "\\.cpp$")
  list(REMOVE_ITEM sources ${original})
  add_library(${name} OBJECT ${sources} ${spoiled})
  target_link_libraries(${name} PRIVATE ${ARG_TARGET})
  meterhall_target(${name})
  meterhall_use_pch(${name} meterhall_pch)
  set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTORCC OFF)
endfunction()

# meterhall_spoiled_source(RESULT FAULT): appends to RESULT a copy of the file that FAULT.fault of this folder names, with the
# fault planted. Alone in its object, the original gives way to it where both are linked: a few seconds instead of the whole
# library once more.
function(meterhall_spoiled_source result fault)
  file(STRINGS ${fault}.fault file LIMIT_COUNT 1)
  get_filename_component(name ${file} NAME)
  set(copy ${CMAKE_CURRENT_BINARY_DIR}/sabotaged/${fault}/${name})
  set(fault ${CMAKE_CURRENT_SOURCE_DIR}/${fault}.fault)
  add_custom_command(OUTPUT ${copy}
    COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/cmake/spoil.py ${fault} ${CMAKE_SOURCE_DIR}/${file} ${copy}
    DEPENDS ${fault} ${CMAKE_SOURCE_DIR}/${file} ${CMAKE_SOURCE_DIR}/cmake/spoil.py VERBATIM)
  set(${result} ${${result}} ${copy} PARENT_SCOPE)
  if(file MATCHES "^(core/[a-z]+)/[a-z_]+\\.cpp$")
    string(REPLACE "/" "_" target ${CMAKE_MATCH_1})
    set_source_files_properties(${CMAKE_SOURCE_DIR}/${file} TARGET_DIRECTORY ${target} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  endif()
endfunction()
