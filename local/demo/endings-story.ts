import { enterTarget } from '../../cli/tables/target';
import { plus } from '../../shared/calendar';
import { linkTo, signUp } from './site';
import { Subscriber } from './subscriber';
import { expect, type Chapter, type Timeline } from './timeline';
import type { Visitor } from './visitor';
import { ledger } from '../../functions/deps/tables';
import { readStatistics } from '../../shared/ledger/statistics';

/** Site -> the newsletter that is ordered there. */
const NEWSLETTERS = {
  'notice-000': 'newsletter',
  'notice-001': 'newsletter',
  'notice-002': 'newsletter',
  'notice-003': 'newsletter',
  'notice-004': 'newsletter-working-time',
} as const;
type SiteId = keyof typeof NEWSLETTERS;
const SITES = Object.keys(NEWSLETTERS) as SiteId[];
/** Where the IP address is proof, for as long as the rest. */
const IP_IS_PROOF: readonly SiteId[] = ['notice-000', 'notice-002', 'notice-004'];

/** Before and after an end: clocks that change in between make no difference then. */
const MARGIN_MS = 2 * 60 * 60 * 1000;

/** One address, five privacy notices: the same is done at each, and each keeps its own promise of when it ends. */
export function endingsStory(visitor: Visitor, url: string): Chapter[] {
  const carla = new Subscriber(visitor, 'carla.fuenfmal@example.org');
  let began = new Date(0);
  let ended = new Date(0);
  return [
    {
      title: 'Five notices, one address',
      play: async (timeline) => {
        await ordered(timeline, carla);
        began = await visitor.now();
      },
    },
    { title: 'The access data go first', play: (timeline) => aWeekLater(timeline, carla) },
    {
      title: 'She takes it all back',
      play: async (timeline) => {
        await withdrawn(timeline, carla);
        ended = await visitor.now();
      },
    },
    { title: 'Five endings', play: (timeline) => endings(timeline, carla, { url, began, ended }) },
  ];
}

async function ordered(timeline: Timeline, carla: Subscriber): Promise<void> {
  await timeline.step('Carla orders a newsletter at five sites, each with a privacy notice of its own', async () => {
    for (const [site, newsletter] of Object.entries(NEWSLETTERS)) {
      const fields: [string, string][] = [
        ['email', carla.email],
        ['language', 'en'],
        ['purpose', newsletter],
      ];
      await signUp(carla.visitor, fields, site);
    }
  });
  await timeline.step('She confirms each', async () => {
    for (const mail of await carla.mails(SITES.length)) {
      const { status } = await carla.visitor.submit(linkTo('confirm', mail), []);
      expect(status === 200, `the button answered ${status}`);
    }
    await carla.mails(2 * SITES.length);
    return atEach(SITES, (site) => carla.isKept(site, true));
  });
}

async function aWeekLater(timeline: Timeline, carla: Subscriber): Promise<void> {
  await timeline.step('Eight days pass', () => carla.visitor.advance('P8D'));
  await timeline.step('The IP address is gone where seven days were promised', () =>
    atEach(SITES, (site) => carla.isKept(site, IP_IS_PROOF.includes(site))),
  );
}

async function withdrawn(timeline: Timeline, carla: Subscriber): Promise<void> {
  await timeline.step('Half a year passes', () => carla.visitor.advance('P6M'));
  await timeline.step('She unsubscribes from all of them, with one click each', async () => {
    const headers = (await carla.mails(2 * SITES.length)).map((mail) => mail.headers['list-unsubscribe'] ?? '');
    const links = headers.flatMap((header) => /<(http.+?)>/.exec(header)?.[1] ?? []);
    expect(links.length === SITES.length, `${links.length} mails can be unsubscribed from`);
    for (const link of links) {
      const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
      const { status } = await carla.visitor.get(link, { method: 'POST', body });
      expect(status === 200, `it was answered ${status}`);
    }
  });
}

interface Times {
  readonly url: string;
  readonly began: Date;
  readonly ended: Date;
}

/** Each in its turn. */
async function endings(timeline: Timeline, carla: Subscriber, { url, began, ended }: Times): Promise<void> {
  const yearsEnd = new Date(Date.UTC(ended.getUTCFullYear(), 11, 31, 23));
  await timeline.step('notice-001 deletes at once', () => carla.isForgotten('notice-001'));
  await waitUntil(plus(began, 'P1Y'), carla.visitor);
  await timeline.step('notice-003 has deleted who she is, as no registration is kept for more than a year', () =>
    carla.isUnnamed('notice-003'),
  );
  await endsAt('notice-000', plus(ended, 'P3Y'), 'three years after the last mail that it may have sent');
  await endsAt('notice-004', plus(yearsEnd, 'P3Y'), 'as all claims are time-barred');
  await timeline.step('notice-003 has deleted its proof, too, for the same reason', () =>
    carla.isForgotten('notice-003'),
  );
  await timeline.step('What is left of notice-004 is a count that names nobody', () => counted(url, 'notice-004'));
  await endsAt('notice-002', plus(ended, 'P4Y'), 'four years after she unsubscribed');
  await timeline.step('Nobody knows her any more', () => atEach(SITES, (site) => carla.isForgotten(site)));

  async function endsAt(site: SiteId, end: Date, why: string): Promise<void> {
    await waitUntil(new Date(end.getTime() - MARGIN_MS), carla.visitor);
    await timeline.step(`${site} still has its proof`, () => carla.isKept(site, IP_IS_PROOF.includes(site)));
    await waitUntil(new Date(end.getTime() + MARGIN_MS), carla.visitor);
    await timeline.step(`${site} has deleted it, ${why}`, () => carla.isForgotten(site));
  }
}

async function waitUntil(moment: Date, visitor: Visitor): Promise<void> {
  const seconds = Math.ceil((moment.getTime() - (await visitor.now()).getTime()) / 1000);
  await visitor.advance(`PT${seconds}S`);
}

async function atEach(sites: readonly SiteId[], look: (site: SiteId) => Promise<string>): Promise<string[]> {
  const lines: string[] = [];
  for (const site of sites) lines.push(`${site}: ${await look(site)}`);
  return lines;
}

/** The counts as `npm run cli -- statistics` has them. */
async function counted(url: string, site: SiteId): Promise<string[]> {
  await enterTarget(url, ['LEDGER_TABLE']);
  const counts: string[] = [];
  for await (const { day, purpose, outcome, count } of readStatistics(ledger(), site)) {
    counts.push(`${day} ${purpose} ${outcome}: ${count}`);
  }
  expect(counts.length === 1, `there are ${counts.length} counts`);
  return counts;
}
