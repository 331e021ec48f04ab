import { CONSUMERS, type Consumer } from '../../shared/consent/consumers';
import { ENTRY_TYPES, stepType } from '../../shared/consent/steps';
import type { Role } from '../../shared/consent/steps/step-type';
import { steps } from '../../shared/words/en/steps';

/** `docs/steps.md`: each type of steps, what it does, and which consumers the bus tells of it. */
export function stepsPage(): string {
  const columns = ['step', 'in words', 'begins or ends', 'told'];
  const lines = ENTRY_TYPES.map((type) => {
    const isTold = ({ types }: Consumer): boolean => types.includes(type);
    const told = CONSUMERS.filter(isTold).map(({ name }) => name);
    const [untold, ...more] = CONSUMERS.filter((consumer) => !isTold(consumer));
    const who = untold && more.length === 0 ? `all but ${untold.name}` : told.join(', ');
    return [`\`${type}\``, steps[type], doing(stepType({ type }).role), who];
  });
  return `# Steps

The types of steps that the ledger records, and which consumers the bus tells of each. Written by
\`npm run overview\` from \`shared/consent/steps/\`, where each type has its file.

${table([columns, columns.map(() => '---'), ...lines])}
`;
}

function doing(role: Role): string {
  if (typeof role === 'object') return `begins (${role.begins})`;
  return role === 'neither' ? '' : role;
}

function table(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
