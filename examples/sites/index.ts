import type { Site } from '../../shared/policy/schema';
import { demo } from './demo';
import { notice000 } from './notice-000-rights';
import { notice001 } from './notice-001-deletes-at-once';
import { notice002 } from './notice-002-four-years';
import { notice003 } from './notice-003-two-languages';
import { notice004 } from './notice-004-topics';

/**
 * The sites that come along: one to try everything with, and one for each privacy notice of docs/promises.md. 000 is mostly about
 * rights; 001 deletes at once; 002 keeps proof for four years; 003 has two languages; 004 has topics, and two firms that send.
 */
export const sites: readonly Site[] = [demo, notice000, notice001, notice002, notice003, notice004];
