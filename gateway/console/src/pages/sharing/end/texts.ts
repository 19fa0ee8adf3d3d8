import { dictionary } from '../../../shared/dictionary';

/** How a grant ends. */
export const texts = dictionary(
  {
    title: '终止与删除',
    lead: '授权可由双方会签撤销，也可由提供方单方撤销并说明理由（对方仍可会签）。终止后，使用方声明已删除数据。',
    wish: '撤销意愿',
    noWish: '没有',
    wished: (name: string, alone: boolean) => (alone ? `${name}已单方撤销，立即生效` : `${name}已签署撤销提议`),
    signature: '对方会签',
    nobody: '没有需要会签的撤销',
    bothSigned: '双方均已签署',
    waits: (name: string, ended: boolean) => (ended ? `等待${name}会签；授权已失效` : `等待${name}会签；会签前授权继续有效`),
    deletion: '删除声明',
    notYet: '授权终止后由使用方作出',
    attestOwed: '授权已终止，请声明已删除数据',
    attestWaits: (name: string) => `等待${name}声明已删除数据`,
    deleted: (time: string) => `已声明，${time}`,
    propose: {
      open: '提议撤销',
      sign: '签署提议',
      hint: '对方会签后授权才终止；在此之前一切照旧。',
      says: (own: string, other: string, title: string, grant: string) =>
        `${own}向${other}提议：撤销《${title}》的授权 ${grant}，连同由其转授的全部授权。`,
      done: '已提议，等待对方会签',
    },
    countersign: {
      open: '会签撤销',
      sign: '签署',
      hint: '签署后双方签名都在账本上；授权及由其转授的授权终止，不可恢复。',
      says: (own: string, other: string, title: string, grant: string) =>
        `${own}同意${other}撤销《${title}》的授权 ${grant}，连同由其转授的全部授权。`,
      done: '已会签',
    },
    attest: {
      open: '声明已删除',
      hint: '声明由本机构签署并登记在账本上，只能作出一次。',
      statement: '声明内容',
      says: (own: string, title: string, grant: string, fields: string) =>
        `${own}已删除依授权 ${grant} 取得的《${title}》数据（${fields}），包括副本和备份，不再持有其中任何部分。`,
      comma: '、',
      required: '必填',
      sign: '签署声明',
      done: '已声明',
    },
  },
  {
    title: 'End and deletion',
    lead: 'A grant ends by both signatures, or by the provider alone with its reason (the other side may still sign). Then the consumer states that it has deleted the data.',
    wish: 'Revocation',
    noWish: 'none',
    wished: (name: string, alone: boolean) => (alone ? `${name} has revoked alone, at once` : `${name} has signed the proposal`),
    signature: 'Signature of the other side',
    nobody: 'there is no revocation to sign',
    bothSigned: 'both have signed',
    waits: (name: string, ended: boolean) =>
      ended ? `${name} has not signed yet; the grant has ended` : `${name} has not signed yet; until then the grant holds`,
    deletion: 'Statement of deletion',
    notYet: 'by the consumer, after the end',
    attestOwed: 'The grant has ended: state that the data is deleted',
    attestWaits: (name: string) => `${name} has not stated yet that the data is deleted`,
    deleted: (time: string) => `stated at ${time}`,
    propose: {
      open: 'Propose to revoke',
      sign: 'Sign the proposal',
      hint: 'The grant ends when the other side signs; until then nothing changes.',
      says: (own: string, other: string, title: string, grant: string) =>
        `${own} proposes to ${other} that grant ${grant} of “${title}” be revoked, with all that was passed on under it.`,
      done: 'Proposed: the other side has to sign',
    },
    countersign: {
      open: 'Countersign the revocation',
      sign: 'Sign',
      hint: 'Both signatures are on the ledger then. The grant, and all below it, is over for good.',
      says: (own: string, other: string, title: string, grant: string) =>
        `${own} agrees that ${other} revokes grant ${grant} of “${title}”, with all that was passed on under it.`,
      done: 'Signed',
    },
    attest: {
      open: 'State the deletion',
      hint: 'Your organisation signs the statement, and it stands on the ledger. It is made once.',
      statement: 'Statement',
      says: (own: string, title: string, grant: string, fields: string) =>
        `${own} has deleted the data of “${title}” (${fields}) that it got under grant ${grant}, copies and backups included, and holds nothing of it any more.`,
      comma: ', ',
      required: 'Fill this in',
      sign: 'Sign the statement',
      done: 'Stated',
    },
  },
);
