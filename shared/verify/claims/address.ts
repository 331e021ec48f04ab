import { sha256Text } from '../../hash';
import { canonicalJson } from '../canonical-json';
import { addressOf, type AnyEntry, type Bundle, type Json } from '../format';
import { claim, stepName, type Claim, type Finding } from '../report';

/** 14. The records are about the address that was asked for: the first entry of each committed to it, and so did the reading. */
export function checkAddress(bundle: Bundle): Claim {
  const { entries, request, address } = bundle;
  const isAsked = request.disclose.includes('address');
  if (isAsked !== (address !== null)) return claim('address', [{ code: 'addressNotAsAsked' }]);
  if (!address) return claim('address', [], { isEmpty: true });
  const beginnings = entries.map(({ entry }) => entry).filter((entry) => BEGIN.has(entry.type) || addressOf(entry));
  const commitments = commitmentsIn(bundle, beginnings);
  const known = new Set(commitments.map(({ id }) => id));
  const unused = Object.keys(address.salts).filter((id) => !known.has(id));
  const uncommitted = beginnings.filter((entry) => !addressOf(entry));
  return claim(
    'address',
    [
      ...commitments.flatMap((commitment) => checkCommitment(commitment, address)),
      ...unused.map((recordId): Finding => ({ code: 'addressSaltUnused', recordId })),
    ],
    {
      open: uncommitted.map((entry) => ({ code: 'addressUncommitted', step: stepName(entry) })),
      isEmpty: beginnings.length === 0,
    },
  );
}

/** The types that begin a record. */
const BEGIN: ReadonlySet<string> = new Set([
  'ConsentRequested',
  'ConsentRecorded',
  'LegitimateInterestRecorded',
  'ContractRecorded',
]);

interface Commitment {
  readonly entry: AnyEntry;
  /** Of the record; the subject's for the reading, which is about the person. */
  readonly id: string;
  readonly digest: Json | undefined;
}

function commitmentsIn({ entries, subject }: Bundle, beginnings: readonly AnyEntry[]): Commitment[] {
  const last = entries.at(-1);
  const reading = last?.parts['reading'];
  const digest = reading?.state === 'disclosed' ? reading.data['address'] : undefined;
  return [
    ...beginnings.flatMap((entry) => {
      const said = addressOf(entry);
      return said ? [{ entry, id: said.recordId, digest: said.digest }] : [];
    }),
    ...(last ? [{ entry: last.entry, id: subject, digest }] : []),
  ];
}

function checkCommitment(
  { entry, id, digest }: Commitment,
  { address, salts }: NonNullable<Bundle['address']>,
): Finding[] {
  if (!Object.hasOwn(salts, id)) return [{ code: 'addressSaltMissing', step: stepName(entry) }];
  const said = { address, salt: salts[id] ?? '' };
  const fits = sha256Text(canonicalJson(said)) === digest;
  return fits ? [] : [{ code: 'addressOther', step: stepName(entry) }];
}
