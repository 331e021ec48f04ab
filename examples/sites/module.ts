import path from 'node:path';
import { sites } from '.';

/** The module of the examples, for whatever is given the sites that it serves as a path. */
export const EXAMPLE_SITES = path.join(__dirname, 'index.ts');

/** The domains that the examples' mails come from. */
export const EXAMPLE_SENDERS = sites.map(({ sender }) => sender.address.replace(/^.*@/, ''));
