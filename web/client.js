// The wasm client as a function from events to reactions; wakes a frame when one is asked for, and only then.

const taken = 1;
const needsFrame = 2;

export class Client {
  /** @param {Wasm} wasm @param {() => void} fall  Called once when the client cannot go on. */
  constructor(wasm, fall) {
    this.wasm = wasm;
    this.fall = fall;
    this.isDead = false;
  }

  /** A client that has fallen answers nothing any more: the page goes on as HTML.  @param {() => number | void} call */
  run(call) {
    if (this.isDead) return 0;
    try {
      return call() ?? 0;
    } catch (error) {
      this.isDead = true;
      this.fall();
      console.error(error);
      return 0;
    }
  }

  /** @param {Uint8Array} bytes */
  copyIn(bytes) {
    const pointer = this.wasm._malloc(bytes.length);
    this.wasm.HEAPU8.set(bytes, pointer);
    return pointer;
  }

  /** Kept by the client for good.  @param {Uint8Array} data */
  loadData(data) {
    return this.run(() => this.wasm._rihab_load_data(this.copyIn(data), data.length)) !== 0;
  }

  /** True when the client does what the event asks for.  @param {import('./bytes.js').Writer} event */
  send(event) {
    const bytes = event.done();
    const reaction = this.run(() => {
      const pointer = this.copyIn(bytes);
      const answer = this.wasm._rihab_receive(pointer, bytes.length);
      this.wasm._free(pointer);
      return answer;
    });
    if (reaction & needsFrame) this.wake();
    return (reaction & taken) !== 0;
  }

  /** A frame that only shows what was pressed is followed by the work, once it is on the screen. */
  wake() {
    const frame = () => {
      if (this.run(() => this.wasm._rihab_frame())) setTimeout(frame);
    };
    requestAnimationFrame(frame);
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
