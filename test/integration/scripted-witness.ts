import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, serve, type Service } from '../../local/http';
import { fromBase64 } from '../../shared/verify/base64';
import { verifyConsistency } from '../../shared/verify/merkle';
import { openNote, parseCheckpoint, type Checkpoint } from '../../shared/verify/note';
import type { TestWitness } from '../log/witness-key';

/** What was asked for, as the witness understood it. */
export interface Asked {
  readonly oldSize: number;
  readonly proof: readonly Uint8Array[];
  readonly note: string;
  readonly checkpoint: Checkpoint;
}

export interface Said {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

/** `hang`: never an answer; `drop`: the connection breaks. */
export type Behaviour = (asked: Asked) => Said | 'hang' | 'drop';

/** A witness that keeps to the protocol unless it is told how to behave otherwise. */
export class ScriptedWitness {
  readonly asked: Asked[] = [];
  behaviour: Behaviour | undefined;
  seen: Checkpoint | undefined;

  private constructor(
    readonly key: TestWitness,
    private service: Service | undefined,
  ) {}

  static async start(key: TestWitness): Promise<ScriptedWitness> {
    const witness: ScriptedWitness = new ScriptedWitness(key, undefined);
    witness.service = await serve((request, response) => void witness.take(request, response));
    return witness;
  }

  get setting(): string {
    return `${this.key.key} ${this.service?.url}/w`;
  }

  stop = async (): Promise<void> => this.service?.close();

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = parse((await readBody(request)).toString());
    this.asked.push(asked);
    const isOurs = request.method === 'POST' && request.url === '/w/add-checkpoint';
    const said = isOurs ? (this.behaviour ?? this.honest)(asked) : { status: 400 };
    if (said === 'hang') return;
    if (said === 'drop') request.socket.destroy();
    else response.writeHead(said.status, said.headers).end(said.body ?? '');
  }

  /** As https://c2sp.org/tlog-witness has it. */
  honest = ({ oldSize, proof, note, checkpoint }: Asked): Said => {
    const { size = 0, root } = this.seen ?? {};
    if (oldSize > checkpoint.size) return { status: 400 };
    if (oldSize !== size) return { status: 409, body: `${size}\n`, headers: { 'content-type': 'text/x.tlog.size' } };
    const isContinued = !root
      ? proof.length === 0
      : verifyConsistency(size, root, checkpoint.size, checkpoint.root, proof);
    if (!isContinued) return { status: 422 };
    this.seen = checkpoint;
    return { status: 200, body: this.key.cosign(note, new Date()) };
  };
}

function parse(body: string): Asked {
  const end = body.indexOf('\n\n');
  const [old = '', ...lines] = body.slice(0, end).split('\n');
  const note = body.slice(end + 2);
  const checkpoint = parseCheckpoint(openNote(note, [])?.text ?? '');
  const [, digits] = /^old (0|[1-9]\d*)$/.exec(old) ?? [];
  if (!checkpoint || digits === undefined) throw new Error(`This is no add-checkpoint:\n${body}`);
  return {
    oldSize: Number(digits),
    proof: lines.map((line) => fromBase64(line) ?? new Uint8Array()),
    note,
    checkpoint,
  };
}
