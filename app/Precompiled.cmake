# The headers that nearly every file reads, read by the compiler once. They are Qt Core's and the standard library's
# alone: those of other modules depend on which modules a target uses.
if(LATCHKEY_PRECOMPILE)
    file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/precompiled.cpp" CONTENT "")
    add_library(latchkey_precompiled OBJECT "${CMAKE_CURRENT_BINARY_DIR}/precompiled.cpp")
    set_target_properties(latchkey_precompiled PROPERTIES AUTOMOC OFF)
    target_link_libraries(latchkey_precompiled PUBLIC latchkey_strictness Qt6::Core)
    target_precompile_headers(latchkey_precompiled PRIVATE
        <QByteArray> <QDateTime> <QDir> <QFile> <QHash> <QJsonDocument> <QJsonObject> <QList> <QObject>
        <QRegularExpression> <QString> <QTemporaryDir> <QTimer> <QUrl> <QVariant>
        <algorithm> <chrono> <functional> <memory> <optional> <variant> <vector>)
endif()

function(latchkey_precompile target)
    if(LATCHKEY_PRECOMPILE)
        target_precompile_headers(${target} REUSE_FROM latchkey_precompiled)
        get_target_property(type ${target} TYPE)
        if(type STREQUAL "EXECUTABLE" AND NOT MSVC)
            # As the headers were. CMake says -fPIE for a program; GCC takes the two for different, and
            # Debian 12's Qt asks for this option by itself, Debian 13's does not.
            target_compile_options(${target} PRIVATE -fPIC)
        endif()
    endif()
endfunction()
