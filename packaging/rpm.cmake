# CPack's configuration for one rpm; make/rpm.sh says in the environment (cpack reads -D later than this) which:
# FOLDER holds all of it below usr, SHARED_FOLDERS are those in it that belong to everybody.
foreach(name NAME VERSION FOLDER SHARED_FOLDERS)
    set(${name} "$ENV{RPM_${name}}")
endforeach()
include("${CMAKE_CURRENT_LIST_DIR}/identity.cmake")
set(CPACK_GENERATOR RPM)
set(CPACK_PACKAGE_NAME "${NAME}")
set(CPACK_PACKAGE_VERSION "${VERSION}")
set(CPACK_PACKAGE_VENDOR "${LATCHKEY_AUTHORS}")
set(CPACK_PACKAGE_CONTACT "${LATCHKEY_CONTACT}")
set(CPACK_INSTALLED_DIRECTORIES "${FOLDER}" /)
set(CPACK_PACKAGE_FILE_NAME "${NAME}") # CPack wants one, and RPM-DEFAULT below wins
set(CPACK_PACKAGING_INSTALL_PREFIX /)
set(CPACK_STRIP_FILES OFF) # cmake --install did

set(CPACK_RPM_PACKAGE_NAME "${NAME}")
set(CPACK_RPM_FILE_NAME RPM-DEFAULT)
set(CPACK_RPM_PACKAGE_RELEASE 1)
set(CPACK_RPM_PACKAGE_LICENSE MIT)
set(CPACK_RPM_PACKAGE_URL "${LATCHKEY_HOMEPAGE}")
set(CPACK_RPM_PACKAGE_VENDOR "${LATCHKEY_AUTHORS}")
set(CPACK_RPM_PACKAGE_GROUP Applications/Internet)
set(CPACK_RPM_COMPRESSION_TYPE xz)
# What rpm finds by itself are the linked libraries. The rest is loaded while the program runs.
if(NAME STREQUAL "latchkey")
    set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Sign in to a JWT API and stay signed in")
    set(CPACK_RPM_PACKAGE_DESCRIPTION "Signs a person in to a JWT API, shows their profile and keeps them signed in.
The tokens stay in the password store and are renewed before they die.")
    set(CPACK_RPM_PACKAGE_REQUIRES "ca-certificates, hicolor-icon-theme, libsecret-1.so.0()(64bit)")
    set(CPACK_RPM_PACKAGE_SUGGESTS "latchkey-demo-server = ${VERSION}-1")
else()
    set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Demo API server for Latchkey, with faults on demand")
    set(CPACK_RPM_PACKAGE_DESCRIPTION "A JWT API on this computer alone, for trying Latchkey without a server
and for testing it against faults on demand.")
endif()
set(CPACK_PACKAGE_DESCRIPTION "${CPACK_RPM_PACKAGE_DESCRIPTION}") # CPack wants it, and the generator the other one
set(CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST "${SHARED_FOLDERS}")
# No file is changed after `cmake --install`, and no machine or moment is told.
set(CPACK_RPM_SPEC_MORE_DEFINE "%define __os_install_post %{nil}
%define _build_id_links none
%define use_source_date_epoch_as_buildtime 1
%define clamp_mtime_to_source_date_epoch 1
%define _buildhost localhost
%define packager ${LATCHKEY_AUTHORS} <${LATCHKEY_CONTACT}>")
