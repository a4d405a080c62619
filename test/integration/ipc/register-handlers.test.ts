import { expect, test } from 'vitest';
import { ipcChannels } from '#shared/ipc/channels.ts';
import type { IpcHandlers } from '#shared/ipc/contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import { answerWith } from '../../../electron/ipc/answer-request.ts';
import { registerHandlers } from '../../../electron/ipc/register-handlers.ts';
import { fakeIpc, senderAt } from './fake-ipc.ts';

/** Handlers that answer a draft and fail the test for everything else. */
function register(draft: IpcHandlers['draft:read'], checkReplies = false) {
  const fake = fakeIpc();
  const unexpected = () => Promise.reject(new Error('the wrong handler was called'));
  const handlers = Object.fromEntries(ipcChannels.map((channel) => [channel, unexpected]));
  const answer = answerWith({
    handlers: { ...(handlers as unknown as IpcHandlers), 'draft:read': draft },
    checkReplies,
  });
  registerHandlers({ ipc: fake.ipc, first: {}, answer: async () => answer });
  return fake;
}

const notebook = 'a'.repeat(32);
const answer: IpcHandlers['draft:read'] = async () => ok({ text: 'draft' });

test('handles every channel of the contract', () => {
  expect(register(answer).channels()).toEqual([...ipcChannels]);
});

test('passes on a request that the contract knows', async () => {
  const { request } = register(async ({ notebook: id }) => ok({ text: id }));
  expect(await request('draft:read', { notebook })).toEqual(ok({ text: notebook }));
});

test.each([
  ['another scheme', senderAt('https://kiroku/index.html')],
  ['another host', senderAt('app://kiroku.example.com/index.html')],
  ['a host that begins alike', senderAt('app://kiroku@example.com/')],
  ['a file', senderAt('file:///index.html')],
  ['a page made from data', senderAt('data:text/html,x')],
  ['a frame without a document', senderAt('')],
  ['a frame inside our page', senderAt('app://kiroku/index.html', {})],
  ['a frame that is gone', { senderFrame: null }],
])('refuses %s', async (_who, sender) => {
  const { request } = register(answer);
  await expect(request('draft:read', { notebook }, sender)).rejects.toThrow(/IPC refused/);
});

test.each([
  ['no request', undefined],
  ['a path where an id belongs', { notebook: '../../etc/passwd' }],
  ['an array', [notebook]],
  ['a number', 7],
])('refuses %s before any handler sees it', async (_what, wrong) => {
  const { request } = register(() => Promise.reject(new Error('the handler saw it')));
  await expect(request('draft:read', wrong)).rejects.toThrow(/does not take this request/);
});

test('a refusal names the field and not what was in it', async () => {
  const { request } = register(answer);
  const refused = request('draft:read', { notebook: 'very secret' });
  await expect(refused).rejects.toThrow(/\(notebook\)/);
  await expect(refused).rejects.not.toThrow(/secret/);
});

test('holds a handler to its reply when asked to', async () => {
  const replies: [unknown, RegExp][] = [
    [ok({ text: 7 }), /expected string/],
    [err({ kind: 'x' }), /expected never/],
    ['draft', /no result/],
  ];
  for (const [reply, complaint] of replies) {
    const wrong = (async () => reply) as unknown as IpcHandlers['draft:read'];
    const { request } = register(wrong, true);
    await expect(request('draft:read', { notebook })).rejects.toThrow(complaint);
  }
  expect(await register(answer, true).request('draft:read', { notebook })).toEqual(
    ok({ text: 'draft' }),
  );
});
