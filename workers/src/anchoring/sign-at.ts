import { nextFees } from '@lianpiao/contracts';
import { WAIT, type Choice, type Situation, type SizedRoot } from './situation';

/** Signs a checkpoint with the chain's next nonce; above the fees of what we sent with it before, if we did. */
export function signAt({ chain, outbox, settings }: Situation, checkpoint: SizedRoot, ask: boolean): Choice {
  const known = outbox.next;
  if (known?.state === 'confirmed') {
    // The newest anchor stands, so this nonce was mined: the node lags or lies.
    const detail = `nonce ${chain.nextNonce} is said to be free, though our anchor was mined with it`;
    return { step: WAIT, raise: [{ code: 'CHAIN_ANSWER_INVALID', detail }] };
  }
  const last = known?.attempts.at(-1);
  const fees = nextFees(last?.fees, chain.market, last?.attempt ?? 1, settings.feeCap);
  if (fees.action === 'hold') {
    const detail = `${fees.needed.maxFeePerGas} wei a unit of gas are needed, the limit is ${settings.feeCap.maxFeePerGas}`;
    return { step: WAIT, raise: [{ code: 'ANCHOR_FEE_HELD', detail }] };
  }
  const attempt = (last?.attempt ?? 0) + 1;
  const step = { do: 'sign', nonce: chain.nextNonce, attempt, checkpoint, fees: fees.fees, ask } as const;
  return { step, settle: ['ANCHOR_FEE_HELD'] };
}
