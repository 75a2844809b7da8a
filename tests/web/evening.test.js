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
    place => seen.gone.push(place),
    asked => seen.asked.push(asked),
  );
  return [made, seen];
}

test('a step is an entry of its own, a change within it is not, and Back goes to the one before', () => {
  const history = browser();
  const [made, seen] = places(history);
  made.begin('explore');
  made.follow('debate 0.0', 'a');
  made.follow('debate 0.0', 'b');
  made.follow('debate 1.0', 'c');
  assert.deepEqual(history.entries.map(one => one.address).slice(2), ['#b', '#c']);
  history.at -= 1;
  made.popped(history.state);
  assert.deepEqual(seen.gone, ['debate 0.0']);
  made.follow('debate 0.0', 'd');
  assert.equal(history.entries.length, 4);
});

test('what the page says on its way back is not written down', () => {
  const history = browser();
  const [made] = places(history);
  made.begin('explore');
  for (const place of ['debate 0.0', 'debate 1.0', 'debate 1.1']) made.follow(place, place);
  history.at -= 2;
  made.popped({ place: 'debate 0.0' });
  made.follow('debate 1.0', 'late');
  assert.deepEqual([history.entries.length, history.at], [5, 2]);
  made.follow('debate 0.0', 'there');
  made.follow('debate 1.0', 'on');
  assert.deepEqual([history.entries.length, history.at], [4, 3]);
});

test('Back beyond the first place asks, and does not leave', () => {
  const history = browser();
  const [made, seen] = places(history);
  made.begin('explore');
  history.at -= 1;
  made.popped(history.state);
  assert.deepEqual([seen.gone, seen.asked], [[], [true]]);
  made.follow('debate 0.0', 'a');
  assert.equal(seen.asked.at(-1), false);
});

test('a page loaded again goes on from where its history stands', () => {
  const history = browser({ place: 'debate 3.1' });
  const [made] = places(history);
  made.begin('explore');
  assert.equal(history.entries.length, 1);
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
