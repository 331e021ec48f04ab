import type { EntryType } from '../../shared/consent/steps';
import type { Bundle } from '../../shared/evidence/bundle';
import type { Mail } from '../ses/mail';
import { stepsOf } from './site';
import type { Visitor } from './visitor';

/** Entries that stay when a person is forgotten, and name nobody. */
const ABOUT_NOBODY: ReadonlySet<EntryType> = new Set(['EvidenceDisclosed', 'ProcessorInformed', 'DeletionConfirmed']);

/** A person who reads newsletters of several sites, and the data that those still have of her. */
export class Subscriber {
  constructor(
    readonly visitor: Visitor,
    readonly email: string,
  ) {}

  /** All mails so far, once there are so many. */
  mails(count: number): Promise<Mail[]> {
    const isSo = ({ length }: Mail[]): boolean => length >= count;
    return this.visitor.eventually(() => this.visitor.mailsTo(this.email), isSo, `mail number ${count} did not come`);
  }

  /** Waits until a site has her address, and her IP address or not; tells what it has. */
  async isKept(site: string, withIp: boolean): Promise<string> {
    const isSo = (left: Left): boolean => left.steps > 0 && left.address && left.ip === withIp;
    return describe(await this.visitor.eventually(() => this.left(site), isSo, `${site} has something else`));
  }

  /** Waits until a site has proof of what was done, and nothing that says who it was about. */
  async isUnnamed(site: string): Promise<string> {
    const isSo = (left: Left): boolean => left.steps > 0 && !left.address && !left.ip;
    return describe(await this.visitor.eventually(() => this.left(site), isSo, `${site} has something else`));
  }

  async isForgotten(site: string): Promise<string> {
    const isSo = ({ steps }: Left): boolean => steps === 0;
    return describe(await this.visitor.eventually(() => this.left(site), isSo, `${site} still has something`));
  }

  /** The data that the site's evidence shows, without the entries about reading it and telling processors. */
  private async left(site: string): Promise<Left> {
    const request = { email: this.email, reason: 'Is it still there?', language: 'en' };
    const bundle = await this.visitor.ask<Bundle>('compliance', `/v1/sites/${site}/evidence`, request);
    const steps = stepsOf(bundle).filter(({ type }) => !ABOUT_NOBODY.has(type));
    const has = (name: string): boolean => steps.some(({ parts }) => name in parts);
    return { steps: steps.length, address: has('address'), ip: has('network') };
  }
}

interface Left {
  readonly steps: number;
  readonly address: boolean;
  readonly ip: boolean;
}

function describe({ steps, address, ip }: Left): string {
  const data = [address ? 'address' : '', ip ? 'IP address' : ''].filter((name) => name !== '');
  return steps === 0 ? 'nothing' : [`${steps} steps`, ...data].join(', ');
}
