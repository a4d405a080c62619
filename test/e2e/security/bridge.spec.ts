import { ipcChannels } from '#shared/ipc/channels.ts';
import { expect, test } from '../fixtures/kiroku-test.ts';

test.use({ oneApplication: true });

test('the bridge has one function a channel and nothing else', async ({ kiroku }) => {
  const bridge = await kiroku.page.evaluate(() =>
    Object.entries(window.kiroku ?? {}).map(([name, value]) => `${typeof value} ${name}`),
  );
  const expected = [...ipcChannels, 'subscribe'].map((name) => `function ${name}`);
  expect(bridge.toSorted()).toEqual(expected.toSorted());
});

test('the page sees nothing of Node or Electron', async ({ kiroku }) => {
  const globals = await kiroku.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter(
      (name) => name in window,
    ),
  );
  expect(globals).toEqual([]);
});

test('a request that the contract does not know is refused loudly', async ({ kiroku }) => {
  const refusal = await kiroku.page.evaluate(async () => {
    const read = window.kiroku?.['draft:read'] as unknown as (request: unknown) => Promise<unknown>;
    return read({ notebook: '../../etc/passwd' }).catch((error: unknown) => String(error));
  });
  expect(refusal).toMatch(/IPC refused: draft:read does not take this request \(notebook\)/);
});

test('the bridge listens to no other event', async ({ kiroku }) => {
  const refusal = await kiroku.page.evaluate(() => {
    const subscribe = window.kiroku?.subscribe as
      undefined | ((event: string, listener: () => void) => void);
    try {
      subscribe?.('x', () => {});
      return 'accepted';
    } catch (error) {
      return String(error);
    }
  });
  expect(refusal).toMatch(/no such event/);
});

test('a frame inside the page has no bridge that answers', async ({ kiroku, expectProblem }) => {
  // The policy refuses the frame, which is one wall; the sender check behind it is tested without a window.
  expectProblem(/Refused to frame|frame-src|default-src/);
  const frames = await kiroku.page.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.src = 'app://kiroku/index.html';
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    try {
      return frame.contentWindow?.document.title ?? 'none';
    } catch {
      return 'none';
    }
  });
  expect(frames).not.toBe('Kiroku');
});
