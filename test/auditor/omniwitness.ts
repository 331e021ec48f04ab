import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { until } from '../local/folder';
import type { TestWitness } from '../log/witness-key';

/** github.com/transparency-dev/witness/cmd/omniwitness, where .ci/run or somebody else installed it. */
export const OMNIWITNESS = [...(process.env['PATH'] ?? '').split(path.delimiter), goFolder()]
  .map((folder) => path.join(folder, 'omniwitness'))
  .find((file) => existsSync(file));

function goFolder(): string {
  try {
    return path.join(execFileSync('go', ['env', 'GOPATH'], { encoding: 'utf8' }).trim(), 'bin');
  } catch {
    return path.join(process.env['HOME'] ?? '', 'go', 'bin');
  }
}

/** The witness as a program that can be stopped and started, on one port for all its life. */
export class Omniwitness {
  private process: ChildProcess | undefined;

  private constructor(
    private readonly folder: string,
    private readonly key: TestWitness,
    private readonly port: number,
  ) {}

  static async open(folder: string, key: TestWitness): Promise<Omniwitness> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    writeFileSync(path.join(folder, 'key'), key.secret);
    return new Omniwitness(folder, key, port);
  }

  get setting(): string {
    return `${this.key.key} http://127.0.0.1:${this.port}`;
  }

  /** `memory` names what it remembers: of another name it begins anew. */
  async start(log: { readonly origin: string; readonly key: string }, memory: string): Promise<void> {
    await this.stop();
    const logs = path.join(this.folder, 'logs.yaml');
    writeFileSync(
      logs,
      `Logs:\n  - Origin: ${log.origin}\n    URL: https://${log.origin}\n    PublicKey: ${log.key}\n`,
    );
    const options = {
      listen: `127.0.0.1:${this.port}`,
      metrics_listen: '',
      additional_logs: logs,
      private_key_path: path.join(this.folder, 'key'),
      db_file: path.join(this.folder, `${memory}.db`),
    };
    const listed = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
    this.process = spawn(OMNIWITNESS ?? '', listed, { stdio: 'ignore' });
    const answers = (): Promise<boolean> =>
      fetch(`http://127.0.0.1:${this.port}/`).then(
        () => true,
        () => false,
      );
    await until(answers, Boolean);
  }

  async stop(): Promise<void> {
    if (!this.process) return;
    const gone = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await gone;
    this.process = undefined;
  }
}
