# What Windows and macOS have no packages of, into PREFIX: cmake -D PREFIX=folder -P packaging/libraries.cmake
# The sums are those that several distributions' recipes give for these archives; nothing else is built.
cmake_minimum_required(VERSION 3.25)
if(NOT PREFIX)
    message(FATAL_ERROR "usage: cmake -D PREFIX=folder -P libraries.cmake")
endif()

function(library name url sum)
    set(folder "${PREFIX}/src/${name}")
    file(DOWNLOAD "${url}" "${folder}.tar.gz" EXPECTED_HASH "SHA256=${sum}" TLS_VERIFY ON)
    file(ARCHIVE_EXTRACT INPUT "${folder}.tar.gz" DESTINATION "${folder}")
    file(GLOB source "${folder}/*")
    foreach(step
            "-S;${source};-B;${folder}/build;-G;Ninja;-DCMAKE_BUILD_TYPE=Release;-DCMAKE_INSTALL_PREFIX=${PREFIX};${ARGN}"
            "--build;${folder}/build"
            "--install;${folder}/build")
        execute_process(COMMAND "${CMAKE_COMMAND}" ${step} COMMAND_ERROR_IS_FATAL ANY)
    endforeach()
endfunction()

library(qtkeychain https://github.com/frankosterfeld/qtkeychain/archive/refs/tags/0.16.0.tar.gz
    3be26ec4ae30eecf0c2ff7572ba83799791b157c76e15a05ef35f23dc25e4054
    -DBUILD_WITH_QT6=ON -DBUILD_TRANSLATIONS=OFF -DBUILD_TESTING=OFF)
library(tl-expected https://github.com/TartanLlama/expected/archive/refs/tags/v1.1.0.tar.gz
    1db357f46dd2b24447156aaf970c4c40a793ef12a8a9c2ad9e096d9801368df6
    -DEXPECTED_BUILD_TESTS=OFF)
library(cpp-httplib https://github.com/yhirose/cpp-httplib/archive/refs/tags/v0.18.7.tar.gz
    b7b1e9e4e77565a5a9bc95e761d5df3e7c0e8ca37c90fd78b1b031bc6cb90fc1
    -DHTTPLIB_REQUIRE_OPENSSL=ON)
