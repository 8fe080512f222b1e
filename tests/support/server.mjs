// Starts the server on a free port with a data folder of its own, and stops it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd } from './harness.mjs';
import { serverFile, siteFolder } from './places.mjs';
import { request } from './http.mjs';

// Resolves with the address that the server writes into its log once it listens.
function listening(server) {
  return new Promise((resolve, reject) => {
    server.child.once('close', () => reject(new Error('the server ended before it listened')));
    const look = () => {
      const line = server.log.split('\n').find((each) => each.includes('"listening"') && each.endsWith('}'));
      if (line) resolve(JSON.parse(line));
    };
    server.child.stdout.on('data', look);
  });
}

class Server {
  constructor(data, flags) {
    this.port = 0;  // Any; after the first start, the same again.
    this.data = data;
    this.flags = flags;
  }

  async start() {
    this.log = '';
    this.child = spawn(serverFile,
      ['serve', '--port', String(this.port), '--data', this.data, '--site', siteFolder, ...this.flags],
      { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => { this.log += text; });
    }
    try {
      ({ url: this.url, port: this.port } = await listening(this));
      const answer = await request(this.url, '/readyz');
      if (answer.status !== 200) throw new Error(`/readyz answers ${answer.status}`);
    } catch (error) {
      throw new Error(`${error.message}; its log: ${this.log.trim().slice(-600)}`);
    }
    return this;
  }

  // Ends the process by `signal` and tells how it went.
  async stop(signal = 'SIGTERM') {
    const { child } = this;
    if (child.exitCode !== null || child.signalCode !== null) return { code: child.exitCode, signal: child.signalCode };
    const ended = once(child, 'exit');
    child.kill(signal);
    const [code, by] = await ended;
    return { code, signal: by };
  }

  kill() {
    return this.stop('SIGKILL');
  }
}

// A running server; it ends, and its data folder goes, with the last test of the file.
export async function startServer({ flags = [], data = undefined } = {}) {
  if (!existsSync(serverFile)) throw new Error('the server is not built');
  const folder = data ?? await mkdtemp(join(tmpdir(), 'rihab-test-'));
  const server = new Server(folder, flags);
  atEnd(async () => {
    await server.stop();
    if (data === undefined) await rm(folder, { recursive: true, force: true });
  });
  return server.start();
}
