// What an evening hangs on: the clock, the browser's history, contact with the server.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Clock, minutes } from '../../sim/dashboard/web/clock.js';
import { Contact } from '../../sim/dashboard/web/contact.js';
import { Places } from '../../sim/dashboard/web/places.js';

function store() {
  const kept = new Map();
  return { getItem: key => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) };
}

test('the clock starts when the first cue is left, and goes on after a reload', () => {
  let now = 1_000_000;
  const kept = store();
  const clock = new Clock(kept, () => now);
  clock.at('ten-minutes', 0);
  now += 60_000;
  assert.deepEqual(clock.elapsed, { debate: 0, cue: 0 });
  clock.at('ten-minutes', 1);
  now += 65_000;
  assert.deepEqual(clock.elapsed, { debate: 65, cue: 65 });
  clock.at('ten-minutes', 2);
  now += 5_000;
  const again = new Clock(kept, () => now);
  again.at('ten-minutes', 2);
  assert.deepEqual(again.elapsed, { debate: 70, cue: 5 });
  again.at('class', 0);
  assert.deepEqual(again.elapsed, { debate: 0, cue: 0 });
});

test('minutes are written with two digits of seconds', () => {
  assert.deepEqual([0, 5, 65, 600].map(minutes), ['0:00', '0:05', '1:05', '10:00']);
});

// As a browser's history is: entries, and where one stands.
function browser(state = null) {
  const write = (one, address) => ({ state: one, address });
  return {
    entries: [write(state, '')],
    at: 0,
    get state() {
      return this.entries[this.at].state;
    },
    replaceState(one, _, address) {
      this.entries[this.at] = write(one, address);
    },
    pushState(one, _, address) {
      this.at += 1;
      this.entries.splice(this.at, Infinity, write(one, address));
    },
  };
}

function places(history) {
  const seen = { gone: [], asked: [] };
  const made = new Places(
    history,
    (place, number) => seen.gone.push([place, number]),
    asked => seen.asked.push(asked),
  );
  return [made, seen];
}

test('a step is an entry of its own, a change within it is not, and Back goes to the one before', () => {
  const history = browser();
  const [made, seen] = places(history);
  made.begin('explore');
  made.follow('debate 0.0', 'a', 0);
  made.follow('debate 0.0', 'b', 0);
  made.follow('debate 1.0', 'c', 0);
  assert.deepEqual(history.entries.map(one => one.address).slice(2), ['#b', '#c']);
  history.at -= 1;
  made.popped(history.state);
  assert.deepEqual(seen.gone, [['debate 0.0', 1]]);
  made.follow('debate 0.0', 'd', 1);
  assert.equal(history.entries.length, 4);
});

// A history with three steps of a debate, and its places.
function walked() {
  const history = browser();
  const [made, seen] = places(history);
  made.begin('explore');
  for (const place of ['debate 0.0', 'debate 1.0', 'debate 1.1']) made.follow(place, place, 0);
  const go = by => {
    history.at += by;
    made.popped(history.state);
  };
  return { history, made, seen, go };
}

test('what the page says before it has answered where the history asked it to go is not written down', () => {
  const { history, made, go } = walked();
  go(-2);
  made.follow('debate 1.0', 'late', 0);
  assert.deepEqual([history.entries.length, history.at], [5, 2]);
  made.follow('debate 0.0', 'there', 1);
  made.follow('debate 1.0', 'on', 1);
  assert.deepEqual([history.entries.length, history.at], [4, 3]);
});

test('of quick presses of Back and Forward the last one counts, however late the answers come', () => {
  const { history, made, seen, go } = walked();
  for (const by of [-1, -1, 1]) go(by);
  assert.deepEqual(seen.gone, [
    ['debate 1.0', 1],
    ['debate 0.0', 2],
    ['debate 1.0', 3],
  ]);
  made.follow('debate 1.0', 'first', 1);
  made.follow('debate 0.0', 'second', 2);
  made.follow('debate 1.0', 'third', 3);
  assert.deepEqual(
    history.entries.slice(2).map(one => one.address),
    ['#debate 0.0', '#third', '#debate 1.1'],
  );
  assert.equal(history.at, 3);
});

test('a step taken while the page is on its way back is written down, once', () => {
  const { history, made, go } = walked();
  go(-2);
  made.follow('debate 1.0', 'both in one answer', 1);
  assert.deepEqual([history.entries.length, history.at], [4, 3]);
});

test('Back beyond the first place asks, and does not leave', () => {
  const history = browser();
  const [made, seen] = places(history);
  made.begin('explore');
  history.at -= 1;
  made.popped(history.state);
  assert.deepEqual([seen.gone, seen.asked], [[], [true]]);
  made.follow('debate 0.0', 'a', 0);
  assert.equal(seen.asked.at(-1), false);
});

test('a page loaded again goes on from where its history stands, and writes no second entry of it', () => {
  const history = browser({ place: 'debate 3.1' });
  const [made] = places(history);
  made.begin('explore');
  made.follow('debate 3.1', 'again', 0);
  assert.deepEqual(history.entries, [{ state: { place: 'debate 3.1' }, address: '#again' }]);
});

test('contact that is lost is told once, and so is its return', async () => {
  const told = [];
  const answers = [true, false, false, true];
  const contact = new Contact(
    async () => answers.shift(),
    lost => told.push(lost),
  );
  contact.start();
  while (answers.length) await contact.look();
  contact.stop();
  assert.deepEqual(told, [true, false]);
});

test('a question that fails is contact lost', async () => {
  const told = [];
  const contact = new Contact(
    () => Promise.reject(new Error('no network')),
    lost => told.push(lost),
  );
  contact.start();
  await contact.look();
  contact.stop();
  assert.deepEqual(told, [true, false]);
});
