import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { tlpLabels } from '#shared/domain/incident.ts';
import { readNotebookFiles } from '../../fixtures/notebook-files.ts';
import { runVerify } from '../../fixtures/run-verify.ts';
import { type Desk, newDesk } from '../cli/run.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'kiroku-redacted-test-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Short words, as easily guessed as they are harmful: none may be found in a copy for others. */
const hidden = ['Aoki', 'pacs01', 'nurse7', 'Ward three', '青木', 'Frau Ito', '10.1.2.3'] as const;

type Case = Desk & { readonly place: string; readonly copy: string };
let made = 0;

async function newCase(): Promise<Case> {
  const desk = await newDesk();
  made += 1;
  const place = path.join(scratch, String(made));
  await mkdir(place);
  const { run, folder } = desk;
  const good = async (...args: string[]) => {
    const { code, error } = await run(args);
    if (code !== 0) throw new Error(`${args.join(' ')}: ${error}`);
  };
  await good('new', folder, '--title', 'Ward three', '--by', 'Aoki', '--tlp', 'AMBER');
  await good('log', folder, 'Frau Ito saw pacs01 fail, nurse7 was logged in', '--by', 'Aoki');
  await good('log', folder, 'A scan came in from 203.0.113.9 #tlp:green', '--by', '青木');
  await good('log', folder, 'Aoki took 10.1.2.3 off the net #tlp:green', '--by', 'Aoki');
  await good('seal', folder, '--by', 'Aoki');
  return { ...desk, place, copy: path.join(place, 'for-partner.zip') };
}

function unpacked({ place, copy }: Case): string {
  const into = path.join(place, `unpacked-${made}`);
  execFileSync('unzip', ['-q', copy, '-d', into]);
  return into;
}

function textIn(folder: string): string {
  return [...readNotebookFiles(folder)]
    .filter(([name]) => !/(verify\.py|VERIFY\.txt)$/.test(name))
    .map(([name, bytes]) => `${name}\n${Buffer.from(bytes).toString('utf8')}`)
    .join('\n');
}

async function signatures(folder: string): Promise<readonly string[]> {
  const feeds = path.join(folder, 'feeds');
  const texts = (await readdir(feeds)).map((name) => readFileSync(path.join(feeds, name), 'utf8'));
  return texts.flatMap((text) => [...text.matchAll(/,"s":"([^"]+)"\}$/gm)].map(([, s]) => s ?? ''));
}

describe('bundle --redact', () => {
  test('leaves no trace of what the limit holds back, nor a signature to try it with', async () => {
    const all = await newCase();
    const { run, folder, copy } = all;
    const { code, out } = await run([
      'bundle',
      folder,
      '--redact',
      '--tlp',
      'GREEN',
      '--out',
      copy,
    ]);
    expect(code).toBe(0);
    expect(out).toContain('No line stays whole');
    const text = textIn(unpacked(all));
    for (const word of hidden) expect(text, word).not.toContain(word);
    for (const signature of await signatures(folder)) expect(text).not.toContain(signature);
    expect(text).toContain('A scan came in from 203.0.113.9');
    expect(text).not.toContain('off the net');
    expect(path.basename(folder, '.kiroku')).toBe('case');
    expect(text).not.toContain('case/');
  });

  test('both verifiers say the same of it, and it stands up in unzip and sha256sum', async () => {
    const all = await newCase();
    const { run, json, folder, copy } = all;
    await run(['bundle', folder, '--redact', '--tlp', 'green', '--out', copy]);
    const [ours] = (await json('verify', copy)) as [
      { findings: { code: string; text: string }[]; redaction: object },
    ];
    expect(ours.redaction).toMatchObject({ tlp: 'GREEN', lines: 6, redacted: 6, named: 0 });
    const bag = path.join(unpacked(all), (await readdir(unpacked2(all)))[0] ?? '');
    execFileSync('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], { cwd: bag });
    const { code, stdout } = runVerify([bag, '--json']);
    expect(code).toBe(0);
    const theirs = JSON.parse(stdout) as typeof ours;
    expect(theirs.findings.map(({ text }) => text)).toEqual(ours.findings.map(({ text }) => text));
    expect(runVerify([bag]).stdout).toContain('Made for TLP:GREEN');
    expect((await run(['verify', bag])).out).toContain('In order as a redacted copy');
  });

  test('a limit that holds nothing back leaves the lines of the case whole', async () => {
    const { json, folder } = await newCase();
    const [said] = (await json('bundle', folder, '--redact', '--tlp', 'RED', '--dry-run')) as [
      { redaction: { lines: number; redacted: number; hidden: { type: string; at: string }[] } },
    ];
    expect(said.redaction).toMatchObject({ lines: 6, redacted: 1 });
    expect(said.redaction.hidden.map(({ type, at }) => `${type} ${at}`)).toEqual([
      'feed.open /op/device',
      'feed.open /op/host',
      'feed.open /op/user',
    ]);
  });

  test('hides a chosen field in every line, and whatever names what stood there', async () => {
    const all = await newCase();
    const { run, json, folder, copy } = all;
    const args = ['bundle', folder, '--redact', '--hide', 'by,incident.title'];
    const [said] = (await json(...args, '--dry-run')) as [
      { redaction: { hidden: { at: string; reason: string; count: number }[] } },
    ];
    expect(said.redaction.hidden).toContainEqual({
      type: 'entry.add',
      at: '/op/text',
      reason: 'names-held-back',
      count: 1,
    });
    await run([...args, '--out', copy]);
    const text = textIn(unpacked(all));
    for (const word of ['Aoki', '青木', 'Ward three']) expect(text, word).not.toContain(word);
    expect(text).toContain('nurse7 was logged in');
  });

  test('what was corrected away stays behind with what replaced it shown', async () => {
    const all = await newCase();
    const { run, folder, copy } = all;
    await run(['log', folder, 'The password was hunter2 #tlp:green', '--by', 'K']);
    await run([
      'correct',
      folder,
      '6',
      'A password was found #tlp:green',
      '--reason',
      'hunter2',
      '--by',
      'K',
    ]);
    await run(['bundle', folder, '--redact', '--tlp', 'GREEN', '--out', copy]);
    const text = textIn(unpacked(all));
    expect(text).not.toContain('hunter2');
    expect(text).toContain('A password was found');
  });

  test('is wrapped with age like any other bundle', async () => {
    const { run, folder, copy, place } = await newCase();
    const passphrase = path.join(place, 'passphrase');
    execFileSync('sh', ['-c', `echo correct horse > "${passphrase}"`]);
    const locked = ['--age-passphrase-file', passphrase];
    await run(['bundle', folder, '--redact', '--tlp', 'GREEN', '--out', copy, ...locked]);
    expect(await run(['verify', copy])).toMatchObject({ code: 2 });
    expect(await run(['verify', copy, ...locked])).toMatchObject({ code: 0 });
  });

  test.each<readonly [string, readonly string[], RegExp]>([
    ['nothing to hide', ['--redact'], /Say what is to be hidden/],
    ['a field that is none', ['--redact', '--hide', 'entry.txt'], /entry\.text/],
    ['a label that is none', ['--redact', '--tlp', 'PINK'], /AMBER\+STRICT/],
    ['a limit without redaction', ['--tlp', 'GREEN'], /--redact only/],
    ['evidence left out', ['--redact', '--tlp', 'GREEN', '--since', 'x'], /no evidence/],
  ])('is refused with %s', async (_name, args, says) => {
    const { run, folder, copy } = await newCase();
    const { code, error } = await run(['bundle', folder, '--out', copy, ...args]);
    expect(code).toBe(2);
    expect(error).toMatch(says);
  });
});

/** The folder that `unpacked` made last. */
function unpacked2({ place }: Case): string {
  return path.join(place, `unpacked-${made}`);
}

describe('a redacted copy', () => {
  test('is no notebook: nothing opens, joins, writes or bundles it', async () => {
    const all = await newCase();
    const { run, folder, copy, place } = all;
    await run(['bundle', folder, '--redact', '--tlp', 'GREEN', '--out', copy]);
    const bag = path.join(unpacked(all), (await readdir(unpacked2(all)))[0] ?? '', 'data');
    for (const args of [
      ['show', bag],
      ['log', bag, 'x', '--by', 'K'],
      ['merge', folder, copy],
      ['merge', path.join(place, 'new.kiroku'), copy],
      ['merge', folder, bag],
      ['bundle', bag, '--out', path.join(place, 'again.zip')],
    ]) {
      const { code, error } = await run(args);
      expect(code, args[0]).toBe(2);
      expect(error, args[0]).toContain('is a redacted copy and no notebook');
    }
    const japanese = await run(['show', bag, '--lang', 'ja']);
    expect(japanese.error).toContain('墨消しした控えで、ノートブックではありません');
  });

  test('an opening shows a value, or the whole line, to be what was hidden', async () => {
    const all = await newCase();
    const { run, json, folder, copy, place } = all;
    await run(['bundle', folder, '--redact', '--tlp', 'GREEN', '--out', copy]);
    const [lines] = (await json('redaction', 'list', copy)) as [
      { feed: string; seq: number; hidden: string[] }[],
    ];
    const line = lines.find(({ hidden: places }) => places.includes('/op/text'));
    const name = `${line?.feed.slice(0, 11)}:${line?.seq}`;
    const value = path.join(place, 'value.json');
    const whole = path.join(place, 'whole.json');
    const open = ['redaction', 'open', folder, '--line', name];
    expect(await run([...open, '--at', '/op/text', '--out', value])).toMatchObject({ code: 0 });
    expect(await run([...open, '--out', whole])).toMatchObject({ code: 0 });
    expect(await run([...open, '--out', whole])).toMatchObject({ code: 2 });
    expect(readFileSync(value, 'utf8')).not.toContain('"s"');
    const shown = await run(['verify', copy, '--opening', value]);
    expect(shown.code).toBe(0);
    expect(shown.out).toContain('is the one that was hidden. It says "Frau Ito saw pacs01 fail');
    const original = await run(['verify', copy, '--opening', whole]);
    expect(original.out).toContain('was shown and fits');
    const bag = path.join(unpacked(all), (await readdir(unpacked2(all)))[0] ?? '');
    expect(runVerify([bag, '--opening', value]).stdout).toContain('Frau Ito saw pacs01 fail');
    expect(runVerify([bag, '--opening', whole])).toMatchObject({ code: 0 });
    expect(runVerify([bag, '--opening', copy])).toMatchObject({ code: 2 });
    expect((await run(['verify', folder, '--opening', value])).error).toContain('no redacted copy');
  });

  test('every label can be the limit', async () => {
    const { json, folder } = await newCase();
    const redacted: number[] = [];
    for (const label of tlpLabels) {
      const [said] = (await json('bundle', folder, '--redact', '--tlp', label, '--dry-run')) as [
        { redaction: { values: number } },
      ];
      redacted.push(said.redaction.values);
    }
    expect(redacted).toEqual(redacted.toSorted((a, b) => b - a));
  });
});
