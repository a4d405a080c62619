// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Desktop } from '../../../../renderer/data/desktop-bridge.ts';
import { EntryLine } from '../../../../renderer/features/entry-line/entry-line.tsx';
import type { AppendError, Appended } from '#shared/ipc/contract.ts';
import type { Operation } from '#shared/journal/operation.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { testId } from '../../../fixtures/test-device.ts';
import { addEntry, addEvidence } from '../../../fixtures/test-operations.ts';
import { createFakeDesktop } from '../evidence/fake-desktop.ts';
import { InWorkspace } from '../evidence/in-workspace.tsx';

afterEach(cleanup);
afterEach(() => void vi.restoreAllMocks());

/** Lets time pass for the guards against a second Enter. */
function passMs(ms: number): void {
  const now = performance.now() + ms;
  vi.spyOn(performance, 'now').mockReturnValue(now);
}

type Answer = Result<Appended, AppendError>;
const written: Answer = ok({ feed: `k1-${'0'.repeat(32)}`, seq: 7, hash: '0'.repeat(64), wall: 0 });

/** An entry line whose writes wait until the test answers them. */
async function openLine({
  draft = '',
  language = 'en',
}: { draft?: string; language?: 'en' | 'ja' } = {}) {
  const fake = createFakeDesktop([
    addEntry('known', { hosts: ['pacs01', 'dc01'], tags: ['vpn'] }),
    addEvidence('E-001', 'log'),
    { t: 'source.add', id: testId('auth'), name: 'auth.log' },
    {
      t: 'source.clock',
      source: testId('auth'),
      aheadMs: 720_000,
      plusMinusMs: 0,
      measuredAt: null,
      how: 'beside the radio clock',
    },
    { t: 'asset.set', asset: testId('nas'), fields: { name: 'nas01', aliases: ['10.0.0.9'] } },
    { t: 'account.set', account: testId('svc'), fields: { name: 'svc_backup' } },
  ]);
  const operations: Operation[] = [];
  const answers: ((answer: Answer) => void)[] = [];
  const drafts: string[] = [];
  const pictures: { readonly bytes: Uint8Array; readonly note: string }[] = [];
  const desktop = {
    ...fake.desktop,
    'draft:read': async () => ok({ text: draft }),
    'draft:save': async ({ text }: { text: string }) => {
      drafts.push(text);
      return ok({});
    },
    'evidence:paste': async (request: { bytes: Uint8Array; note: string }) => {
      pictures.push(request);
      return ok({ id: 'e'.repeat(32), no: 'E-002' });
    },
    'notebook:append': ({ operation }: { operation: Operation }) => {
      operations.push(operation);
      return new Promise<Answer>((resolve) => answers.push(resolve));
    },
  } as unknown as Desktop;
  Object.assign(fake.desktop, { 'notebook:append': desktop['notebook:append'] });
  const session = await fake.openSession();
  const announced: string[] = [];
  let left = 0;
  await act(async () => {
    render(
      <InWorkspace session={session} language={language} announced={announced}>
        <EntryLine desktop={desktop} onLeave={() => (left += 1)} />
      </InWorkspace>,
    );
  });
  const field = screen.getByRole<HTMLTextAreaElement>('textbox');
  return {
    field,
    operations,
    announced,
    drafts,
    timesLeft: () => left,
    answer: (answer: Answer) => act(async () => answers.shift()?.(answer)),
    type: (text: string) =>
      fireEvent.change(field, { target: { value: text, selectionStart: text.length } }),
    press: (key: string, more: object = {}) => fireEvent.keyDown(field, { key, ...more }),
    paste: (text: string, files: readonly File[] = []) =>
      act(async () => {
        fireEvent.paste(field, {
          clipboardData: {
            getData: () => text,
            files,
            types: text === '' ? ['Files'] : ['text/plain'],
          },
        });
      }),
    pictures,
  };
}

test('Enter writes what was read of the line and clears it once it is on the disk', async () => {
  const line = await openLine();
  line.type('2021-10-31 02:10 @pacs01 VPN account used !3 /T1133 #vpn ^E-001 *');
  line.press('Enter');
  expect(line.field.value).not.toBe('');
  await line.answer(written);
  expect(line.field.value).toBe('');
  expect(line.announced).toEqual(['Entry 7 saved.']);
  expect(line.operations[0]).toMatchObject({
    t: 'entry.add',
    text: 'VPN account used',
    kind: 'adversary',
    at: { utc: '2021-10-30T17:10:00Z', zone: 'Asia/Tokyo', precision: 'minute' },
    stages: ['delivery'],
    techniques: [{ id: 'T1133' }],
    hosts: ['pacs01'],
    tags: ['vpn'],
    starred: true,
  });
});

test('Enter that ends a composition does not write', async () => {
  const line = await openLine({ language: 'ja' });
  line.type('電子カルテ');
  line.press('Enter', { isComposing: true });
  line.press('Enter', { keyCode: 229 });
  expect(line.operations).toEqual([]);
});

test('Shift+Enter does not write', async () => {
  const line = await openLine();
  line.type('first line');
  line.press('Enter', { shiftKey: true });
  expect(line.operations).toEqual([]);
});

test('a second Enter within a moment does not write twice', async () => {
  const line = await openLine();
  line.type('only once');
  line.press('Enter');
  line.press('Enter');
  await line.answer(written);
  expect(line.operations.length).toBe(1);
});

test('what is typed after Enter stays for the next entry', async () => {
  const line = await openLine();
  line.type('first');
  line.press('Enter');
  line.type('first and more');
  await line.answer(written);
  expect(line.field.value).toBe(' and more');
});

test('a full disk keeps the text and says why', async () => {
  const line = await openLine();
  line.type('must not be lost');
  line.press('Enter');
  await line.answer(err({ kind: 'disk-full' }));
  expect(line.field.value).toBe('must not be lost');
  expect(screen.getByRole('alert').textContent).toContain('The disk is full.');
});

test('a write whose end is not known is repeated under the same id', async () => {
  const line = await openLine();
  line.type('perhaps written');
  line.press('Enter');
  await line.answer(err({ kind: 'write-failed', detail: 'EIO' }));
  line.press('Enter');
  await line.answer(written);
  expect(line.operations[1]?.id).toBe(line.operations[0]?.id);
});

test('an unknown stage is asked about and can be kept as text', async () => {
  const line = await openLine();
  line.type('strange thing !9 seen');
  line.press('Enter');
  expect(line.operations).toEqual([]);
  expect(screen.getByRole('alertdialog').textContent).toContain('“!9” is no stage');
  fireEvent.click(screen.getByText('Save it as plain text'));
  await line.answer(written);
  expect(line.operations[0]).toMatchObject({ text: 'strange thing !9 seen', stages: [] });
});

test('a host that the notebook holds is completed with Tab', async () => {
  const line = await openLine();
  line.type('seen on @pac');
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    'pacs01× 1',
  ]);
  line.press('Tab');
  expect(line.field.value).toBe('seen on @pacs01 ');
});

test('Up recalls what was saved last', async () => {
  const line = await openLine();
  line.type('recall me');
  line.press('Enter');
  await line.answer(written);
  line.press('ArrowUp');
  expect(line.field.value).toBe('recall me');
});

test('Escape keeps the draft on the disk and leaves the line', async () => {
  const line = await openLine();
  line.type('half a thought');
  line.press('Escape');
  expect([line.drafts, line.timesLeft(), line.field.value]).toEqual([
    ['half a thought'],
    1,
    'half a thought',
  ]);
});

test('a draft is restored after a crash', async () => {
  const line = await openLine({ draft: 'written before the crash' });
  expect(line.field.value).toBe('written before the crash');
});

test('a new tag costs one more Enter, and not the same one twice', async () => {
  const line = await openLine();
  line.type('logon #vpm');
  line.press('Enter');
  line.press('Enter');
  expect(line.operations).toEqual([]);
  const question = screen.getByRole('alertdialog').textContent;
  expect(question).toContain('“#vpm” is a new tag.');
  expect(question).toContain('Use #vpn');
  line.press('Enter', { repeat: true });
  expect(line.operations).toEqual([]);
  passMs(500);
  line.press('Enter');
  await line.answer(written);
  expect(line.operations[0]).toMatchObject({ text: 'logon', tags: ['vpm'] });
});

test('a tag of the notebook and a new host raise no question', async () => {
  const line = await openLine();
  line.type('logon @never-seen #vpn');
  line.press('Enter');
  expect(line.operations.length).toBe(1);
});

test('the same line again within a moment is not written twice', async () => {
  const line = await openLine();
  line.type('only once');
  line.press('Enter');
  await line.answer(written);
  line.press('ArrowUp');
  line.press('Enter');
  expect(line.operations.length).toBe(1);
  expect(line.announced.at(-1)).toBe('This line was saved a moment ago.');
  passMs(1_500);
  line.press('Enter');
  expect(line.operations.length).toBe(2);
});

test('the whole grammar arrives in the entry', async () => {
  const line = await openLine();
  line.type('2021-10-31 02:22 n08:00 &svc_backup logon $auth.log $vpn :probable :fact >#1 =#1 ?#1');
  expect(screen.getByRole('group').textContent).toContain('true time 02:10');
  line.press('Enter');
  await line.answer(written);
  const entry = expect.stringMatching(/^[0-9a-f]{32}$/);
  expect(line.operations[0]).toMatchObject({
    text: 'logon',
    at: { utc: '2021-10-30T17:22:00Z' },
    noticed: { precision: 'minute' },
    accounts: ['svc_backup'],
    source: testId('auth'),
    logSource: 'vpn',
    confidence: 'probable',
    basis: 'fact',
    links: [
      { type: 'caused', entry },
      { type: 'same-event', entry },
      { type: 'answers', entry },
    ],
  });
});

test.each([
  ['x @na', ['nas01']],
  ['x @10.', ['10.0.0.9']],
  ['x &svc', ['svc_backup']],
  ['x $auth.', ['auth.log']],
  ['x $dn', ['DNS query and response log$dns']],
  ['x :prob', ['probable']],
  ['x ＝＃1', ['known#1']],
  ['x >#kno', ['known#1']],
])('%s is completed', async (typed, offered) => {
  const line = await openLine();
  line.type(typed);
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(offered);
});

test('several pasted lines are asked about and become as many entries, in their order', async () => {
  const line = await openLine();
  await line.paste('02:10 @pacs01 logon\r\n\r\n25:00 nobody knows\n02:12 files renamed !7\n');
  expect(screen.getByRole('alertdialog').getAttribute('aria-label')).toBe('One entry or 3?');
  expect(screen.getAllByRole('listitem').length).toBe(3);
  await act(async () => fireEvent.click(screen.getByText('Save 3 entries')));
  await line.answer(written);
  await line.answer(written);
  expect(line.operations).toMatchObject([{ text: 'logon' }, { text: 'files renamed' }]);
  // The one with a question is still there, and the draft on the disk holds it.
  expect(screen.getByRole('alertdialog').textContent).toContain('1 line needs an answer.');
  await act(async () => fireEvent.click(screen.getByText('Into the line (Esc)')));
  expect(line.field.value).toBe('25:00 nobody knows');
});

test('several pasted lines can be one entry; nothing is saved before Enter', async () => {
  const line = await openLine();
  line.type('log: ');
  await line.paste('one\ntwo');
  fireEvent.keyDown(screen.getByText('Save 2 entries'), { key: 'Escape' });
  expect([line.field.value, line.operations]).toEqual(['log: one\ntwo', []]);
});

test('one pasted line is just text', async () => {
  const line = await openLine();
  await line.paste('one line\n');
  expect(screen.queryByRole('alertdialog')).toBeNull();
});

test('a pasted picture becomes evidence and is cited where the caret is', async () => {
  const line = await openLine();
  line.type('ransom note');
  const bytes = Uint8Array.from([0x89, 0x50]);
  await line.paste('', [new File([bytes], 'image.png', { type: 'image/png' })]);
  await vi.waitFor(() => expect(line.field.value).toBe('ransom note ^E-002 '));
  expect([...(line.pictures[0]?.bytes ?? [])]).toEqual([0x89, 0x50]);
  expect(line.announced.at(-1)).toBe('Picture stored as E-002.');
});
