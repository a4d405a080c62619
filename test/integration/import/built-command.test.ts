import path from 'node:path';
import { expect, test } from 'vitest';
import { runBuiltCli } from '../notebook/command-line.ts';
import { temporaryFolder } from '../notebook/temporary-notebook.ts';
import {
  type ExpectedLog,
  inputsFolder,
  readExpectedLogs,
  zonesOfInputs,
} from './expected-inputs.ts';

/** What `kiroku import --json` says of a file. */
type Imported = {
  readonly file: string;
  readonly rows: number;
  readonly usable: number;
  readonly unusable: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly hosts: readonly string[];
  readonly skipped: readonly { readonly line: number; readonly reason: string }[];
  readonly error: string | null;
};

const expected = readExpectedLogs();

test.skipIf(expected === undefined)(
  'the built command line says of every real file what an independent reader found',
  async () => {
    const base = await temporaryFolder();
    const env = { KIROKU_USER_DATA: path.join(base, 'user') };
    const folder = path.join(base, 'case.kiroku');
    const made = await runBuiltCli(['new', folder, '--title', 'Real inputs', '--by', 'AK'], env);
    expect(made.error).toBe('');
    const truths = Object.entries(expected ?? {});
    const said = new Map<string, object>();
    for (const zone of [undefined, 'UTC', 'Asia/Tokyo']) {
      const names = truths.map(([name]) => name).filter((name) => zonesOfInputs[name] === zone);
      const files = names.map((name) => path.join(inputsFolder, 'data', name));
      const named = zone === undefined ? [] : ['--zone', zone];
      const { out, error } = await runBuiltCli(
        ['import', folder, ...files, ...named, '--json'],
        env,
      );
      expect(error).toBe('');
      const { files: imported } = JSON.parse(out) as { files: readonly Imported[] };
      for (const [at, one] of imported.entries())
        said.set(names[at] ?? '', toldOf(one, expected?.[names[at] ?? '']));
    }
    expect(Object.fromEntries(said)).toEqual(
      Object.fromEntries(truths.map(([name, truth]) => [name, truthOf(truth)])),
    );
    const checked = await runBuiltCli(['verify', folder], env);
    expect(checked.code, checked.out).toBe(0);
  },
  600_000,
);

function toldOf(imported: Imported, truth: ExpectedLog | undefined): object {
  const { rows, usable, unusable, first, last, hosts, skipped, error } = imported;
  return {
    rows,
    usable,
    unusable,
    first,
    last,
    hosts: truth?.hosts === undefined ? undefined : hosts,
    // What a format writes around its records is no record that was passed over.
    skipped: skipped.filter(({ reason }) => reason !== 'no-event'),
    error,
  };
}

function truthOf(truth: ExpectedLog): object {
  return {
    rows: truth.records,
    usable: truth.timesParsed,
    unusable: truth.timesUnusable,
    first: truth.firstUtc,
    last: truth.lastUtc,
    hosts: truth.hosts?.toSorted(),
    skipped: [],
    error: null,
  };
}
