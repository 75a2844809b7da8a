import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyAction } from '../../sim/dashboard/web/keys.js';

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
  assert.deepEqual(pressed('PageDown', BUTTON, { mode: 'debate' }), { do: 'cue', by: 1 });
  assert.deepEqual(pressed('PageUp', PAGE, { mode: 'debate' }), { do: 'cue', by: -1 });
  assert.equal(pressed('PageDown'), null);
});

test('space and arrows belong to what has the focus, but for the time bar’s space', () => {
  assert.deepEqual(pressed(' '), { do: 'toggle' });
  assert.deepEqual(pressed(' ', TIME), { do: 'toggle' });
  assert.equal(pressed(' ', BUTTON), null);
  assert.deepEqual(pressed('ArrowRight'), { do: 'step', by: 1 });
  assert.deepEqual(pressed('ArrowLeft'), { do: 'step', by: -1 });
  assert.equal(pressed('ArrowLeft', TIME), null);
});

test('a key sent to the document itself acts as on the page', () => {
  assert.deepEqual(pressed('z', {}), { do: 'zoom' });
});
