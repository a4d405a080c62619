// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { frameMessages } from '#shared/i18n/frame-messages.ts';
import { type Message, say } from '#shared/i18n/messages.ts';
import { receivedMessages as r } from '#shared/i18n/received-messages.ts';
import { sharingMessages as m } from '#shared/i18n/sharing-messages.ts';
import type { OpenedNotebook } from '#shared/ipc/contract.ts';
import type { CopyError, CopySummary } from '#shared/ipc/sharing-contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Desktop } from '../../../../renderer/data/desktop-bridge.ts';
import { ReceiveDialog } from '../../../../renderer/features/sharing/receive-dialog.tsx';
import { LanguageProvider } from '../../../../renderer/records/language.tsx';

afterEach(cleanup);

const word = (message: Message) => say('en', message);
const id = '8f14e45f-ceea-467a-9575-1b2c3d4e5f60';
const feed = `k1-${'a'.repeat(32)}`;
const summary: CopySummary = {
  from: 'ward.zip',
  title: 'Ward \u202e3',
  lines: 5,
  entries: 2,
  devices: [
    {
      feed,
      device: 'laptop',
      host: 'h',
      user: 'u',
      isNew: true,
      words: 'one two three four five six seven eight nine ten eleven twelve',
      lines: 5,
    },
  ],
  evidence: { files: 0, bytes: 0, missing: 0, leftOut: 1 },
  conflicts: [],
  forks: [],
};

/** The first screen's dialog, with no notebook and no workspace around it. */
function show(looks: readonly (CopyError | CopySummary)[], by = '') {
  const asked: { readonly channel: string; readonly request: unknown }[] = [];
  let look = 0;
  const answer = (channel: string, reply: unknown) => (request: unknown) => {
    asked.push({ channel, request });
    return Promise.resolve(reply);
  };
  const desktop = {
    subscribe: () => () => {},
    'received:pick': answer('pick', ok({ id, name: 'ward.zip' })),
    'received:look': (request: unknown) => {
      asked.push({ channel: 'look', request });
      const next = looks[look];
      look += 1;
      return Promise.resolve(
        next !== undefined && 'kind' in next
          ? err(next)
          : ok({ summary: next, here: '/home/u/ward.kiroku' }),
      );
    },
    'received:open': answer('open', ok({ summary, recorded: true, opened: { name: 'ward' } })),
  } as unknown as Desktop;
  const received: OpenedNotebook[] = [];
  render(
    <LanguageProvider language="en">
      <ReceiveDialog
        desktop={desktop}
        by={by}
        zone="UTC"
        onClose={() => {}}
        onReceived={(opened) => received.push(opened)}
      />
    </LanguageProvider>,
  );
  return { asked, received };
}

const press = (message: Message) => fireEvent.click(screen.getByText(word(message)));

test('asks for the key, shows what is in it, and opens it when somebody has read that', async () => {
  const { asked, received } = show([{ kind: 'locked-bundle' }, summary]);
  press(r.choose);
  const field = await screen.findByRole('textbox', { name: word(m.keyPassphrase) });
  expect(document.activeElement).toBe(field);
  fireEvent.change(field, { target: { value: 'gull harbour nine' } });
  // Enter that ends a composition opens nothing.
  fireEvent.keyDown(field, { key: 'Enter', isComposing: true, keyCode: 229 });
  expect(asked.filter(({ channel }) => channel === 'look')).toHaveLength(1);
  fireEvent.keyDown(field, { key: 'Enter' });
  await screen.findByText(word(r.openNew));
  expect(document.body.textContent).toContain('/home/u/ward.kiroku');
  expect(document.body.textContent).not.toContain('\u202e');
  expect(document.querySelectorAll('ol li')).toHaveLength(12);

  press(r.openNew);
  expect(await screen.findByText(word(m.comparedMissing))).toBeTruthy();
  fireEvent.click(screen.getByText(word(m.uncompared)));
  press(r.openNew);
  expect(await screen.findByText(word(frameMessages.nameNeeded))).toBeTruthy();
  fireEvent.change(screen.getByRole('textbox', { name: word(frameMessages.yourName) }), {
    target: { value: ' BM ' },
  });
  press(r.openNew);
  await waitFor(() => expect(received).toHaveLength(1));
  expect(asked.at(-1)).toEqual({
    channel: 'open',
    request: {
      id,
      by: 'BM',
      choosePlace: false,
      compared: [],
      key: { kind: 'passphrase', passphrase: 'gull harbour nine' },
    },
  });
});

test('a wrong key can be tried again, and what is damaged is refused in words', async () => {
  const wrong = { kind: 'age-problem', what: 'wrong-key' } as const;
  const damaged = { kind: 'bundle-damaged', what: 'hash', name: 'data/notebook.json' } as const;
  show([{ kind: 'locked-bundle' }, wrong, damaged, summary], 'BM');
  press(r.choose);
  for (const passphrase of ['gull', 'harbour']) {
    const field = await screen.findByRole('textbox', { name: word(m.keyPassphrase) });
    fireEvent.change(field, { target: { value: passphrase } });
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(field.isConnected).toBe(false));
  }
  expect(await screen.findByText(word(r.nothingKept))).toBeTruthy();
  expect(document.body.textContent).toContain('data/notebook.json');
  press(r.chooseOther);
  expect(await screen.findByText(word(r.openNew))).toBeTruthy();
});
