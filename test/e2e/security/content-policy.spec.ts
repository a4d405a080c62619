import { expect, test } from '../fixtures/kiroku-test.ts';

test.use({ oneApplication: true });

test.beforeEach(({ expectProblem }) => {
  expectProblem(/Content Security Policy|Trusted ?Type|TrustedHTML|TrustedScript/i);
});

test('text of a page cannot become script', async ({ kiroku }) => {
  const outcome = await kiroku.page.evaluate(() => {
    const tries: Record<string, () => unknown> = {
      // oxlint-disable-next-line no-eval -- what must not work is tried
      eval: () => globalThis.eval('1'),
      // oxlint-disable-next-line typescript/no-implied-eval -- as above
      function: () => new Function('return 1')(),
      // oxlint-disable-next-line no-restricted-properties -- as above
      innerHTML: () => (document.createElement('p').innerHTML = '<b>x</b>'),
      write: () => document.write('x'),
      worker: () => new Worker('data:text/javascript,1'),
      policy: () =>
        (
          window as unknown as { trustedTypes: { createPolicy: (n: string, r: object) => unknown } }
        ).trustedTypes.createPolicy('default', { createHTML: (text: string) => text }),
    };
    const outcomeOf = (attempt: () => unknown) => {
      try {
        attempt();
        return 'ran';
      } catch {
        return 'refused';
      }
    };
    // In a task of its own: what the test evaluates directly may use eval all the same.
    return new Promise<Record<string, string>>((resolve) =>
      setTimeout(() =>
        resolve(
          Object.fromEntries(
            Object.entries(tries).map(([name, attempt]) => [name, outcomeOf(attempt)]),
          ),
        ),
      ),
    );
  });
  expect(outcome).toEqual({
    eval: 'refused',
    function: 'refused',
    innerHTML: 'refused',
    write: 'refused',
    worker: 'refused',
    policy: 'refused',
  });
});

for (const [what, directive] of [
  ['script', 'script-src-elem'],
  ['style', 'style-src-elem'],
  ['image', 'img-src'],
  ['frame', 'frame-src'],
  ['sound', 'media-src'],
] as const) {
  test(`a ${what} from elsewhere is refused`, async ({ kiroku }) => {
    const violated = await kiroku.page.evaluate(async (kind) => {
      const reported = new Promise<string>((resolve) =>
        document.addEventListener(
          'securitypolicyviolation',
          (event) => resolve(event.effectiveDirective),
          { once: true },
        ),
      );
      const address = 'https://example.com/x';
      const make: Record<string, () => HTMLElement> = {
        style: () =>
          Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address }),
        image: () => Object.assign(document.createElement('img'), { src: address }),
        frame: () => Object.assign(document.createElement('iframe'), { src: address }),
        sound: () => Object.assign(document.createElement('audio'), { src: address }),
      };
      const element = make[kind]?.();
      // A script element takes no address without a trusted type, which nobody can make; an import does.
      if (element === undefined) await import(/* @vite-ignore */ address).catch(() => {});
      else document.body.append(element);
      return reported;
    }, what);
    expect(violated).toBe(directive);
  });
}

test('the page may connect to nothing but itself', async ({ kiroku }) => {
  const outcome = await kiroku.page.evaluate(async () => {
    const fetched = await fetch('https://example.com/').then(
      () => 'sent',
      () => 'refused',
    );
    let socket = 'refused';
    try {
      const opened = new WebSocket('wss://example.com/');
      socket = await new Promise((resolve) => {
        opened.addEventListener('open', () => resolve('open'));
        opened.addEventListener('error', () => resolve('refused'));
      });
    } catch {
      // Refused at once: as good.
    }
    return { fetched, socket, beacon: navigator.sendBeacon('https://example.com/', 'x') };
  });
  expect(outcome).toMatchObject({ fetched: 'refused', socket: 'refused' });
});
