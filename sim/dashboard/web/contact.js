// Whether the server can be reached: asked every so often, so that a lost line shows within two seconds.
const EVERY = 700; // ms between two questions
const WITHIN = 1000; // ms in which the answer must come

export class Contact {
  // ``ask`` returns a promise that holds if the server answered; ``changed`` takes whether contact is lost.
  constructor(ask, changed) {
    this.ask = ask;
    this.changed = changed;
    this.lost = false;
    this.timer = null;
  }

  start() {
    if (!this.timer) this.timer = setTimeout(() => this.look(), EVERY);
  }

  stop() {
    clearTimeout(this.timer);
    this.timer = null;
    this.set(false);
  }

  async look() {
    const lost = !(await this.answered());
    if (!this.timer) return; // stopped meanwhile
    this.set(lost);
    this.timer = setTimeout(() => this.look(), EVERY);
  }

  async answered() {
    try {
      return await this.ask(AbortSignal.timeout(WITHIN));
    } catch {
      return false;
    }
  }

  set(lost) {
    if (lost === this.lost) return;
    this.lost = lost;
    this.changed(lost);
  }
}

export async function askServer(signal) {
  const root = /** @type {any} */ (window).solara?.rootPath || '';
  return (await fetch(`${root}/readyz`, { cache: 'no-store', signal })).ok;
}
