# The places that ./rihab setup chose on this machine.
set(rihab_paths ${CMAKE_CURRENT_LIST_DIR}/../../build/toolchain.cmake)
if(NOT EXISTS ${rihab_paths})
    message(FATAL_ERROR "The libraries and compilers are not set up: run ./rihab setup first.")
endif()
include(${rihab_paths})
