import { expect, test } from '../fixtures/kiroku-test.ts';

/** Roles that load, reload or open something. */
const loading = ['reload', 'forcereload', 'about', 'help', 'recentdocuments', 'services'];

test('the menu speaks both languages and has no role that loads anything', async ({ kiroku }) => {
  const read = () =>
    kiroku.app.evaluate(({ Menu }) => {
      const menus = Menu.getApplicationMenu()?.items ?? [];
      const items = menus.flatMap(({ submenu }) => submenu?.items ?? []);
      return {
        menus: menus.map(({ label }) => label),
        labels: items.filter(({ type }) => type !== 'separator').map(({ label }) => label),
        roles: items.map(({ role }) => String(role).toLowerCase()),
      };
    });
  const english = await read();
  await kiroku.page.evaluate(() => window.kiroku?.['settings:change']({ language: 'ja' }));
  const japanese = await read();
  expect(english.menus).toContain('Notebook');
  expect(japanese.menus).toContain('ノートブック');
  expect(japanese.labels).toHaveLength(english.labels.length);
  expect(japanese.labels.filter((label) => /^[ -~]*$/.test(label))).toEqual([]);
  expect(english.roles.filter((role) => loading.includes(role))).toEqual([]);
});

test('a menu entry sends its command to the window', async ({ kiroku }) => {
  await kiroku.page.evaluate(() => {
    window.kiroku?.subscribe(
      'command:run',
      (payload) => (document.title = JSON.stringify(payload)),
    );
  });
  await kiroku.app.evaluate(({ Menu, BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    Menu.getApplicationMenu()?.getMenuItemById('help.keys')?.click({}, window, {});
  });
  await expect.poll(() => kiroku.page.title()).toBe('{"command":"help.keys"}');
});

test('the theme of the settings is the theme of the window', async ({ kiroku }) => {
  await kiroku.page.evaluate(() => window.kiroku?.['settings:change']({ theme: 'dark' }));
  const isDark = () => matchMedia('(prefers-color-scheme: dark)').matches;
  await expect.poll(() => kiroku.page.evaluate(isDark)).toBe(true);
});
