import { expect, test } from '../fixtures/kiroku-test.ts';

test.use({ oneApplication: true });

test('what a page may ask of the system is refused, but storage that stays', async ({ kiroku }) => {
  const states = await kiroku.page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
      'midi',
      'background-sync',
      'accelerometer',
      'persistent-storage',
    ];
    const asked = names.map(async (name) => {
      const { state } = await navigator.permissions.query({ name: name as PermissionName });
      return [name, state] as const;
    });
    return Object.fromEntries(await Promise.all(asked));
  });
  const { 'persistent-storage': storage, ...others } = states;
  expect(new Set(Object.values(others))).toEqual(new Set(['denied']));
  expect(storage).toBe('granted');
});

test('the derived tables are kept on a full disk', async ({ kiroku }) => {
  expect(await kiroku.page.evaluate(() => navigator.storage.persist())).toBe(true);
});

test('requests for devices fail', async ({ kiroku }) => {
  const outcome = await kiroku.page.evaluate(async () => {
    const outcomeOf = (request: Promise<unknown>) =>
      request.then(
        () => 'granted',
        (error: unknown) => (error as Error).name,
      );
    return {
      media: await outcomeOf(navigator.mediaDevices.getUserMedia({ audio: true, video: true })),
      screen: await outcomeOf(navigator.mediaDevices.getDisplayMedia()),
      place: await outcomeOf(
        new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      ),
      notification: await Notification.requestPermission(),
    };
  });
  expect(Object.values(outcome)).not.toContain('granted');
});
