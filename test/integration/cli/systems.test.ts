import { describe, expect, test } from 'vitest';
import { deskWithIncident } from './run.ts';

describe('kiroku systems, accounts and status', () => {
  test('write a system and its state once, by its name or an alias, and say how it stands', async () => {
    const desk = await deskWithIncident();
    await desk.run(['log', desk.folder, '09:10 @pacs01 odd logon']);
    const made = await desk.run([
      'systems',
      desk.folder,
      '--set',
      'pacs01',
      '--role',
      'images',
      '--key-asset',
    ]);
    expect(made.code).toBe(0);
    const entries = await desk.json('show', desk.folder);
    expect(entries).toHaveLength(1);
    const state = ['--state', 'compromised', '--because', 'Odd logon.', '--at', '09:12'];
    await desk.run(['systems', desk.folder, '--set', 'PACS01', ...state]);
    const [listed] = await desk.json('systems', desk.folder);
    expect(listed).toMatchObject({
      systems: [
        {
          name: 'pacs01',
          role: 'images',
          keyAsset: true,
          state: { value: 'compromised', because: 'Odd logon.', entries: [] },
          states: [{ state: { value: 'compromised' } }],
        },
      ],
    });
    const status = await desk.run(['status', desk.folder]);
    expect(status.code).toBe(1);
    expect(status.out).toContain('Not contained: 1');
    expect(status.out).toContain('pacs01: Compromised since');
    expect(status.out).toContain('key asset');
  });

  test('refuse to call clear what nobody collected from, and write nothing', async () => {
    const desk = await deskWithIncident();
    const clear = ['--set', 'pacs01', '--state', 'cleared', '--because', 'It looks fine.'];
    const refused = await desk.run(['systems', desk.folder, ...clear]);
    expect(refused.code).toBe(2);
    expect(refused.error).toContain('nothing collected is not clear');
    expect(await desk.json('systems', desk.folder)).toEqual([{ systems: [] }]);

    const looked = ['--collected', 'memory image', '--examined', 'autostarts'];
    const found = ['--examined-by', 'Aoki', '--found', 'nothing'];
    expect((await desk.run(['systems', desk.folder, ...clear, ...looked, ...found])).code).toBe(0);
    expect(await desk.json('status', desk.folder)).toMatchObject([
      { systems: [{ name: 'pacs01', group: 'clear' }] },
    ]);
  });

  test('a reset password contains an account only with its tokens', async () => {
    const desk = await deskWithIncident();
    const reset = ['--set', 'nurse7', '--state', 'reset', '--because', 'New password.'];
    await desk.run(['accounts', desk.folder, ...reset]);
    expect(await desk.json('status', desk.folder)).toMatchObject([
      { accounts: [{ name: 'nurse7', group: 'partly' }] },
    ]);
    await desk.run(['accounts', desk.folder, ...reset, '--tokens-revoked']);
    expect(await desk.json('status', desk.folder)).toMatchObject([
      { accounts: [{ name: 'nurse7', group: 'contained' }] },
    ]);
  });

  test.each([
    [['systems', '--set', 'x', '--state', 'fine'], 'fine'],
    [['systems', '--set', 'x', '--state', 'suspected'], 'Say why'],
    [['accounts', '--set', 'x', '--state', 'disabled', '--because', 'y', '--at', 'never'], 'never'],
    [['systems', '--set', 'x', '--entry', '99', '--state', 'suspected'], '99'],
    [['systems', '--set', ' '], 'needs a name'],
  ])('%j is wrong use', async ([verb = '', ...options], said) => {
    const desk = await deskWithIncident();
    const { code, error } = await desk.run([verb, desk.folder, ...options]);
    expect(code).toBe(2);
    expect(error).toContain(said);
  });
});

describe('kiroku services and contacts', () => {
  test('write a service with its place, its systems and its state, and list by recovery', async () => {
    const { folder, run, json } = await deskWithIncident();
    await run(['systems', folder, '--set', 'pacs01']);
    const set = async (...args: readonly string[]) =>
      expect(await run(['services', folder, '--set', ...args])).toMatchObject({ code: 0 });
    await set('Imaging', '--order', '2', '--needs', 'PACS01', '--longest-outage', '4 h');
    await set('Pharmacy', '--order', '1', '--owner', 'Chiba');
    await set('imaging', '--state', 'stopped', '--because', 'pacs01 is isolated');
    const [listed] = await json('services', folder);
    const { services } = listed as { services: Readonly<Record<string, unknown>>[] };
    expect(services.map(({ name, order, state }) => [name, order, state])).toMatchObject([
      ['Pharmacy', 1, undefined],
      ['Imaging', 2, { value: 'stopped', because: 'pacs01 is isolated' }],
    ]);
    expect(services[1]?.['systems']).toHaveLength(1);
    expect((await run(['services', folder])).out).toContain('Imaging\tStopped\t2');
    expect((await run(['status', folder])).out).toContain('Imaging');
  });

  test.each([
    [['--order', '0'], '--order 0'],
    [['--needs', 'nothing-like-it'], 'nothing-like-it'],
    [['--state', 'gone'], '--state'],
    [['--state', 'stopped'], 'Not written'],
  ])('refuse a service with %j', async (given, expected) => {
    const { folder, run, json } = await deskWithIncident();
    const refused = await run(['services', folder, '--set', 'Imaging', ...given]);
    expect(refused).toMatchObject({ code: 2, error: expect.stringContaining(expected) });
    expect(await json('services', folder)).toEqual([{ services: [] }]);
  });

  test('write a contact once and change it by its name', async () => {
    const { folder, run, json } = await deskWithIncident();
    const first = ['--kind', 'supplier', '--phone', '+81 3 0000 0000', '--role', 'VPN'];
    await run(['contacts', folder, '--set', 'Support desk', ...first]);
    await run(['contacts', folder, '--set', 'ＳＵＰＰＯＲＴ desk', '--hours', '24 h']);
    expect(await json('contacts', folder)).toMatchObject([
      { contacts: [{ name: 'Support desk', kind: 'supplier', role: 'VPN', hours: '24 h' }] },
    ]);
    expect((await run(['contacts', folder])).out).toContain('Support desk\tSupplier\t+81');
    const refused = await run(['contacts', folder, '--set', 'Desk', '--kind', 'friend']);
    expect(refused).toMatchObject({ code: 2, error: expect.stringContaining('--kind') });
  });
});
