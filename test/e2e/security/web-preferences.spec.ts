import { expect, test } from '../fixtures/kiroku-test.ts';

test.use({ oneApplication: true });

test('the window is sandboxed and isolated, without Node and without webviews', async ({
  kiroku,
}) => {
  const preferences = await kiroku.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return (
      contents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
    ).getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
  });
});

test('a webview tag is an unknown element', async ({ kiroku }) => {
  const kind = await kiroku.page.evaluate(() => {
    const element = document.createElement('webview');
    document.body.append(element);
    return { kind: element.constructor.name, loads: 'loadURL' in element };
  });
  expect(kind.loads).toBe(false);
});

test('contents that get a webview all the same do not attach it', async ({ kiroku }) => {
  const isPrevented = await kiroku.app.evaluate(({ BrowserWindow }) => {
    let prevented = false;
    const event = { preventDefault: () => (prevented = true) };
    BrowserWindow.getAllWindows()[0]?.webContents.emit('will-attach-webview', event, {}, {});
    return prevented;
  });
  expect(isPrevented).toBe(true);
});
