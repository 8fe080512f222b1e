// Which symbols a linked wasm consists of, and how many bytes each takes: functions from the module itself by the names
// of the linker's symbol file, data from the linker's map (both stand beside the module in build/web/wasm).

const section = { import: 2, code: 10 };
const importKind = { function: 0, table: 1, memory: 2, global: 3 };

class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  byte() {
    return this.bytes[this.at++];
  }

  // LEB128.
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }

  skip(count) {
    this.at += count;
  }

  limits() {
    if (this.byte() & 1) this.number();
    this.number();
  }
}

function countImportedFunctions(reader) {
  let functions = 0;
  for (let left = reader.number(); left > 0; --left) {
    reader.skip(reader.number()); // module
    reader.skip(reader.number()); // name
    const kind = reader.byte();
    if (kind === importKind.function) reader.number(), ++functions;
    else if (kind === importKind.table) reader.skip(1), reader.limits();
    else if (kind === importKind.memory) reader.limits();
    else if (kind === importKind.global) reader.skip(2);
    else throw new Error(`an import of the kind ${kind}`);
  }
  return functions;
}

// "12:auto\20void\20f\28int\29" for each function, imported ones first.
function readNames(symbols) {
  const unescape = (name) => name.replace(/\\([0-9a-f]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
  return new Map(symbols.split('\n').filter(Boolean).map((line) => {
    const colon = line.indexOf(':');
    return [Number(line.slice(0, colon)), unescape(line.slice(colon + 1))];
  }));
}

// [{ name, bytes }] of the functions in `wasm`.
export function codeSymbols(wasm, symbols) {
  const names = readNames(symbols);
  const reader = new Reader(wasm);
  reader.skip(8);
  const found = [];
  let imported = 0;
  while (reader.at < wasm.length) {
    const id = reader.byte();
    const length = reader.number();
    const end = reader.at + length;
    if (id === section.import) imported = countImportedFunctions(reader);
    if (id === section.code) {
      const count = reader.number();
      for (let i = 0; i < count; ++i) {
        const bytes = reader.number();
        reader.skip(bytes);
        found.push({ name: names.get(imported + i) ?? '', bytes });
      }
    }
    reader.at = end;
  }
  return found;
}

// [{ name, bytes }] of what the module keeps in memory from the start; zeros (.bss) do not travel.
export function dataSymbols(map) {
  return [...map.matchAll(/^ +\S+ +[0-9a-f]+ +([0-9a-f]+) {9}\S*:\((\.(?:ro)?data\S*)\)$/gm)]
    .map(([, bytes, name]) => ({ name, bytes: parseInt(bytes, 16) }));
}
