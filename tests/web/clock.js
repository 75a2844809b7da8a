// Time that passes when a test says so.
import { mock } from 'node:test';

// Runs ``script(wait)``; ``wait(ms)`` lets time pass, and what is due then happens.
export function withClock(script) {
  const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };
  const due = new Map();
  let [now, number] = [1000, 0];
  globalThis.setTimeout = (act, ms = 0) => {
    due.set(++number, { act, at: now + ms });
    return number;
  };
  globalThis.clearTimeout = id => due.delete(id);
  const clock = mock.method(performance, 'now', () => now);
  const wait = ms => {
    const until = now + ms;
    for (let next = earliest(due, until); next; next = earliest(due, until)) {
      const { act, at } = due.get(next);
      due.delete(next);
      now = at;
      act();
    }
    now = until;
  };
  try {
    return script(wait);
  } finally {
    clock.mock.restore();
    Object.assign(globalThis, real);
  }
}

function earliest(due, until) {
  const ids = [...due.keys()].filter(id => due.get(id).at <= until);
  return ids.sort((a, b) => due.get(a).at - due.get(b).at || a - b)[0];
}
