import type { Page } from '@playwright/test';
import { frameMessages as m } from '#shared/i18n/frame-messages.ts';
import { type Language, say } from '#shared/i18n/messages.ts';

/** The first minute: what stands there before a notebook is open. */
export function startScreen(page: Page, language: Language = 'en') {
  const main = page.getByRole('main');
  return {
    title: main.getByLabel(say(language, m.incidentTitle)),
    name: main.getByLabel(say(language, m.yourName)),
    start: main.getByRole('button', { name: say(language, m.startAction) }),
    example: (of: Language) =>
      main.getByRole('button', {
        name: say(language, of === 'en' ? m.exampleEnglish : m.exampleJapanese),
      }),
    /** A notebook that was open before, by its name. */
    recent: (name: string) => main.getByRole('listitem').getByRole('button', { name }),
    settings: main.getByRole('button', { name: say(language, m.settings) }),
  };
}
