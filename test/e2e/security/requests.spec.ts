import { expect, test } from '../fixtures/kiroku-test.ts';

test.use({ oneApplication: true });

test('a request to another machine is cancelled before anything is looked up', async ({
  kiroku,
}) => {
  const outcomes = await kiroku.app.evaluate(async ({ session }) => {
    const urls = ['https://example.com/', 'http://127.0.0.1:9/', 'http://[::1]:9/'];
    const tries = urls.map((url) =>
      session.defaultSession.fetch(url).then(
        () => 'loaded',
        (error: unknown) => (error as Error).message,
      ),
    );
    return Promise.all(tries);
  });
  expect(outcomes).toEqual(outcomes.map(() => expect.stringContaining('ERR_BLOCKED_BY_CLIENT')));
});

test('no host has an address', async ({ kiroku }) => {
  const outcome = await kiroku.app.evaluate(({ session }) =>
    session.defaultSession.resolveHost('example.com').then(
      () => 'resolved',
      (error: unknown) => (error as Error).message,
    ),
  );
  expect(outcome).toMatch(/ERR_NAME_NOT_RESOLVED/);
});

test('no proxy is asked for', async ({ kiroku }) => {
  const proxy = await kiroku.app.evaluate(({ session }) =>
    session.defaultSession.resolveProxy('https://example.com/'),
  );
  expect(proxy).toBe('DIRECT');
});

test('Chromium was told to keep quiet before it started', async ({ kiroku }) => {
  const missing = await kiroku.app.evaluate(({ app }) =>
    [
      'host-resolver-rules',
      'no-proxy-server',
      'disable-background-networking',
      'disable-component-update',
      'disable-domain-reliability',
      'force-webrtc-ip-handling-policy',
    ].filter((name) => !app.commandLine.hasSwitch(name)),
  );
  expect(missing).toEqual([]);
});

test('WebRTC finds no way out', async ({ kiroku }) => {
  const candidates = await kiroku.page.evaluate(async () => {
    const connection = new RTCPeerConnection({ iceServers: [{ urls: 'stun:stun.example.com' }] });
    const found: string[] = [];
    const finished = new Promise<void>((resolve) => {
      connection.addEventListener('icecandidate', ({ candidate }) => {
        if (candidate === null) resolve();
        else if (candidate.candidate !== '') found.push(candidate.candidate);
      });
    });
    connection.createDataChannel('x');
    await connection.setLocalDescription(await connection.createOffer());
    await finished;
    connection.close();
    return found.filter((candidate) => candidate.includes(' udp '));
  });
  expect(candidates).toEqual([]);
});

test('the spell checker is off and has no language to fetch', async ({ kiroku }) => {
  const checker = await kiroku.app.evaluate(({ session }) => ({
    isOn: session.defaultSession.isSpellCheckerEnabled(),
    languages: session.defaultSession.getSpellCheckerLanguages(),
  }));
  expect(checker).toEqual({ isOn: false, languages: [] });
});

test('crash reports stay in the user-data folder', async ({ kiroku }) => {
  const reports = await kiroku.app.evaluate(({ app, crashReporter }) => ({
    uploads: crashReporter.getUploadToServer(),
    folder: app.getPath('crashDumps'),
  }));
  expect(reports.uploads).toBe(false);
  expect(reports.folder.startsWith(kiroku.places.userData)).toBe(true);
});
