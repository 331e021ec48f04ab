import { randomBytes } from 'node:crypto';
import type { Ledger } from '../clients/typescript/src/index';
import { ledger, vault } from '../functions/deps/tables';
import { chunks } from '../shared/ledger/batches';
import { command } from './command';
import { CommandError } from './command-error';
import { findConnections, type Found } from './incident/find';
import { openIncidents, type OpenIncident } from './incident/held';
import { readNetworks } from './incident/networks';
import { SITE, stateOf, SYSTEM, tokenNote, IN_PROOF } from './options';
import { print, printJson } from './print';
import { resumable } from './resume/resumable';
import { StateFile } from './resume/state-file';
import { isLocal, ledgerOf } from './system';
import { enterTarget, type Target } from './tables/target';
import type { Place } from './tables/walk';
import type { Values } from './spec';

/** As many people as one call takes. */
const AT_ONCE = 50;

const ASK = 'Say one of hold, settle, list.';

const OPTIONS = {
  site: SITE,
  network: {
    takes: 'NETWORK',
    says: 'from which it came, e.g. 203.0.113.0/24; several times for several',
    isList: true,
  },
  from: { takes: 'TIME', says: 'since when, e.g. 2026-11-20T08:00Z' },
  to: { takes: 'TIME', says: 'until when' },
  label: { takes: 'NAME', says: `what you call the incident (hold); ${IN_PROOF}` },
  case: { takes: 'ID', says: 'the id of an incident that there is (settle; or hold, for what came in since)' },
  'review-by': { takes: 'DAY', says: 'by when an operator has to check whether it is still needed (hold)' },
  reason: { takes: 'TEXT', says: `why, without naming anybody (hold, settle); ${IN_PROOF}` },
  'dry-run': { says: 'only count what would be kept (hold)' },
  url: SYSTEM,
  state: stateOf('incident'),
} as const;

type Given = Values<typeof OPTIONS>;

export const incident = command({
  name: 'incident',
  usage: [
    'hold --site SITE --network NETWORK --from TIME --to TIME --label NAME --review-by DAY --reason TEXT [--dry-run]',
    'settle --site SITE --case ID --reason TEXT',
    'list --site SITE',
  ],
  about: `Keeps the IP addresses and browsers of all steps that came from a network at a time, past their end, until an incident is
settled; nobody's address has to be known. Nothing else that is personal is kept for it.

  hold             find the steps and keep their connection data; prints the id of the incident. What came in since is added
                   by the same with --case. Interrupted, the same command goes on where it was
  settle           end that for everybody: what is past its end goes at once
  list             the incidents that are not settled, with their days of review

Searches the tables of a local --url, or those that LEDGER_TABLE and VAULT_TABLE name, with the credentials of the
environment. What is found is held over the API, so each entry has the operator of the token.`,
  operands: { names: 'ACTION', least: 1, most: 1, ask: ASK },
  options: OPTIONS,
  notes: tokenNote('evidence:write'),
  exits: { 0: 'done', 1: 'refused' },
  run: async (given, [action]) => {
    const target = await enterTarget(isLocal(given.url) ? given.url : undefined, ['LEDGER_TABLE', 'VAULT_TABLE']);
    if (action === 'hold') return holdAll(given, target);
    if (action === 'settle') return settleAll(given, target);
    if (action === 'list')
      return printJson((await openIncidents(ledger(), given.site, target.now())).map(withoutNames));
    throw new CommandError(`${ASK} --help says more.`);
  },
});

const withoutNames = ({ people, ...incident }: OpenIncident): object => ({ ...incident, people: people.length });

interface HoldState extends Place {
  readonly case: string;
  readonly people: number;
  readonly steps: number;
}

async function holdAll(given: Given, { name, now }: Target): Promise<void> {
  if (given.network.length === 0) throw new CommandError('--network is needed.');
  const span = {
    site: given.site,
    isIn: readNetworks(given.network),
    from: momentOf('from', given.from),
    to: momentOf('to', given.to),
  };
  const of = `${given.site} of ${name}, ${span.from} to ${span.to}, ${given.network.join(' ')}`;
  const isDry = given['dry-run'];
  const file = new StateFile<HoldState>(given.state, { what: 'an incident', of: isDry ? `${of} (dry run)` : of });
  const orders = isDry ? undefined : { system: ledgerOf(given, 'evidence:write'), ...whyOf(given) };
  const done = await resumable(file, async (run) => {
    const id = run.begun?.case ?? given.case ?? newCase();
    let { people, steps } = run.begun ?? { people: 0, steps: 0 };
    const begun = run.begun && { seen: run.begun.seen, after: run.begun.after };
    if (!run.begun) await run.reached({ seen: 0, case: id, people, steps });
    const reached = (place: Place): Promise<void> => run.reached({ ...place, case: id, people, steps });
    const onFound = async (found: readonly Found[]): Promise<void> => {
      if (orders) await order(orders.system, found, { ...orders.why, case: id });
      people += found.length;
      steps += found.reduce((sum, one) => sum + one.steps.length, 0);
    };
    await findConnections({ ledger: ledger(), vault: vault(), span, now, onFound }, { ...run, begun, reached });
    return { ...(orders && { case: id }), people, steps };
  });
  printJson(done);
}

const newCase = (): string => randomBytes(16).toString('base64url');

/** What every call says besides. */
interface Why {
  readonly reason: string;
  readonly label?: string;
  readonly reviewBy?: string;
  readonly lift?: true;
  readonly case?: string;
}

function whyOf({ label, reason, case: id, 'review-by': reviewBy }: Given): { readonly why: Why } {
  if (reason === undefined || reviewBy === undefined || (label ?? id) === undefined) {
    throw new CommandError('--reason and --review-by are needed, and --label for a new incident.');
  }
  return { why: { reason, reviewBy, ...(label !== undefined && { label }) } };
}

async function order(system: Ledger, people: readonly Found[], why: Why): Promise<void> {
  for (const some of chunks(people, AT_ONCE)) {
    await system.subjects.holdConnections({ people: some.map(({ id, steps }) => ({ id, steps: [...steps] })), ...why });
  }
}

async function settleAll(given: Given, { now }: Target): Promise<void> {
  const { case: id, reason } = given;
  if (id === undefined || reason === undefined) throw new CommandError('--case and --reason are needed.');
  const found = (await openIncidents(ledger(), given.site, now())).find((one) => one.case === id);
  if (!found) throw new CommandError(`No incident ${id} of ${given.site} is open.`);
  const people = found.people.map((subject) => ({ id: subject, steps: [] }));
  await order(ledgerOf(given, 'evidence:write'), people, { reason, case: id, lift: true });
  print(`Settled: ${found.people.length.toLocaleString('en')} people.\n`);
}

function momentOf(name: string, text: string | undefined): string {
  const moment = new Date(text ?? '');
  // Without an offset nobody knows which hour is meant.
  const isMoment = /(Z|[+-]\d\d:\d\d)$/.test(text ?? '') && !Number.isNaN(moment.getTime());
  if (!isMoment) throw new CommandError(`--${name} takes a time such as 2026-11-20T08:00Z or 2026-11-20T09:00+01:00.`);
  return moment.toISOString();
}
