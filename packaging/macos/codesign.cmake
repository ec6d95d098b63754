# Run by CPack before it packs. LATCHKEY_CODESIGN_IDENTITY names a certificate of the keychain; without it, "-", which is
# enough to start the program on the Mac that built it.
set(identity "$ENV{LATCHKEY_CODESIGN_IDENTITY}")
set(timestamp --timestamp)
if(NOT identity)
    set(identity -)
    set(timestamp --timestamp=none)
endif()
set(app "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/latchkey.app")
# From the inside out: what is signed covers what it holds.
file(GLOB_RECURSE inner "${app}/Contents/Frameworks/*.dylib" "${app}/Contents/PlugIns/*.dylib")
file(GLOB frameworks "${app}/Contents/Frameworks/*.framework")
foreach(item ${inner} ${frameworks} "${app}/Contents/MacOS/latchkey-demo-server" "${app}")
    execute_process(COMMAND codesign --force ${timestamp} --options runtime --sign "${identity}"
        --entitlements "${CMAKE_CURRENT_LIST_DIR}/entitlements.plist" "${item}" COMMAND_ERROR_IS_FATAL ANY)
endforeach()
execute_process(COMMAND codesign --verify --deep --strict "${app}" COMMAND_ERROR_IS_FATAL ANY)
