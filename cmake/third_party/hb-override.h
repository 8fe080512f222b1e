/* What HB_TINY leaves out and the glyph path needs: outlines, metrics and the lookup caches (1 KB for their speed). */
#undef HB_NO_DRAW
#undef HB_NO_METRICS
#undef HB_NO_VAR
#undef HB_MINIMIZE_MEMORY_USAGE
#ifndef __EMSCRIPTEN__
#undef HB_NO_OPEN /* hb-face.cc refers to hb_blob_create_from_file_or_fail unless sections are collected. */
#undef HB_NO_MMAP
#undef HB_NO_MT /* The server shapes on several threads. */
#endif
