/** One invoice a transaction, as Caliper's workers send it: each worker goes round its own share of the tills. */
const path = require('node:path');
const { readFileSync } = require('node:fs');
const { WorkloadModuleBase } = require(path.join(process.cwd(), 'node_modules/@hyperledger/caliper-core'));

class InvoiceWorkload extends WorkloadModuleBase {
  async initializeWorkloadModule(...given) {
    await super.initializeWorkloadModule(...given);
    const { workFile, seed, bench, random } = this.roundArguments;
    const { issueBatchOf } = await import(bench);
    const generator = (await import(random)).random(seed + this.workerIndex);
    const all = JSON.parse(readFileSync(workFile, 'utf8'));
    const work = all.filter((_, index) => index % this.totalWorkers === this.workerIndex);
    let sent = 0;
    this.next = () => {
      const { till, seller } = work[sent % work.length];
      sent += 1;
      return issueBatchOf(generator, till, `C-${seed}-${this.workerIndex}-${till}-${sent}`, seller);
    };
  }

  submitTransaction() {
    return this.sutAdapter.sendRequests({
      contractId: 'lianpiao',
      contractFunction: 'invoice:issue',
      contractArguments: [],
      transientMap: { batch: this.next() },
      invokerMspId: 'Merchants',
    });
  }
}

module.exports.createWorkloadModule = () => new InvoiceWorkload();
