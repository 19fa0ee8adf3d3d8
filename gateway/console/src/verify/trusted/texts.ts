import { dictionary } from '../../shared/dictionary';

/** Whom the verify page trusts, and the page to keep. */
export const texts = dictionary(
  {
    trust: {
      title: '信任谁',
      intro: '凭证由下列日志签名。请通过其他途径核对公钥：只从本页取得的信任，只能证明与本服务一致。',
      fromGateway: '来自本服务',
      fromPage: '保存在本页中',
      fromFile: (name: string) => `来自文件 ${name}`,
      log: '日志',
      key: '公钥',
      witnesses: (count: number, quorum: number) => `见证人 ${String(count)} 位，至少 ${String(quorum)} 位签名`,
      noWitnesses: '未要求见证人',
      load: '换用信任文件',
      wrong: '这不是有效的信任文件。',
      loading: '正在读取信任文件…',
      missing: '没有信任文件：只能判断凭证是否被改动，不能判断由谁签名。',
    },
    save: {
      title: '离线也能查验',
      text: '把查验页保存为一个文件，断网也能打开；它带着上面的信任文件，不能访问网络。',
      button: '下载离线查验页',
    },
  },
  {
    trust: {
      title: 'Who is trusted',
      intro:
        'Proofs are signed by these logs. Compare the keys over another way: trust that comes from this page alone proves no more than agreement with this service.',
      fromGateway: 'From this service',
      fromPage: 'Kept in this page',
      fromFile: (name: string) => `From the file ${name}`,
      log: 'Log',
      key: 'Key',
      witnesses: (count: number, quorum: number) => `${String(count)} witnesses, of whom ${String(quorum)} must sign`,
      noWitnesses: 'No witnesses are asked for',
      load: 'Use another trust file',
      wrong: 'This is no valid trust file.',
      loading: 'Reading the trust file…',
      missing: 'There is no trust file: whether a proof was changed can be told, who signed it cannot.',
    },
    save: {
      title: 'Verify with the network off',
      text: 'Save the verifier as one file: it opens without a network, carries the trust file above, and cannot reach a network.',
      button: 'Download the offline verifier',
    },
  },
);
