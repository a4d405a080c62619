import { defineMessages } from './messages.ts';

/** Words of time stamps (RFC 3161) for seals, in the command line. */
export const timestampMessages = defineMessages({
  noSeal: {
    en: 'This notebook has no seal yet: run kiroku seal first, then ask for the time stamp.',
    ja: 'このノートブックにはまだ封印がありません。先にkiroku sealを実行してください。',
  },
  requestNotWritten: {
    en: '{file} could not be written ({detail}).',
    ja: '{file}に書き込めませんでした（{detail}）。',
  },
  requestWritten: {
    en: 'Wrote {file}: a request for a time stamp on seal {value}. Carry it to a machine with a network and send it, for example: curl -H "Content-Type: application/timestamp-query" --data-binary @{name} URL -o answer.tsr. Then run kiroku seal FOLDER --timestamp-response answer.tsr. The service learns nothing but this value.',
    ja: '{file}を書き出しました。封印{value}に対するタイムスタンプ要求です。ネットワークのある端末へ運び、たとえば次のように送ります：curl -H "Content-Type: application/timestamp-query" --data-binary @{name} URL -o answer.tsr　受け取った応答は、kiroku seal FOLDER --timestamp-response answer.tsrで取り込みます。サービスに伝わるのはこの値だけです。',
  },
  noResponse: {
    en: '{file} is not the answer of a time-stamping service (RFC 3161). Nothing was kept.',
    ja: '{file}はタイムスタンプ局の応答（RFC 3161）ではありません。何も残していません。',
  },
  refused: {
    en: 'The service refused to sign ({text}). Nothing was kept.',
    ja: 'タイムスタンプ局が署名を断りました（{text}）。何も残していません。',
  },
  unknownAlgorithm: {
    en: '{file} is signed in a way that Kiroku cannot check ({name}). Nothing was kept: ask another service, or keep the file yourself and check it with openssl ts -verify.',
    ja: '{file}の署名方式（{name}）はKirokuでは確認できません。何も残していません。別のサービスを使うか、ファイルを保管してopenssl ts -verifyで確認してください。',
  },
  notSigned: {
    en: 'The signature in {file} does not hold: it was changed on the way. Nothing was kept.',
    ja: '{file}の署名が成り立ちません。途中で変更されています。何も残していません。',
  },
  wrongCertificate: {
    en: '{file} is signed with a certificate that is not for time stamps or was not valid then. Nothing was kept.',
    ja: '{file}の証明書は、タイムスタンプ用でないか、その時点で有効ではありませんでした。何も残していません。',
  },
  otherSeal: {
    en: '{file} is a time stamp on {value}, which is no seal of this notebook. Nothing was kept.',
    ja: '{file}は{value}に対するタイムスタンプで、このノートブックの封印ではありません。何も残していません。',
  },
  alreadyThere: {
    en: 'Seal {value} has a time stamp already; it was left as it is.',
    ja: '封印{value}にはすでにタイムスタンプがあります。そのまま残しました。',
  },
  responseNotKept: {
    en: 'The time stamp could not be written into the notebook ({detail}).',
    ja: 'タイムスタンプをノートブックに書き込めませんでした（{detail}）。',
  },
  responseKept: {
    en: 'Seal {value} was there at {at}: the service signed so (serial {serial}, certificate SHA-256 {fingerprint}). The answer is kept beside the seal. Whether this certificate is to be trusted is for you to say: openssl ts -verify with the certificate of its authority.',
    ja: '封印{value}は{at}に存在していたことを、サービスが署名しています（シリアル{serial}、証明書のSHA-256 {fingerprint}）。応答は封印とともに保存しました。証明書を信頼できるかどうかは、認証局の証明書を使ったopenssl ts -verifyで判断してください。',
  },
});
