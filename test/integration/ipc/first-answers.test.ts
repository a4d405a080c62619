import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ipcContract } from '#shared/ipc/contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import { readAppInfo } from '../../../electron/app-info.ts';
import { type FirstAnswers, firstAnswers } from '../../../electron/ipc/first-answers.ts';
import { registerHandlers } from '../../../electron/ipc/register-handlers.ts';
import { openLogIn, openServices, type Services } from '../../../electron/services.ts';
import { fakeIpc, senderAt } from './fake-ipc.ts';

let root: string;
let services: Services;
let first: FirstAnswers;
let screens = 0;
beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'kiroku-first-'));
  services = await openServices(root, openLogIn(root), 'ja');
  await services.recent.remember(root);
  first = firstAnswers(services, readAppInfo, () => (screens += 1));
});
afterAll(async () => {
  await services.settled();
  await rm(root, { recursive: true, force: true });
});

const channels = ['settings:read', 'app:info', 'notebook:recent'] as const;

/** Every request that is not answered at once ends here. */
function register() {
  const fake = fakeIpc();
  const later: string[] = [];
  registerHandlers({
    ipc: fake.ipc,
    first,
    answer: async () => async (channel) => {
      later.push(channel);
      return err({ kind: 'later' });
    },
  });
  return { later, request: fake.request };
}

test('answers what the first screen asks as the contract has it, and loads nothing for it', async () => {
  const { later, request } = register();
  for (const channel of channels) {
    const reply = (await request(channel, {})) as { readonly ok: true; readonly value: unknown };
    expect(reply).toEqual(ok(ipcContract[channel].reply.parse(reply.value)));
  }
  expect(later).toEqual([]);
  expect(screens).toBe(1);
});

test('no other channel is answered without the contract', () => {
  expect(Object.keys(first)).toEqual(channels);
});

test.each([
  ['a field', { notebook: 'x' }],
  ['an array', []],
  ['nothing', undefined],
  ['null', null],
  ['a text', ''],
])('leaves a request with %s to the contract, which refuses it', async (_what, request) => {
  const { later, request: ask } = register();
  await ask('settings:read', request);
  expect(later).toEqual(['settings:read']);
  expect(ipcContract['settings:read'].request.safeParse(request).success).toBe(false);
});

test.each(channels)('asks who sends %s before it answers', async (channel) => {
  const { request } = register();
  await expect(request(channel, {}, senderAt('https://kiroku/index.html'))).rejects.toThrow(
    /IPC refused/,
  );
});
