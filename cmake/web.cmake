# web_executable(name SOURCES ... LINK ... EXPORTS _function...): one .wasm with its ES module, as small as it gets.
# Neither eval nor a file system; WebGL 2; the page brings the environment.
function(web_executable name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK;EXPORTS;LINK_OPTIONS")
    list(PREPEND arg_EXPORTS _main _malloc _free)
    list(REMOVE_DUPLICATES arg_EXPORTS)
    list(JOIN arg_EXPORTS "," exports)

    add_executable(${name} ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES SUFFIX .mjs RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/wasm)
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} PRIVATE ${arg_LINK} project_options)
    target_link_options(${name} PRIVATE
        -Oz -flto -fno-exceptions -fno-rtti
        -sMODULARIZE=1 -sEXPORT_ES6=1 -sENVIRONMENT=web
        -sDYNAMIC_EXECUTION=0 -sFILESYSTEM=0 -sMALLOC=emmalloc -sALLOW_MEMORY_GROWTH=1
        -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sTEXTDECODER=2
        -sASSERTIONS=0 -sINVOKE_RUN=0 -sEXIT_RUNTIME=0 -sSTACK_SIZE=512KB
        -sEXPORTED_FUNCTIONS=${exports}
        ${arg_LINK_OPTIONS})
endfunction()
