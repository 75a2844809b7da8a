// The moderator's clock: since when the debate runs, and its present cue; kept over a reload of the page.
const KEY = 'two-cities-clock';

// ``store`` keeps text by name, as a browser's session does.
export class Clock {
  constructor(store, now = () => Date.now()) {
    this.store = store;
    this.now = now;
    this.read = JSON.parse(store.getItem(KEY) || '{}');
  }

  // The debate stands at a cue: the clock of a debate starts when its first cue is left, that of a cue with it.
  at(debate, cue) {
    const { read } = this;
    if (read.debate !== debate) this.read = { debate, cue, began: null, since: this.now() };
    else if (read.cue !== cue) {
      this.read = { ...read, cue, began: read.began ?? this.now(), since: this.now() };
    }
    this.store.setItem(KEY, JSON.stringify(this.read));
  }

  restart() {
    this.read = { ...this.read, began: null, since: this.now() };
    this.store.setItem(KEY, JSON.stringify(this.read));
  }

  // Seconds since the debate began, and since its present cue did.
  get elapsed() {
    const { began, since } = this.read;
    const seconds = start => (start ? Math.max(0, Math.floor((this.now() - start) / 1000)) : 0);
    return { debate: seconds(began), cue: began ? seconds(since) : 0 };
  }
}

export function minutes(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
