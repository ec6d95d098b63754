# latchkey_find_commit(SOURCE_DIR RESULT): the commit that the source is of. What was given (-DLATCHKEY_COMMIT=) wins; then
# git's, of the last configure (asking at every build would rebuild without need); then packaging/commit, which
# `git archive` fills in (.gitattributes). "unknown" where there is none of them.
function(latchkey_find_commit source result)
    set(found "unknown")
    if(LATCHKEY_COMMIT)
        set(found "${LATCHKEY_COMMIT}")
    elseif(EXISTS "${source}/.git") # not that of a folder around an unpacked source
        find_package(Git QUIET)
        if(GIT_FOUND)
            execute_process(COMMAND "${GIT_EXECUTABLE}" rev-parse --short=12 HEAD WORKING_DIRECTORY "${source}"
                OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE failed ERROR_QUIET)
            if(NOT failed)
                set(found "${commit}")
            endif()
        endif()
    elseif(EXISTS "${source}/packaging/commit")
        file(STRINGS "${source}/packaging/commit" commit REGEX "^[0-9a-f]+(\\+dirty)?$" LIMIT_COUNT 1)
        if(commit)
            set(found "${commit}")
        endif()
    endif()
    set(${result} "${found}" PARENT_SCOPE)
endfunction()
