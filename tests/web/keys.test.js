import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Steady, keyAction } from '../../sim/dashboard/web/keys.js';

// An element that is inside what ``around`` names, and is what ``is`` names.
function element(around = [], is = []) {
  const names = selector => selector.split(',').map(one => one.trim());
  return {
    closest: selector => (names(selector).some(one => around.includes(one)) ? {} : null),
    matches: selector => names(selector).some(one => is.includes(one)),
  };
}

const PAGE = element();
const TIME = element(['input', '.tc-time']);
const BUTTON = element(['button']);
const FIELD = element(['input'], ['input:not([type=range])']);

function pressed(key, target = PAGE, view = {}, held = {}) {
  return keyAction({ key, target, ...held }, { keys: true, mode: 'explore', ...view });
}

test('single keys act on the page', () => {
  assert.deepEqual(pressed('z'), { do: 'zoom' });
  assert.deepEqual(pressed('b'), { do: 'blank' });
  assert.deepEqual(pressed('?'), { do: 'panel', panel: 'keys' });
  assert.equal(pressed('q'), null);
});

test('what every object has is no key', () => {
  for (const name of ['constructor', 'toString', '__proto__']) assert.equal(pressed(name), null);
});

test('keys switched off, or with another held, do nothing', () => {
  assert.equal(pressed('z', PAGE, { keys: false }), null);
  for (const held of ['ctrlKey', 'metaKey', 'altKey']) {
    assert.equal(pressed('z', PAGE, {}, { [held]: true }), null);
  }
});

test('who types is left alone', () => {
  for (const key of ['z', ' ', 'ArrowRight', 'PageDown']) {
    assert.equal(pressed(key, FIELD, { mode: 'debate' }), null);
  }
});

test('a presentation remote moves through the debate, wherever the focus is', () => {
  assert.deepEqual(pressed('PageDown', BUTTON, { mode: 'debate' }), { do: 'step', by: 1 });
  assert.deepEqual(pressed('PageUp', PAGE, { mode: 'debate' }), { do: 'step', by: -1 });
  assert.equal(pressed('PageDown'), null);
});

test('space and arrows belong to what has the focus, but for the time bar’s space', () => {
  assert.deepEqual(pressed(' '), { do: 'toggle' });
  assert.deepEqual(pressed(' ', TIME), { do: 'toggle' });
  assert.equal(pressed(' ', BUTTON), null);
  assert.deepEqual(pressed('ArrowRight'), { do: 'week', by: 1 });
  assert.deepEqual(pressed('ArrowLeft'), { do: 'week', by: -1 });
  assert.equal(pressed('ArrowLeft', TIME), null);
});

test('a key sent to the document itself acts as on the page', () => {
  assert.deepEqual(pressed('z', {}), { do: 'zoom' });
});

test('in a debate arrows are steps, even on a button, but never on a slider', () => {
  assert.deepEqual(pressed('ArrowRight', BUTTON, { mode: 'debate' }), { do: 'step', by: 1 });
  assert.deepEqual(pressed('ArrowLeft', PAGE, { mode: 'debate' }), { do: 'step', by: -1 });
  assert.equal(pressed('ArrowLeft', TIME, { mode: 'debate' }), null);
});

test('c and v are the curtain and the vote of a debate', () => {
  assert.deepEqual(pressed('c', PAGE, { mode: 'debate' }), { do: 'curtain' });
  assert.deepEqual(pressed('v', PAGE, { mode: 'debate' }), { do: 'vote' });
  assert.equal(pressed('c'), null);
});

test('no key plays under the curtain, and none acts while contact is lost', () => {
  for (const key of ['r', ' ']) assert.equal(pressed(key, PAGE, { curtain: true }), null);
  for (const key of ['PageDown', 'ArrowRight', 'r', 'b']) {
    assert.equal(pressed(key, PAGE, { mode: 'debate', lost: true }), null);
  }
});

test('two presses within a quarter of a second are one, and a key held down is one', () => {
  let time = 1000;
  const steady = new Steady(() => time);
  const step = { do: 'step', by: 1 };
  assert.ok(steady.takes(step, {}));
  time += 249;
  assert.ok(!steady.takes(step, {}));
  time += 2;
  assert.ok(steady.takes(step, {}));
  time += 1000;
  assert.ok(!steady.takes(step, { repeat: true }));
  assert.ok(steady.takes({ do: 'zoom' }, {}));
});
