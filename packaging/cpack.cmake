# Installers for Windows (NSIS, ZIP) and macOS (a disk image), by CPack. Written and never run: no such system was at hand.
include("${CMAKE_CURRENT_LIST_DIR}/identity.cmake")

# Qt's libraries and plugins beside the programs.
qt_generate_deploy_app_script(TARGET latchkey OUTPUT_SCRIPT deploy)
install(SCRIPT "${deploy}")

set(CPACK_PACKAGE_NAME Latchkey)
set(CPACK_PACKAGE_VENDOR "${LATCHKEY_AUTHORS}")
set(CPACK_PACKAGE_CONTACT "${LATCHKEY_CONTACT}")
set(CPACK_PACKAGE_HOMEPAGE_URL "${LATCHKEY_HOMEPAGE}")
set(CPACK_PACKAGE_INSTALL_DIRECTORY Latchkey)
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_VERBATIM_VARIABLES ON)
if(WIN32)
    set(CPACK_GENERATOR NSIS ZIP)
    set(CPACK_PACKAGE_FILE_NAME "latchkey-${PROJECT_VERSION}-win64")
    set(CPACK_PACKAGE_EXECUTABLES latchkey Latchkey)
    set(CPACK_NSIS_DISPLAY_NAME Latchkey)
    set(CPACK_NSIS_PACKAGE_NAME Latchkey)
    set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
    set(CPACK_NSIS_EXECUTABLES_DIRECTORY "${CMAKE_INSTALL_BINDIR}")
    set(CPACK_NSIS_INSTALLED_ICON_NAME "${CMAKE_INSTALL_BINDIR}/latchkey.exe")
    set(CPACK_NSIS_DEFINES "Target amd64-unicode") # the default stub is a 32-bit one
else()
    set(CPACK_GENERATOR DragNDrop)
    set(CPACK_PACKAGE_FILE_NAME "latchkey-${PROJECT_VERSION}-macos")
    set(CPACK_DMG_VOLUME_NAME Latchkey)
    # Signed as it is packed; make.sh's place is taken by the workflow.
    set(CPACK_PRE_BUILD_SCRIPTS "${CMAKE_CURRENT_LIST_DIR}/macos/codesign.cmake")
endif()
include(CPack)
