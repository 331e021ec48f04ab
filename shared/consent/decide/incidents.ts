import type { Digest } from '../../ids';
import { standingOf } from '../standing';
import { operatorStep, type Decision, type Operation } from './operator-decisions';

/** What an incident needs of a person. */
export interface Incident {
  readonly case: string;
  readonly reviewBy: string;
  /** The places of the steps whose connection data it needs. */
  readonly steps: readonly number[];
  /** Whether a part is still there: what is gone nothing can keep. */
  readonly isThere: (digest: Digest) => boolean;
}

/** Keeps the connection data of these steps, besides those that the incident has already. Others' steps are none of the site's. */
export function heldForIncident(operation: Operation, { case: id, reviewBy, steps, isThere }: Incident): Decision {
  return (entries, now) => {
    const before = standingOf(entries).holds.find((hold) => hold.case === id);
    const found = entries.filter(({ seq, site, parts: { network } }) => {
      const isOurs = site === operation.site.id && network !== undefined && isThere(network);
      return isOurs && steps.includes(seq);
    });
    const connections = [...new Set([...(before?.connections ?? []), ...found.map(({ seq }) => seq)])].sort(
      (one, other) => one - other,
    );
    // A hold that keeps everything keeps these as well.
    const isWhole = before !== undefined && before.connections === undefined;
    const isDone = before?.connections?.length === connections.length && before.reviewBy === reviewBy;
    if (isWhole || isDone || connections.length === 0) return undefined;
    return operatorStep(operation, now, 'HoldPlaced', { case: id, reviewBy, connections });
  };
}

/** The incident needs nothing of the person any more. */
export function settledIncident(operation: Operation, id: string): Decision {
  return (entries, now) => {
    const isHeld = standingOf(entries).holds.some((hold) => hold.case === id && hold.connections !== undefined);
    const isOurs = entries[0]?.site === operation.site.id;
    return isHeld && isOurs ? operatorStep(operation, now, 'HoldLifted', { case: id }) : undefined;
  };
}
