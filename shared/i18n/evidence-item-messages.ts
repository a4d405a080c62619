import { defineMessages } from './messages.ts';

/** Words for adding things without a file, for saying more of an item, and for how files are taken in. */
export const evidenceItemMessages = defineMessages({
  // Groups of fields
  groupWhat: { en: 'What it is', ja: '対象' },
  groupFound: { en: 'As found', ja: '発見時' },
  groupTaken: { en: 'How it was taken', ja: '取得' },
  groupKept: { en: 'Where it is kept', ja: '保管' },
  tlpOfIncident: { en: 'As the incident', ja: 'インシデントと同じ' },
  noPictures: {
    en: 'Add the photograph as evidence first (PNG or JPEG); then it can be chosen here.',
    ja: '写真（PNG・JPEG）を先に証拠として追加すると、ここで選べます。',
  },
  findPicture: { en: 'Find a picture among the evidence', ja: '証拠の中から写真を探す' },
  takeOff: { en: 'Take off', ja: '外す' },
  takeOffPhoto: { en: 'Take {name} off the photographs', ja: '写真から{name}を外す' },

  // Things without a file
  add: { en: 'Add a thing', ja: '物品を追加' },
  addTitle: { en: 'Add an item without a copy', ja: '複製のない証拠を追加' },
  addDo: { en: 'Add', ja: '追加' },
  added: { en: '{no} added', ja: '{no}を追加しました' },
  what: { en: 'What is it?', ja: '種別' },
  whatThing: {
    en: 'A thing: laptop, disk, stick, paper',
    ja: '物品（PC・ディスク・USBメモリー・紙など）',
  },
  whatFile: {
    en: 'A file that stays elsewhere and cannot be read here',
    ja: '別の場所に置いたままで、ここでは読めないファイル',
  },
  name: { en: 'Name', ja: '名前' },
  nameHint: { en: 'Laptop of the reception', ja: '受付のノートPC' },
  fileNameHint: { en: 'disk0.raw', ja: 'disk0.raw' },
  nameMissing: { en: 'It needs a name.', ja: '名前を入力してください。' },
  medium: { en: 'Medium that it stays on', ja: '置いてある媒体' },
  mediumHint: {
    en: 'What is written on its label, and where it lies.',
    ja: '媒体のラベルの記載と置き場所。',
  },
  mediumMissing: { en: 'Say where it is.', ja: '置き場所を入力してください。' },

  // Saying more
  edit: { en: 'Say more of it', ja: '内容を追記・訂正' },
  editTitle: { en: 'What is known of {no}', ja: '{no}の内容' },
  saved: { en: 'Saved', ja: '保存しました' },
});
