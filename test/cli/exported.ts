import { readFile } from 'node:fs/promises';
import type { Counts, ExportedPart, Line } from '../../cli/export/lines';
import type { Entry } from '../../shared/consent/entry';
import { noticesIn } from '../../shared/consent/read-entry';
import { checkChain } from '../../shared/verify/claims/chain';
import { checkEntries } from '../../shared/verify/claims/entries';
import { checkNotices } from '../../shared/verify/claims/notices';
import { checkParts } from '../../shared/verify/claims/parts';
import type { Bundle } from '../../shared/verify/format';

type LineOf<K extends Line['kind']> = Extract<Line, { kind: K }>;

/** An export as somebody reads it who knows docs/export-format.md. */
export class Exported {
  private constructor(readonly lines: readonly Line[]) {}

  static async read(file: string): Promise<Exported> {
    const text = await readFile(file, 'utf8');
    expect(text.endsWith('\n')).toBe(true);
    const lines = text.split('\n').slice(0, -1);
    return new Exported(lines.map((line) => JSON.parse(line) as Line));
  }

  of<K extends Line['kind']>(kind: K): LineOf<K>[] {
    return this.lines.filter((line): line is LineOf<K> => line.kind === kind);
  }

  get counts(): Counts | undefined {
    const last = this.lines.at(-1);
    return last?.kind === 'counts' ? last.counts : undefined;
  }

  get entries(): Entry[] {
    return this.of('entry').map(({ entry }) => entry as Entry);
  }

  parts(subject: string): ExportedPart[] {
    return this.of('entry')
      .filter(({ entry }) => entry.subject === subject)
      .flatMap(({ parts }) => Object.values(parts));
  }

  /** What the verifier of evidence files finds: each subject's lines are put to it as the entries of such a file. */
  findings(): string[] {
    return [...new Set(this.entries.map(({ subject }) => subject))].flatMap((subject) => this.findingsAbout(subject));
  }

  private findingsAbout(subject: string): string[] {
    const lines = this.of('entry').filter(({ entry }) => entry.subject === subject);
    const notices = Object.fromEntries(this.of('notice').map(({ hash, notice }) => [hash, notice]));
    const named = lines.flatMap(({ entry }) => noticesIn(entry));
    const claims = [checkEntries, checkChain, checkParts, checkNotices];
    const file = {
      site: lines[0]?.entry.site,
      subject,
      entries: lines.map(({ entry, parts }) => ({ entry, parts, proof: null })),
      deleted: gapsIn(lines.map(({ entry }) => entry.seq)),
      notices: Object.fromEntries(named.map((hash) => [hash, notices[hash]])),
      request: { disclose: [...new Set(lines.flatMap(({ parts }) => Object.keys(parts)))] },
    } as unknown as Bundle;
    const codes = claims.flatMap((check) => check(file).findings.map(({ code }) => code));
    // An export ends with no reading, so nothing says which parts had gone before.
    return codes.filter((code) => code !== 'noReading' && code !== 'partGoneDiffers');
  }
}

/** Places before the last one whose entries had been deleted. */
function gapsIn(seqs: readonly number[]): number[] {
  const places = Array.from({ length: (seqs.at(-1) ?? -1) + 1 }, (_, seq) => seq);
  return places.filter((seq) => !seqs.includes(seq));
}
