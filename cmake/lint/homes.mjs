// The libraries that we do not own: how their headers look in an #include line, and the one folder that may see them.
export const homes = [
  { library: 'icu', header: /^unicode\//, home: 'shared/unicode', probe: 'unicode/ubidi.h' },
  { library: 'nlohmann_json', header: /^nlohmann\//, home: 'shared/wire', probe: 'nlohmann/json.hpp' },
  { library: 'harfbuzz', header: /^hb(-[a-z-]+)?\.h$/, home: 'client/text', probe: 'hb.h' },
  { library: 'imstb', header: /^imstb_truetype\.h$/, home: 'client/raster', probe: 'imstb_truetype.h' },
  { library: 'yoga', header: /^yoga\//, home: 'client/layout', probe: 'yoga/Yoga.h' },
  { library: 'imgui', header: /^(imgui.*|imconfig|imstb_(rectpack|textedit))\.h$/, home: 'client/paint', probe: 'imgui.h' },
  { library: 'sqlite3', header: /^sqlite3\.h$/, home: 'server-stub/storage' },
  { library: 'boost', header: /^boost\//, home: 'server-stub/http/engine' },
  { library: 'brotli', header: /^brotli\//, home: 'server-stub/http/engine' },
  { library: 'zlib', header: /^z(lib|conf)\.h$/, home: 'server-stub/http/engine' },
  { library: 'sodium', header: /^sodium/, home: 'server-stub/secrets' },
  { library: 'md4c', header: /^md4c/, home: 'server-stub/markup' },
  { library: 'doctest', header: /^doctest\//, home: 'tests', probe: 'doctest/doctest.h' },
  { library: 'emscripten', header: /^emscripten/, home: 'client/platform' },
  { library: 'webgl', header: /^GLES[23]\/|^emscripten\/html5(_webgl)?\.h$/, home: 'client/paint' },
];
