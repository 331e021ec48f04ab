import * as z from '../zod';
import type { PartClass, Parts, SealedPart } from './part';

const hop = { ip: z.string(), userAgent: z.optional(z.string()) };

/** What each class says at least. A later version may say more; whatever it says otherwise cannot be read. */
const SHAPES = {
  address: z.looseObject({
    email: z.string(),
    page: z.optional(z.looseObject({ url: z.string(), knownBy: z.string() })),
  }),
  details: z.looseObject({ fields: z.record(z.string(), z.string()) }),
  network: z.looseObject({
    ...hop,
    ip: z.optional(z.string()),
    ipSource: z.string(),
    fetchedBy: z.optional(z.looseObject(hop)),
    signedUpBy: z.optional(z.looseObject(hop)),
  }),
  mail: z.looseObject({ raw: z.string() }),
  reading: z.looseObject({ reason: z.string() }),
  reason: z.looseObject({ reason: z.string(), label: z.optional(z.string()) }),
} satisfies Readonly<Record<PartClass, z.ZodMiniType>>;

export type PartOf<C extends PartClass> = NonNullable<Parts[C]>;

/** What a part of a class says, as it was saved; undefined where this version cannot read it. */
export function partData<C extends PartClass>(name: C, data: unknown): PartOf<C> | undefined {
  return SHAPES[name].safeParse(data).success ? (data as PartOf<C>) : undefined;
}

/** The same of a part in the vault; undefined, too, where there is none. */
export function readPart<C extends PartClass>(
  name: C,
  part: Pick<SealedPart, 'data'> | undefined,
): PartOf<C> | undefined {
  return part && partData(name, JSON.parse(part.data));
}
