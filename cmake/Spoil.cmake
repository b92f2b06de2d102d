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
