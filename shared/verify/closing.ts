import { leafHash, sha256Text } from '../hash';
import { fromBase64, fromBase64Url } from './base64';
import { canonicalJson } from './canonical-json';
import { checkAnchors, isContinued } from './claims/anchors';
import { checkCheckpoint, openCheckpoints, type Checkpoints } from './claims/checkpoint';
import { checkKept } from './claims/kept';
import { checkOrigin } from './claims/origin';
import { CLOCKS_MS } from './claims/witnesses';
import { closingShape, type Closing } from './closing-shape';
import { verifyInclusion } from './merkle';
import { parseWitnessKey } from './note';
import { claim, type About, type Claim, type Finding, type Note, type Report } from './report';
import { diagnose, parse } from './strict-json';
import { reportOf, type Trusted } from './verify-bundle';

/** Checks a statement that everything of a site was deleted. Never throws, whatever the file is. */
export function verifyClosing(file: Uint8Array, trusted: Trusted): Report {
  const read = readClosing(file);
  if ('finding' in read) return reportOf([claim('file', [read.finding])]);
  const { closing } = read;
  const { log } = closing;
  const checkpoints = openCheckpoints(closing);
  const kept = trusted.checkpoint === undefined ? undefined : checkKept(closing, checkpoints, trusted.checkpoint);
  return reportOf(
    [
      claim('file', []),
      checkStatement(closing, checkpoints),
      checkCheckpoint(closing, checkpoints, trusted.witnesses ?? []),
      checkOrigin(log, checkpoints.file.signers, trusted, kept),
      checkBefore(closing, checkpoints),
      ...(kept ? [kept] : []),
      ...checkCosigned(closing, checkpoints, trusted.witnesses ?? []),
    ],
    aboutOf(closing),
  );
}

function readClosing(file: Uint8Array): { closing: Closing } | { finding: Finding } {
  const parsed = parse(file);
  if ('finding' in parsed) return parsed;
  const misfit = closingShape(parsed.value);
  if (misfit) return { finding: { code: 'misfit', ...misfit } };
  const finding = diagnose(parsed.text, JSON.stringify(parsed.value) === parsed.text);
  return finding ? { finding } : { closing: parsed.value as Closing };
}

/** The statement is as it was written and in the log, and the checkpoint that it names is one of that log. */
function checkStatement({ statement, proof, log }: Closing, { file }: Checkpoints): Claim {
  const { hash, ...said } = statement;
  const leaf = leafHash(fromBase64Url(hash) ?? new Uint8Array());
  const path = proof.path.map((text) => fromBase64(text) ?? new Uint8Array());
  const isLogged =
    file.checkpoint !== undefined &&
    verifyInclusion(leaf, proof.index, file.checkpoint.size, path, file.checkpoint.root);
  const { before } = statement;
  const isShown = before === null || log.anchors.some(({ checkpoint }) => noteText(checkpoint) === noteText(before));
  return claim('closing', [
    ...(sha256Text(canonicalJson(said)) === hash ? [] : [{ code: 'closingChanged' as const }]),
    ...(isLogged ? [] : [{ code: 'closingNotInLog' as const }]),
    ...(isShown ? [] : [{ code: 'closingWithoutBefore' as const }]),
  ]);
}

/** What was signed: witnesses add to a checkpoint below it. */
const noteText = (note: string): string => note.slice(0, note.indexOf('\n\n'));

/** The log continued what it was before the deletion. */
function checkBefore({ log }: Closing, checkpoints: Checkpoints): Claim {
  const { notes, ...found } = checkAnchors({ log, entries: [] }, checkpoints);
  return { ...found, notes: notes.filter(({ code }) => code !== 'anchored') };
}

/** Each witness that the reader knows saw the log with the statement in it. */
function checkCosigned(
  { statement, proof, log }: Closing,
  { file, anchors }: Checkpoints,
  given: readonly string[],
): Claim[] {
  if (given.length === 0) return [];
  const unreadable = given.filter((key) => !parseWitnessKey(key));
  const own = file.checkpoint;
  const seen = [
    file,
    ...anchors.filter(
      ({ checkpoint }, n) => own && checkpoint && isContinued(checkpoint, own, log.anchors[n]?.consistency ?? []),
    ),
  ];
  const results = given
    .filter((key) => parseWitnessKey(key))
    .map((key): { open: Finding } | { note: Note } => {
      const [name = ''] = key.split('+');
      const found = seen.flatMap(({ checkpoint, cosigners, findings }) => {
        const at = cosigners.find((cosigner) => cosigner.key === key)?.at;
        const isCovering = checkpoint !== undefined && checkpoint.size > proof.index && findings.length === 0;
        return isCovering && at !== undefined ? [{ at, size: checkpoint.size }] : [];
      })[0];
      if (!found) return { open: { code: 'notCosigned', name } };
      // Nobody can have seen what was said of a deletion before it was done.
      const isPossible = Date.parse(statement.doneAt) - CLOCKS_MS <= Date.parse(found.at);
      if (!isPossible) return { open: { code: 'cosignedAtOdds', name, at: found.at } };
      return { note: { code: 'cosigned', name, ...found, covered: 1 } };
    });
  return [
    claim(
      'witnesses',
      unreadable.map((key) => ({ code: 'givenKeyUnreadable', key })),
      {
        open: results.flatMap((result) => ('open' in result ? [result.open] : [])),
        notes: results.flatMap((result) => ('note' in result ? [result.note] : [])),
      },
    ),
  ];
}

function aboutOf({ statement }: Closing): About {
  const { site, controller, lastDay, doneAt, deleted, copies } = statement;
  const closed = { lastDay, doneAt, deleted, copies };
  return { site, controller: controller.name, addresses: null, records: [], closed };
}
