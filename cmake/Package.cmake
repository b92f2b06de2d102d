# What an installation is, and the Debian package of it: `./dev package`.
install(TARGETS meterhall meterhall-cli meterhall-collector meterhall-town RUNTIME DESTINATION bin)
install(FILES installer/desktop/meterhall.desktop DESTINATION share/applications)
install(FILES resources/icons/app/meterhall.svg DESTINATION share/icons/hicolor/scalable/apps)
install(FILES README.md README.zh_CN.md DESTINATION share/doc/meterhall)
install(FILES LICENSE DESTINATION share/doc/meterhall RENAME copyright) # where Debian looks for it
install(DIRECTORY docs/guide DESTINATION share/doc/meterhall FILES_MATCHING PATTERN "*.md" PATTERN "*.png")
install(PROGRAMS installer/smoke_test.sh DESTINATION share/meterhall)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME meterhall)
set(CPACK_PACKAGE_VENDOR "Meterhall")
set(CPACK_PACKAGE_CONTACT "The Meterhall developers <meterhall@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "workstation of a gas, water, heat or electricity utility")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Customers, meters, readings, tiered tariffs, bills, payments, shifts and
concentrators; a window for the counter and the office, a collector that reads meters, a command line for
everything, and a sandbox town to learn in. SQLite on one machine, PostgreSQL for many seats.")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION office)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What is loaded at run time and so no linker knows: time zones, Qt's own Chinese, and fonts of screen, paper and frames.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "tzdata, qt6-translations-l10n, fonts-noto-cjk, fonts-wqy-microhei, fonts-dejavu-core")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-wayland, cups-client, postgresql-client")
include(CPack)
