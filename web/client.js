// The wasm client as a function from events to reactions; wakes a frame when one is asked for, and only then.

const taken = 1;
const needsFrame = 2;

export class Client {
  /** @param {Wasm} wasm */
  constructor(wasm) {
    this.wasm = wasm;
  }

  /** @param {Uint8Array} bytes */
  copyIn(bytes) {
    const pointer = this.wasm._malloc(bytes.length);
    this.wasm.HEAPU8.set(bytes, pointer);
    return pointer;
  }

  /** Kept by the client for good.  @param {Uint8Array} data */
  loadData(data) {
    return this.wasm._rihab_load_data(this.copyIn(data), data.length) !== 0;
  }

  /** True when the client does what the event asks for.  @param {import('./bytes.js').Writer} event */
  send(event) {
    const bytes = event.done();
    const pointer = this.copyIn(bytes);
    const reaction = this.wasm._rihab_receive(pointer, bytes.length);
    this.wasm._free(pointer);
    if (reaction & needsFrame) requestAnimationFrame(() => this.wasm._rihab_frame());
    return (reaction & taken) !== 0;
  }

  stats() {
    const names = ['frames', 'glCalls', 'patches', 'shapeMisses', 'atlasUploads', 'wakeups', 'lastFrameMs'];
    const at = this.wasm._rihab_stats() >> 3;
    /** @type {Record<string, number | string>} */
    const stats = { build: RIHAB_BUILD };
    names.forEach((name, index) => (stats[name] = this.wasm.HEAPF64[at + index]));
    return stats;
  }

  /** Of our layout, in CSS px of the page, by data-n: what tests hold against the browser's boxes. */
  boxes() {
    let at = this.wasm._rihab_boxes() >> 3;
    const next = () => this.wasm.HEAPF64[at++];
    return Array.from({ length: next() }, () =>
      ({ id: next().toString(36), x: next(), y: next(), width: next(), height: next() }));
  }
}
