import { defineMessages } from './messages.ts';

/** What people say of the devices that write in a notebook. */
export const deviceMessages = defineMessages({
  compared: { en: 'Words compared', ja: '12語の照合' },
  comparedBy: { en: 'By {by},', ja: '{by}が照合、' },
  notCompared: {
    en: 'Not yet. Have its owner read the words from their own list.',
    ja: '未照合。持ち主に、その端末の一覧にある12語を読み上げてもらってください。',
  },
  sayCompared: { en: 'The words are the same', ja: '12語が一致した' },
  clock: { en: 'Its clock', ja: '時計' },
  sayClock: { en: 'How far is its clock off?', ja: '時計のずれを記録' },
  lost: { en: 'Lost', ja: '紛失' },
  lostMark: { en: 'lost', ja: '紛失' },
  sayLost: { en: 'Lost or stolen', ja: '紛失・盗難を記録' },
  lostWhen: { en: 'Since when, how', ja: 'いつから、どのように' },
  lostHint: {
    en: 'Lines that it writes afterwards may be anybody’s: readers are told. Leave it empty when the device is back.',
    ja: 'その後にこの端末から書かれた行は本人のものとは限らないことが、読む人に示されます。戻ったときは空にしてください。',
  },
  saved: { en: 'Written down', ja: '記録しました' },
});
