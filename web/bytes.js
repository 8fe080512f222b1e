// Numbers and texts as both halves write them: little-endian, unaligned, a text after its length in bytes.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Writer {
  constructor() {
    this.bytes = new Uint8Array(256);
    this.length = 0;
  }

  /** @param {number} count */
  room(count) {
    if (this.length + count > this.bytes.length) {
      const grown = new Uint8Array(Math.max(2 * this.bytes.length, this.length + count));
      grown.set(this.bytes);
      this.bytes = grown;
    }
    this.length += count;
    return this.length - count;
  }

  view() {
    return new DataView(this.bytes.buffer);
  }

  /** @param {number} value */
  byte(value) {
    this.bytes[this.room(1)] = value;
    return this;
  }

  /** @param {boolean} value */
  flag(value) {
    return this.byte(value ? 1 : 0);
  }

  /** @param {number} value */
  number(value) {
    const at = this.room(4);
    this.view().setUint32(at, value, true);
    return this;
  }

  /** @param {number} value */
  float(value) {
    const at = this.room(4);
    this.view().setFloat32(at, value, true);
    return this;
  }

  /** @param {Uint8Array} bytes */
  block(bytes) {
    this.number(bytes.length);
    const at = this.room(bytes.length);
    this.bytes.set(bytes, at);
    return this;
  }

  /** @param {string} text */
  text(text) {
    return this.block(encoder.encode(text));
  }

  done() {
    return this.bytes.subarray(0, this.length);
  }
}

export class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.position = 0;
  }

  get more() {
    return this.position < this.bytes.length;
  }

  byte() {
    return this.bytes[this.position++];
  }

  number() {
    this.position += 4;
    return this.view.getUint32(this.position - 4, true);
  }

  float() {
    this.position += 4;
    return this.view.getFloat32(this.position - 4, true);
  }

  text() {
    const length = this.number();
    this.position += length;
    return decoder.decode(this.bytes.subarray(this.position - length, this.position));
  }
}
