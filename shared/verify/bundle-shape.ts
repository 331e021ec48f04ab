import { FORMAT, isKnownForm, STATUSES } from './format';
import { atLeast, atMost, json, list, map, object, oneOf, orNull, text, wholeNumber, type Shape } from './shape';

export const DEPTH = 8;
/** Each signature is looked up among them. */
export const MOST_KEYS = 100;

export const anyText = text('text');
const DAY = String.raw`\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])`;
export const day = text('time', new RegExp(`^${DAY}$`));
export const time = text('time', new RegExp(String.raw`^${DAY}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$`));
/** 32 bytes: the last digit has two bits too many, which are zero. */
export const hash = text('hash', /^[\w-]{42}[AEIMQUYcgkosw048]$/);
/** 16 bytes: four bits too many. */
export const random = text('random', /^[\w-]{21}[AQgw]$/);
const base64 = text('base64', /^[A-Za-z0-9+/]+={0,2}$/);
export const partClass = text('name', /^[a-z][A-Za-z]*$/);

const wording = { id: anyText, noticeHash: hash };
const purpose = { ...wording, legalBasis: anyText };

/** Who acts has a name where they are one of many; there may be further kinds some day. */
const actor: Shape = (value) => {
  const { kind } = (value ?? {}) as { kind?: string };
  if (kind === 'backend' || kind === 'operator') return namedActor(value);
  return kind === 'subject' || kind === 'system' ? unnamedActor(value) : otherActor(value);
};
const namedActor = object({ kind: anyText, id: anyText, 'client?': anyText });
const unnamedActor = object({ kind: anyText });
const otherActor = object({ kind: anyText, 'id?': anyText, 'client?': anyText });

const chained = {
  v: wholeNumber,
  site: anyText,
  subject: random,
  seq: wholeNumber,
  type: text('name', /^[A-Z][A-Za-z]{0,63}$/),
  at: time,
  prev: hash,
  hash,
};
export const knownEntryShape = object({
  ...chained,
  v: oneOf(1),
  'recordId?': random,
  actor,
  'language?': anyText,
  purposes: list(object(purpose)),
  'asset?': object(wording),
  facts: json(DEPTH),
  parts: map(partClass, hash),
  nonce: random,
});
const laterEntryShape = atLeast(chained, DEPTH);

/** What a later version wrote is for a claim to say, and makes no file unreadable. */
const entryShape: Shape = (value) => (isKnownForm(value ?? {}) ? knownEntryShape : laterEntryShape)(value);

const part: Shape = (value) => {
  const state = (value as { state?: string } | null)?.state;
  return state === 'disclosed' ? disclosedPart(value) : state === 'gone' ? gonePart(value) : absentPart(value);
};
const disclosedPart = object({ state: anyText, data: json(DEPTH), salt: random });
const gonePart = object({ state: anyText, since: time });
const absentPart = object({ state: oneOf('disclosed', 'withheld', 'gone', 'missing') });

const purposeState = object({ ...purpose, status: oneOf(...STATUSES), since: time });

const record = object({
  recordId: random,
  language: anyText,
  requestedAt: time,
  confirmedAt: orNull(time),
  purposes: list(purposeState),
  asset: orNull(object(wording)),
});

const notice = object({
  site: anyText,
  'purpose?': anyText,
  'asset?': anyText,
  version: anyText,
  language: anyText,
  text: anyText,
});

const address = (salts: Shape): Shape => orNull(object({ address: anyText, salts }));
const anchor = object({ checkpoint: anyText, consistency: list(anyText), timestamp: orNull(base64) });
const head = {
  format: oneOf(FORMAT),
  site: anyText,
  subject: random,
  at: time,
  request: object({ operator: anyText, reason: anyText, disclose: list(partClass) }),
  controller: json(DEPTH),
};

const fullShape = object({
  ...head,
  address: address(map(random, random)),
  records: list(record),
  entries: list(
    object({
      entry: entryShape,
      parts: map(partClass, part),
      proof: orNull(object({ index: wholeNumber, path: list(anyText) })),
    }),
  ),
  deleted: list(wholeNumber),
  notices: map(hash, notice),
  log: object({
    origin: anyText,
    keys: atMost(MOST_KEYS, list(anyText)),
    witnesses: atMost(MOST_KEYS, list(anyText)),
    checkpoint: orNull(anyText),
    anchors: list(anchor),
  }),
});

const none = atMost(0, list(anyText));

/** Without an entry there is nothing else, either: such a file says that nothing is recorded. */
const emptyShape = object({
  ...head,
  address: address(object({})),
  ...{ records: none, entries: none, deleted: none, notices: object({}) },
  log: object({ origin: anyText, keys: none, witnesses: none, checkpoint: oneOf(null), anchors: none }),
});

/** What docs/evidence-format.md asks of a file before anything else. */
export const bundleShape: Shape = (value) => {
  const { entries } = (value ?? {}) as { entries?: unknown };
  return Array.isArray(entries) && entries.length === 0 ? emptyShape(value) : fullShape(value);
};
