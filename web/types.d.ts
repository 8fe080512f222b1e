// What the build puts in, and what the wasm gives out.

/** Logical name -> hashed address. */
declare const RIHAB_ASSETS: Record<string, string>;
declare const RIHAB_BUILD: string;
/** Font files in the order of fonts::Face. */
declare const RIHAB_FACES: string[];
/** Where they are. */
declare const RIHAB_FACE_ADDRESSES: string[];

interface Wasm {
  readonly HEAPU8: Uint8Array;
  readonly HEAPF64: Float64Array;
  _malloc(size: number): number;
  _free(pointer: number): void;
  _rihab_load_data(pointer: number, length: number): number;
  _rihab_receive(pointer: number, length: number): number;
  _rihab_frame(): number;
  _rihab_stats(): number;
  _rihab_boxes(): number;
}

interface LabWasm {
  readonly HEAPU8: Uint8Array;
  readonly HEAPF64: Float64Array;
  _malloc(size: number): number;
  _free(pointer: number): void;
  _textlab_load_data(pointer: number, length: number): number;
  _textlab_add_face(face: number, pointer: number, length: number): number;
  _textlab_layout(units: number, length: number, language: number, rtl: number, size: number, lineHeight: number, layoutRatio: number, width: number): number;
}

declare module 'rihab-wasm' {
  export default function createWasm(options: {
    host: object;
    instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void): object;
  }): Promise<Wasm>;
}

declare module 'textlab-wasm' {
  export { default } from 'rihab-wasm';
}
