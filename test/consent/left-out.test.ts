import fc from '../seeded';
import { confirmationOf, leftOut } from '../../shared/consent/decide/left-out';
import { fold, isGiven } from '../../shared/consent/fold';
import { attempt, Subject } from './model';

const story = fc.array(attempt, { minLength: 5, maxLength: 40, size: 'max' });

test('whatever happens, what a page lists as confirmed and not as left out is what is given', () => {
  fc.assert(
    fc.property(story, (attempts) => {
      const subject = new Subject();
      for (const next of attempts) subject.try(next);
      const { entries, now } = subject;
      for (const record of fold(entries, now)) {
        const confirmation = record.confirmedAt === undefined ? undefined : confirmationOf(record, entries);
        if (!confirmation) continue;
        const out = leftOut(record, confirmation.purposes, entries).map(({ id }) => id);
        const listed = confirmation.purposes.map(({ id }) => id).filter((id) => !out.includes(id));
        expect(listed.sort()).toEqual(
          record.purposes
            .filter(isGiven)
            .map(({ id }) => id)
            .sort(),
        );
        expect([...listed, ...out].sort()).toEqual(record.purposes.map(({ id }) => id).sort());
      }
    }),
    { numRuns: 300 },
  );
});
