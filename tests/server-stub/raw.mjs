// Bytes over a socket, as no client library would send them.
import net from 'node:net';

const decoder = (bytes) => bytes.toString('latin1');

// Sends each part, a pause after it, and resolves with everything that came back: { text, statuses, ended, ms }.
export function exchange(port, parts, { pause = 0, patience = 15_000, half = false } = {}) {
  const start = performance.now();
  return new Promise((resolve) => {
    const pieces = [];
    const socket = net.connect(port, '127.0.0.1');
    const finish = (ended) => {
      clearTimeout(timer);
      socket.destroy();
      const text = decoder(Buffer.concat(pieces));
      const statuses = [...text.matchAll(/(?:^|\n)HTTP\/1\.1 (\d{3}) /g)].map((match) => Number(match[1]));
      resolve({ text, statuses, ended, ms: performance.now() - start });
    };
    const timer = setTimeout(() => finish(false), patience);
    socket.on('data', (bytes) => pieces.push(bytes));
    socket.on('end', () => finish(true));
    socket.on('error', () => finish(true));
    socket.on('connect', async () => {
      for (const part of [parts].flat()) {
        if (socket.destroyed) return;
        socket.write(Buffer.isBuffer(part) ? part : Buffer.from(part, 'latin1'));
        if (pause) await new Promise((done) => setTimeout(done, pause));
      }
      if (half) socket.end();
    });
  });
}

// Of a text as `exchange` gives it: [{ status, headers, body }], by Content-Length.
export function responses(text) {
  const found = [];
  while (text.startsWith('HTTP/1.1 ')) {
    const end = text.indexOf('\r\n\r\n');
    const [line, ...fields] = text.slice(0, end).split('\r\n');
    const headers = Object.fromEntries(fields.map((field) => {
      const colon = field.indexOf(': ');
      return [field.slice(0, colon).toLowerCase(), field.slice(colon + 2)];
    }));
    const length = Number(headers['content-length'] ?? 0);
    found.push({ status: Number(line.split(' ')[1]), headers, body: text.slice(end + 4, end + 4 + length) });
    text = text.slice(end + 4 + length);
  }
  return found;
}
