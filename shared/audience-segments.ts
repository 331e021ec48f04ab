/** In how many segments an audience can be fetched: each has as many of its shards as any other. */
export const SEGMENT_COUNTS = [1, 2, 4, 8] as const;
export type SegmentCount = (typeof SEGMENT_COUNTS)[number];

/** A part of an audience, such as the third of eight. */
export type AudienceSegment = `${number}/${SegmentCount}`;

export const segmentsOf = (count: SegmentCount): readonly AudienceSegment[] =>
  Array.from({ length: count }, (_, n) => `${n + 1}/${count}` as const);

export const AUDIENCE_SEGMENTS: readonly AudienceSegment[] = SEGMENT_COUNTS.flatMap(segmentsOf);
