/**
 * The way from a node up to the root, as RFC 9162 §2.1.3.2 and §2.1.4.2 walk it: the node's place on its level and the
 * place of the level's last node. Places may be any safe integer, so they are halved by arithmetic, not by 32-bit shifts.
 */
export class Climb {
  constructor(
    private node: number,
    private last: number,
  ) {}

  /** True when the level has one node only. */
  get isAtRoot(): boolean {
    return this.last === 0;
  }

  get isLeftmost(): boolean {
    return this.node === 0;
  }

  get isRightChild(): boolean {
    return this.node % 2 === 1;
  }

  /**
   * One step up; true when the sibling on that step stands on the left. A last node without a partner moves up as it
   * is, so its next sibling stands on the left, and the levels on which nothing is hashed are skipped.
   */
  step(): boolean {
    const siblingIsLeft = this.isRightChild || this.node === this.last;
    if (siblingIsLeft) while (!this.isRightChild && !this.isLeftmost) this.up();
    this.up();
    return siblingIsLeft;
  }

  up(): void {
    this.node = Math.floor(this.node / 2);
    this.last = Math.floor(this.last / 2);
  }
}
