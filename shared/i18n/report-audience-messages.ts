import { defineMessages } from './messages.ts';

/** Names of audiences, as the cover and the view say them. */
export const audienceMessages = defineMessages({
  technical: { en: 'Technical', ja: '技術者' },
  executive: { en: 'Executive', ja: '経営層' },
  legal: { en: 'Legal and regulator', ja: '法務・監督官庁' },
  review: { en: 'Review meeting', ja: '振り返り会議' },
  partner: { en: 'Partner', ja: '共有先の組織' },
});

/** Sections that some audiences have. */
export const reportAudienceMessages = defineMessages({
  audience: { en: 'Written for', ja: '想定読者' },
  responseLead: {
    en: 'What was done, in the order of time.',
    ja: '実施した対応を時刻の順に載せています。',
  },
  communicationLead: {
    en: 'What was said to whom inside and outside, in the order of time.',
    ja: '組織の内外への連絡を時刻の順に載せています。',
  },
  indicatorsLead: {
    en: 'Addresses are defanged: [.] stands for a dot, hxxp for http. Kiroku’s export gives them as they are.',
    ja: '誤操作を防ぐため、アドレスの「.」を「[.]」、「http」を「hxxp」と表記しています。元の値は書き出し機能で得られます。',
  },
  indicatorsTable: { en: 'Indicators', ja: '侵害指標の一覧' },
  indicator: { en: 'Indicator', ja: '指標' },
  indicatorType: { en: 'Type', ja: '種類' },
  indicatorState: { en: 'State', ja: '状態' },
  noIndicators: { en: 'No indicator is recorded.', ja: '侵害指標の記録はありません。' },
  improvementsTable: { en: 'Actions', ja: '対応事項' },
  actionText: { en: 'Action', ja: '対応事項' },
  actionOwner: { en: 'Owner', ja: '担当' },
  actionDue: { en: 'Due', ja: '期限' },
  noActions: { en: 'No action is recorded.', ja: '対応事項の記録はありません。' },

  omittedLead: {
    en: 'This report is not the whole notebook. It leaves out:',
    ja: 'この報告書はノートのすべてではありません。次のものを除いています。',
  },
  omittedWithdrawn: {
    en: { one: '{n} withdrawn entry', other: '{n} withdrawn entries' },
    ja: '取り下げた記録{n}件',
  },
  omittedRejected: {
    en: { one: '{n} entry judged untrue', other: '{n} entries judged untrue' },
    ja: '事実でないと判断した記録{n}件',
  },
  omittedUnconfirmed: {
    en: {
      one: '{n} entry that is only probable or possible',
      other: '{n} entries that are only probable or possible',
    },
    ja: '「可能性が高い」「可能性あり」にとどまる記録{n}件',
  },
  omittedOpinion: {
    en: { one: '{n} entry that states an opinion', other: '{n} entries that state an opinion' },
    ja: '意見を述べた記録{n}件',
  },
  omittedNoStatement: {
    en: { one: '{n} question or note', other: '{n} questions and notes' },
    ja: '問いとメモ{n}件',
  },
  omittedSections: {
    en: 'Sections that the template hides: {sections}',
    ja: 'テンプレートで非表示の章：{sections}',
  },

  // Items of forms
  regulatorLead: {
    en: 'Items that authorities ask for, filled from the notebook as far as it goes. What is not recorded stands as not recorded; nothing is concluded. Check the forms and the law in force before sending.',
    ja: '当局が求める項目を、ノートにある範囲で埋めたものです。記録のない項目は「記録なし」とし、推測で補いません。提出前に最新の様式と法令を確認してください。',
  },
  notRecorded: { en: 'not recorded', ja: '記録なし' },
  formItem: { en: 'Item', ja: '項目' },
  formValue: { en: 'What the notebook holds', ja: 'ノートの内容' },
  formCommon: {
    en: 'Japan: common form for incident reports (ransomware, unauthorised access)',
    ja: 'インシデント報告の共通様式（ランサムウェア・不正アクセス）に沿った項目',
  },
  formAppi: {
    en: 'Japan: report under APPI Art. 26 (Enforcement Rules Art. 8)',
    ja: '個人情報保護法26条の報告事項（施行規則8条）',
  },
  formGdpr: {
    en: 'EU: notification under GDPR Art. 33',
    ja: 'EU一般データ保護規則（GDPR）33条の通知事項',
  },
  itemFound: { en: 'When it was noticed', ja: '発覚した日時' },
  itemOccurred: { en: 'When it happened', ja: '発生した日時' },
  itemHow: { en: 'How it was noticed', ja: '発覚の経緯' },
  itemSystems: { en: 'Affected systems', ja: '被害を受けた機器・システム' },
  itemWayIn: { en: 'Way in', ja: '侵入経路' },
  itemTechniques: { en: 'Methods seen', ja: '確認された手口' },
  itemIndicators: { en: 'Indicators', ja: '侵害指標' },
  itemRansom: {
    en: 'Ransom note, extension, kind of malware',
    ja: '脅迫文・拡張子・マルウェアの種類',
  },
  itemEffect: { en: 'Effect on business', ja: '業務への影響' },
  itemResponse: { en: 'Response so far', ja: '対応状況' },
  itemReported: { en: 'Reports to other authorities', ja: '他機関への報告・相談' },
  gdprNature: {
    en: 'Art. 33(3)(a) Nature of the breach, categories and approximate number of persons and records',
    ja: '33条3項a号：侵害の性質、対象となる本人と記録の種類・概数',
  },
  gdprContact: {
    en: 'Art. 33(3)(b) Data protection officer or other contact',
    ja: '33条3項b号：データ保護責任者などの連絡先',
  },
  gdprConsequences: { en: 'Art. 33(3)(c) Likely consequences', ja: '33条3項c号：想定される影響' },
  gdprMeasures: {
    en: 'Art. 33(3)(d) Measures taken or proposed',
    ja: '33条3項d号：講じた措置・予定する措置',
  },
  gdprAware: {
    en: 'Art. 33(1) When the controller became aware, and reasons for a delay beyond 72 hours',
    ja: '33条1項：認識した時点と、72時間を超えた場合の理由',
  },

  // Questions for the review
  questionsLead: {
    en: 'Prepared from the notebook. The questions are about the work and its conditions, not about persons.',
    ja: 'ノートから用意した問いです。人ではなく、作業とその条件について話し合うためのものです。',
  },
  questionTable: { en: 'Questions for the meeting', ja: '会議での問い' },
  answer: { en: 'Answer', ja: '答え' },
  askExerciseAim: {
    en: 'What was this exercise to show, and did it show it?',
    ja: 'この訓練は何を確かめるためのもので、確かめられましたか。',
  },
  askExerciseArtificial: {
    en: 'Which condition of the exercise helped or held up, and would not be there in earnest?',
    ja: '訓練だからこその条件で、助けや妨げになったものは何ですか。',
  },
  askExerciseReal: {
    en: 'What would have gone differently in earnest?',
    ja: '本番であれば何が違っていましたか。',
  },
  askExerciseAgain: {
    en: 'What has to be exercised again, by whom and when?',
    ja: '再び訓練が必要なのは何で、誰がいつ行いますか。',
  },
  askGap: {
    en: 'Nothing is recorded of {stage} although the attack went on. Which log would have shown it?',
    ja: '攻撃は先へ進みましたが、{stage}の記録がありません。どのログがあれば見えましたか。',
  },
  askOpen: { en: 'Still open: {text}', ja: '未解決：{text}' },
  askLong: {
    en: '{metric} was {time}. What would have made it shorter?',
    ja: '{metric}は{time}でした。何があれば短くできましたか。',
  },
  askMissing: {
    en: '{milestone} is not recorded. When was it, and who knows?',
    ja: '「{milestone}」の記録がありません。いつで、誰が知っていますか。',
  },
  askItem: {
    en: 'The checklist item “{item}” was set aside ({reason}). Would we do so again?',
    ja: 'チェック項目「{item}」は行いませんでした（{reason}）。次も同じ扱いにしますか。',
  },
  askDecision: {
    en: 'Decision {number}: what was known then, and what would we want to know sooner?',
    ja: '判断{number}：当時何が分かっていましたか。何をより早く知りたかったですか。',
  },
  askWell: { en: 'What went well, and why?', ja: 'うまくいったことは何ですか。なぜですか。' },
  askHurt: { en: 'What held us up?', ja: '対応を妨げたものは何ですか。' },
  askLuck: { en: 'Where were we lucky?', ja: '幸運に助けられたのはどこですか。' },
});

export const indicatorTypeMessages = defineMessages({
  ipv4: { en: 'IPv4', ja: 'IPv4' },
  ipv6: { en: 'IPv6', ja: 'IPv6' },
  'ip-range': { en: 'IP range', ja: 'IPアドレス範囲' },
  domain: { en: 'Domain', ja: 'ドメイン名' },
  url: { en: 'URL', ja: 'URL' },
  email: { en: 'E-mail', ja: 'メールアドレス' },
  md5: { en: 'MD5', ja: 'MD5' },
  sha1: { en: 'SHA-1', ja: 'SHA-1' },
  sha256: { en: 'SHA-256', ja: 'SHA-256' },
  sha512: { en: 'SHA-512', ja: 'SHA-512' },
  cve: { en: 'CVE', ja: 'CVE' },
  'file-name': { en: 'File name', ja: 'ファイル名' },
  'file-path': { en: 'File path', ja: 'ファイルパス' },
  'registry-key': { en: 'Registry key', ja: 'レジストリキー' },
  mutex: { en: 'Mutex', ja: 'ミューテックス' },
  'user-agent': { en: 'User agent', ja: 'User-Agent' },
  mac: { en: 'MAC address', ja: 'MACアドレス' },
  asn: { en: 'AS number', ja: 'AS番号' },
  bitcoin: { en: 'Bitcoin address', ja: 'ビットコインアドレス' },
  technique: { en: 'ATT&CK technique', ja: 'ATT&CKの技術' },
  behaviour: { en: 'Behaviour', ja: '振る舞い' },
  other: { en: 'Other', ja: 'その他' },
});

export const indicatorStateMessages = defineMessages({
  candidate: { en: 'candidate', ja: '候補' },
  confirmed: { en: 'confirmed', ja: '確認済み' },
  shared: { en: 'shared', ja: '共有済み' },
  blocked: { en: 'blocked', ja: '遮断済み' },
  expired: { en: 'expired', ja: '失効' },
  'false-positive': { en: 'false positive', ja: '誤検知' },
});

export const actionStateMessages = defineMessages({
  open: { en: 'open', ja: '未着手' },
  doing: { en: 'in progress', ja: '対応中' },
  done: { en: 'done', ja: '完了' },
  blocked: { en: 'blocked', ja: '保留' },
  dropped: { en: 'dropped', ja: '取りやめ' },
});
