// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ReportView } from '../../../../renderer/features/report/report-view.tsx';
import { reportOf } from '#shared/application/notebook-report.ts';
import { ok } from '#shared/lib/result.ts';
import { renderHtml } from '#shared/report/render-html.ts';
import { sha256Hex } from '../../../../electron/notebook/node-crypto.ts';
import { testId, type TestOperation } from '../../../fixtures/test-device.ts';
import { addEntry, setIncident } from '../../../fixtures/test-operations.ts';
import { createFakeDesktop, type FakeDesktop } from '../evidence/fake-desktop.ts';
import { InWorkspace } from '../evidence/in-workspace.tsx';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

const hostile = '<img src=x onerror=alert(1)> <b>bold</b> javascript:alert(1) \u202Etxt';

const notebook: readonly TestOperation[] = [
  setIncident({ title: 'Ward 3', tlp: 'AMBER', zone: 'Asia/Tokyo', summary: 'Printers stopped.' }),
  ...Array.from({ length: 12 }, (_, entry) => ({
    ...addEntry(entry === 7 ? hostile : `Entry number ${entry}`, {
      stages: entry % 2 === 0 ? ['delivery', 'installation'] : [],
      hosts: ['pacs01'],
    }),
    id: testId('entry', entry),
  })),
];

async function show(fake: FakeDesktop, readOnly = false) {
  const session = await fake.openSession(readOnly ? { readOnly: { because: 'not-writable' } } : {});
  const announced: string[] = [];
  render(
    <InWorkspace session={session} announced={announced}>
      <ReportView desktop={fake.desktop} onReview={() => {}} onHandover={() => {}} />
    </InWorkspace>,
  );
  // Queries by role walk all of the paper; selectors are enough for what only has to be there.
  await soon(() => expect(document.querySelector('article')).not.toBeNull());
  return { session, announced };
}

/** The paper is put together in several turns, and the machine may be busy. */
const soon = (check: () => void) => waitFor(check, { timeout: 15_000, interval: 20 });

const withoutSpace = (node: Node | null | undefined) => node?.textContent?.replaceAll(/\s+/g, '');

function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`nothing is ${selector}`);
  return found;
}
const paper = () => find('article');
const button = (name: RegExp) =>
  [...document.querySelectorAll('button')].find((element) =>
    name.test(element.getAttribute('aria-label') ?? element.textContent ?? ''),
  ) as HTMLElement;
const area = () => find('article textarea') as HTMLTextAreaElement;
const section = (id: string) => paper().querySelector<HTMLElement>(`#section-${id}`);

test('the paper holds each entry once, and what is on it is what is exported', async () => {
  const { session } = await show(createFakeDesktop(notebook));
  const ids = [...paper().querySelectorAll('[id^="entry-"]')].map(({ id }) => id);
  expect(ids).toHaveLength(12);
  expect(new Set(ids).size).toBe(12);

  const heads = session.heads();
  const { model, document: written } = reportOf(await session.readState(), {
    language: 'en',
    zone: 'Asia/Tokyo',
    nowMs: Date.now(),
    appVersion: __KIROKU_BUILD__.version,
    heads: Object.fromEntries(
      Object.entries(heads).map(([feed, { seq, hash }]) => [feed, [seq, hash] as const]),
    ),
    findings: [],
    sha256Hex,
  });
  const exported = new DOMParser().parseFromString(renderHtml(written, 'pdf'), 'text/html');
  for (const name of model.sections.filter((id) => id !== 'omitted')) {
    const id = `section-${name}`;
    const printed = exported.querySelector(`#${id}`);
    const drawn = paper().querySelector(`#${id}`)?.cloneNode(true) as HTMLElement | undefined;
    for (const tool of drawn?.querySelectorAll('button') ?? []) tool.parentElement?.remove();
    // The file has line ends between its tags, which nobody sees.
    expect(withoutSpace(drawn)).toBe(withoutSpace(printed));
    expect(drawn?.querySelectorAll('*').length).toBe(printed?.querySelectorAll('*').length);
  }
  expect(paper().textContent).toContain('TLP:AMBER');
});

test('hostile text stays text on the paper', async () => {
  await show(createFakeDesktop(notebook));
  expect(paper().querySelector('img, script, iframe, b')).toBeNull();
  expect(paper().textContent).toContain('<img src=x onerror=alert(1)> <b>bold</b>');
  expect(paper().textContent).toContain('‹U+202E›');
  for (const link of paper().querySelectorAll('a'))
    expect(link.getAttribute('href')).toMatch(/^#[a-z]+-[a-z0-9-]+$/);
});

test('a long table is cut into parts that together hold every row once', async () => {
  const many = Array.from({ length: 450 }, (_, entry) => ({
    ...addEntry(`Entry number ${entry}`),
    id: testId('entry', entry),
  }));
  await show(createFakeDesktop(many));
  const timeline = section('timeline');
  expect(timeline?.querySelectorAll('table').length ?? 0).toBeLessThan(8);
  // Following a link draws the part that holds its anchor.
  const last = testId('entry', 449);
  expect(paper().querySelector(`#entry-${last}`)).toBeNull();
  const link = document.createElement('a');
  link.setAttribute('href', `#entry-${last}`);
  paper().append(link);
  fireEvent.click(link);
  expect(paper().querySelector(`#entry-${last}`)?.textContent).toContain('Entry number 449');
});

test('speaks the language that the report is for, whatever the interface speaks', async () => {
  const fake = createFakeDesktop(notebook);
  await show(fake);
  expect(paper().getAttribute('lang')).toBe('en');
  fireEvent.change(screen.getByLabelText('Language of the report'), { target: { value: 'ja' } });
  await soon(() => expect(paper().getAttribute('lang')).toBe('ja'));
  expect(within(find('nav')).getByText('目次')).toBeDefined();
  fireEvent.change(screen.getByLabelText('Times in'), { target: { value: 'UTC' } });
  fake.answers.export = ok({ place: '<i>/r.pdf', bytes: 123_456, sha256: 'ab'.repeat(32) });
  await act(async () => fireEvent.click(button(/^Export as PDF$/)));
  expect(fake.asked).toEqual([
    {
      channel: 'report:export',
      request: {
        format: 'pdf',
        language: 'ja',
        zone: 'UTC',
        sharing: { audience: 'technical', roles: false, defang: false },
      },
    },
  ]);
  expect(screen.getByText('Report written to <i>/r.pdf')).toBeDefined();
  expect(screen.getByText('123.5 kB (123,456 bytes), SHA-256')).toBeDefined();
  const [code] = document.querySelectorAll('code');
  expect([...(code?.children ?? [])].map(({ textContent }) => textContent)).toEqual(
    Array(16).fill('abab'),
  );
});

test('shows the paper as its readers get it, and names to the writer what they do not', async () => {
  const fake = createFakeDesktop(notebook);
  await show(fake);
  fireEvent.change(screen.getByLabelText('Readers may see'), { target: { value: 'GREEN' } });
  await soon(() => expect(paper().textContent).toContain('TLP:GREEN'));
  expect(section('timeline')?.querySelectorAll('[id^="entry-"]')).toHaveLength(0);
  expect(screen.getByText(/^Kept back: \d+ things$/)).toBeDefined();
  fireEvent.change(screen.getByLabelText('For'), { target: { value: 'partner' } });
  await soon(() => expect(section('indicators')).not.toBeNull());
  fireEvent.change(screen.getByLabelText('Language of the report'), { target: { value: 'both' } });
  await soon(() => expect(paper().textContent).toContain('/ 1. 要約'));
  await act(async () => fireEvent.click(button(/^Export as Word$/)));
  expect(fake.asked.at(-1)?.request).toEqual({
    format: 'docx',
    language: 'both',
    zone: 'Asia/Tokyo',
    sharing: { audience: 'partner', limit: 'GREEN', roles: false, defang: false },
  });
});

test('an export that failed says why and what to do; one that was cancelled says nothing', async () => {
  const fake = createFakeDesktop(notebook);
  await show(fake);
  const press = () => act(async () => fireEvent.click(button(/^Export as HTML$/)));
  await press();
  expect(document.querySelector('[role=alert]')).toBeNull();
  fake.answers.export = { ok: false, error: { kind: 'disk-full' } };
  await press();
  expect(find('[role=alert]').textContent).toContain('The disk is full.');
});

test('a section is written where it stands, and the paper shows it', async () => {
  const { announced } = await show(createFakeDesktop(notebook));
  fireEvent.click(button(/^Edit: .*summary/i));
  expect(area().value).toBe('Printers stopped.');
  expect(screen.getByText(/Last written by Aoki/)).toBeDefined();
  fireEvent.change(area(), { target: { value: 'Printers stopped at 00:30.' } });
  await act(async () => fireEvent.keyDown(area(), { key: 'Enter', ctrlKey: true }));
  expect(announced.at(-1)).toMatch(/summary saved$/i);
  await soon(() => expect(section('summary')?.textContent).toContain('Printers stopped at 00:30.'));
});

test('a draft outlives a refused save, an escape and the view itself', async () => {
  const fake = createFakeDesktop(notebook);
  await show(fake);
  fireEvent.click(button(/^Write: .*Cause and/));
  fireEvent.change(area(), { target: { value: 'An old VPN account.' } });
  fake.refuseAppend({ kind: 'disk-full' });
  await act(async () => fireEvent.keyDown(area(), { key: 'Enter', ctrlKey: true }));
  expect(find('[role=alert]').textContent).toContain('The disk is full.');
  fireEvent.keyDown(area(), { key: 'Escape' });
  cleanup();
  await show(fake);
  const again = button(/^Continue the draft: .*Cause and/);
  fireEvent.click(again);
  expect(area().value).toBe('An old VPN account.');
  fireEvent.click(button(/^Discard the draft$/));
  const write = button(/^Write: .*Cause and/);
  expect(document.activeElement).toBe(write);
});

test('says so when somebody else wrote the section meanwhile', async () => {
  const fake = createFakeDesktop(notebook);
  await show(fake);
  fireEvent.click(button(/^Edit: .*summary/i));
  fireEvent.change(area(), { target: { value: 'Mine' } });
  await act(async () => fake.write(setIncident({ summary: 'Theirs' })));
  await soon(() => expect(paper().textContent).toContain('Somebody wrote this section'));
  expect(area().value).toBe('Mine');
  fireEvent.click(button(/^Put their text in$/));
  expect(area().value).toBe('Theirs');
});

test('shows a new entry without being asked, and offers no pen while nothing can be written', async () => {
  const fake = createFakeDesktop(notebook);
  await show(fake, true);
  expect(button(/^(Edit|Write)/)).toBeUndefined();
  await act(async () => fake.write(addEntry('A late entry')));
  await soon(() => expect(section('timeline')?.textContent).toContain('A late entry'));
});
