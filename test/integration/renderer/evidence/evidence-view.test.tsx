// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { EvidenceView } from '../../../../renderer/features/evidence/evidence-view.tsx';
import { err } from '#shared/lib/result.ts';
import { testId, type TestOperation } from '../../../fixtures/test-device.ts';
import { addEntry } from '../../../fixtures/test-operations.ts';
import { createFakeDesktop, type FakeDesktop } from './fake-desktop.ts';
import { InWorkspace } from './in-workspace.tsx';

afterEach(cleanup);

const first = testId('first item');
const second = testId('second item');

function evidence(id: string, no: string, change: Record<string, unknown> = {}): TestOperation {
  return {
    t: 'evidence.add',
    id,
    no,
    name: 'auth.log',
    size: 1_234_567,
    sha256: testId(no) + testId(no, 'more'),
    note: '',
    changedWhileReading: false,
    ...change,
  };
}

const twoItems = [
  evidence(first, 'E-001', {
    note: 'From the gateway',
    origin: { path: '/var/log/auth.log', pathBytes: btoa('/var/log/auth.log') },
    times: { modified: Date.UTC(2026, 0, 4, 1, 2, 3), accessed: Date.UTC(2026, 0, 4, 2) },
  }),
  evidence(second, 'E-002', { name: 'mem.raw', changedWhileReading: true }),
  { ...addEntry('Root logged in', { evidence: [first] }), id: testId('citing') },
  addEntry('Nothing to cite'),
  {
    t: 'evidence.custody',
    evidence: first,
    action: 'transferred',
    from: 'Aoki',
    to: 'Sato',
    place: 'Lab 2',
    purpose: 'Imaging',
    note: '',
  },
] as const;

async function show(
  fake: FakeDesktop,
  options: { readonly language?: 'en' | 'ja'; readonly readOnly?: boolean } = {},
) {
  const session = await fake.openSession(
    options.readOnly === true ? { readOnly: { because: 'not-writable' } } : {},
  );
  const announced: string[] = [];
  const cited: string[] = [];
  const onCite = (mark: string) => void cited.push(mark);
  render(
    <InWorkspace session={session} language={options.language ?? 'en'} announced={announced}>
      <EvidenceView desktop={fake.desktop} onCite={onCite} />
    </InWorkspace>,
  );
  return { session, announced, cited };
}

const rows = () => within(screen.getByRole('grid')).getAllByRole('row').slice(1);

test('lists every item with size, hash and the number of entries that cite it', async () => {
  await show(createFakeDesktop(twoItems));
  const [one, two] = rows();
  expect(one?.textContent).toContain('E-001');
  expect(one?.textContent).toContain('1.2 MB');
  expect(one?.textContent).toContain('Cited by 1 entry');
  expect(one?.textContent).toContain('From the gateway');
  expect(two?.textContent).toContain('Cited by 0 entries');
  const hash = testId('E-001') + testId('E-001', 'more');
  expect(screen.getByRole('contentinfo').textContent).toContain(hash);
});

test('moves with the arrow keys, opens with Enter and goes back with Escape', async () => {
  await show(createFakeDesktop(twoItems));
  rows()[0]?.focus();
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(rows()[1]);
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Enter' });
  const heading = screen.getByRole('heading', { name: 'E-002 mem.raw' });
  expect(document.activeElement).toBe(heading);
  expect(screen.getByRole('note').textContent).toContain('changed while it was read');
  fireEvent.keyDown(heading, { key: 'Escape' });
  expect(screen.queryByRole('heading', { name: 'E-002 mem.raw' })).toBeNull();
  expect(document.activeElement).toBe(rows()[1]);
});

test('the detail tells all that is recorded, who cites the item and who had it', async () => {
  const { cited } = await show(createFakeDesktop(twoItems));
  fireEvent.click(rows()[0] as HTMLElement);
  const detail = screen.getByRole('region', { name: 'E-001 auth.log' }).textContent ?? '';
  for (const fact of [
    '1.2 MB · 1,234,567 bytes',
    `evidence/${testId('E-001')}${testId('E-001', 'more')}.evid`,
    '/var/log/auth.log',
    '2026-01-04 10:02:03 JST (UTC+09:00)',
    'Root logged in',
    'from Aoki to Sato',
    'Lab 2',
    'Imaging',
  ])
    expect(detail).toContain(fact);
  expect(detail).not.toContain('Base64');
  fireEvent.click(screen.getByRole('button', { name: 'Cite in a new entry' }));
  expect(cited).toEqual(['^E-001 ']);
});

test('hostile names stay text, and what cannot be seen in them is named', async () => {
  const name = '<img src=x onerror=alert(1)>\u202Egpj.exe';
  await show(
    createFakeDesktop([
      evidence(first, 'E-001', {
        name,
        note: '<script>alert(1)</script>',
        times: { modified: Number.MAX_SAFE_INTEGER, accessed: -Number.MAX_SAFE_INTEGER },
        origin: { path: '\u202E/x', pathBytes: btoa('/x\xff') },
      }),
    ]),
  );
  fireEvent.click(rows()[0] as HTMLElement);
  expect(document.querySelector('img, script')).toBeNull();
  expect(rows()[0]?.textContent).toContain('<img src=x onerror=alert(1)>‹U+202E›gpj.exe');
  const detail = screen.getByRole('region').textContent ?? '';
  expect(detail).toContain('<script>alert(1)</script>');
  expect(detail).toContain('‹U+202E›/x');
  expect(detail).toContain('9007199254740991 ms');
  expect(detail).toContain('Base64');
});

test('an empty notebook says what evidence is for and offers to add some', async () => {
  const fake = createFakeDesktop([]);
  fake.answers.pick = err({ kind: 'cancelled' });
  await show(fake);
  const note = screen.getByRole('textbox');
  fireEvent.change(note, { target: { value: 'USB stick of the ward' } });
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Add files' })));
  expect(fake.asked).toEqual([
    { channel: 'evidence:pick', request: { note: 'USB stick of the ward' } },
  ]);
  expect((note as HTMLInputElement).value).toBe('USB stick of the ward');
});

test('offers nothing that writes while the notebook is open for reading only', async () => {
  await show(createFakeDesktop(twoItems), { readOnly: true });
  expect(screen.queryByRole('button', { name: 'Add files' })).toBeNull();
  fireEvent.click(rows()[0] as HTMLElement);
  expect(screen.queryByRole('button', { name: 'Cite in a new entry' })).toBeNull();
});

test('files that are dropped anywhere on the window go in with the note', async () => {
  const fake = createFakeDesktop(twoItems);
  await show(fake);
  fireEvent.change(screen.getByRole('textbox'), { target: { value: 'Night shift' } });
  const dataTransfer = { types: ['Files'], files: [new File(['x'], 'a.log')], dropEffect: 'none' };
  fireEvent.dragEnter(document.body, { dataTransfer });
  expect(screen.getByText('Drop to add as evidence')).toBeDefined();
  await act(async () => fireEvent.drop(document.body, { dataTransfer }));
  expect(fake.asked).toEqual([
    { channel: 'evidence:drop', request: { names: ['a.log'], note: 'Night shift' } },
  ]);
  expect(screen.queryByText('Drop to add as evidence')).toBeNull();
});

test('shows how far a file has come, how fast, and how long it will take', async () => {
  const fake = createFakeDesktop([]);
  await show(fake);
  vi.spyOn(performance, 'now').mockReturnValue(1000);
  act(() => fake.tellJob({ id: 'a' }));
  expect(screen.getByText('Starting')).toBeDefined();
  act(() => fake.tellJob({ id: 'b', name: 'other.img' }));
  expect(screen.getByText('1 file waits')).toBeDefined();
  act(() => fake.tellJob({ id: 'a', done: 1_000_000, total: 8_000_000_000 }));
  vi.spyOn(performance, 'now').mockReturnValue(3000);
  act(() => fake.tellJob({ id: 'a', done: 201_000_000, total: 8_000_000_000 }));
  expect(
    screen.getByText('Copied 201 MB of 4 GB · 2% · 100 MB/s · about 1 min 18 s left'),
  ).toBeDefined();
  await act(async () =>
    fireEvent.click(screen.getByRole('button', { name: 'Cancel adding disk.img' })),
  );
  expect(fake.asked).toEqual([{ channel: 'evidence:cancel', request: { job: 'a' } }]);
});

test('an ended job is told once, and late news of it does not bring it back', async () => {
  const fake = createFakeDesktop([]);
  const { announced } = await show(fake);
  act(() => fake.tellJob({ id: 'a', done: 5, total: 5 }));
  act(() => fake.tellJob({ id: 'a', state: 'done', done: 5, total: 5, result: first }));
  act(() => fake.tellJob({ id: 'a', done: 5, total: 5 }));
  expect(announced).toEqual(['disk.img added as evidence']);
  expect(screen.queryByRole('progressbar')).toBeNull();
});

test('says in words why each file was not added, until that was read', async () => {
  const fake = createFakeDesktop([]);
  await show(fake, { language: 'ja' });
  act(() =>
    fake.tellJob({
      id: 'a',
      state: 'failed',
      name: '<b>ログ</b>.txt',
      error: { kind: 'append-failed', append: { kind: 'disk-full' } },
    }),
  );
  const alert = screen.getByRole('alert');
  expect(alert.textContent).toContain('<b>ログ</b>.txtは追加していません。');
  expect(alert.textContent).toContain('ディスクに空きがありません。');
  fireEvent.click(within(alert).getByRole('button'));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a folder of failures does not fill the window', async () => {
  const fake = createFakeDesktop([]);
  await show(fake);
  act(() => {
    for (let job = 0; job < 40; job += 1)
      fake.tellJob({ id: `j${job}`, state: 'failed', error: { kind: 'not-found' } });
  });
  const alert = screen.getByRole('alert');
  expect(within(alert).getAllByRole('listitem')).toHaveLength(6);
  expect(alert.textContent).toContain('35 more were not added');
  fireEvent.click(within(alert).getByRole('button', { name: 'Dismiss all' }));
  expect(screen.queryByRole('alert')).toBeNull();
});
