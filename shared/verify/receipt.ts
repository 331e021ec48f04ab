import { leafHash, sha256Text } from '../hash';
import { toBase64, fromBase64Url } from './base64';
import { canonicalJson } from './canonical-json';
import { entryHash } from './hashes';
import { checkOrigin } from './claims/origin';
import { CLOCKS_MS } from './claims/witnesses';
import { verifyInclusion } from './merkle';
import { openNote, parseCheckpoint, type Checkpoint, type Cosigner } from './note';
import { receiptShape, type HashedNotice, type Receipt } from './receipt-shape';
import { claim, stepName, type About, type Claim, type Finding, type Note, type Report } from './report';
import { reportOf, type Trusted } from './verify-bundle';
import { diagnose, parse } from './strict-json';
import { TileTree, type LogSource } from './tiles';

/** Checks a person's receipt: by itself, and against the tiles of the log if they are at hand. */
export async function verifyReceipt(file: Uint8Array, trusted: Trusted, log?: LogSource): Promise<Report> {
  const read = readReceipt(file);
  if ('finding' in read) return reportOf([claim('file', [read.finding])]);
  const { receipt } = read;
  return reportOf(
    [
      claim('file', []),
      checkEntry(receipt),
      checkSayings(receipt),
      checkWordings(receipt),
      ...(log ? await checkInLog(receipt, trusted, log) : [notAsked(receipt), ...checkCosigned(receipt, trusted)]),
    ],
    aboutOf(receipt),
  );
}

function readReceipt(file: Uint8Array): { receipt: Receipt } | { finding: Finding } {
  const parsed = parse(file);
  if ('finding' in parsed) return parsed;
  const misfit = receiptShape(parsed.value);
  if (misfit) return { finding: { code: 'misfit', ...misfit } };
  const finding = diagnose(parsed.text, JSON.stringify(parsed.value) === parsed.text);
  return finding ? { finding } : { receipt: parsed.value as Receipt };
}

const CONFIRMATIONS: readonly string[] = ['ConsentGiven', 'RenewedConsentGiven'];

function checkEntry({ entry }: Receipt): Claim {
  const step = stepName(entry);
  return claim('entries', [
    ...(entryHash(entry) === entry.hash ? [] : [{ code: 'entryChanged' as const, step }]),
    ...(CONFIRMATIONS.includes(entry.type) ? [] : [{ code: 'noConfirmation' as const, step }]),
  ]);
}

/** What the receipt says outside of its entry follows from it, as far as an entry goes. */
function checkSayings(receipt: Receipt): Claim {
  const { entry, purposes, asset } = receipt;
  const confirmed = purposes.map(({ id, legalBasis, notice }) => ({ id, legalBasis, noticeHash: notice.hash }));
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['receiptId', receipt.receiptId, entry.hash],
    ['leaf', receipt.leaf, toBase64(leafHash(fromBase64Url(entry.hash) ?? new Uint8Array()))],
    ['site', receipt.site, entry.site],
    ['recordId', receipt.recordId, entry.recordId],
    ['language', receipt.language, entry.language],
    ['confirmedAt', receipt.confirmedAt, entry.at],
    ['purposes', byId(confirmed), byId(entry.purposes)],
    ['status', purposes.every(({ status }) => status === entry.type), true],
    ['asset', asset && { id: asset.id, noticeHash: asset.notice.hash }, entry.asset ?? null],
  ];
  const wrong = pairs.filter(([, says, follows]) => canonicalJson(says ?? null) !== canonicalJson(follows ?? null));
  return claim(
    'summary',
    wrong.map(([member]) => ({ code: 'receiptDiffers', member })),
    { notes: [{ code: 'receiptSays' }] },
  );
}

const byId = <T extends { readonly id: string }>(list: readonly T[]): T[] =>
  list.toSorted((one, other) => (one.id < other.id ? -1 : 1));

function checkWordings({ site, purposes, asset }: Receipt): Claim {
  const wordings = [
    ...purposes.map(({ id, notice }) => ({ about: { purpose: id }, id, notice })),
    ...(asset ? [{ about: { asset: asset.id }, id: asset.id, notice: asset.notice }] : []),
  ];
  const changed = wordings.filter(({ about, notice }) => hashOf({ site, ...about }, notice) !== notice.hash);
  return claim(
    'notices',
    changed.map(({ id, notice: { version, language } }) => ({ code: 'noticeChanged', id, version, language })),
    { isEmpty: wordings.length === 0 },
  );
}

const hashOf = (about: object, { version, language, text }: HashedNotice): string =>
  sha256Text(canonicalJson({ ...about, version, language, text }));

/** Without the log nothing shows that the confirmation was ever recorded: anybody can write a receipt. */
const notAsked = ({ log: { origin } }: Receipt): Claim => claim('log', [], { open: [{ code: 'logNotAsked', origin }] });

async function checkInLog(receipt: Receipt, trusted: Trusted, source: LogSource): Promise<Claim[]> {
  const { origin, keys } = receipt.log;
  const note = await source.readCheckpoint().catch(() => undefined);
  const known = [
    ...keys,
    ...(trusted.keys ?? []),
    ...(trusted.host?.keys ?? []),
    ...(trusted.remembered ?? []).map(({ key }) => key),
  ];
  const opened = note === undefined ? undefined : openNote(note, [...new Set(known)], trusted.witnesses);
  const checkpoint = opened && parseCheckpoint(opened.text);
  if (!opened || !checkpoint) {
    const unread = claim('log', [], { open: [{ code: 'logUnreadable', name: source.name }] });
    return [unread, ...checkCosigned(receipt, trusted)];
  }
  // Others may have signed along: a checkpoint that is fetched is not the receipt's to account for.
  const failures: Finding[] = [
    ...opened.forged.map((): Finding => ({ code: 'checkpointForged', which: 'fetched' })),
    ...(checkpoint.origin === origin ? [] : [{ code: 'originDiffers' as const, which: 'fetched' as const }]),
  ];
  return [
    claim('checkpoint', failures),
    checkOrigin({ origin, checkpoint: note ?? null }, opened.signers, trusted, undefined),
    await checkPlace(receipt, checkpoint, source),
    ...checkCosigned(receipt, trusted, { checkpoint, cosigners: opened.cosigners }),
  ];
}

/** Each witness that the reader knows cosigned the checkpoint that was fetched; that it has this step is for claim 9 to say. */
function checkCosigned(
  { log: { index }, entry }: Receipt,
  { witnesses = [] }: Trusted,
  fetched?: { readonly checkpoint: Checkpoint; readonly cosigners: readonly Cosigner[] },
): Claim[] {
  if (witnesses.length === 0) return [];
  const results = witnesses.map((key): { open: Finding } | { note: Note } => {
    const [name = ''] = key.split('+');
    const at = fetched?.cosigners.find((cosigner) => cosigner.key === key)?.at;
    if (!fetched || at === undefined || index === null) return { open: { code: 'notCosigned', name } };
    // Nobody can have seen a step before it was taken.
    if (Date.parse(at) < Date.parse(entry.at) - CLOCKS_MS) return { open: { code: 'cosignedAtOdds', name, at } };
    return { note: { code: 'cosigned', name, at, size: fetched.checkpoint.size, covered: 1 } };
  });
  return [
    claim('witnesses', [], {
      open: results.flatMap((result) => ('open' in result ? [result.open] : [])),
      notes: results.flatMap((result) => ('note' in result ? [result.note] : [])),
    }),
  ];
}

async function checkPlace(
  { entry, log: { index } }: Receipt,
  checkpoint: Checkpoint,
  source: LogSource,
): Promise<Claim> {
  const step = stepName(entry);
  if (index === null) return claim('log', [], { open: [{ code: 'receiptTooEarly' }] });
  if (index >= checkpoint.size) return claim('log', [{ code: 'notInLog', step }]);
  const leaf = leafHash(fromBase64Url(entry.hash) ?? new Uint8Array());
  const tree = new TileTree(source, checkpoint.size);
  try {
    const path = await tree.pathOf(index);
    const isThere = verifyInclusion(leaf, index, checkpoint.size, path, checkpoint.root);
    // Tiles that do not lead to the checkpoint at all say nothing about the receipt.
    const fits = isThere || verifyInclusion(await tree.leafAt(index), index, checkpoint.size, path, checkpoint.root);
    if (!fits) return claim('log', [], { open: [{ code: 'logUnreadable', name: source.name }] });
    return isThere
      ? claim('log', [], { notes: [{ code: 'inLog', index, size: checkpoint.size, name: source.name }] })
      : claim('log', [{ code: 'notInLog', step }]);
  } catch {
    return claim('log', [], { open: [{ code: 'logUnreadable', name: source.name }] });
  }
}

function aboutOf(receipt: Receipt): About {
  const { site, language, controller, entry, purposes, asset, requestedAt, confirmedAt } = receipt;
  const name = controller['name'];
  return {
    site,
    controller: typeof name === 'string' ? name : '',
    addresses: null,
    records: [
      {
        begun: { at: requestedAt },
        page: null,
        confirmed: { type: entry.type, at: confirmedAt },
        purposes: purposes.map(({ id, name, status, notice }) => ({
          id,
          names: { [language]: name },
          status,
          since: confirmedAt,
          wording: notice,
        })),
        asset: asset && { id: asset.id, names: { [language]: asset.title }, wording: asset.notice },
      },
    ],
  };
}
