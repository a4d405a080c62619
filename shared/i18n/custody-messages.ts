import { defineMessages } from './messages.ts';

/** Words of the chain of custody: what is written down of each hand-over, and what does not fit. */
export const custodyMessages = defineMessages({
  // Fields, in the words of the forms that ask for them
  action: { en: 'What happened', ja: '行為' },
  at: { en: 'When', ja: '日時' },
  atHint: {
    en: 'Left empty: now. Read in {zone}.',
    ja: '空欄なら現在。{zone}で読みます。',
  },
  from: { en: 'Released by', ja: '渡した人' },
  to: { en: 'Received by', ja: '受け取った人' },
  partyHint: { en: 'Name, role', ja: '氏名・役職' },
  place: { en: 'Place', ja: '場所' },
  purpose: { en: 'Purpose', ja: '目的' },
  witness: { en: 'Witness', ja: '立会人' },
  delivery: { en: 'Means of transport', ja: '運搬方法' },
  deliveryHint: {
    en: 'Only when it is sent: the receiver then has to confirm.',
    ja: '送付する場合のみ。受け取った人の記録が必要になります。',
  },
  seal: { en: 'Seal number', ja: '封印番号' },
  sealState: { en: 'Seal before', ja: '引渡し前の封印' },
  sealNotSaid: { en: 'Not looked at', ja: '確認していない' },
  sealIntact: { en: 'Intact', ja: '異常なし' },
  sealBroken: { en: 'Broken', ja: '破れあり' },
  sealNone: { en: 'None', ja: '封印なし' },
  hash: { en: 'Hash compared', ja: 'ハッシュ照合' },
  hashNot: { en: 'No', ja: 'していない' },
  hashSame: { en: 'Same', ja: '一致' },
  hashDiffers: { en: 'Differs', ja: '不一致' },
  sheet: { en: 'Transcribed from sheet', ja: '転記元の用紙番号' },
  note: { en: 'Remarks', ja: '備考' },
  badTime: { en: 'This is not a time.', ja: '日時として読み取れません。' },

  // Entering
  addEvent: { en: 'Record a hand-over or another event', ja: '引き渡しなどを記録' },
  saveEvent: { en: 'Record', ja: '記録' },
  saved: { en: 'Recorded', ja: '記録しました' },
  writtenBy: { en: 'Written down {time} by {by}', ja: '記入：{time}、{by}' },
  happened: { en: '{time}', ja: '{time}' },
  fromSheet: { en: 'transcribed from sheet {sheet}', ja: '用紙{sheet}から転記' },

  // What does not fit
  doubts: { en: 'Gaps and contradictions', ja: '欠落・矛盾' },
  doubtNoBeginning: {
    en: 'Its first event is neither a collection nor a receipt: how it came into these hands is not recorded.',
    ja: '最初の記録が取得でも受領でもありません。どのように手に渡ったかが記録されていません。',
  },
  doubtUnnamed: {
    en: '{action}: who released it or who received it is not named.',
    ja: '{action}：渡した人または受け取った人の名前がありません。',
  },
  doubtHolder: {
    en: '{action}: released by {said}, but {expected} had it. A hand-over between them is missing.',
    ja: '{action}：渡した人は{said}ですが、持っていたのは{expected}です。その間の引き渡しの記録がありません。',
  },
  doubtNotReceived: {
    en: 'Sent to {by}, and nobody has recorded that it arrived.',
    ja: '{by}に送付しましたが、到着の記録がありません。',
  },
  doubtAfterEnd: {
    en: '{action} after it was {end}.',
    ja: '「{end}」の後に「{action}」の記録があります。',
  },
  doubtFuture: {
    en: '{action}: happened after it was written down, by the clock of the device that wrote it.',
    ja: '{action}：日時が、書いた端末の時計による記入時刻より後です。',
  },
  doubtSealDiffers: {
    en: '{action}: seal {said} was found intact, but {expected} had been put on.',
    ja: '{action}：封印{said}が異常なしとされていますが、付けたのは{expected}です。',
  },
  doubtSealBroken: {
    en: '{action}: the seal was found broken.',
    ja: '{action}：封印が破れていました。',
  },
  doubtSealGone: {
    en: '{action}: seal {expected} had been put on, and none was found.',
    ja: '{action}：封印{expected}を付けたはずですが、ありませんでした。',
  },
  doubtHash: {
    en: '{action}: its hash was not the one that was recorded.',
    ja: '{action}：ハッシュ値が記録と一致しませんでした。',
  },

  // Command line
  help: {
    en: `kiroku custody FOLDER [ITEM] [--json]
kiroku custody FOLDER ITEM ACTION [--from WHO] [--to WHO] [--place PLACE] [--purpose TEXT]
               [--at TIME] [--witness WHO] [--delivery HOW] [--seal NUMBER]
               [--seal-state intact|broken|none] [--hash same|differs] [--sheet NUMBER]
               [--note TEXT] [--by NAME] [--json]
kiroku custody FOLDER [ITEM] --form FILE.pdf|FILE.html [--lang en|ja]

Records what happened to an item (E-004): collected, received, transferred, stored, accessed, copied,
analysed, returned, disposed. Without an action it lists the custody of one item or of all, with the
gaps and contradictions in it (exit code 1 when there are any). --form writes the chain-of-custody
form with fields for signatures.`,
    ja: `kiroku custody FOLDER [ITEM] [--json]
kiroku custody FOLDER ITEM ACTION [--from WHO] [--to WHO] [--place PLACE] [--purpose TEXT]
               [--at TIME] [--witness WHO] [--delivery HOW] [--seal NUMBER]
               [--seal-state intact|broken|none] [--hash same|differs] [--sheet NUMBER]
               [--note TEXT] [--by NAME] [--json]
kiroku custody FOLDER [ITEM] --form FILE.pdf|FILE.html [--lang en|ja]

証拠（E-004）に起きたことを記録します。collected（取得）、received（受領）、transferred（引き渡し）、
stored（保管）、accessed（閲覧・使用）、copied（複製）、analysed（分析）、returned（返却）、disposed（廃棄）。
行為を書かなければ、1点またはすべての履歴を、欠落・矛盾とともに一覧にします（あれば終了コード1）。
--formは署名欄のある証拠管理票を書き出します。`,
  },
  unknownItem: {
    en: 'There is no item {item} in this notebook.',
    ja: '{item}という証拠はこのノートブックにありません。',
  },
  unreadTime: {
    en: '{value} is not a time: write it as in the entry line.',
    ja: '{value}は日時として読み取れません。記録欄と同じ書き方で指定してください。',
  },
  listed: { en: '{no}  {name}', ja: '{no}  {name}' },
  listedNone: {
    en: '  Nothing but its taking in is recorded.',
    ja: '  取り込み以外の記録はありません。',
  },
  listedDoubt: { en: '  ! {text}', ja: '  ! {text}' },
  formPdfOrHtml: {
    en: 'A form is written as .pdf or .html, not {place}.',
    ja: '管理票は.pdfまたは.htmlで書き出します（{place}は使えません）。',
  },

  // The form
  formTitle: { en: 'Chain of custody', ja: '証拠管理票' },
  formOf: { en: 'Chain of custody: {no}', ja: '証拠管理票：{no}' },
  formItem: { en: 'Item', ja: '証拠' },
  formNumber: { en: 'Item number', ja: '証拠番号' },
  formName: { en: 'Description', ja: '説明' },
  formSize: { en: 'Size', ja: 'サイズ' },
  formHash: { en: 'SHA-256', ja: 'SHA-256' },
  formFile: { en: 'Original file', ja: '元のファイル' },
  formTaken: { en: 'Acquired', ja: '取得' },
  formEvents: { en: 'Hand-overs and other events', ja: '受け渡しなどの記録' },
  formNo: { en: 'No.', ja: '番号' },
  formSignFrom: { en: 'Signature of releaser', ja: '渡した人の署名' },
  formSignTo: { en: 'Signature of receiver', ja: '受け取った人の署名' },
  formDetails: { en: 'Place, purpose, remarks', ja: '場所・目的・備考' },
  formFromTo: { en: 'From → to', ja: '渡した人 → 受け取った人' },
  formBlank: {
    en: 'The empty lines are for events that happen away from the machine: number them on, and enter them later with the number of this sheet.',
    ja: '空欄は、端末のない場所での出来事のためのものです。続きの番号を付け、後でこの用紙の番号とともに入力してください。',
  },
  formSheet: { en: 'Sheet number', ja: '用紙番号' },
  formCustodian: { en: 'Custodian: name, date, signature', ja: '証拠管理者（氏名・日付・署名）' },
  formSeal: { en: 'Seal of the notebook', ja: 'ノートブックの封印' },
  formNone: { en: 'No evidence is recorded in this notebook.', ja: '証拠の記録はありません。' },
  makeForm: { en: 'Custody form (PDF)', ja: '証拠管理票（PDF）' },
  formWritten: { en: 'Written to {place}', ja: '{place}に書き出しました' },
  formFailed: {
    en: 'The form was not written ({detail}).',
    ja: '管理票を書き出せませんでした（{detail}）。',
  },
});
