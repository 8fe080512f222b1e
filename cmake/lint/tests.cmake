# Checks of the build's own promises, as tests.

# A library that we compile reaches its one home and nobody else: an include of it elsewhere does not compile.
add_test(NAME third_party_is_hidden
    COMMAND ${RIHAB_NODE} ${PROJECT_SOURCE_DIR}/cmake/lint/hidden.mjs
            ${PROJECT_BINARY_DIR}/compile_commands.json ${RIHAB_PREFIX})
