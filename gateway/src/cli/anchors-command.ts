import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LedgerError } from '@lianpiao/chaincode/domain';
import { Command } from 'commander';
import { ANCHOR_ALARMS, isAnchorAlarmCode } from '../stores/anchor-alarms';
import { AnchorStore } from '../stores/anchor-store';
import { EXIT, type ExitCode, type Terminal } from './terminal';

/** `lianpiao anchors close-alarm`: for alarms that wait for a person, once somebody has looked. */
export function anchorsCommand(terminal: Terminal, exit: (code: ExitCode) => void): Command {
  const close = new Command('close-alarm')
    .description('close an open alarm of anchoring after looking into it (关闭已处理的锚定告警)')
    .argument('<code>', `for example ${Object.keys(ANCHOR_ALARMS).filter(waitsForPerson).join(', ')}`)
    .option('--data <folder>', 'data folder', './data')
    .action((code: string, { data }: { data: string }) => {
      if (!isAnchorAlarmCode(code)) throw new LedgerError('FIELD_INVALID', { found: code, wanted: 'the code of an alarm' });
      if (!existsSync(join(data, 'anchors.db'))) throw new LedgerError('NOT_FOUND', { found: join(data, 'anchors.db') });
      const store = new AnchorStore(data);
      try {
        const closed = store.closeAlarm(code, Date.now());
        terminal.out(closed ? `closed ${code}\n` : `${code} is not open\n`);
        exit(closed ? EXIT.ok : EXIT.wrong);
      } finally {
        store.close();
      }
    });
  return new Command('anchors').description('the log’s anchors on a public chain (日志锚定)').addCommand(close);
}

function waitsForPerson(code: string): boolean {
  return isAnchorAlarmCode(code) && ANCHOR_ALARMS[code].ends === 'person';
}
