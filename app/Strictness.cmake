# The one place that says which language, which warnings and how strict with Qt: every target links it.
add_library(latchkey_strictness INTERFACE)
target_compile_features(latchkey_strictness INTERFACE cxx_std_20)
target_compile_definitions(latchkey_strictness INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_FOREACH
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    QT_WARN_DEPRECATED_UP_TO=0x060400) # what replaces Qt::UTC, deprecated since, is not in 6.4

if(NOT MSVC)
    target_compile_options(latchkey_strictness INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
        -Wcast-align -Wformat=2 -Wimplicit-fallthrough -Wswitch
        $<$<BOOL:${LATCHKEY_WERROR}>:-Werror>)
endif()

if(LATCHKEY_SANITIZE)
    target_compile_options(latchkey_strictness INTERFACE
        -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
        -g1) # line numbers are all that a report needs, and the build takes far less time
    target_link_options(latchkey_strictness INTERFACE -fsanitize=address,undefined)
    target_compile_definitions(latchkey_strictness INTERFACE LATCHKEY_SANITIZED)
elseif(LATCHKEY_HARDENED AND NOT MSVC)
    include(CheckCXXCompilerFlag)
    # Probed one by one: compilers disagree about which of them exist.
    foreach(flag -fstack-protector-strong -fstack-clash-protection -fcf-protection=full
                 -ftrivial-auto-var-init=zero)
        string(MAKE_C_IDENTIFIER "HAS${flag}" have)
        check_cxx_compiler_flag(${flag} ${have})
        if(${have})
            target_compile_options(latchkey_strictness INTERFACE ${flag})
        endif()
    endforeach()
    # Behind a distribution's own flags, of which the last one counts. Neither folder is named in what is built.
    target_compile_options(latchkey_strictness INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3
        "-ffile-prefix-map=${PROJECT_SOURCE_DIR}=." "-ffile-prefix-map=${PROJECT_BINARY_DIR}=./build")
    target_compile_definitions(latchkey_strictness INTERFACE LATCHKEY_HARDENED)
    if(UNIX AND NOT APPLE)
        target_link_options(latchkey_strictness INTERFACE
            -Wl,-z,relro,-z,now -Wl,--as-needed -Wl,-z,noexecstack)
    endif()
endif()
