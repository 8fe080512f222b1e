// Plain HTTP, byte for byte: what a browser would not send can be sent too.
import http from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

const decoders = { br: brotliDecompressSync, gzip: gunzipSync, undefined: (bytes) => bytes };

// { status, headers, text, bytes, wireBytes }; `wireBytes` is the length of the body as it travelled. Each on a
// connection of its own, but for those of an `agent`.
export function request(base, path, { method = 'GET', headers = {}, body, agent = false } = {}) {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const sent = http.request({
      hostname, port, path, method, agent,
      headers: { ...(body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }), ...headers },
    }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        const wire = Buffer.concat(parts);
        const bytes = decoders[answer.headers['content-encoding']](wire);
        resolve({
          status: answer.statusCode, headers: answer.headers, bytes, wireBytes: wire.length,
          text: bytes.toString('utf8'),
        });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

// A server may answer and close before it has read all that is sent: then the answer counts, not the broken pipe.
export async function requestOrRefusal(base, path, options) {
  try {
    return await request(base, path, options);
  } catch (error) {
    if (['ECONNRESET', 'EPIPE'].includes(error.code)) return { status: 0, headers: {}, text: '', refused: error.code };
    throw error;
  }
}
