# cmake -DSOURCE_DIR=... -DFOLDER=... -P commit.cmake: which commit a source tells, where it comes from.
cmake_minimum_required(VERSION 3.25)
include("${SOURCE_DIR}/app/Commit.cmake")

function(expect name folder wanted)
    latchkey_find_commit("${folder}" commit)
    if(NOT commit STREQUAL wanted)
        message(SEND_ERROR "${name}: \"${commit}\" instead of \"${wanted}\"")
    endif()
endfunction()

function(git)
    execute_process(COMMAND git -c user.name=test -c user.email=test@example.org ${ARGN}
        WORKING_DIRECTORY "${FOLDER}/clone" OUTPUT_VARIABLE output OUTPUT_STRIP_TRAILING_WHITESPACE
        COMMAND_ERROR_IS_FATAL ANY)
    set(output "${output}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE "${FOLDER}")
file(MAKE_DIRECTORY "${FOLDER}/clone" "${FOLDER}/export" "${FOLDER}/bare")
file(COPY "${SOURCE_DIR}/.gitattributes" DESTINATION "${FOLDER}/clone")
file(COPY "${SOURCE_DIR}/packaging/commit" DESTINATION "${FOLDER}/clone/packaging")
git(init -q)
git(add -A)
git(commit -q -m first)
git(archive --output ../export.tar HEAD)
file(ARCHIVE_EXTRACT INPUT "${FOLDER}/export.tar" DESTINATION "${FOLDER}/export")

git(rev-parse --short=12 HEAD)
expect("a clone" "${FOLDER}/clone" "${output}")
git(rev-parse --short HEAD)
expect("what git archive exports" "${FOLDER}/export" "${output}")
expect("a source without either" "${FOLDER}/bare" "unknown")
file(COPY "${SOURCE_DIR}/packaging/commit" DESTINATION "${FOLDER}/bare/packaging")
expect("a copy that git did not fill in" "${FOLDER}/bare" "unknown")
set(LATCHKEY_COMMIT "0123456789ab")
expect("told by hand, over git" "${FOLDER}/clone" "0123456789ab")
expect("told by hand, over the export" "${FOLDER}/export" "0123456789ab")
