import { type Digest, digestOf, recordIdOf, subjectIdOf } from '../../shared/ids';
import type { Entry, Step } from '../../shared/consent/entry';
import { canonicalJson } from '../../shared/canonical';
import { bundle } from '../../shared/evidence/bundle';
import { proveEntries } from '../../shared/evidence/log-proofs';
import { EMPTY, seal } from '../../shared/ledger/chain';
import { sealParts, type SealedPart } from '../../shared/ledger/part';
import { sites } from '../../examples/sites';
import { findSite } from '../../shared/policy/sites';
import { CompactLog, fill, someEntries, take } from '../log/compact-log';
import { inTurns, median } from '../numbers';
import type { Table } from '../table';

const STEPS = 1000;
const ROUNDS = 15;
const MAIL_BYTES = 1500;
/** Entries of others between two of the person's: so many that no two share a tile. */
const SPREADS = [0, 300];

/** The time that making a bundle takes, with all its material in memory. */
export async function building(): Promise<Table> {
  const rows = [];
  for (const between of SPREADS) {
    const { entries, parts } = history();
    const log = new CompactLog();
    await fill(log, 0, 10_000);
    for (const entry of entries) await take([entry.hash, ...someEntries(between)], log);
    const { ms } = await inTurns(ROUNDS, {
      ms: async () => {
        const start = performance.now();
        await build(entries, parts, log);
        return performance.now() - start;
      },
    });
    rows.push([STEPS, between.toLocaleString('en'), median(ms).toFixed(0)]);
  }
  return {
    title: 'Making an evidence file',
    note: `Proofs, bundle and canonical JSON, the log in memory; median of ${ROUNDS}. Goal: 100 ms.`,
    columns: ['steps', "others' entries between two", 'ms'],
    rows,
  };
}

async function build(
  entries: readonly Entry[],
  parts: ReadonlyMap<Digest, SealedPart>,
  log: CompactLog,
): Promise<void> {
  const { checkpoint, proofs } = await proveEntries(entries, log);
  const { controller } = findSite(sites, 'demo')!;
  const reading = {
    reason: 'bench',
    address: digestOf(new Uint8Array(32)),
    disclose: ['mail', 'network'] as const,
    deleted: [],
    ...{ gone: {}, missing: [] },
    controller,
    transfers: [],
    names: { purposes: {}, assets: {} },
  };
  const source = { origin: 'bench', keys: [], witnesses: [], checkpoint: checkpoint?.note ?? null, anchors: [] };
  canonicalJson(bundle({ entries, reading, address: null, parts, notices: new Map(), log: source, proofs }));
}

const SUBJECT = subjectIdOf(new Uint8Array(16));
const RECORD = recordIdOf(new Uint8Array(16));

/** Mails, and in the end the reading. */
function history(): { entries: Entry[]; parts: Map<Digest, SealedPart> } {
  const parts = new Map<Digest, SealedPart>();
  const entries: Entry[] = [];
  for (let n = 0; n < STEPS; n++) {
    const [mail] = sealParts({ mail: { raw: `${n}`.padEnd(MAIL_BYTES, 'm') } }) as [SealedPart];
    parts.set(mail.digest, mail);
    const said = { site: 'demo', at: new Date(n).toISOString(), purposes: [] };
    const recordId = RECORD;
    const step: Step =
      n < STEPS - 1
        ? { type: 'MailSent', ...said, recordId, actor: { kind: 'system' }, facts: { mail: 'welcome' } }
        : { type: 'EvidenceDisclosed', ...said, actor: { kind: 'operator', id: 'bench' }, facts: {} };
    entries.push(seal(step, { subject: SUBJECT, parts: { mail: mail.digest } }, entries.at(-1) ?? EMPTY));
  }
  return { entries, parts };
}
