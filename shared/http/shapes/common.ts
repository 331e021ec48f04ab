import { ENTRY_TYPES } from '../../consent/steps';
import type { ConsentStatus } from '../../consent/fold';
import { LANGUAGES, LEGAL_BASES } from '../../policy/schema';
import * as z from '../../zod';
import { answer, said } from './named';

export const time = z.iso.datetime();
export const day = z.iso.date();
export const text = z.string();
export const id = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/));
export const language = z.enum(LANGUAGES);
export const legalBasis = z.enum(LEGAL_BASES);

/** 16 bytes. */
export const random = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/));
/** SHA-256. */
export const hash = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

const STATUSES: Readonly<Record<ConsentStatus, true>> = {
  ConsentRequested: true,
  ConsentGiven: true,
  RenewedConsentGiven: true,
  ConsentWithdrawn: true,
  ConsentExpired: true,
  ConsentRefused: true,
  LegitimateInterestRecorded: true,
  ObjectionRecorded: true,
  ContractRecorded: true,
  ContractEnded: true,
};

export const status = answer(
  'Status',
  z.enum(Object.keys(STATUSES) as ConsentStatus[]),
  'Where a purpose stands. The names are those of the W3C Data Privacy Vocabulary where it has one.',
);

export const stepType = answer(
  'StepType',
  z.enum(ENTRY_TYPES),
  'What kind of step an entry of the ledger is. The names are those of the W3C Data Privacy Vocabulary where it has one.',
);

export const facts = said(
  z.record(z.string(), z.unknown()),
  'What else the step says about itself, such as by which way it came. Nothing personal.',
);

export const problem = answer(
  'Problem',
  z.strictObject({
    type: said(z.string().check(z.regex(/^urn:consent-ledger:[a-z0-9-]+$/)), 'The kind of problem, for programs.'),
    title: said(text, 'What the status code is called.'),
    status: said(z.int(), 'The status code.'),
    detail: said(text, 'What to do about it, for people. Never quotes what was sent.'),
    errors: z.optional(
      said(
        z.array(
          z.strictObject({
            pointer: said(text, 'Where: a JSON pointer (RFC 6901) into the body.'),
            detail: said(text, 'What to do about it.'),
          }),
        ),
        'One item for each thing that is wrong with the body.',
      ),
    ),
    preview: z.optional(
      said(z.unknown(), 'What the same order would come to now, as its dry run says it; where something moved since.'),
    ),
  }),
  'Why a request was refused, as RFC 9457 has it.',
);

export const gatewayMessage = answer(
  'GatewayMessage',
  z.strictObject({ message: text }),
  'What the gateway itself says when no function was reached: no good access token, or too many requests.',
);
