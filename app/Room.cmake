# latchkey_room(NAME SOURCES ... [USES target ...])
# One folder is one static library is one layer. Its headers are included by their path from the
# project's top ("app/base/secret.h"), so that an include always shows which room it comes from.
function(latchkey_room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;USES" ${ARGN})
    add_library(latchkey_${name} STATIC ${ROOM_SOURCES})
    target_include_directories(latchkey_${name} PUBLIC "${PROJECT_SOURCE_DIR}")
    target_link_libraries(latchkey_${name} PUBLIC latchkey_strictness ${ROOM_USES})
    latchkey_precompile(latchkey_${name})
endfunction()
