import { CONSUMERS } from '../../shared/consent/consumers';
import { ENTRY_TYPES, stepType } from '../../shared/consent/steps';
import type { Role } from '../../shared/consent/steps/step-type';
import { steps } from '../../shared/words/en/steps';

/** `docs/steps.md`: each type of steps, what it does, and which consumers the bus tells of it. */
export function stepsPage(): string {
  const columns = ['step', 'in words', 'begins or ends', 'told'];
  const lines = ENTRY_TYPES.map((type) => {
    const told = CONSUMERS.filter((consumer) => consumer.types.includes(type)).map(({ name }) => name);
    const all = told.length === CONSUMERS.length ? 'all' : told.join(', ');
    return [`\`${type}\``, steps[type], doing(stepType({ type }).role), all];
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
