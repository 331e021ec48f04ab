import type { Command } from '../../cli/command';
import { keptIn } from './kept';
import { Person, type System } from './person';

/** What the stories of reviews have in common. */
export interface Reviewing {
  /** What a command prints, having done its work. */
  cli(command: Command, ...args: readonly string[]): Promise<string>;
  subscriber(site: string, purpose?: string): Promise<Person>;
  /** The classes of the parts that are kept of a person, but for those of who read the evidence. */
  classes(subject: string): Promise<string[]>;
  /** Waits until just these are kept. */
  becomes(subject: string, wanted: readonly string[]): Promise<unknown>;
  /** Waits until nothing may be sent any more. */
  stops(person: Person, purpose?: string): Promise<unknown>;
}

export function reviewingOf(system: System): Reviewing {
  const classes = async (subject: string): Promise<string[]> => {
    const parts = await keptIn('Vault', subject, system);
    return parts.map(({ sk }) => sk.split('#')[1] ?? '').filter((name) => name !== 'reading');
  };
  return {
    cli: async (command, ...args) => {
      const written: string[] = [];
      const spy = jest.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
      try {
        expect(await command([...args, '--url', system.url])).toBe(0);
      } finally {
        spy.mockRestore();
      }
      return written.join('');
    },
    subscriber: async (site, purpose = 'newsletter') => {
      const person = new Person(system, site);
      await person.signUp({ purposes: [purpose], fields: { firstName: 'Jürgen' } });
      await person.confirm(1);
      await person.mail(2);
      return person;
    },
    classes,
    becomes: (subject, wanted) =>
      system.visitor.eventually(
        () => classes(subject),
        (found) => JSON.stringify(found) === JSON.stringify(wanted),
        `what is kept did not become [${wanted.join()}]`,
      ),
    stops: (person, purpose = 'newsletter') =>
      system.visitor.eventually(
        () => person.allowed(),
        (allowed) => !allowed[purpose],
        'mail may still be sent',
      ),
  };
}
