import type { Scope } from './operation';

/** The machines that call us, and what each one's access token is good for. */
export const ROLES = {
  /** Asks whom it may mail, and says who reads it. */
  marketing: ['audience:read', 'activity:write'],
  /** Answers letters. */
  compliance: ['evidence:read', 'evidence:write'],
  /** Signs up visitors of its own website, and says who they are. */
  backend: ['signup:write'],
  /** Mails for the controller, and says whom it has deleted. */
  processor: ['processor:write'],
} as const satisfies Record<string, readonly Scope[]>;

export type Role = keyof typeof ROLES;
